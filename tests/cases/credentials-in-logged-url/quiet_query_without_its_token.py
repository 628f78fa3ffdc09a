"""Addresses of which the token's field, or the login before the host, is left out."""

import logging
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

logger = logging.getLogger(__name__)


def plain(url):
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "token"]
    return urlunsplit(parts._replace(query=urlencode(query)))


def fetch(session, base, token):
    url = f"{base}/files?token={quote(token)}"
    logger.debug("fetching %s", plain(url))
    return session.get(url)


def clone(host, user, password, repository):
    remote = f"https://{user}:{password}@{host}/{repository}.git"
    logger.info("cloning %s", remote.replace(f"{user}:{password}@", ""))
    return remote
