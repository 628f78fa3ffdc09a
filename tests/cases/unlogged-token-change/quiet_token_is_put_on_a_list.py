import logging

import redis
from fastapi import APIRouter, Depends

from shop.deps import claims, sign

router = APIRouter()
logger = logging.getLogger(__name__)
store = redis.Redis()
ip_blocklist = set()


@router.post("/tokens/revoke")
def revoke(payload=Depends(claims)):
    store.setex(f"blocklist:{payload['jti']}", 3600, "1")
    logger.info("token revoked: user %s, token %s", payload["sub"], payload["id"])
    return {"revoked": True}


@router.post("/tokens/refresh")
def refresh(payload=Depends(claims)):
    store.setex(f"blocklist:{payload['jti']}", 3600, "1")
    return {"access": sign(payload["sub"])}


@router.post("/addresses/block")
def block(address: str):
    ip_blocklist.add(address)
    return {"blocked": True}


@router.post("/words")
def keep_word(word: str):
    store.set(f"blocklist:{word}", "1")
    return {"kept": True}


@router.get("/tokens/revoked")
def list_revoked(tokens=Depends(claims)):
    revoked = []
    for token in tokens:
        if token["revoked"]:
            revoked.append(token)
    return revoked
