from fastapi import APIRouter, HTTPException, Request

from shop.users import RefreshClaims, token_store

router = APIRouter()


@router.post("/refresh")
async def refresh(request: Request):
    claims = await token_store.read(request.cookies["refresh_token"])
    if not isinstance(claims, RefreshClaims):
        raise HTTPException(status_code=401, detail="Invalid refresh token")  # expect: failed login
    return claims.name
