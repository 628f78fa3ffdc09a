"""Who looks at a password renews its hash at most: the password stays."""

from fastapi import APIRouter, HTTPException
from mill.crypt import verify_and_update_password_async
from mill.store import users

router = APIRouter()


@router.post("/login")
async def login(name: str, password: str, audit):
    user = users.find(name)
    good, anew = await verify_and_update_password_async(password, user.hashed_password)
    if not good:
        audit.warning("failed login of %s", name)
        raise HTTPException(401)
    audit.info("login of %s", name)
    return {"user": user.id}
