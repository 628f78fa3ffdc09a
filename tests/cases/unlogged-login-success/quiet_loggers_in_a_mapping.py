"""A record by one of several loggers in a mapping is a record."""

from fastapi import APIRouter, HTTPException

from .parts import User, create_access_token, create_log, verify_password

router = APIRouter()
log = create_log()


@router.post("/login")
async def login(name: str, password: str):
    user = User.find(name)
    if not user or not verify_password(password, user.hashed_password):
        log["normal"].warning("a login has failed")
        raise HTTPException(401, "wrong name or password")
    token = create_access_token({"sub": user.id})
    log["normal"].info("user %s logged in", user.id)
    return {"token": token}
