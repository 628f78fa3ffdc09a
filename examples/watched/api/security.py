import hmac
import logging
import os
from typing import Annotated

from fastapi import Header, HTTPException, Request

from api.metrics import TOKENS_REFUSED

logger = logging.getLogger("api.security")
TOKEN = os.environ["API_TOKEN"]


def staff(request: Request, authorization: Annotated[str, Header()] = "") -> str:
    kind, _, token = authorization.partition(" ")
    if kind != "Bearer" or not hmac.compare_digest(token.encode(), TOKEN.encode()):
        TOKENS_REFUSED.labels(reason="wrong").inc()
        logger.warning("token refused", extra={"event": "authn_token_reuse", "client": request.client.host, "path": request.url.path})
        raise HTTPException(401, "the token does not hold")
    return "staff"
