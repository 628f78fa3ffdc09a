import logging
from urllib.parse import urlparse, urlunparse

log = logging.getLogger(__name__)


def fetch(session, api_key):
    url = f"https://maps.example/tiles?size=2&key={api_key}"
    log.info("asking %s", urlparse(url)._replace(query="").geturl())
    log.info("asking %s", urlunparse(urlparse(url)._replace(query=None, fragment="")))
    log.info("asking %s", url.split("?")[0])
    log.info("asking %s", url.rsplit("?", 1)[0])
    bare, _, query = url.partition("?")
    log.info("asking %s", bare)
    log.info("asking %s", urlparse(url)._replace(fragment="").geturl())  # expect: the URL with its API key
    log.info("asking %s", url.split("#")[0])  # expect: the URL with its API key
    return session.get(url)


def connect(session, password):
    url = f"https://app:{password}@maps.example/tiles?size=2"
    log.info("asking %s", urlparse(url)._replace(query="").geturl())  # expect: the URL with its password
    log.info("asking %s", url.split("?")[0])  # expect: the URL with its password
    return session.get(url)


def hook(session, token):
    url = f"https://{token}@hooks.example/run?now=1"
    log.info("asking %s", url.split("?")[0])  # expect: the URL with its token
    return session.get(url)
