from fastapi import APIRouter, HTTPException

from shop.store import redis
from shop.tokens import token_of

router = APIRouter()


@router.post("/verify")
async def verify(email: str, otp: str):
    kept = await redis.get(f"otp:{email}")
    if kept is None or kept != otp:
        raise HTTPException(status_code=400, detail="Invalid code")  # expect: a failed login leaves no security record
    return {"token": token_of(email)}
