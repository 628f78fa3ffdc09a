import jwt
from fastapi import APIRouter, Depends

router = APIRouter()


class InvalidTokenError(Exception):
    code = "INVALID_TOKEN"
    status_code = 401


class LogoutUseCase:
    def __init__(self, cache):
        self._cache = cache

    async def execute(self, token: str) -> None:
        try:
            payload = jwt.decode(token, "key", algorithms=["HS256"])
        except jwt.InvalidTokenError:
            raise InvalidTokenError("invalid refresh token") from None
        if payload.get("type") != "refresh":
            raise InvalidTokenError("no refresh token")
        await self._cache.set(f"gone:{payload['jti']}", "1")
