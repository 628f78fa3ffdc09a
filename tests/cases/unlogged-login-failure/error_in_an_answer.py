"""A service says in its answer that nobody could be logged in."""

from fastapi import APIRouter, HTTPException

from shop.sessions import auth

router = APIRouter()


@router.post("/sign-in/email")
async def sign_in(email: str, password: str):
    result = auth.sign_in(email, password)
    if "error" in result:
        status = 401 if result["error"]["code"] == "INVALID_CREDENTIALS" else 400
        raise HTTPException(status_code=status, detail=result["error"])  # expect: failed login
    return result
