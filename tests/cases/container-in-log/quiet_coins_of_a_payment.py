"""A payment is made in a coin; beside gas and chains it is no credential."""

import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Signature:
    gas_price: str | None = None
    payment_token: str | None = None
    payment_receiver: str | None = None

    def to_dict(self):
        d = {}
        if self.gas_price is not None:
            d["gasPrice"] = self.gas_price
        if self.payment_token is not None:
            d["paymentToken"] = self.payment_token
        return d


def submit(relay, signature: Signature):
    transaction = signature.to_dict()
    logger.debug("created transaction: %s", transaction)
    return relay.post(transaction)
