"""Made a dict, the headers of httpx show the login that their text hides."""

import logging

import httpx

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, token):
        self.client = httpx.Client(headers={"Authorization": f"Bearer {token}"})

    def send(self, request, hooks):
        req = hooks.before_request(request)
        logger.debug("headers: %s", dict(req.headers))  # expect: the request's headers reach logger.debug()
        return self.client.send(req)

    def show(self, request):
        for name, value in request.headers.items():
            logger.debug("%s: %s", name, value)  # expect: the request's headers reach logger.debug()
