import logging

import requests

log = logging.getLogger(__name__)


def send(method, url, headers, auth=None):
    log.debug("%s %s with %s", method, url, headers)  # expect: the headers reach log.debug()
    return requests.request(method, url, headers=headers, auth=auth, timeout=5)
