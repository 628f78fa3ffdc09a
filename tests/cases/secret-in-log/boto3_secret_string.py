import logging

import boto3

logger = logging.getLogger()


def handler(event, context):
    client = boto3.client("secretsmanager")
    value = client.get_secret_value(SecretId="orders/db")["SecretString"]
    logger.info("secret is %s", value)  # expect: secret
    return {"statusCode": 200}
