"""Python's own formatters: ``%``, ``{`` and ``$`` formats, filled in as `logging.Formatter` does."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from checker.logconfig.model import Formatter
from checker.trace.record import Record
from checker.trace.rendering.line import Line, unknown_line
from checker.trace.wording import Hole, Text, hole, joined, known

_PERCENT = re.compile(r"%(?:\((?P<name>[\w.]+)\))(?P<spec>[#0+ -]*\d*(?:\.\d+)?)(?P<kind>[a-zA-Z])|%(?P<sign>%)")
_BRACE = re.compile(r"\{(?P<name>[A-Za-z_][\w.]*)(?:\[[^\]]*\])?(?:![rsa])?(?::(?P<spec>[^{}]*))?\}")
_DOLLAR = re.compile(r"\$(?:\{(?P<braced>\w+)\}|(?P<name>\w+))")
_NOW = time.struct_time((2026, 1, 5, 12, 0, 0, 0, 5, 0))
_LONGEST = 4_000
_ADDED = frozenset(("log_color", "reset", "asctime", "server_time", "levelprefix", "client_addr", "request_line", "status_code"))
"""What formatters of libraries add themselves."""


def asctime(datefmt: str | None) -> Text:
    """The time as it is written."""
    if datefmt is None:
        return Text((Hole("the time", "2026-01-05 12:00:00,123"),))
    try:
        shown = time.strftime(datefmt[:200], _NOW)
    except ValueError:
        shown = "2026-01-05"
    return Text((Hole("the time", shown),))


def plain_line(record: Record, formatter: Formatter | None) -> Line:
    """What `logging.Formatter` and its kind write; without one only the message."""
    if formatter is None or formatter.format is None:
        return _alone(record)
    if formatter.format.unknown or not isinstance(formatter.format.value, str):
        return unknown_line(record.message, "the format")
    datefmt = formatter.datefmt
    date = str(datefmt.value) if datefmt is not None and not datefmt.unknown and datefmt.value is not None else None
    text = formatter.format.value[:_LONGEST]
    if names(text, formatter.style) == ["message"] and not _filled_around(text):
        return _alone(record)
    return Line(joined((*_filled(text, formatter.style, record, date), *_traceback(record))), "text")


def _traceback(record: Record) -> Iterator[Text]:
    """What `logging.Formatter` writes below the line of an exception."""
    if record.exception:
        yield known("\nTraceback (most recent call last):\n")
        yield record.traceback


def _alone(record: Record) -> Line:
    """The message and nothing else, which may be JSON."""
    if record.body is not None and not record.exception:
        return Line(record.message, "json", record.body, record.open)
    return Line(joined((record.message, *_traceback(record))), "text")


def _filled_around(text: str) -> bool:
    return text.strip() not in ("%(message)s", "{message}", "$message", "${message}")


def names(text: str, style: str) -> list[str]:
    """The fields that a format names, in order."""
    pattern = {"{": _BRACE, "$": _DOLLAR}.get(style, _PERCENT)
    found = []
    for match in pattern.finditer(text[:_LONGEST]):
        held = match.groupdict()
        name = held.get("name") or held.get("braced")
        if name:
            found.append(name)
    return found


def _filled(text: str, style: str, record: Record, date: str | None) -> Iterator[Text]:
    pattern = {"{": _BRACE, "$": _DOLLAR}.get(style, _PERCENT)
    at = 0
    for match in pattern.finditer(text):
        yield known(text[at : match.start()])
        held = match.groupdict()
        name = held.get("name") or held.get("braced")
        if name is None:
            yield known("%")
        else:
            yield _padded(_value(name, record, date), held.get("spec") or "")
        at = match.end()
    yield known(text[at:])


def _value(name: str, record: Record, date: str | None) -> Text:
    if name in ("asctime", "server_time"):
        return asctime(date)
    if name in ("log_color", "reset"):
        return Text((Hole("a colour", "\x1b[33m"),))
    if name == "levelprefix":
        return known(f"{record.level.upper()}:".ljust(9))
    if name == "level":  # loguru's; a record of logging has none of this name
        return known(record.level.upper())
    found = record.attribute(name)
    return found if found is not None else Text((hole(name),))


def _padded(text: Text, spec: str) -> Text:
    """``%(levelname)-8s``: blanks behind or before."""
    match = re.fullmatch(r"(?P<left>[-<]?)[>^0+ ]*(?P<width>\d{1,9})?(?:\.(?P<most>\d{1,9}))?[a-z]?", spec)
    literal = text.literal
    if match is None or literal is None:
        return text
    shown = literal[: int(match["most"])] if match["most"] else literal
    width = min(int(match["width"] or 0), 200)
    return known(shown.ljust(width) if match["left"] in ("-", "<") else shown.rjust(width))
