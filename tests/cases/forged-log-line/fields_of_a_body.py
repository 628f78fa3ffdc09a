import logging
from enum import Enum

from fastapi import APIRouter
from pydantic import BaseModel, EmailStr, Field

logger = logging.getLogger(__name__)
router = APIRouter()


class Kind(str, Enum):
    GIFT = "gift"
    OWN = "own"


class Buyer(BaseModel):
    name: str


class Order(BaseModel):
    title: str
    note: str | None = None
    code: str = Field(..., pattern="^[A-Z]{3}$")
    mail: EmailStr
    kind: Kind
    count: int
    buyer: Buyer


@router.post("/orders")
async def add(order: Order):
    logger.info("order of %s", order.title)  # expect: order.title
    logger.info(f"order with a note: {order.note}")  # expect: order.note
    logger.info("ordered by %s", order.buyer.name)  # expect: order.buyer.name
    logger.info("order %s of %s for %s, %d times", order.code, order.kind, order.mail, order.count)
    logger.info("order of %r", order.title)
    logger.info("order %s", order)
    return {}


def stored(order: Order):
    logger.info("stored %s", order.title)
