import logging

logger = logging.getLogger(__name__)
sensitive_debug_logger = logging.getLogger(f"{__name__}.registration_debug")


def register(body, shared_secret):
    sensitive_debug_logger.debug("wrong digest: secret=%s", shared_secret)
    logger.debug("wrong digest")
