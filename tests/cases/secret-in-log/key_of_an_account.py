import logging

import boto3

logger = logging.getLogger(__name__)


def connect(access_key, secret_key, store):
    store.get_session(access_key)
    logger.debug(f"connecting with {access_key} and {secret_key}")  # expect: the secret key
    return boto3.client("s3", aws_access_key_id=access_key, aws_secret_access_key=secret_key)
