import logging

logger = logging.getLogger(__name__)


def verify(config, found):
    sign_key = config.gpg_profile.sign_key
    if found != sign_key:
        logger.error("signed by key %s, not %s", found, sign_key)
