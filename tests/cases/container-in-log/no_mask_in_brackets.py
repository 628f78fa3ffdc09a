"""What only stands in brackets is no mask."""

import json
import logging

logger = logging.getLogger("accounts.api")
NUMBERS = {"count", "total"}


def rounded(value):
    return {key: ("[number]" if key.lower() in NUMBERS else inner) for key, inner in value.items()}


def record(request, response):
    logger.info("exchange %s", json.dumps({"request": rounded(request.json), "status": response.status_code}))  # expect: the request's body
