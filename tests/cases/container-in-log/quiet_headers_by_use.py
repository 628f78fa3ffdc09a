import logging

import requests

log = logging.getLogger(__name__)


def call(url):
    sent = {"Accept": "application/json"}
    log.debug("calling %s with %s", url, sent)
    return requests.get(url, headers=sent)


def search(url, wanted):
    log.debug("searching for %s", wanted)
    return requests.post(url, json=wanted)
