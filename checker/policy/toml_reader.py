"""TOML to plain data with places: tomllib parses, a small scan of the same text finds the lines and columns."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Mapping
from typing import Any

from checker.errors import LogproofError, Problem
from checker.policy.document import DEPTH, Document, Path, Place, decoded
from checker.toml_scan import places

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_TABLE: Path = ("tool", "logproof")
_DEEP = re.compile(r"[\[{]{41}")
_LONG = re.compile(r"[0-9_]{1000}")
_AT = re.compile(r"(?<!\s)\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def read_toml(data: bytes, label: str) -> Document:
    """The table ``[tool.logproof]``; raises `LogproofError` where the text is no TOML or the table is missing."""
    text = decoded(data, label)
    whole = _parsed(text, label)
    table = _inner(whole)
    if table is None:
        raise LogproofError(Problem("there is no table [tool.logproof]", label, hint="put the settings below a line [tool.logproof]"))
    keys, values = places(text)
    if not isinstance(table, dict):
        listed = isinstance(table, list)
        told = f"`tool.logproof` must be one table{', not several' if listed else ''}"
        line, column = values.get(_TABLE, (None, None))
        raise LogproofError(Problem(told, label, line, column, "begin the settings with a line [tool.logproof]"))
    size = len(_TABLE)
    return Document(
        label,
        _plain(table, label, values, _TABLE),
        {path[size:]: place for path, place in keys.items() if path[:size] == _TABLE},
        {path[size:]: place for path, place in values.items() if path[:size] == _TABLE},
    )


def has_settings(data: bytes) -> bool:
    """Whether there is a ``[tool.logproof]``, or the text is no TOML at all."""
    try:
        return _inner(_parsed(data.decode("utf-8-sig"), "")) is not None
    except (LogproofError, UnicodeDecodeError):
        return True


def _inner(whole: dict[str, Any]) -> Any:
    tool = whole.get("tool")
    return tool.get("logproof") if isinstance(tool, dict) else None


def _parsed(text: str, label: str) -> dict[str, Any]:
    whole: dict[str, Any]
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT.search(message)
        place: tuple[int | None, int | None] = (int(at["line"]), int(at["column"])) if at and at["line"] else (None, None)
        if at and not at["line"]:
            place = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        told = _AT.sub("", message)
        raise LogproofError(Problem(f"this is not TOML: {told[:1].lower()}{told[1:]}", label, *place)) from error
    except RecursionError as error:
        deep = _DEEP.search(text)
        raise LogproofError(Problem(f"arrays and tables nest deeper than {DEPTH}", label, deep and _line(text, deep.start()))) from error
    except ValueError as error:  # a number of many thousand digits, on Pythons that limit the conversion
        number = _LONG.search(text)
        raise LogproofError(Problem("this number has too many digits", label, number and _line(text, number.start()))) from error
    return whole


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _plain(value: Any, label: str, places: Mapping[Path, Place], path: Path) -> Any:
    """Dates become their ISO text, as they are in YAML."""
    if len(path) - len(_TABLE) > DEPTH:
        raise LogproofError(Problem(f"arrays and tables nest deeper than {DEPTH}", label, *places.get(path, (None, None))))
    if isinstance(value, dict):
        return {key: _plain(child, label, places, (*path, key)) for key, child in value.items()}
    if isinstance(value, list):
        return [_plain(child, label, places, (*path, number)) for number, child in enumerate(value)]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return value
