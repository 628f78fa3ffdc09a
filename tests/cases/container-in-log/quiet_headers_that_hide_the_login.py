"""The text of httpx's headers has ``[secure]`` in the place of the Authorization header."""

import logging

import httpx

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, token):
        self.client = httpx.Client(headers={"Authorization": f"Bearer {token}"})

    def send(self, request, hooks):
        req = hooks.before_request(request)
        logger.debug("Request:\nMethod: %s\nURL: %s\nHeaders: %s", req.method, req.url, req.headers)
        answer = self.client.send(req)
        logger.debug("sent %s", answer.request.headers)
        return answer
