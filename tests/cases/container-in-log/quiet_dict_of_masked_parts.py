import json
import logging

logger = logging.getLogger(__name__)
SENSITIVE = ["password", "token", "authorization"]


def mask_sensitive(data):
    if type(data) is not dict:
        return data
    for key in data:
        if key in SENSITIVE:
            data[key] = "***"
    return data


def record(headers, body):
    entry = dict(headers=mask_sensitive(headers), size=len(body))
    shown = entry.copy()
    shown["headers"] = json.dumps(shown["headers"], indent=4)
    logger.info("request: %s", shown)
