"""Names of fields and labels that are mistaken for each other."""

from __future__ import annotations

from collections.abc import Iterable

_SYNONYMS = (
    frozenset(("event", "event_type", "event_name", "msg", "message", "action", "type")),
    frozenset(("level", "levelname", "severity", "lvl", "log_level", "loglevel")),
    frozenset(("logger", "name", "logger_name", "module")),
    frozenset(("status", "status_code", "code", "http_status", "response_code")),
    frozenset(("app", "application", "service", "service_name", "job", "container", "compose_service", "container_name")),
)
"""Names that mean the same and are mistaken for each other."""


def like(name: str, held: Iterable[str]) -> str:
    """The one of some names that is written almost as another, or means the same; ``""`` for none."""
    low = name.lower()
    names = [one for one in held if one != name]
    for one in names:
        if one.lower() == low or one.replace("_", "").lower() == low.replace("_", ""):
            return one
    group = next((group for group in _SYNONYMS if name in group), frozenset[str]())
    return next((one for one in names if one in group), "")
