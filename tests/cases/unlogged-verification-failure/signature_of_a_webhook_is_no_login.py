import hashlib
import hmac
import time

from fastapi import APIRouter, Header, HTTPException, Request

from shop.webhooks import WebhookVerificationError, validate_event

router = APIRouter()


def _verify_signature(raw_body: bytes, signature_header: str, secret: str) -> None:
    parts = dict(part.split("=", 1) for part in signature_header.split(",") if "=" in part)
    stamp, given = parts.get("t"), parts.get("v1")
    if given is None:
        raise HTTPException(401)
    if abs(time.time() - int(stamp)) > 300:
        raise HTTPException(401)
    wanted = hmac.new(secret.encode(), raw_body, hashlib.sha512).hexdigest()
    if not hmac.compare_digest(wanted, given):
        raise HTTPException(401)  # expect: a token or signature that does not verify


@router.post("/disputes/webhook", status_code=202)
async def disputes(request: Request, x_signature: str = Header()):
    _verify_signature(await request.body(), x_signature, request.app.state.secret)


@router.post("/events/webhook", status_code=202)
async def events(request: Request):
    try:
        validate_event(await request.body(), request.headers, request.app.state.secret)
    except WebhookVerificationError:
        raise HTTPException(status_code=401)  # expect: a token or signature that does not verify
