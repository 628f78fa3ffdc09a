import logging
import pprint

LOG = logging.getLogger(__name__)


class Transfer:
    def __init__(self, connection):
        self.connection = connection

    def send(self, method, uri, body):
        response = {}
        self.connection.request(method, uri, body)
        answer = self.connection.getresponse()
        response["status"] = answer.status
        response["headers"] = dict(answer.getheaders())
        response["data"] = answer.read()
        LOG.debug("response:\n%s", pprint.pformat(response))
        for name in response["headers"]:
            LOG.debug("header %s: %s", name, response["headers"][name])
        return response
