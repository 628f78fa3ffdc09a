# file: redis/http/http_client.py
import logging

log = logging.getLogger(__name__)


def call(url):
    log.info("calling %s", url)
