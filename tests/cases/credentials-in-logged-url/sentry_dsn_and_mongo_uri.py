import logging

logger = logging.getLogger(__name__)


def configure(settings):
    logger.info("mongo at %s", settings.mongodb_uri)  # expect: uri|url
    logger.info("workers: %d", settings.workers)
