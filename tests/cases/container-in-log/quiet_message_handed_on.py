"""A message is read as JSON and handed to who reads no secret of it; the token is read of another."""

import json
import logging

from tornado.websocket import WebSocketHandler

log = logging.getLogger(__name__)


class Console(WebSocketHandler):
    def open(self, first):
        self.let_in(json.loads(first))

    def on_message(self, message):
        log.debug("received %s", message)
        self.play(json.loads(message))

    def play(self, asked):
        self.player.play(asked["track"], asked["volume"])

    def let_in(self, asked):
        self.user = self.validate(asked["access_token"])
