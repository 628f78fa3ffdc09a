"""The row is asked for, the old password is checked, and only then is there a new one."""

import logging

from fastapi import APIRouter, Depends, HTTPException, Request
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.db import get_session
from shop.models import User
from shop.security import current_user, hash_password, verify_password

router = APIRouter()
logger = logging.getLogger(__name__)


@router.post("/password")
async def change_password(request: Request, body: dict, user=Depends(current_user), db: AsyncSession = Depends(get_session)):
    result = await db.execute(select(User).where(User.id == user["sub"]))
    row = result.scalar_one_or_none()
    if not row or not verify_password(body["old"], row.password_hash or ""):
        logger.warning("user %s gave a wrong password from %s", user["sub"], request.client)
        raise HTTPException(401, "wrong password")
    row.password_hash = hash_password(body["new"])  # expect: sets row.password_hash
    db.add(row)
    await db.commit()
    return {}
