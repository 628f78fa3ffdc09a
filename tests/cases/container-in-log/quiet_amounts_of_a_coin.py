"""A token is a coin where amounts of it are traded; a class that has it shows no secret."""

import logging
from dataclasses import dataclass
from decimal import Decimal

logger = logging.getLogger(__name__)


@dataclass
class TokenAmount:
    token: str
    amount: Decimal


@dataclass
class OrderCandidate:
    trading_pair: str
    price: Decimal
    order_collateral: TokenAmount | None = None


class Trader:
    def __init__(self, session, api):
        self.session = session
        self.api = api

    def place(self, trading_pair, price):
        candidate = OrderCandidate(trading_pair=trading_pair, price=price)
        logger.info("order candidate: %s", candidate)
        return self.api.place(candidate)
