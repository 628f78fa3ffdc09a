import logging

from fastapi import APIRouter, Request

from shop.settings import settings

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/login")
async def login(request: Request):
    if settings.log_level == "DEBUG":
        logger.debug("body: %s", await request.body())  # expect: the request's body
    return {}


@router.post("/signin")
async def sign_in(request: Request):
    if request.state.log_request():
        logger.debug("body: %s", await request.body())  # expect: the request's body
    return {}
