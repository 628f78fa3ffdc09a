"""A TOML text as values with places."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from checker.logconfig.values import Items, Map, Value
from checker.model import Span
from checker.toml_scan import Path, Place, places

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_DEEPEST = 50


def document(text: str, path: str, written: Callable[[str, Span], Value]) -> Value:
    """The whole text, each of its texts by way of ``written``; raises `ValueError` or `RecursionError` where it is no TOML."""
    held = tomllib.loads(text)
    keys, values = places(text)
    return _value(held, (), path, (keys, values), written)


def _value(
    held: Any, at: Path, path: str, known: tuple[dict[Path, Place], dict[Path, Place]], written: Callable[[str, Span], Value]
) -> Value:
    keys, values = known
    span = _span(path, values.get(at))
    if len(at) > _DEEPEST:
        return Value(None, span)
    if isinstance(held, dict):
        made = Map()
        for key, one in held.items():
            made.put(key, _value(one, (*at, key), path, known, written), _span(path, keys.get((*at, key))))
        return Value(made, span)
    if isinstance(held, list):
        return Value(Items([_value(one, (*at, number), path, known, written) for number, one in enumerate(held)]), span)
    if isinstance(held, str):
        return written(held, span)
    return Value(held if isinstance(held, int | float | bool) else str(held), span)


def _span(path: str, place: Place | None) -> Span:
    line, column = place or (1, 1)
    return Span(path, line, column, line, column)
