"""A dict that FastAPI fills is the body of a request."""

import logging

from fastapi import APIRouter, Body

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/login")
async def login(data: dict = Body(...)):
    logger.info("login: %s", data)  # expect: the request's body reaches logger.info()
    return {}


@router.put("/users/{number}")
async def change(number: int, fields: dict):
    logger.info("changing %s: %s", number, fields)  # expect: the request's body reaches logger.info()
    logger.info("changing %s: %s", number, sorted(fields))
    return {}
