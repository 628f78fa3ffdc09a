import logging

import boto3

logger = logging.getLogger(__name__)


def client(access_key, secret_key, session_token=None):
    logger.debug(
        "S3 client with %s, %s, %s",
        access_key,
        "***" if secret_key else None,
        session_token,  # expect: token
    )
    return boto3.client("s3", aws_access_key_id=access_key, aws_secret_access_key=secret_key, aws_session_token=session_token)
