import logging

from dialects import config, properties

logger = logging.getLogger(__name__)


def connect_arguments(url):
    jdbc_url = config.format_url(host=url.host or "localhost", port=url.port, database=url.database)
    logger.debug("connecting to %s", jdbc_url)
    return jdbc_url, properties(user=url.username, password=url.password)


def whole(url):
    jdbc_url = config.format_url(host=url.host, port=url.port, user=url.username, password=url.password)
    logger.debug("connecting to %s", jdbc_url)  # expect: database URL
    return jdbc_url
