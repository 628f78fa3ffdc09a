import logging

logger = logging.getLogger(__name__)


def read(client, mount, name):
    secret_key = f"{mount}/data/{name}"
    logger.debug("the secret is kept under %s", secret_key)
    return client.read(secret_key)


def folder(team, stage):
    secret = f"{team}/{stage}/database"
    logger.info("asking for %s", secret)
    return secret
