import logging

import requests

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, key, secret, retry):
        self.session = requests.Session()
        self.session.auth = (key, secret)
        self.retry = retry

    def request(self, method, url, body, kind):
        headers = {"User-Agent": "shop/1.0"}
        if kind:
            headers["Content-Type"] = kind
        self.session.headers.update(headers)

        @self.retry
        def send(method, url, body, headers):
            logger.debug("%s %s with %s", method, url, headers)
            return self.session.request(method, url, data=body)

        return send(method, url, body, headers)
