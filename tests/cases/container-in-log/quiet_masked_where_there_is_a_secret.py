"""A text of a dict in which a branch, or a loop, masks what secrets there are."""

import logging
import re

import requests

log = logging.getLogger(__name__)
_TOKEN = re.compile(r"('token': )'[^']*'")


def create_user(base, name, password=None):
    form = {"name": name, "password": password}
    shown = str(form)
    if password:
        shown = shown.replace(password, "********")
    log.debug("POST %s/users %s", base, shown)
    return requests.post(f"{base}/users", data=form, timeout=10)


class Agent:
    def __init__(self, address, token, password, quiet=False):
        self.address = address
        self.token = token
        self.password = password
        self.quiet = quiet

    def register(self, host):
        message = {"host": host, "token": self.token, "password": self.password}
        text = repr(message)
        for secret in (self.token, self.password):
            text = text.replace(secret, "***")
        log.info("registering: %s", text)
        return requests.post(self.address, json=message, timeout=10)

    def renew(self, host):
        message = {"host": host, "token": self.token}
        text = repr(message)
        if self.quiet:
            text = _TOKEN.sub(r"\1'***'", text)
        log.info("renewing: %s", text)
        return requests.post(self.address, json=message, timeout=10)

    def ask(self, headers, tokens):
        headers.update({"Authorization": "Bearer " + self.token})
        text = str(headers)
        for number, token in enumerate(tokens):
            text = text.replace(token.strip(), "TOKEN%s" % number)
        log.debug("asking with %s", text)
        return requests.get(self.address, headers=headers, timeout=10)
