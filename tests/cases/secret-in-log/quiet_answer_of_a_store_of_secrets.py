"""Who puts a secret into a store is answered where it stands."""

import logging

import boto3

logger = logging.getLogger(__name__)


def put(name, content):
    client = boto3.client("secretsmanager")
    answer = client.create_secret(Name=name, SecretString=content)
    logger.debug("created: %s", answer)
    return answer["ARN"]
