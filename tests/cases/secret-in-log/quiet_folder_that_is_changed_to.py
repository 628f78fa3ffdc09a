import logging

logger = logging.getLogger(__name__)


def show(result):
    logger.info("    cd {};".format(result.get("pwd")))
