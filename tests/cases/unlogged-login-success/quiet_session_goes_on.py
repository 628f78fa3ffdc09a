# file: shop/refresh.py
import logging

from shop.tokens import create_access_token, decode_token

logger = logging.getLogger(__name__)


class RefreshUseCase:
    def __init__(self, users):
        self.users = users

    async def execute(self, token):
        try:
            payload = decode_token(token)
        except ValueError:
            logger.warning("refresh token refused")
            raise AuthenticationError() from None
        user = await self.users.get(payload["sub"])
        return create_access_token(user_id=user.id)
# file: shop/api.py
from fastapi import APIRouter, Request

from shop.refresh import RefreshUseCase

router = APIRouter()


@router.post("/refresh")
async def refresh(request: Request):
    return await RefreshUseCase(request.state.users).execute(request.cookies["refresh"])
