# file: app/refresh.py
import logging

from fastapi import APIRouter, HTTPException

from app.store import tokens

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/refresh")
def refresh(token: str):
    stored = tokens.find(token)
    if stored is None:
        logger.warning("authn_token_invalid")
        raise HTTPException(401)
    if stored.revoked:
        tokens.revoke_family(stored.family)
        raise HTTPException(401, "token was used already")  # expect: used once more
    return tokens.replace(stored)
# file: app/store.py
tokens = None
