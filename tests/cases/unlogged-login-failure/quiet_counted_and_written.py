"""The wrong password is counted and written down, by the function that finds it."""

import logging

from fastapi import APIRouter, Depends, HTTPException, status

from shop.security import hasher, make_token, settings, users

log = logging.getLogger(__name__)
router = APIRouter()


def authenticate(name, password):
    user = users.get(name)
    if user is None:
        log.warning("login of nobody known: %s", name)
        return None
    if not hasher.verify(password, user.password):
        log.warning("wrong password of %s", user.id)
        user.attempts += 1
        if user.attempts >= settings.most:
            users.lock(user)
            log.warning("locked %s", user.id)
        return None
    return user


@router.post("/token")
def get_token(form=Depends()):
    user = authenticate(form.username, form.password)
    if not user:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED)
    log.info("login of %s", user.id)
    return make_token(user)
