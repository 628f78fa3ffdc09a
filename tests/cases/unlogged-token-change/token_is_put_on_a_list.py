import redis
from fastapi import APIRouter, Depends

from shop.deps import claims

router = APIRouter()
store = redis.Redis()
REVOKED_TOKENS = set()


@router.post("/tokens/revoke")
def revoke(payload=Depends(claims)):
    store.setex(f"blocklist:{payload['jti']}", 3600, "1")  # expect: a made or revoked token leaves no security record
    return {"revoked": True}


@router.post("/tokens/drop")
def drop(token: str):
    REVOKED_TOKENS.add(token)  # expect: a made or revoked token leaves no security record
    return {"revoked": True}
