"""Logging configuration in TOML files: the whole of one, or a table of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from checker.logconfig.applying import applied
from checker.logconfig.dictconfig import parse
from checker.logconfig.environment import environment_of
from checker.logconfig.facts import UnreadConfig
from checker.logconfig.model import LogPipeline
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.text.finding import configurations
from checker.logconfig.text.naming import is_called_so, names_python
from checker.logconfig.text.placeholders import filled, is_template
from checker.logconfig.values import Items, Map, Value
from checker.model import Span
from checker.text import readable
from checker.toml_scan import Path, Place, places

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_LARGEST = 2_000_000
_DEEPEST = 50
_NAMES = re.compile(r"\.toml(?:\.\w+)?$", re.IGNORECASE)
_SECTIONS = re.compile(r"^\s*\[(?:[\w.\"-]*\.)?(formatters|filters|handlers|loggers|root)[\w.\"-]*\]?", re.MULTILINE)
_LINE = re.compile(r"\bline (\d+)")
_SURE = 2
_WORDS = re.compile(rb"\bhandlers\b|\bloggers\b")


def _read(path: str, data: bytes) -> Iterator[LogPipeline | UnreadConfig]:
    if len(data) > _LARGEST:
        return
    text = readable(data).removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        held = tomllib.loads(text)
        keys, values = places(text)
        document = _value(held, (), path, keys, values)
    except (ValueError, RecursionError) as error:
        if not is_template(text) and len(set(_SECTIONS.findall(text))) >= _SURE and (names_python(text) or is_called_so(path)):
            place = _LINE.search(str(error))
            line = int(place[1]) if place else 1
            yield UnreadConfig(Span(path, line, 1, line, 1), f"it looks like a logging configuration, and it does not parse: {error}")
        return
    for value in configurations(document):
        yield applied(parse(value, Resolver()), "dictConfig", environment=environment_of(path))


def _value(held: Any, at: Path, path: str, keys: dict[Path, Place], values: dict[Path, Place]) -> Value:
    span = _span(path, values.get(at))
    if len(at) > _DEEPEST:
        return Value(None, span)
    if isinstance(held, dict):
        made = Map()
        for key, one in held.items():
            made.put(key, _value(one, (*at, key), path, keys, values), _span(path, keys.get((*at, key))))
        return Value(made, span)
    if isinstance(held, list):
        return Value(Items([_value(one, (*at, number), path, keys, values) for number, one in enumerate(held)]), span)
    if isinstance(held, str):
        return filled(held, span)
    return Value(held if isinstance(held, int | float | bool) else str(held), span)


def _span(path: str, place: Place | None) -> Span:
    line, column = place or (1, 1)
    return Span(path, line, column, line, column)


READER = Reader("toml", names=_NAMES, words=_WORDS, file=_read)
