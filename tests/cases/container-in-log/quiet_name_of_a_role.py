import logging

from shop.cloud import session_of

log = logging.getLogger(__name__)


class Invoke:
    def __init__(self, data):
        self.data = data

    def process(self):
        assumed_role = self.data.get("assume-role", "")
        if assumed_role:
            log.debug("assuming %s", assumed_role)
            return session_of(assumed_role)
        return None
