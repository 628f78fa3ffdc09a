"""What is spread over the keywords of a function is no request's headers, whatever it is called; headers under a keyword are."""

import logging

import requests

log = logging.getLogger(__name__)


class Frame:
    def __init__(self, durable=False, **others):
        if others:
            log.warning("a frame has no %s", others)
        self.durable = durable


def send(session, header_dict, body):
    return session.send(Frame(**header_dict), body, session.token)


def post(url, token, **options):
    log.debug("posting with %s", options)  # expect: the request's headers
    return requests.post(url, auth=token, **options)


def publish(url, token, request_headers):
    kwargs = {"headers": request_headers}
    return post(url, token, **kwargs)
