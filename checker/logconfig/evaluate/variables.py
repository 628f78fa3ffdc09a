"""What pydantic makes of a class: settings are read from the environment, and a model is dumped as a dictionary of its fields.

An attribute of settings is the variable of its name, and what stands there only its default.
"""

from __future__ import annotations

from checker import patterns as re
from checker.logconfig.evaluate.scope import Cls, Func, Instance
from checker.logconfig.switches import Switches
from checker.logconfig.values import UNKNOWN, Made, Map, Ref, Value

_BASE = re.compile(r"(?:^pydantic[\w.]*|^)\.?BaseSettings$")
_MODEL = re.compile(r"(?:^pydantic[\w.]*|^)\.?(?:BaseModel|BaseSettings)$")
_FIELD = re.compile(r"(?:^|\.)Field$")
DUMPS = frozenset(("dict", "model_dump"))
"""Methods of a model, of pydantic 1 and 2."""
_DEEPEST = 8
_NAMES = ("env", "validation_alias", "alias")


def setting(switches: Switches, cls: Cls, name: str, found: Value) -> Value:
    """The value of an attribute, open where its class is read from the environment; as it is in any other class."""
    if not _is_settings(cls) or name.startswith("_") or name == "model_config":
        return found
    default, told = _default(found)
    variable = told or f"{_prefix(cls)}{name}".upper()
    turned = switches.truth(variable, found.span.path) if isinstance(default.data, bool) else None
    if turned is not None:
        return turned
    reason = f"the environment variable {variable}"
    if default.data is UNKNOWN or isinstance(default.data, Ref | Made):
        return Value(UNKNOWN, found.span, reason)
    return Value(default.data, default.span, default.reason, default.open or reason)


def dumped(instance: Instance) -> Value | None:
    """The dictionary of a model's fields, at its class's place; ``None`` for an object of any other class."""
    cls = instance.cls
    if not _derives(cls, _MODEL):
        return None
    held = Map()
    for name, found in _fields(cls).items():
        value = setting(Switches({}), cls, name, found)
        held.put(name, _default(value)[0], found.span)
    given = instance.made.keywords if isinstance(instance.made, Made) else {}
    for name, value in (*given.items(), *instance.attributes.items()):
        if name in held.entries:
            held.put(name, value, value.span)
    first = min((one.span for one in held.entries.values() if one.span.path == cls.scope.path), default=None)
    return Value(held, first) if first is not None else None


def _fields(cls: Cls, depth: int = 0) -> dict[str, Value]:
    """Name and default of each field, those of the bases first."""
    found: dict[str, Value] = {}
    for base in reversed(cls.bases):
        if isinstance(base.data, Cls) and depth < _DEEPEST:
            found |= _fields(base.data, depth + 1)
    names = ((name, value) for name, value in cls.scope.names.items() if not name.startswith("_") and name != "model_config")
    return found | {name: value for name, value in names if not isinstance(value.data, Func | Cls)}


def _is_settings(cls: Cls) -> bool:
    return _derives(cls, _BASE)


def _derives(cls: Cls, wanted: re.Pattern[str], depth: int = 0) -> bool:
    for base in cls.bases:
        if isinstance(base.data, Ref) and wanted.search(base.data.dotted):
            return True
        if isinstance(base.data, Cls) and depth < _DEEPEST and _derives(base.data, wanted, depth + 1):
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
