"""``[removed]`` in a value's place is a mask, at any depth of what was sent."""

import json
import logging

logger = logging.getLogger("accounts.api")
DROPPED = {"password", "token", "secret", "authorization"}


def clean(value):
    if isinstance(value, dict):
        return {key: ("[removed]" if key.lower() in DROPPED else clean(inner)) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean(inner) for inner in value]
    return value


def record(request, response):
    logger.info("exchange %s", json.dumps({"request": clean(request.json), "status": response.status_code}))
