"""Who knows the address of a chat's hook can write there: its path is the credential, whatever the code calls it."""

import json
import logging

import requests

logger = logging.getLogger(__name__)


class Chat:
    def __init__(self, team, room):
        self.team = team
        self.room = room

    def tell(self, message):
        url = f"https://hooks.slack.com/services/{self.team}"
        try:
            requests.post(url, data=json.dumps({"text": message}), timeout=30).raise_for_status()
        except requests.RequestException as error:
            logger.error("telling failed: %s", error)  # expect: the URL with its token reaches logger.error()

    def greet(self):
        logger.info("greeting by %s", "https://discord.com/api/webhooks/" + self.room)  # expect: the URL with its token
        logger.info("greeting by %s", "https://hooks.slack.com/services/" + "***")
        logger.info("see https://api.slack.com/messaging/%s", self.room)
