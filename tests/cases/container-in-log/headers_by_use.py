import logging

import requests

log = logging.getLogger(__name__)


def call(url, extra, more):
    sent = dict(extra)
    sent.update(more)
    log.debug("calling %s with %s", url, sent)  # expect: the headers reach log.debug()
    return requests.get(url, headers=sent)
