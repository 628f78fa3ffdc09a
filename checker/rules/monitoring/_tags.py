"""Patterns of Fluentd's matches: parts between dots, `*` within a part, `**` for any number of them, `{a,b}` for either."""

from __future__ import annotations

import re

from checker.monitoring.patterns import Shape
from checker.rules.monitoring._shippers import meets

_EITHER = re.compile(r"\{([^{}]*)\}")
_UNKNOWN = re.compile(r"#\{|^/|\u2026|\$\{")
_MOST = 64


def expanded(pattern: str) -> list[str]:
    """Each of the patterns between blanks, without braces."""
    waiting, found = pattern.split(), list[str]()
    while waiting and len(found) + len(waiting) < _MOST:
        one = waiting.pop(0)
        match = _EITHER.search(one)
        if match is None:
            found.append(one)
        else:
            waiting += [f"{one[: match.start()]}{part}{one[match.end() :]}" for part in match[1].split(",")]
    return found + waiting


def fits(pattern: str, tag: str) -> bool:
    """Whether a tag may be taken; what is not known of either may fit."""
    if _UNKNOWN.search(pattern) or _UNKNOWN.search(tag):
        return True
    loose = "*" in tag
    return any(meets(one.replace("**", "*"), tag) if loose else _fits(one.split("."), tag.split(".")) for one in expanded(pattern))


def _fits(parts: list[str], tag: list[str]) -> bool:
    """Part by part; `**` takes none or more, also as a piece of a part."""
    reached = {0}
    for part in parts[:_MOST]:
        if part == "**":
            reached = {at for start in reached for at in range(start, len(tag) + 1)}
        elif "**" in part:
            return True
        else:
            shape = Shape(tuple(part.split("*")))
            reached = {at + 1 for at in reached if at < len(tag) and shape.fits(tag[at])}
    return len(tag) in reached


def covers(earlier: str, later: str) -> bool:
    """Whether every tag that the later pattern takes is taken by the earlier, for certain."""
    if _UNKNOWN.search(earlier) or _UNKNOWN.search(later):
        return False
    taking = expanded(earlier)
    return bool(later.strip()) and all(any(_covers(one, other) for one in taking) for other in expanded(later))


def _covers(one: str, other: str) -> bool:
    if one in ("**", other):
        return True
    before = one.removesuffix(".**")
    if before == one or "*" in before:
        return _fits(one.split("."), other.split(".")) if "*" not in other else False
    return other == before or other.startswith(f"{before}.")
