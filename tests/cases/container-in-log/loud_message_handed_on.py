"""Who comes by a websocket says who they are in a message: it is read as JSON and handed to who reads the token of it."""

import json
import logging

from tornado.websocket import WebSocketHandler

log = logging.getLogger(__name__)


class Console(WebSocketHandler):
    def on_message(self, message):
        log.debug("received %s", message)  # expect: its text shows the token
        data = json.loads(message)
        if self.waiting:
            self.let_in(data)

    def let_in(self, asked):
        self.user = self.validate(asked["access_token"])
