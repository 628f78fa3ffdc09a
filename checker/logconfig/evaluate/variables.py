"""Settings that pydantic reads from the environment: an attribute is the variable of its name, and what stands there only its default."""

from __future__ import annotations

import re

from checker.logconfig.evaluate.scope import Cls
from checker.logconfig.values import UNKNOWN, Made, Map, Ref, Value

_BASE = re.compile(r"(?:^pydantic[\w.]*|^)\.?BaseSettings$")
_FIELD = re.compile(r"(?:^|\.)Field$")
_NAMES = ("env", "validation_alias", "alias")


def setting(cls: Cls, name: str, found: Value) -> Value:
    """The value of an attribute, open where its class is read from the environment; as it is in any other class."""
    if not _is_settings(cls) or name.startswith("_") or name == "model_config":
        return found
    default, told = _default(found)
    variable = told or f"{_prefix(cls)}{name}".upper()
    reason = f"the environment variable {variable}"
    if default.data is UNKNOWN or isinstance(default.data, Ref | Made):
        return Value(UNKNOWN, found.span, reason)
    return Value(default.data, default.span, default.reason, default.open or reason)


def _is_settings(cls: Cls, depth: int = 0) -> bool:
    for base in cls.bases:
        if isinstance(base.data, Ref) and _BASE.search(base.data.dotted):
            return True
        if isinstance(base.data, Cls) and depth < 8 and _is_settings(base.data, depth + 1):
            return True
    return False


def _default(found: Value) -> tuple[Value, str]:
    """What ``Field(default, env="NAME")`` gives, and the name that it says."""
    data = found.data
    if not isinstance(data, Made) or not _FIELD.search(data.callee):
        return found, ""
    given = data.argument(0, "default")
    named = next((data.keywords[one].data for one in _NAMES if one in data.keywords), None)
    default = given if given is not None and given.data is not ... else Value(UNKNOWN, found.span)
    return default, named if isinstance(named, str) else ""


def _prefix(cls: Cls) -> str:
    """``env_prefix`` of ``model_config`` or of an inner ``Config``."""
    config = cls.scope.names.get("model_config")
    held = config.data if config is not None else None
    prefix = (
        held.keywords.get("env_prefix") if isinstance(held, Made) else held.entries.get("env_prefix") if isinstance(held, Map) else None
    )
    inner = cls.scope.names.get("Config")
    if prefix is None and inner is not None and isinstance(inner.data, Cls):
        prefix = inner.data.scope.names.get("env_prefix")
    return prefix.data if prefix is not None and isinstance(prefix.data, str) else ""
