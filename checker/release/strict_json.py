"""JSON that every reader understands alike: no duplicate key, no invalid Unicode, no number out of range, bounded size and depth."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from checker.release.refusal import Refused, quoted

LARGEST = 16_000_000
"""Bytes of one document; the largest real bundles, statements and roots have some hundred thousand."""
DEEPEST = 60
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)
"""A text, also one that does not end: each byte is looked at once, whatever stands there."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_NUMBER = 30


class _TrapError(ValueError):
    """What a lenient reader would pass over."""


def loads(data: bytes, what: str, rule: str = "unreadable-bundle") -> Any:
    """The value; ``what`` names the document in the sentence of `Refused`."""
    if len(data) > LARGEST:
        raise Refused(rule, what, f"at most {LARGEST:,} bytes of JSON", f"{len(data):,} bytes")
    if data.count(b"[") + data.count(b"{") > DEEPEST and _depth(data) > DEEPEST:
        raise Refused(rule, what, f"JSON that nests at most {DEEPEST} deep", "deeper nesting")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(rule, what, "JSON in UTF-8", f"invalid UTF-8 at byte {error.start}") from error
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer, parse_float=_float)
    except _TrapError as error:
        raise Refused(rule, what, "JSON that every reader understands alike", str(error)) from error
    except json.JSONDecodeError as error:
        raise Refused(rule, what, "JSON", f"a mistake in line {error.lineno}, column {error.colno} ({error.msg})") from error
    except RecursionError as error:
        raise Refused(rule, what, f"JSON that nests at most {DEEPEST} deep", "deeper nesting") from error
    if "\\u" in text:
        _check_surrogates(value, what, rule)
    return value


def _depth(data: bytes) -> int:
    deepest = depth = 0
    for token in _TOKEN.finditer(data):
        mark = token[0]
        if mark in (b"[", b"{"):
            depth += 1
            deepest = max(deepest, depth)
        elif mark in (b"]", b"}"):
            depth -= 1
    return deepest


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise _TrapError(f"the key {quoted(twice)} twice in one object")
    return made


def _constant(word: str) -> Any:
    raise _TrapError(f"{word}, which is no JSON number")


def _integer(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise _TrapError(f"a number of {len(text)} digits")
    return int(text)


def _float(text: str) -> float:
    number = float(text) if len(text) <= _LONGEST_NUMBER else float("inf")
    if number in (float("inf"), float("-inf")):
        raise _TrapError("a number out of range")
    return number


def _check_surrogates(value: Any, what: str, rule: str) -> None:
    """Half a surrogate pair is no character; the value nests no deeper than `DEEPEST`."""
    if isinstance(value, dict):
        for key, item in value.items():
            _check_surrogates(key, what, rule)
            _check_surrogates(item, what, rule)
    elif isinstance(value, list):
        for item in value:
            _check_surrogates(item, what, rule)
    elif isinstance(value, str) and _SURROGATE.search(value):
        raise Refused(rule, what, "JSON that every reader understands alike", "half a surrogate pair")
