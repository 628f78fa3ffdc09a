# file: desk/client.py
"""Nobody looks for a token in what this server answers."""

import logging

log = logging.getLogger(__name__)


class Endpoint:
    def __init__(self, server):
        self.server = server

    def _send(self, method, url, content=None):
        server_response = method(url, data=content)
        if len(server_response.content) > 0 and server_response.encoding:
            log.debug("answer from {0}:\n{1}".format(url, server_response.content.decode(server_response.encoding)))
        return server_response

    def post(self, url, content):
        return self._send(self.server.http.post, url, content)


# file: desk/sites.py
from xml.etree import ElementTree

from desk.client import Endpoint


class Sites(Endpoint):
    def create(self, asked):
        answer = self.post(f"{self.server.base}/sites", asked)
        parsed = ElementTree.fromstring(answer.content)
        return parsed.find(".//d:site", namespaces=self.server.names).get("id", None)
