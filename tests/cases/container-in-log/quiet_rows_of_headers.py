"""How many rows of a table are its headers: a number that is part of an address."""

import logging
import urllib.parse

import requests

logger = logging.getLogger(__name__)


def address(sheet, headers=0, gid=0):
    parts = urllib.parse.urlparse(sheet)
    asked = urllib.parse.parse_qs(parts.query)
    if "headers" in asked:
        headers = int(asked["headers"][-1])
    arguments = {}
    if headers > 0:
        arguments["headers"] = headers
    arguments["gid"] = gid
    return urllib.parse.urlunparse((parts.scheme, parts.netloc, parts.path, None, urllib.parse.urlencode(arguments), None))


def rows(sheet, query):
    url = f"{address(sheet)}&tq={urllib.parse.quote(query)}"
    logger.info("GET %s", url)
    return requests.get(url, timeout=10).text
