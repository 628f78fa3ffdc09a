"""A client that logs in past the methods by which its users send what they like: these bodies are no logins."""

import logging

import requests

log = logging.getLogger(__name__)


class Device:
    def connect(self, username, password):
        self.session = requests.Session()
        login_url = "{f}login".format(f=self.url)
        answer = self.session.post(login_url, data={"userName": username, "userPasswd": password}, verify=False)
        self.session.headers.update({"Cookie": answer.json()["token"]})

    def post(self, api_url, payload, timeout=30):
        full_url = "{f}{a}".format(f=self.url, a=api_url)
        log.info("Sending POST command to %s, payload: %s", full_url, payload)
        response = self.session.post(full_url, json=payload, timeout=timeout)
        log.info("Output received: %s", response.text)
        return response.json()
