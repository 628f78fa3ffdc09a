import logging

from fastapi import APIRouter, HTTPException

from dock.crypto import verify_password
from dock.store import users

logger = logging.getLogger("dock.security")
router = APIRouter()


@router.post("/login")
def login(name: str, password: str):
    user = users.named(name)
    if user is None or not verify_password(password, user.kept):
        logger.warning("failed login of %r", name)
        raise HTTPException(400, "That did not fit")
    if not user.is_active:
        raise HTTPException(400, "That account is closed")  # expect: failed login
    return {"user": user.id}


@router.post("/signin")
def signin(name: str, password: str):
    user = users.named(name)
    if user is None or not verify_password(password, user.kept):
        logger.warning("failed login of %r", name)
        raise HTTPException(400, "That did not fit")
    if user.is_banned:
        return {"error": "That account is closed"}  # expect: failed login
    return {"user": user.id}
