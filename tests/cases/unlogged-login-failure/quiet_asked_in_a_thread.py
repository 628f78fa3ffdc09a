import asyncio
import logging
from functools import partial

import bcrypt
from fastapi import APIRouter, Depends, HTTPException
from fastapi.security import OAuth2PasswordRequestForm

from shop.db import get_user
from shop.parcels import measure

router = APIRouter()
logger = logging.getLogger(__name__)


@router.post("/login")
async def login(form: OAuth2PasswordRequestForm = Depends()):
    user = await get_user(form.username)
    loop = asyncio.get_running_loop()
    ok = await loop.run_in_executor(None, partial(bcrypt.checkpw, form.password.encode(), user.password_hash))
    if not ok:
        logger.warning("login of user %d failed", user.number)
        raise HTTPException(400, "wrong")
    return {"ok": True}


@router.post("/parcels/{number}")
async def parcel(number: int):
    if not await asyncio.to_thread(measure, number):
        raise HTTPException(404, "no such parcel")
    return {"ok": True}
