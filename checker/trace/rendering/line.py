"""A line as it is written, and the fields that a parser can read back from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from checker.trace.wording import Text, anything, joined, known

Field: TypeAlias = "Text | Mapping[str, Field]"
"""Of an object: text, or an object in it; a list is an object with the keys ``0``, ``1`` ..."""


class Line(msgspec.Struct, frozen=True):
    """One record as text."""

    text: Text
    form: str
    """``text``, ``json``, ``logfmt``, or ``""`` where the formatter is not known."""
    fields: Mapping[str, Field] = msgspec.field(default_factory=dict)
    """Of JSON and logfmt, in order."""
    open: bool = False
    """Whether it may hold further fields."""
    broken: str = ""
    """Why it is never written: what the formatter raises."""


def unknown_line(message: Text, why: str) -> Line:
    """A line of which only the message is known."""
    around = anything(why)
    return Line(joined((around, message, around)), "", open=True)


class Plain(msgspec.Struct, frozen=True):
    """A value that stands in JSON without quotes."""

    text: str


def json_line(fields: Mapping[str, Field], *, compact: bool = False, numbers: frozenset[str] = frozenset(), open_: bool = False) -> Line:
    """As ``json.dumps`` writes it, or without blanks as orjson does."""
    return Line(_object(fields, compact, numbers), "json", fields, open_)


def is_list(fields: Mapping[str, Field]) -> bool:
    """Whether an object stands for a list."""
    return bool(fields) and all(key.isdigit() for key in fields)


def _object(fields: Mapping[str, Field], compact: bool, numbers: frozenset[str]) -> Text:
    comma, colon = (",", ":") if compact else (", ", ": ")
    listed = is_list(fields)
    parts: list[Text] = [known("[" if listed else "{")]
    for number, (key, value) in enumerate(fields.items()):
        named = "" if listed else f"{json.dumps(key)}{colon}"
        parts.append(known(f"{comma if number else ''}{named}"))
        if not isinstance(value, Text):
            parts.append(_object(value, compact, numbers))
        elif key in numbers:
            parts.append(value)
        else:
            parts += [known('"'), _escaped(value), known('"')]
    return joined((*parts, known("]" if listed else "}")))


def _escaped(value: Text) -> Text:
    return Text(tuple(json.dumps(part)[1:-1] if isinstance(part, str) else part for part in value.parts))


def logfmt_line(fields: Mapping[str, Text]) -> Line:
    """``key=value`` with quotes where a value has blanks."""
    parts: list[Text] = []
    for number, (key, value) in enumerate(fields.items()):
        quote = '"' if any(sign in value.sample for sign in ' ="') or not value.sample else ""
        parts += [known(f"{' ' if number else ''}{key}={quote}"), value, known(quote)]
    return Line(joined(parts), "logfmt", fields)
