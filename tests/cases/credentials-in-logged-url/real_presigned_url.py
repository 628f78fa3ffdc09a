import logging

import boto3

logger = logging.getLogger(__name__)


def share(bucket, key):
    client = boto3.client("s3")
    presigned_url = client.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=600)
    logger.debug("%s/%s may be read at %s", bucket, key, presigned_url)  # expect: url
    return presigned_url
