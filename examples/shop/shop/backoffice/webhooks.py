"""What the payment provider tells us."""

from __future__ import annotations

import hashlib
import hmac
import json

from fastapi import APIRouter, HTTPException, Request
from loguru import logger

from shop.config import load_settings

router = APIRouter(prefix="/webhooks")
SIGNATURE_HEADER = "X-Signature"
KNOWN = {"charge.settled", "charge.refunded", "charge.disputed"}


def _signed(body: bytes, signature: str) -> bool:
    expected = hmac.new(load_settings().payment_api_key.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature)


@router.post("/payments")
async def payment_event(request: Request) -> dict[str, str]:
    """Take note of what happened to a charge."""
    body = await request.body()
    logger.debug("webhook received: {}", body)
    if not _signed(body, request.headers.get(SIGNATURE_HEADER, "")):
        logger.warning("webhook of {} bytes refused: {} is wrong", len(body), SIGNATURE_HEADER)
        raise HTTPException(403, "The signature is wrong.")
    event = json.loads(body)
    if event["type"] not in KNOWN:
        logger.info("unknown event type {!r} ignored", event["type"])
        return {"result": "ignored"}
    logger.info("charge event for order {}", int(event["order"]))
    return {"result": "ok"}
