"""What a check records before it raises tells nothing of who is made once it has come back."""

import logging

from fastapi import APIRouter, HTTPException, Request

from shop.database import users
from shop.models import User
from shop.passwords import hashed

router = APIRouter()
log = logging.getLogger(__name__)


def validate_password(password: str) -> None:
    if len(password) < 8:
        log.error("a password is too short")
        raise HTTPException(400, "too short")


@router.post("/users")
def make(request: Request, name: str, password: str):
    validate_password(password)
    user = users.add_user(User(name=name, hashed_password=hashed(password)))  # expect: a created or deleted user leaves no security record
    return {"id": user.id}
