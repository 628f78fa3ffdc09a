"""Somebody is there, and the key says nothing of roles: they have all of theirs. Who is not there is recorded."""

import logging

from fastapi import Depends, FastAPI, HTTPException, Request

from mill.keys import verify_api_key

app = FastAPI()
log = logging.getLogger(__name__)


def current_user(request: Request):
    key = request.headers.get("x-api-key")
    if not key:
        return None
    user, roles = verify_api_key(key)
    if not user:
        log.warning("wrong key from %s", request.client.host)
        raise HTTPException(401)
    found = dict(user)
    if roles is not None:
        found["roles"] = sorted(set(roles) & set(user.roles))
    return found


@app.get("/wheel")
def wheel(user=Depends(current_user)):
    return {"user": user["id"]}
