# file: chat_handler.py
import logging
import os
import queue
import threading

import requests


class ChatHandler(logging.Handler):
    def __init__(self):
        super().__init__(logging.ERROR)
        self.waiting = queue.Queue(1000)
        threading.Thread(target=self._send, daemon=True).start()

    def emit(self, record):
        try:
            self.waiting.put_nowait(self.format(record))
        except queue.Full:
            self.handleError(record)

    def _send(self):
        while True:
            requests.post(os.environ["CHAT_HOOK"], json={"text": self.waiting.get()}, timeout=10)
