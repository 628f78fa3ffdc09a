"""The back office's pages."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException
from loguru import logger

from shop import auth, orders
from shop.backoffice.schemas import AccessToken, OperatorLogin, RefundOrder, State
from shop.db import find_order

router = APIRouter(prefix="/api")
_operators: dict[str, int] = {}


def operator(authorization: Annotated[str, Header()]) -> int:
    """The operator whose token was sent."""
    scheme, _, token = authorization.partition(" ")
    if token not in _operators:
        logger.warning("token refused: scheme is bearer: {}, {} tokens known", scheme == "Bearer", len(_operators))
        raise HTTPException(401, "The token is not known.")
    return _operators[token]


@router.post("/login")
def login(form: OperatorLogin) -> AccessToken:
    """Give a token for an operator's password and PIN."""
    logger.debug("login of {}", form)
    if not auth.operator_may_enter(form.operator_id, form.password.get_secret_value(), form.pin):
        logger.warning("operator {} gave a wrong password or pin", form.operator_id)
        raise HTTPException(401, "Password or PIN is wrong.")
    granted = AccessToken(access_token=secrets.token_urlsafe(32))
    _operators[granted.access_token] = form.operator_id
    logger.info("operator {} has a new access token, good for {} s", form.operator_id, granted.expires_in)
    logger.debug("answer: {}", granted.model_dump(exclude={"access_token"}))
    return granted


@router.get("/orders/{order_id}")
def order(order_id: int, state: State, operator_id: Annotated[int, Depends(operator)]) -> dict[str, int | str]:
    """One order."""
    logger.info("operator {} looks at order {} in state {}", operator_id, order_id, state)
    found = find_order(order_id)
    if found is None:
        raise HTTPException(404, f"There is no order {order_id}.")
    return {"order": found.id, "total_cents": found.total_cents, "state": found.state}


@router.post("/refunds")
def refund(form: RefundOrder, operator_id: Annotated[int, Depends(operator)]) -> dict[str, bool]:
    """Give the money for an order back."""
    done = orders.refund(form.order_id, operator_id)
    logger.bind(operator=operator_id).info("refund of order {} (reason {}): {}", form.order_id, form.reason_code, done)
    return {"done": done}
