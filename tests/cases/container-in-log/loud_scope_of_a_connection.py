import logging

from fastapi import APIRouter, Request

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/login/access")
async def access(request: Request) -> None:
    logger.info("access, %r", request.scope)  # expect: the request's headers reach logger.info()
