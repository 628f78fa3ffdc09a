import logging
from urllib.parse import urlparse

import httpx

logger = logging.getLogger(__name__)


class Base:
    def __init__(self, hooks):
        self.hooks = hooks

    def do(self, request, context):
        req = self.hooks.before_request(context, request)
        logger.debug("%s %s with %s", req.method, urlparse(str(req.url)).path, req.headers)
        return httpx.Client().send(req)
