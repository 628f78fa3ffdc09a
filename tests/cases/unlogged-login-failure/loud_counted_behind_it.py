"""A directory's logins are recorded; the wrong password of an account of one's own is counted, and nothing is written of it."""

import logging

import ldap
from fastapi import APIRouter, Depends, HTTPException, status

from shop.security import hasher, make_token, settings, users

log = logging.getLogger(__name__)
router = APIRouter()


def from_directory(name, password):
    connection = ldap.initialize(settings.server)
    try:
        connection.simple_bind_s(f"cn={name}", password)
    except ldap.INVALID_CREDENTIALS:
        log.warning("login of %s refused by the directory", name)
        return None
    return users.get(name)


def authenticate(name, password):
    user = users.get(name)
    if settings.directory and (user is None or user.method == "ldap"):
        return from_directory(name, password)
    if user is None:
        return None
    if not hasher.verify(password, user.password):
        user.attempts += 1
        if user.attempts >= settings.most:
            users.lock(user)
        return None
    return user


@router.post("/token")
def get_token(form=Depends()):
    user = authenticate(form.username, form.password)
    if not user:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED)  # expect: get_token() raises HTTPException(401)
    log.info("login of %s", user.id)
    return make_token(user)
