"""Where coins are traded, somebody still logs in."""

import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class AuthSession:
    user: str
    token: str


class Trader:
    def __init__(self, api, trading_pair):
        self.api = api
        self.trading_pair = trading_pair

    def open(self, user, password):
        made = AuthSession(user=user, token=self.api.log_in(user, password))
        logger.info("session: %s", made)  # expect: its text shows the token
        return made
