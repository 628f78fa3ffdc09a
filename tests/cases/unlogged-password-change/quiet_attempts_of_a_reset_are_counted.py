"""How often a new password was asked for is counted one up: none is changed. A handler is made: nothing is done yet."""

from fastapi import APIRouter

router = APIRouter()


@router.post("/reset-password")
async def increment_rate_limit(request, limiter):
    await limiter.reset_password_increment(request)
    return {}


def create_routes(settings, parts):
    return {"change": parts.create_change_password_handler(settings)}
