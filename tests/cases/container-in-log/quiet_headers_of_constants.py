import logging

import requests

log = logging.getLogger(__name__)


class Checks:
    CUSTOM_HEADERS = {"Accept": "application/vnd.preview+json"}

    def first(self, url):
        headers = getattr(self, "CUSTOM_HEADERS", None)
        log.debug("GET %s with %s", url, headers)
        return requests.get(url, headers=headers, timeout=5)
