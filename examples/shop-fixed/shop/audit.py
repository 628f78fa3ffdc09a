"""The audit trail: who did what, and how it ended."""

from __future__ import annotations

import logging

logger = logging.getLogger("shop.audit")


def _write(event: str, detail: str) -> None:
    logger.info("audit %s: %s", event, detail)


def login(account_id: int, succeeded: bool) -> None:
    """Somebody logged in, or tried to."""
    _write("login", f"account={account_id} result={'ok' if succeeded else 'refused'}")


def password_changed(account_id: int) -> None:
    """Somebody has a new password."""
    _write("password-changed", f"account={account_id}")


def payment_attempt(order_id: int, instrument: str) -> None:
    """Somebody is about to pay."""
    _write("payment-attempt", f"order={order_id} instrument={instrument}")


def refund(order_id: int, operator_id: int) -> None:
    """Somebody of the back office gave money back."""
    _write("refund", f"order={order_id} operator={operator_id}")
