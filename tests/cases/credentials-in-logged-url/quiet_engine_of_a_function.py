"""A function of the project makes an engine, but of another address than it is given; and ``repr()`` of SQLAlchemy's address hides its password."""

import logging

from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

log = logging.getLogger(__name__)


def engine_beside(url):
    return create_engine("sqlite:///links.db", connect_args={"title": url})


def keep(url):
    log.info("keeping a link to %s", url)
    return engine_beside(url)


def probe(config):
    address = make_url(config["sqlalchemy_uri"])
    if config.get("password"):
        address = address.set(password=config["password"])
    try:
        create_engine(address).connect()
    except OSError:
        log.warning("cannot connect to %s", repr(address))
