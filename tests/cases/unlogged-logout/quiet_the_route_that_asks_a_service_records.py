import logging

from fastapi import APIRouter, Depends, Request

from shop.auth import decode, scheme

logger = logging.getLogger(__name__)
router = APIRouter()


class LoginService:
    @classmethod
    async def logout_services(cls, request: Request, token_id: str) -> bool:
        await request.app.state.redis.delete(f"token:{token_id}")
        return True


@router.post("/logout")
async def logout(request: Request, token: str = Depends(scheme)):
    payload = decode(token)
    await LoginService.logout_services(request, payload["sid"])
    logger.info("user %s logged out", payload["sub"])
    return {}
