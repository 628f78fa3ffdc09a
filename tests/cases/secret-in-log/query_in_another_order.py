"""Addresses that are taken apart and put together again with all that was in them."""

import logging
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

logger = logging.getLogger(__name__)


def in_order(url):
    parts = urlsplit(url)
    return urlunsplit(parts._replace(query=urlencode(sorted(parse_qsl(parts.query)))))


def fetch(session, base, token):
    url = f"{base}/files?token={quote(token)}"
    logger.debug("fetching %s", in_order(url))  # expect: token
    return session.get(url)
