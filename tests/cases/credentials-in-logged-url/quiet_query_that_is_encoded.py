import logging
from urllib.parse import urlencode

log = logging.getLogger(__name__)


class Weather:
    def __init__(self, host, api_key):
        self.host = host
        self.headers = {"X-Api-Key": api_key}

    def url(self, path, more=None):
        fields = {"units": "metric", "lang": "en"}
        if more:
            fields.update(more)
        return f"{self.host}{path}?{urlencode(fields)}"

    def now(self, town):
        log.debug("asking %s", self.url("/now", {"town": town}))
