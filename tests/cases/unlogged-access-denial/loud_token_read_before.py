# file: hub/tokens.py
import logging
import os

import jwt
from fastapi import HTTPException

log = logging.getLogger(__name__)


def get_claims(token):
    try:
        claims = jwt.decode(token, os.environ["KEY"], algorithms=["HS256"])
    except jwt.PyJWTError:
        log.warning("a token does not verify")
        raise HTTPException(401)
    log.info("claims were read")
    return claims
# file: hub/security.py
import logging

from fastapi import HTTPException, Security
from fastapi.security import APIKeyCookie

from hub.tokens import get_claims

log = logging.getLogger(__name__)
SCOPES = ["access:services"]


async def get_current_user(cookie: str = Security(APIKeyCookie(name="hub"))):
    if cookie is None:
        raise HTTPException(401)
    claims = get_claims(cookie)
    if any(scope in claims["scopes"] for scope in SCOPES):
        return claims
    raise HTTPException(403, detail="not authorized")  # expect: a denied access leaves no security record


async def get_admin(cookie: str = Security(APIKeyCookie(name="hub"))):
    if cookie is None:
        raise HTTPException(401)
    claims = get_claims(cookie)
    if "admin" not in claims["scopes"]:
        log.warning("%s is no admin", claims["sub"])
        raise HTTPException(403, detail="not authorized")
    return claims
