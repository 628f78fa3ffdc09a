import logging

logger = logging.getLogger(__name__)


def compile_error(location, position, line, allocation, relocation):
    logger.error("error at %s", location)
    logger.error("line %d, position %s", line, position)
    logger.debug("allocation %s, relocation %s", allocation, relocation)
    storage_location = "eu-central-1"
    logger.info("bucket in %s", storage_location)


def health(status):
    logger.info("health check: %s", status.health)
    logger.info("unhealthy hosts: %d", status.unhealthy)
