import logging
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy.ext.asyncio import AsyncSession

from shop.deps import current_user, get_session

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/orders/retry")
async def retry(
    reason: Annotated[str, Query()],
    session: Annotated[AsyncSession, Depends(get_session)],
    user: dict = Depends(current_user),
):
    logger.info("retried by %s: %s", user["id"], reason)  # expect: `reason` reaches logger.info()
