import logging

logger = logging.getLogger(__name__)


def load(secrets):
    logger.info("secrets loaded: %s", ", ".join(sorted(secrets)))
    logger.info("secrets loaded: %s", list(secrets.keys()))
    logger.info("number of secrets: %d", len(secrets))
    for name, secret in secrets.items():
        logger.debug("secret %s has %d characters", name, len(secret))
