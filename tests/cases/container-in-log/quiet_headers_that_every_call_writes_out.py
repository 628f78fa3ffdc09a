import logging

import requests

logger = logging.getLogger(__name__)


class Watchlist:
    def read(self, url):
        headers = {"Accept-Language": self.language, "User-Agent": self.agent}
        return self._pages(url, headers)

    def _pages(self, url, headers):
        return [self._page(url, headers)]

    def _page(self, url, headers):
        logger.debug("Requesting %s %s", url, headers)
        return requests.get(url, headers=headers)


class Service:
    def _command(self, action):
        headers = {"Content-Type": "text/xml", "SOAPACTION": action}
        return headers, "<body/>"

    def send(self, action):
        headers, body = self._command(action)
        logger.debug("Sending %s, %s", headers, len(body))
        return requests.post(self.url, headers=headers, data=body)


class Bolt:
    def base_headers(self):
        headers = {"user_agent": self.agent}
        return headers


class RoutedBolt(Bolt):
    def base_headers(self):
        headers = super().base_headers()
        if self.routing:
            headers["routing"] = self.routing
        return headers

    def hello(self):
        extra = self.base_headers()
        logger.debug("HELLO %r", extra)


class Any:
    def _page(self, url, headers):
        logger.debug("Requesting %s %s", url, headers)  # expect: headers
        return requests.get(url, headers=headers)

    def read(self, url, extra):
        return self._page(url, {**extra})


class Signed:
    def _page(self, url, headers):
        logger.debug("Requesting %s %s", url, headers)  # expect: headers
        return requests.get(url, headers=headers)

    def read(self, url, token):
        return self._page(url, {"Authorization": token})
