import logging

import requests

log = logging.getLogger(__name__)


class Client:
    def __init__(self, credentials, sign):
        self.session = requests.Session()
        self.credentials = credentials
        self.sign = sign

    def _send_request(self, method, url, body, headers):
        log.debug("request begins: %s %s %s", method, url, headers)
        sign_headers = self.sign(self.credentials, method, url)
        headers.update(sign_headers)
        return self.session.post(url, data=body, headers=headers)
