# file: chat_handler.py
import logging
import os

import requests


class ChatHandler(logging.Handler):
    def __init__(self):
        super().__init__(logging.ERROR)
        self.hook = os.environ["CHAT_HOOK"]

    def emit(self, record):
        try:
            requests.post(self.hook, json={"text": self.format(record)}, timeout=10)  # expect: who logs waits for ChatHandler
        except requests.RequestException:
            self.handleError(record)
