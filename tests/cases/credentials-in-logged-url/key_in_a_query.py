import logging
from urllib import parse

import requests

log = logging.getLogger(__name__)


def sorted_url(url):
    parts = parse.urlparse(url)
    query = parse.parse_qs(parts.query)
    return parse.urlunparse(parts._replace(query=parse.urlencode(sorted(query.items()), doseq=True))) or url


def ask(path, api_key):
    url = f"https://shop.example/{path}?apikey={api_key}"
    try:
        return requests.get(url)
    except ValueError:
        log.warning("no answer from %s", sorted_url(url))  # expect: URL with its API key
        raise
