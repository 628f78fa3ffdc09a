import logging

import requests

LOG = logging.getLogger(__name__)


class Orders:
    def __init__(self, host, user, password):
        self.host = host
        self.basic = (user, password)

    def first(self):
        return self.request("GET", "/orders/first", None)

    def cancel(self, order):
        return self.request("POST", f"/orders/{order}/cancel", {"reason": "none"})

    def request(self, method, path, body):
        LOG.debug("request body: %s", body)
        response = requests.request(method, self.host + path, json=body, auth=self.basic, timeout=5)
        LOG.debug("response body: %s", response.text)
        return response.json()

    def checked(self, response):
        if response.status_code >= 500:
            LOG.debug("broken by %s", response.request.body)
        return response

    def last(self):
        return self.checked(requests.get(self.host + "/orders/last", auth=self.basic, timeout=5)).json()
