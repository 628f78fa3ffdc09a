import logging

logger = logging.getLogger(__name__)


def show(result):
    logger.info("    login {};".format(result.get("pwd")))  # expect: the password
    logger.info(f"cd /srv with {result['pwd']}")  # expect: the password
