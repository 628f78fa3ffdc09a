"""TOML to plain data with places: tomllib parses, a small scan of the same text finds the lines and columns."""

from __future__ import annotations

import datetime as dt
import re
import sys
from typing import Any

from checker.errors import LogproofError, Problem
from checker.policy.document import DEPTH, Document, Path, decoded
from checker.toml_scan import places

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_TABLE: Path = ("tool", "logproof")
_AT = re.compile(r"(?<!\s)\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def read_toml(data: bytes, label: str) -> Document:
    """The table ``[tool.logproof]``; raises `LogproofError` where the text is no TOML or the table is missing."""
    text = decoded(data, label)
    whole = _parsed(text, label)
    table = _inner(whole)
    if table is None:
        raise LogproofError(Problem("there is no table [tool.logproof]", label, hint="put the settings below a line [tool.logproof]"))
    keys, values = places(text)
    size = len(_TABLE)
    return Document(
        label,
        _plain(table, label, 0),
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
        raise LogproofError(Problem(f"arrays and tables nest deeper than {DEPTH}", label)) from error
    except ValueError as error:  # a number of many thousand digits, on Pythons that limit the conversion
        raise LogproofError(Problem(f"this is not TOML: {error}", label)) from error
    return whole


def _plain(value: Any, label: str, depth: int) -> Any:
    """Dates become their ISO text, as they are in YAML."""
    if depth > DEPTH:
        raise LogproofError(Problem(f"arrays and tables nest deeper than {DEPTH}", label))
    if isinstance(value, dict):
        return {key: _plain(child, label, depth + 1) for key, child in value.items()}
    if isinstance(value, list):
        return [_plain(child, label, depth + 1) for child in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return value
