from fastapi import APIRouter, HTTPException

from shop.store import redis
from shop.users import notify

router = APIRouter()
reset_codes = {}
reset_tokens = {}


@router.post("/reset")
async def reset(email: str, code: str, password: str):
    if reset_codes.get(email) != code:
        raise HTTPException(status_code=400, detail="Invalid code")  # expect: a token or signature that does not verify leaves no security record
    await notify(email, password)


@router.post("/reset/link")
async def reset_by_link(token: str, password: str):
    user_id = await redis.get(f"password_reset:{token}")
    if not user_id:
        raise HTTPException(status_code=400, detail="Invalid or expired token")  # expect: a token or signature that does not verify leaves no security record
    await notify(user_id, password)


@router.post("/reset/mail")
async def reset_by_mail(token: str, password: str):
    entry = reset_tokens.get(token)
    if entry is None:
        raise HTTPException(status_code=400, detail="Invalid or expired token")  # expect: a token or signature that does not verify leaves no security record
    await notify(entry["user"], password)
