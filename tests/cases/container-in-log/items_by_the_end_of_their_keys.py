import logging

log = logging.getLogger(__name__)
_SENT = ("apiKey", "itemsSortBy")


class News:
    def __init__(self, api_key):
        self._api_key = api_key

    def usage(self):
        return self._request("/usage", {"apiKey": self._api_key})

    def _request(self, path, params):
        for name, value in params.items():
            if not name.endswith("SortBy"):
                continue
            log.warning("sorting by %r is no longer supported", value)
        for name, value in params.items():
            log.info("%s with %s", path, value)  # expect: API key
        return path
