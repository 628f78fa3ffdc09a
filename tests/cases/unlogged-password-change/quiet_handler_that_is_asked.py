"""A class called a handler answers no request: the route that asks it records what it has done."""

import logging

from fastapi import APIRouter, Body

from shop.database import users
from shop.passwords import hashed
from shop.tokens import user_of

router = APIRouter()
log = logging.getLogger(__name__)


class AuthHandler:
    def set_new_password(self, user, new_password: str) -> None:
        users.update_user(user.id, password=hashed(new_password))


auth_handler = AuthHandler()


@router.post("/reset-password")
def reset(token: str = Body(...), new_password: str = Body(...)):
    user = user_of(token)
    auth_handler.set_new_password(user, new_password)
    log.info("password of %s was reset", user.name)
    return {"done": True}
