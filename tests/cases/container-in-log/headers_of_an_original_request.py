"""Whatever comes before the word: a request's headers are a request's."""

import logging

log = logging.getLogger(__name__)


def show(answer):
    original_request = answer.history[0].request if answer.history else answer.request
    log.info("sent %s", original_request.headers)  # expect: the headers reach
    log.info("sent to %s", original_request.url)
