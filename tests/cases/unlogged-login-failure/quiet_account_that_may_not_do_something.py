import logging

from fastapi import APIRouter, HTTPException

from dock.crypto import verify_password
from dock.store import ships, users

logger = logging.getLogger("dock.security")
router = APIRouter()


@router.post("/login")
def login(name: str, password: str):
    user = users.named(name)
    if user is None or not verify_password(password, user.kept) or not user.is_active:
        logger.warning("failed login of %r", name)
        raise HTTPException(400, "That did not fit")
    if user.active:
        logger.info("login of %s", user.id)
    return {"user": user.id}


@router.post("/ships/{number}/sail")
def sail(number: int):
    ship = ships.get(number)
    if not ship.is_active:
        raise HTTPException(400, "That ship lies on land")
    return {"ship": ship.id}
