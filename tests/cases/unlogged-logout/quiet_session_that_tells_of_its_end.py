import logging

from fastapi import APIRouter, Depends

from studio.people import access_token
from studio.redis import redis

logger = logging.getLogger(__name__)
router = APIRouter()


class Session:
    @classmethod
    async def delete(cls, token, message="logged out"):
        data = await redis.get(token)
        if data:
            logger.info("%s: %s", data["name"], message)
        await redis.delete(token)


@router.post("/logout")
async def logout(token: str = Depends(access_token)):
    await Session.delete(token)
    return {}
