"""Paying."""

from __future__ import annotations

import logging

from flask import Blueprint, redirect, render_template, request, session
from werkzeug.wrappers import Response

from shop import orders
from shop.payments import last_four

logger = logging.getLogger(__name__)
pages = Blueprint("checkout", __name__)


@pages.post("/checkout/<int:order_id>")
def pay(order_id: int) -> Response | str:
    """Pay an order by card."""
    card = {"number": request.form["card_number"], "expiry": request.form["expiry"]}
    logger.info(
        "account %s pays order %d with %s", session.get("account"), order_id, last_four("".join(filter(str.isdigit, card["number"])))
    )
    charge = orders.pay(order_id, card)
    if charge is None:
        logger.warning("order %d: card refused", order_id)
        return render_template("refused.html", order=order_id)
    return redirect(f"/orders/{order_id}")
