"""A program that logs in elsewhere holds the state of its own flow against what came back."""

import hmac
import secrets
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlparse


class FlowError(Exception):
    pass


class LoginFlow:
    def __init__(self):
        self._expected_state = secrets.token_urlsafe(16)

    def complete(self, address):
        state = parse_qs(urlparse(address).query)["state"][0]
        if not hmac.compare_digest(state, self._expected_state):
            raise FlowError("the address belongs to another login")
        return address


def listener(expected_state, found):
    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            received_state = parse_qs(urlparse(self.path).query)["state"][0]
            if hmac.compare_digest(received_state, expected_state):
                found.append(self.path)
            self.send_response(200)
            self.end_headers()

    return Listener
