import pyotp
from fastapi import APIRouter, HTTPException

from shop.store import tokens, users

router = APIRouter()


@router.post("/token/2fa")
async def create_token_totp_auth(auth_data: dict):
    user = await users.get(id=auth_data["token"])
    if auth_data["code"] not in user.recovery_codes and not pyotp.TOTP(user.totp_key).verify(auth_data["code"]):
        raise HTTPException(422, "Invalid code")  # expect: failed login
    return await tokens.create(user)
