"""Who masks the headers' login in the same record has asked what is secret in the body too."""

import base64
import copy
import json
import logging
from urllib.request import Request, urlopen

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, url, username, password):
        self.url = url
        login = "%s:%s" % (username, password)
        self.auth_header = "Basic %s" % base64.b64encode(login.encode()).decode()

    def post(self, path, body=None, headers=None):
        return self.request("POST", path, json.dumps(body), headers or {})

    def request(self, method, path, body, headers):
        if self.auth_header is not None:
            headers["Authorization"] = self.auth_header
        shown = copy.deepcopy(headers)
        shown["Authorization"] = "<login censored>"
        logger.debug("request: %s, %s, %s, %s", method, path, body, shown)
        return urlopen(Request(self.url + path, data=body, headers=headers, method=method))
