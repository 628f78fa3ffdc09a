import logging

from fastapi import APIRouter, Request

from shop.settings import settings

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/login")
async def login(request: Request):
    if settings.log_bodies and logger.isEnabledFor(logging.DEBUG):
        logger.debug("body: %s", await request.body())
    return {}


@router.post("/signup")
async def sign_up(request: Request):
    if settings.dump_requests:
        logger.info("body: %s", await request.body())
    return {}
