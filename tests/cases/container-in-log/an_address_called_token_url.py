import logging

import requests

log = logging.getLogger(__name__)


def refresh(token_url, data, hooks):
    for hook in hooks:
        token_url, data = hook(token_url, data)
    resp = requests.post(token_url, data=data)
    log.debug("content %s", resp.text)  # expect: the response's body reaches
    return resp


class Client(requests.Session):
    def refused(self, token_endpoint, data):
        resp = self.request(method="POST", url=token_endpoint, data=data)
        if resp.status_code != 200:
            log.debug("content %s", resp.text)
        return resp
