import hashlib
import hmac
import logging

from fastapi import APIRouter, Depends, Header, HTTPException, Request

router = APIRouter()
log = logging.getLogger(__name__)
KEY = b"..."


async def verify_webhook(request: Request, x_signature: str = Header()):
    made = hmac.new(KEY, await request.body(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(made, x_signature):
        raise HTTPException(status_code=400, detail="bad signature")  # expect: verify_webhook() raises HTTPException


async def verify_signature(request: Request, x_signature: str = Header()):
    made = hmac.new(KEY, await request.body(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(made, x_signature):
        log.warning("bad signature from %s", request.client.host)
        raise HTTPException(status_code=400, detail="bad signature")


@router.post("/hook", dependencies=[Depends(verify_webhook)])
async def hook():
    return {}


@router.post("/second", dependencies=[Depends(verify_signature)])
async def second():
    return {}
