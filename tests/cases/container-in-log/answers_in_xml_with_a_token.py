# file: desk/client.py
"""What a server answers is given back to functions of which one looks for a token in it."""

import logging

log = logging.getLogger(__name__)


class Endpoint:
    def __init__(self, server):
        self.server = server

    def _send(self, method, url, content=None):
        server_response = method(url, data=content)
        if len(server_response.content) > 0 and server_response.encoding:
            log.debug("answer from {0}:\n{1}".format(url, server_response.content.decode(server_response.encoding)))  # expect: the response's body
        return server_response

    def post(self, url, content):
        return self._send(self.server.http.post, url, content)


# file: desk/auth.py
from xml.etree import ElementTree

from desk.client import Endpoint


class Auth(Endpoint):
    def sign_in(self, asked):
        answer = self.post(f"{self.server.base}/signin", asked)
        parsed = ElementTree.fromstring(answer.content)
        self.server.site = parsed.find(".//d:site", namespaces=self.server.names).get("id", None)
        self.server.word = parsed.find("d:credentials", namespaces=self.server.names).get("token", None)
