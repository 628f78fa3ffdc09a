import logging
import os
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

log = logging.getLogger(__name__)
BASE_URL = "https://api.example.com"


def fetch(path):
    url = f"{BASE_URL}/{path}"
    log.debug("GET %s", url)


def endpoint(token_url, webhook_host, callback_url, repo_url, image_url):
    log.debug("%s %s %s %s %s", token_url, webhook_host, callback_url, repo_url, image_url)


def engine(database_url):
    url = make_url(database_url)
    log.info("connecting to %s", url.render_as_string(hide_password=True))
    log.info("connecting to %r", create_engine(database_url).url)


def built(host, port, name):
    dsn_host = f"{host}:{port}/{name}"
    log.info("database at %s", dsn_host)


def redis(host, port, db):
    url = f"redis://{host}:{port}/{db}"
    log.info("redis at %s", url)
