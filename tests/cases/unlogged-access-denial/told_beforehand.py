"""A record that is given the verdict, or a word for it, tells of the denial though it stands before the test."""

import logging

from fastapi import Depends, FastAPI, HTTPException

from .rights import current_user, may

app = FastAPI()
trail = logging.getLogger("trail")


@app.get("/drawers/{number}")
async def drawer(number: int, user=Depends(current_user)):
    allowed = await may(user, "read", number)
    trail.info("user %s reads drawer %s: %s", user.id, number, "allow" if allowed else "deny")
    if not allowed:
        raise HTTPException(403, "not yours")
    return number


@app.put("/drawers/{number}")
async def fill(number: int, user=Depends(current_user)):
    allowed = await may(user, "write", number)
    trail.info("user %s writes drawer %s: %s", user.id, number, allowed)
    if not allowed:
        raise HTTPException(403, "not yours")
    return number


@app.delete("/drawers/{number}")
async def empty(number: int, user=Depends(current_user)):
    allowed = await may(user, "delete", number)
    trail.info("user %s asks for drawer %s", user.id, number)
    if not allowed:
        raise HTTPException(403, "not yours")  # expect: a denied access leaves no security record
    return number
