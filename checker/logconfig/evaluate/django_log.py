"""``django.utils.log.DEFAULT_LOGGING``: what a project gets that copies Django's own configuration and changes parts of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.logconfig.values import Items, Map, Ref, Value
from checker.model import Span

_NAME = "django.utils.log.DEFAULT_LOGGING"
_DEFAULT: Mapping[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "require_debug_false": {"()": "django.utils.log.RequireDebugFalse"},
        "require_debug_true": {"()": "django.utils.log.RequireDebugTrue"},
    },
    "formatters": {"django.server": {"()": "django.utils.log.ServerFormatter", "format": "[{server_time}] {message}", "style": "{"}},
    "handlers": {
        "console": {"level": "INFO", "filters": ["require_debug_true"], "class": "logging.StreamHandler"},
        "django.server": {"level": "INFO", "class": "logging.StreamHandler", "formatter": "django.server"},
        "mail_admins": {"level": "ERROR", "filters": ["require_debug_false"], "class": "django.utils.log.AdminEmailHandler"},
    },
    "loggers": {
        "django": {"handlers": ["console", "mail_admins"], "level": "INFO"},
        "django.server": {"handlers": ["django.server"], "level": "INFO", "propagate": False},
    },
}
"""As Django has it from 1.9 to 5.2."""


def imported(dotted: str, span: Span) -> Value:
    """What the name of a library stands for: Django's default with the place of its import, of any other the name alone."""
    return _value(_DEFAULT, span) if dotted == _NAME else Value(Ref(dotted), span)


def _value(plain: Any, span: Span) -> Value:
    if isinstance(plain, Mapping):
        entries = {key: _value(one, span) for key, one in plain.items()}
        return Value(Map(entries, dict.fromkeys(entries, span)), span)
    return Value(Items([_value(one, span) for one in plain]) if isinstance(plain, list) else plain, span)
