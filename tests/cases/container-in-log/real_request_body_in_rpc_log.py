import json
import logging

import requests

LOG = logging.getLogger(__name__)


class Client:
    def __init__(self, session, url):
        self.session = session
        self.url = url

    def call(self, method, params):
        body = {"jsonrpc": "2.0", "method": method, "params": params}
        LOG.debug("RPC %s with %s", method, body)  # expect: body|request|param
        result = requests.post(self.url, data=json.dumps(body), timeout=60)
        LOG.debug("RPC %s gave %d", method, result.status_code)
        return result.json()
