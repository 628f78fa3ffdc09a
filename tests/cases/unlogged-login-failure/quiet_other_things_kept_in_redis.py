import logging

from fastapi import APIRouter, HTTPException

from shop.store import color_codes, pages, redis
from shop.tokens import token_of

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/verify")
async def verify(email: str, otp: str):
    kept = await redis.get(f"otp:{email}")
    if kept is None or kept != otp:
        logger.warning("wrong code for %r", email)
        raise HTTPException(status_code=400, detail="Invalid code")
    return {"token": token_of(email)}


@router.get("/colors/{name}")
async def color(name: str, code: str):
    if color_codes.get(name) != code:
        raise HTTPException(status_code=400, detail="another color")
    return {"color": name}


@router.get("/pages/{number}")
async def page(number: int, key: str):
    if await redis.get(f"page:{number}") != key:
        raise HTTPException(status_code=400, detail="another page")
    if pages.get(number) is None:
        raise HTTPException(status_code=404, detail="no such page")
    return {"page": number}


@router.get("/tries")
async def tries(email: str, limit: int):
    count = await redis.get(f"otp:attempts:{email}")
    if count and int(count) > limit:
        raise HTTPException(status_code=429, detail="too many")
    return {"count": count}
