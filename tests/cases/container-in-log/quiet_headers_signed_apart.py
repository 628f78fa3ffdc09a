import logging

import requests

log = logging.getLogger(__name__)


class Bucket:
    def __init__(self, host, key, secret):
        self.host = host
        self.auth = (key, secret)

    def put(self, name, body, **kwargs):
        headers = renamed(kwargs)
        log.info("put object %s, headers %s", name, headers)
        return requests.put(self.host + name, data=body, headers=headers, auth=self.auth, timeout=5)


def renamed(kwargs):
    headers = dict()
    for key in kwargs:
        headers[key.lower()] = kwargs[key]
    return headers
