"""A method is found by its name where only one class has it and the call fits its parameters."""

import logging

logger = logging.getLogger(__name__)


class Receiver:
    def note_received(self, client_name, value, *, retried=False):
        logger.info("from %s: %s", client_name, value)  # expect: the token reaches


class Relay:
    def __init__(self, receivers):
        self.receivers = receivers

    def hand_on(self, site, claim):
        access_token = claim.get("access_token", "")
        receiver = self.receivers.get(site)
        receiver.note_received(site, access_token, retried=True)
