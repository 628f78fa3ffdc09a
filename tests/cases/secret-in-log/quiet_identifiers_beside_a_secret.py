import logging

logger = logging.getLogger(__name__)


def describe(key, secret_name, token_id, password_policy, token_type, token_url, key_version, secret_arn, token_expiry):
    logger.info("deleting secret %s (%s)", secret_name, secret_arn)
    logger.info("token %s of type %s ends %s", token_id, token_type, token_expiry)
    logger.info("policy %s, endpoint %s, version %d", password_policy, token_url, key_version)
    logger.info("cache key %s", key)


def rotate(client, secret_name):
    described = client.describe_secret(SecretId=secret_name)
    logger.info("rotation of %s: %s", secret_name, described["RotationEnabled"])
    client.delete_secret(SecretId=secret_name, ForceDeleteWithoutRecovery=True)
    logger.info("secret %r deleted in %s", secret_name, client.meta.region_name)
