import logging
from urllib.parse import urlparse

from sqlalchemy.engine import make_url

log = logging.getLogger(__name__)


def connected(database_url):
    log.info("connected to %s", database_url.split("@")[-1])
    log.info("connected to %s", database_url.rsplit("@", 1)[-1])
    _, _, place = database_url.rpartition("@")
    log.info("connected to %s", place)


def shown(database_url):
    log.info("connected to %s", repr(make_url(database_url)))


def rebuilt(database_url):
    parts = urlparse(database_url)
    log.info("connected to %s", parts._replace(netloc=f"{parts.hostname}:{parts.port}").geturl())
    log.info("connected to %s", urlparse(database_url)._replace(netloc=urlparse(database_url).hostname).geturl())
