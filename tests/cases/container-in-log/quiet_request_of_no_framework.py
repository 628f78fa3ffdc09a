import logging

LOG = logging.getLogger(__name__)


class Request:
    def __init__(self, number):
        self.number = number

    def __str__(self):
        return f"request {self.number}"


class Queue:
    def take(self, req):
        LOG.info("req : '%s'", req)
        return req.number
