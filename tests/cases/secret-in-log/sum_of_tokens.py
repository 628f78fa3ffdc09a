"""Lists of tokens that are put together hold what opens a session."""

import logging

logger = logging.getLogger(__name__)


class Accounts:
    def __init__(self, store):
        self.issued = store.issued()
        self.renewed = store.renewed()

    def close(self):
        session_tokens = self.issued + self.renewed
        logger.debug("closing %s", session_tokens)  # expect: the tokens reach logger.debug()
