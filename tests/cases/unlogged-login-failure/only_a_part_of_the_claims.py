# file: shop/deps.py
from uuid import UUID

from fastapi import Depends, HTTPException

from shop.tokens import TokenError, is_revoked, scheme, validate_access_token


async def current_user_id(token=Depends(scheme)):
    try:
        payload = validate_access_token(token)
        jti = payload.get("jti")
        if jti and await is_revoked(jti):
            raise HTTPException(status_code=409)
        return UUID(payload["sub"])
    except TokenError as error:
        raise HTTPException(status_code=401, detail=str(error)) from error  # expect: a failed login
