import asyncio
from functools import partial

import bcrypt
from asgiref.sync import sync_to_async
from django.contrib.auth import authenticate
from fastapi import APIRouter, Depends, HTTPException
from fastapi.security import OAuth2PasswordRequestForm

from shop.db import find_place, get_user

router = APIRouter()


@router.post("/login")
async def login(form: OAuth2PasswordRequestForm = Depends()):
    user = await get_user(form.username)
    loop = asyncio.get_running_loop()
    ok = await loop.run_in_executor(None, bcrypt.checkpw, form.password.encode(), user.password_hash)
    if not ok:
        raise HTTPException(400, "wrong")  # expect: a failed login leaves no security record
    return {"ok": True}


@router.post("/door")
async def door(form: OAuth2PasswordRequestForm = Depends()):
    user = await get_user(form.username)
    if not await asyncio.to_thread(bcrypt.checkpw, form.password.encode(), user.password_hash):
        return {"ok": False}  # expect: a failed login leaves no security record
    return {"ok": True}


@router.post("/gate")
async def gate(form: OAuth2PasswordRequestForm = Depends()):
    user = await sync_to_async(authenticate)(username=form.username, password=form.password)
    if user is None:
        raise HTTPException(400, "wrong")  # expect: a failed login leaves no security record
    return {"ok": True}


@router.post("/hatch")
async def hatch(form: OAuth2PasswordRequestForm = Depends()):
    user = await get_user(form.username)
    ok, place = await asyncio.gather(
        asyncio.to_thread(partial(bcrypt.checkpw, form.password.encode(), user.password_hash)), find_place(form.place)
    )
    if not ok:
        raise HTTPException(400, "wrong")  # expect: a failed login leaves no security record
    return {"ok": True, "place": place}
