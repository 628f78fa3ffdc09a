import logging
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Security
from sqlalchemy.ext.asyncio import AsyncSession

from shop.deps import current_user, get_session
from shop.models import Order

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/orders/{number}/retry")
async def retry(
    number: int,
    session: Annotated[AsyncSession, Depends(get_session)],
    x_idempotency_key: Annotated[str | None, Header(alias="X-Idempotency-Key")] = None,
    user: dict = Depends(current_user),
    owner: dict = Security(current_user, scopes=["orders"]),
):
    order = await session.get(Order, number)
    logger.info("order %s retried by %s of %s, key %s", order.reference, user["id"], owner["id"], x_idempotency_key)
