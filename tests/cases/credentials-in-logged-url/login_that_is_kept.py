import logging
from urllib.parse import urlparse

from sqlalchemy.engine import make_url

log = logging.getLogger(__name__)


def connected(database_url):
    log.info("connecting as %s", database_url.split("@")[0])  # expect: the database URL


def shown(database_url):
    log.info("connected to %s", make_url(database_url).render_as_string(hide_password=False))  # expect: password


def rebuilt(database_url):
    parts = urlparse(database_url)
    log.info("connected to %s", parts._replace(path="/").geturl())  # expect: the database URL
    log.info("connected to %s", parts._replace(netloc=parts.netloc.lower()).geturl())  # expect: the database URL
