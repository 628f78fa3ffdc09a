"""From a basket to a paid order."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from shop import audit
from shop.config import load_settings
from shop.db import Order, find_order, session
from shop.payments import Charge, PaymentClient, PaymentError, last_four

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Basket:
    """What somebody wants to buy."""

    account_id: int
    lines: tuple[tuple[str, int, int], ...]

    @property
    def total_cents(self) -> int:
        """Price times count, over all lines."""
        return sum(count * price for _, count, price in self.lines)


def place(basket: Basket) -> Order:
    """Store the order, not paid yet."""
    order = Order(account_id=basket.account_id, total_cents=basket.total_cents)
    with session() as current:
        current.add(order)
    logger.info("order %d placed: %d lines, %d cents", order.id, len(basket.lines), order.total_cents)
    return order


def pay(order_id: int, card: dict[str, str]) -> Charge | None:
    """Charge the card for the order; None where the provider would not."""
    order = find_order(order_id)
    if order is None or order.state != "open":
        logger.warning("order %d cannot be paid", order_id)
        return None
    card_number = card["number"].replace(" ", "")
    audit.payment_attempt(order_id, last_four(card_number))
    try:
        charge = PaymentClient(load_settings()).charge(order_id, order.total_cents, card_number)
    except PaymentError as error:
        logger.error("order %d was not paid: %s", order_id, error)
        return None
    logger.info("order %d paid, reference %s, card expires %s", order_id, charge.reference, bool(card.get("expiry")))
    with session() as current:
        current.merge(order).state = "paid"
    return charge


def refund(order_id: int, operator_id: int) -> bool:
    """Give the money back."""
    order = find_order(order_id)
    if order is None or order.state != "paid":
        return False
    with session() as current:
        current.merge(order).state = "refunded"
    audit.refund(order_id, operator_id)
    return True
