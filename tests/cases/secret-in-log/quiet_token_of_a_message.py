"""A token of CoAP pairs an answer with its question, as a number would."""

import logging

log = logging.getLogger(__name__)


class CoapEndpoint:
    def __init__(self, session):
        self._session = session
        self._last = 0

    def next_token(self):
        self._last += 1
        return self._last.to_bytes(4, "big").lstrip(b"\0")

    def send(self, message):
        message.token = self.next_token()
        log.debug("sending with token %s to %s", message.token.hex(), message.remote)
        self._session.send(message)
