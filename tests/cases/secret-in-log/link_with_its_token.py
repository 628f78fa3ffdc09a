import logging

logger = logging.getLogger(__name__)


def remind(host, uid, made):
    reset_url = f"{host}/reset/{uid}/{made}"
    logger.info("sent %s", reset_url)  # expect: one-time link
    return reset_url
