from fastapi import Depends, HTTPException

from shop.auth import read_token
from shop.users import get_user_by_email


async def current_user(payload: dict = Depends(read_token)):
    email = payload.get("sub")
    user = await get_user_by_email(email=email)
    if user is None:
        raise HTTPException(status_code=401, detail="Token of an unknown user")  # expect: a failed login leaves no security record
    return user
