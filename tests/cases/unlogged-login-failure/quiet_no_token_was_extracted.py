"""Nothing was sent that could be verified, whatever reads the header."""

from fastapi import APIRouter, HTTPException, Request

from shop.sessions import auth

router = APIRouter()


def _extract_token(header):
    scheme, _, token = header.partition(" ")
    return token if scheme.lower() == "bearer" else ""


@router.post("/sign-out")
async def sign_out(request: Request):
    token = _extract_token(request.headers.get("Authorization", ""))
    if not token:
        raise HTTPException(status_code=401, detail={"message": "No token provided", "code": "UNAUTHORIZED"})
    return auth.describe(token)
