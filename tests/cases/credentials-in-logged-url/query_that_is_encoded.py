import logging
from urllib.parse import urlencode

log = logging.getLogger(__name__)


class Weather:
    def __init__(self, host, api_key):
        self.host = host
        self.api_key = api_key

    def url(self, path, more=None):
        fields = {"apikey": self.api_key, "units": "metric"}
        if more:
            fields.update(more)
        query = urlencode({name: value for name, value in fields.items() if value is not None})
        return f"{self.host}{path}?{query}"

    def now(self, town):
        url = self.url("/now", {"town": town})
        log.debug("asking %s", url)  # expect: the URL with its API key

    def tomorrow(self, town):
        url = self.host + "/tomorrow?" + urlencode({"town": town, "apikey": self.api_key})
        log.debug("asking %s", url)  # expect: the URL with its API key
