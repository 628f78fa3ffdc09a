import pyotp
from fastapi import APIRouter, HTTPException

from shop.store import users

router = APIRouter()


@router.post("/totp")
async def add_totp_auth(auth_data: dict):
    user = await users.get(id=auth_data["user"])
    if not pyotp.TOTP(user.totp_key).verify(auth_data["code"]):
        raise HTTPException(422, "Invalid code")
    return {"ok": True}
