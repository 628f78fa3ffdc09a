"""Where nobody logs in it is the state of a lamp."""

import logging

from fastapi import APIRouter

logger = logging.getLogger(__name__)
router = APIRouter()


@router.put("/lamps/{number}")
async def change(number: int, state: dict):
    logger.info("lamp %s: %s", number, state)
    return {}
