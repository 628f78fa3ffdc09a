import logging

import requests

LOG = logging.getLogger(__name__)


class Client:
    def __init__(self, host, password):
        self.host = host
        self.password = password

    def log_in(self):
        return self.request("POST", "/session", {"user": "shop", "secret": self.password})

    def orders(self):
        return self.request("GET", "/orders", None)

    def request(self, method, path, body):
        LOG.debug("request body: %s", body)  # expect: reach LOG.debug()
        response = requests.request(method, self.host + path, json=body, timeout=5)
        LOG.debug("response body: %s", response.text)  # expect: the response's body reaches LOG.debug()
        return response.json()


class Commands:
    def __init__(self, host, password):
        self.host = host
        self.password = password

    def send(self, method, body):
        answer = requests.post(self.host, json=body, timeout=5)
        if method != "user.login":
            answer.raise_for_status()
        LOG.debug("response body: %s", answer.text)  # expect: the response's body reaches LOG.debug()
        return answer.json()

    def orders(self):
        return self.send("order.list", {})

    def refresh_token(self):
        return self.checked(requests.post(self.host + "/refresh", json={"password": self.password}, timeout=5)).json()

    def checked(self, response):
        LOG.debug("broken by %s", response.request.body)  # expect: the request's body reaches LOG.debug()
        return response


class Anything:
    def __init__(self, host, password):
        self.host = host
        self.password = password

    def post(self, path, body):
        return self.request("POST", path, body)

    def request(self, method, path, body):
        response = requests.request(method, self.host + path, json=body, timeout=5)
        LOG.debug("response body: %s", response.text)  # expect: the response's body reaches LOG.debug()
        return response.json()
