"""What a class hands to the constructor above is what that keeps."""

import logging

log = logging.getLogger(__name__)


class Queue:
    def __init__(self, name, extra=None):
        self.name = name
        self.extra = extra or {}

    def show(self):
        log.info("queue %s with %s", self.name, self.extra)  # expect: its text shows the password


class RemoteQueue(Queue):
    def __init__(self, name, password):
        Queue.__init__(self, name, extra={"password": password})
