from fastapi import APIRouter, HTTPException

from mill.clock import now
from mill.store import tokens

router = APIRouter()


@router.post("/reset-password")
def reset_password(shown: str, new: str, audit):
    found = tokens.get(shown)
    if found is None or found.expires_at < now():
        raise HTTPException(400, "That link is no good any more")  # expect: does not verify
    found.miller.set_password(new)
    audit.info("new password of %s", found.miller.id)
    return {}


@router.post("/confirm")
def confirm_address(shown: str):
    found = tokens.get(shown)
    if found.is_expired():
        raise HTTPException(400, "That link is no good any more")  # expect: does not verify
    found.miller.confirm()
    return {}
