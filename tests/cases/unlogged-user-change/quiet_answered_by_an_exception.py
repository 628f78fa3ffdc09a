"""The record stands before the exception that answers."""

import logging

from fastapi import APIRouter, HTTPException, status
from shop.store import Connection

log = logging.getLogger("shop.audit")
routes = APIRouter()


@routes.post("/user/")
async def create_user(user: dict):
    async with Connection() as db:
        await db.users.insert_one(user)
    log.info("a user was made by %r", user["by"])
    raise HTTPException(status_code=status.HTTP_201_CREATED, detail="User created")
