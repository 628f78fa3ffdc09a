import logging

import requests

log = logging.getLogger(__name__)


class Client:
    def __init__(self, credentials):
        self.session = requests.Session()
        self.credentials = credentials

    def _send_request(self, url, body, headers):
        log.debug("request begins: %s %s", url, headers)  # expect: the headers reach log.debug()
        response = self.session.post(url, data=body, headers=headers)
        log.debug("request ended: status=%d headers=%s", response.status_code, response.headers)
        return response
