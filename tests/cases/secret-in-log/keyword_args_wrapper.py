# file: core/events.py
import structlog

_log = structlog.get_logger("events")


def emit(event, **fields):
    _log.info(event, **fields)
# file: core/keys.py
import secrets

from core.events import emit


def issue(owner):
    api_key = "sk_" + secrets.token_urlsafe(24)
    emit("api_key_issued", owner=owner.id, api_key=api_key)  # expect: key|token
    emit("api_key_count", owner=owner.id, keys=len(owner.keys))
    return api_key
