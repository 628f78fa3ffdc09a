import logging

from flask import Flask

app = Flask(__name__)
log = logging.getLogger(__name__)


class Notifier:
    def send(self, message):
        answer = self.api.request("statuses/update", {"status": message})
        log.debug("posted: %s", answer.json())

    def send_media(self, message, media):
        if media:
            answer = self.api.request("statuses/update", {"status": message, "media_ids": media})
        else:
            answer = self.api.request("statuses/update", {"status": message})
        log.debug("posted: %s", answer.json())
