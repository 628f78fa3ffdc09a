"""What the back office takes and gives."""

from __future__ import annotations

from enum import Enum

from pydantic import BaseModel, Field, SecretStr


class State(str, Enum):
    """How far an order is."""

    OPEN = "open"
    PAID = "paid"
    REFUNDED = "refunded"


class OperatorLogin(BaseModel):
    """How somebody of the shop logs in."""

    operator_id: int
    password: SecretStr
    pin: str = Field(repr=False)


class RefundOrder(BaseModel):
    """Which order to refund, and why."""

    order_id: int
    reason_code: int = 0


class AccessToken(BaseModel):
    """What a successful login is answered with."""

    access_token: str
    token_type: str = "bearer"
    expires_in: int = 3600
