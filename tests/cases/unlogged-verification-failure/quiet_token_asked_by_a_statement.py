import logging

from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.deps import get_db
from shop.models import Order, User

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/verify")
async def verify_email(token: str, db: AsyncSession = Depends(get_db)):
    result = await db.execute(select(User).where(User.verify_token == token))
    user = result.scalar_one_or_none()
    if user is None:
        logger.warning("email verification failed: no such token")
        raise HTTPException(status_code=400, detail="Invalid token")
    user.verified = True
    await db.commit()


@router.get("/orders/{number}")
async def show_order(number: str, db: AsyncSession = Depends(get_db)):
    result = await db.execute(select(Order).where(Order.number == number))
    order = result.scalar_one_or_none()
    if order is None:
        raise HTTPException(status_code=404, detail="No such order")
    return order
