"""Who brings nothing has not failed to log in, and neither has anybody where no login can be had; a wrong key has."""

import json

from fastapi import FastAPI, Header, HTTPException

from .keys import known, ring

app = FastAPI()


def key_of(authorization: str = Header("")):
    key = authorization.removeprefix("Bearer ").strip()
    if not key:
        raise HTTPException(401, "Empty Bearer token")
    if known(key) is None:
        raise HTTPException(401, "Invalid or missing API key")  # expect: leaves no security record
    return key


class Unready(HTTPException):
    pass


def authenticate(username, password):
    if ring.connected is False:
        return False, "the directory is unavailable"
    return ring.bind(username, password), ""


@app.post("/login")
def login(authorization: str = Header("")):
    try:
        shown = json.loads(authorization)
    except Exception:
        raise HTTPException(401, "malformed")
    return key_of(shown["key"])
