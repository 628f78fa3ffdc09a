import logging
import os

log = logging.getLogger(__name__)


def labels():
    for key, value in os.environ.items():
        if key.startswith("DOCKER_LABEL_"):
            log.debug("a label: %s", key)
        log.debug("%s: %s", key, value)  # expect: the environment reaches log.debug()


def application(environ, start_response):
    for key, value in environ.items():
        if key.startswith("HTTP_"):
            log.debug("%s: %s", key, value)  # expect: the WSGI environment reaches log.debug()
    start_response("200 OK", [])
    return []


def page(response):
    text = dict(os.environ)
    if str(text).startswith("{'PATH"):
        log.debug("started with %s", text)  # expect: the environment reaches log.debug()
