import logging

logger = logging.getLogger(__name__)

SENSITIVE_KEYS = frozenset({"password", "token", "authorization"})


def redact(data):
    for key in list(data):
        if key.lower() in SENSITIVE_KEYS:
            data[key] = "***"
            logger.debug("redacted key %s", key)
    logger.debug("keys that are never logged: %s", sorted(SENSITIVE_KEYS))
    return data
