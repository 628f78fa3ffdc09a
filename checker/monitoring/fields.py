"""Entries of a YAML mapping as settings: text with its placeholders, durations in seconds, switches, whole trees by path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from checker.logconfig.model import Reference, Setting
from checker.logconfig.text.placeholders import filled
from checker.logconfig.values import Items, Map, Value

_MOST = 4_000
_TRUE, _FALSE = frozenset(("true", "yes", "on", "1")), frozenset(("false", "no", "off", "0"))


def entries(value: Value | None) -> dict[str, Value]:
    """Those of a mapping, none for anything else."""
    return {str(key): one for key, one in value.data.entries.items()} if value is not None and isinstance(value.data, Map) else {}


def items(value: Value | None) -> list[Value]:
    """Those of a list; a single value is a list of one, what is missing is none."""
    if value is None or value.data is None:
        return []
    return list(value.data.values) if isinstance(value.data, Items) else [value]


def text(value: Value | None) -> str:
    """A text as it is written, ``""`` for anything else."""
    return value.data if value is not None and isinstance(value.data, str) else ""


def as_written(value: Value) -> Setting:
    """A scalar whose templates are left as they are."""
    if not value.known or isinstance(value.data, Map | Items):
        return Setting(None, value.span, value.reason or "it is no plain value")
    return Setting(value.data, value.span, "", value.open)


def setting(value: Value) -> Setting:
    """A scalar; a placeholder makes it unknown, or open where it has a default."""
    if isinstance(value.data, str):
        made = filled(value.data, value.span)
        return Setting(made.data if made.known else None, value.span, made.reason, made.open)
    return as_written(value)


def duration(value: Value) -> Setting:
    """Seconds as a number."""
    found = setting(value)
    if found.unknown:
        return found
    if isinstance(found.value, int | float) and not isinstance(found.value, bool):
        return replace(found, value=float(found.value))
    from checker.monitoring.expressions.tokens import seconds  # most projects have no alerts

    read = seconds(str(found.value))
    return replace(found, value=read) if read is not None else Setting(None, value.span, f"{str(found.value)[:40]!r} is no duration")


def flag(value: Value | Setting | None, default: bool | None = None) -> bool | None:
    """A switch, in the spellings that shippers take; ``None`` where unknown."""
    if value is None:
        return default
    found = setting(value) if isinstance(value, Value) else value
    if found.unknown:
        return None
    word = str(found.value).strip().lower()
    return True if word in _TRUE else False if word in _FALSE else None


def reference(value: Value | None) -> Reference | None:
    """A name that something else is called by."""
    if value is None or value.data is None:
        return None
    found = setting(value)
    if found.unknown or found.open or not isinstance(found.value, str | int):
        return Reference("", value.span, found.unknown or found.open or "it is no name")
    return Reference(str(found.value), value.span)


def under(held: Mapping[str, Value], name: str) -> dict[str, Value]:
    """What stands below a key, whether that is nested or written with dots: ``output.file.path`` is ``file.path`` under ``output``."""
    found: dict[str, Value] = {}
    for key, value in held.items():
        if key == name:
            found |= entries(value)
        elif key.startswith(f"{name}."):
            found[key[len(name) + 1 :]] = value
    return found


def repeated(value: Value) -> Iterator[Reference]:
    """Keys that stand a second time in a mapping or in one below it, where they do."""
    waiting = [(value, 0)]
    count = 0
    while waiting and count < _MOST:
        one, depth = waiting.pop()
        count += 1
        if isinstance(one.data, Map):
            yield from (Reference(key, span) for key, span in one.data.repeated)
        if isinstance(one.data, Map | Items) and depth < 12:
            inner = one.data.entries.values() if isinstance(one.data, Map) else one.data.values
            waiting += [(held, depth + 1) for held in inner if isinstance(held.data, Map | Items)]


def flat(value: Value, before: str = "") -> Iterator[tuple[str, Setting]]:
    """Every scalar below a mapping by its path, with dots between the keys; lists count from 0."""
    waiting = [(before, value, 0)]
    count = 0
    while waiting and count < _MOST:
        path, one, depth = waiting.pop()
        count += 1
        if isinstance(one.data, Map | Items) and depth < 12:
            pairs = one.data.entries.items() if isinstance(one.data, Map) else enumerate(one.data.values)
            inner = [(f"{path}.{key}" if path else str(key), held, depth + 1) for key, held in pairs]
            waiting += reversed(inner)
        elif path:
            yield path, setting(one)
