import logging
from urllib import parse

import requests

log = logging.getLogger(__name__)


def shortened(url):
    parts = parse.urlparse(url)
    query = parse.parse_qs(parts.query)
    if "apikey" not in query:
        return url
    query["apikey"][0] = "{}****".format(query["apikey"][0][0:2])
    return parse.urlunparse(parts._replace(query=parse.urlencode(query, doseq=True)))


def ask(path, api_key):
    url = f"https://shop.example/{path}?apikey={api_key}"
    try:
        return requests.get(url)
    except ValueError:
        log.warning("no answer from %s", shortened(url))
        raise
