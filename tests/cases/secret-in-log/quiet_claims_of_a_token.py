import base64
import json
import logging

logger = logging.getLogger(__name__)


def claim_of(jwt_token: str, claim: str) -> str | None:
    parts = jwt_token.removeprefix("Bearer ").split(".")
    payload = json.loads(base64.b64decode(parts[1] + "=="))
    value = payload.get(claim)
    return value if isinstance(value, str) else None


def identify(access_token: str) -> None:
    uid = claim_of(access_token, "uid")
    if uid:
        logger.debug("user of the token: %s", uid)
