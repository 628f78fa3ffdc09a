"""A mask on the headers does not hide the password that is known to be in the body."""

import copy
import json
import logging
from urllib.request import Request, urlopen

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, url, username, token):
        self.url = url
        self.auth_header = "Token %s" % token if token else None
        self.username = username

    def log_in(self, password):
        body = {"user": self.username, "password": password}
        return self.request("POST", "/sessions", json.dumps(body), {})

    def request(self, method, path, body, headers):
        if self.auth_header is not None:
            headers["Authorization"] = self.auth_header
        shown = copy.deepcopy(headers)
        shown["Authorization"] = "<login censored>"
        logger.debug("request: %s, %s, %s, %s", method, path, body, shown)  # expect: the body and `body` reach logger.debug()
        return urlopen(Request(self.url + path, data=body, headers=headers, method=method))
