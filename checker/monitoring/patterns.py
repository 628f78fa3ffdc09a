"""Label patterns without running them: alternations of plain text and of what begins, ends or lies between wildcards.

Anything else is not known, because a pattern of a scanned file is never run.
"""

from __future__ import annotations

import msgspec

from checker import patterns as re
from checker.monitoring.expressions.matcher import Matcher

_MOST = 64
_PLAIN = re.compile(r"[\w\-/ :@,;=#%&~'\"<>!]")
_WILD = re.compile(r"\.[*+]\??")


class Shape(msgspec.Struct, frozen=True):
    """Plain text between wildcards: ``("prod-", "")`` for ``prod-.*``, one part for plain text."""

    parts: tuple[str, ...]

    @property
    def literal(self) -> str | None:
        """The text, where there is no wildcard."""
        return self.parts[0] if len(self.parts) == 1 else None

    def fits(self, text: str) -> bool:
        """Whether the whole text is of the shape."""
        if len(self.parts) == 1:
            return text == self.parts[0]
        first, *middle, last = self.parts
        if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
            return False
        at = len(first)
        for part in middle:
            at = text.find(part, at, len(text) - len(last))
            if at < 0:
                return False
            at += len(part)
        return True


def shapes(pattern: str) -> tuple[Shape, ...] | None:
    """The alternatives of an anchored pattern, ``None`` where it has more than plain text, ``.*``, ``.+`` and groups of those."""
    pattern = pattern.removeprefix("^").removesuffix("$").removeprefix("(?i)") if not pattern.startswith("(?i)") else "["
    found = _expanded(pattern, 0)
    return tuple(Shape(tuple(one.split("\0"))) for one in found) if found is not None else None


def _expanded(pattern: str, depth: int) -> list[str] | None:
    """Texts with NUL for a wildcard."""
    if depth > 4 or len(pattern) > 2_000:
        return None
    alternatives = _split(pattern)
    if alternatives is None:
        return None
    found: list[str] = []
    for one in alternatives:
        made = _sequence(one, depth)
        if made is None or len(found) + len(made) > _MOST:
            return None
        found += made
    return found


def _split(pattern: str) -> list[str] | None:
    """At the bars that stand in no group."""
    parts, level, start, at = [], 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        at += 2 if sign == "\\" else 1
        if sign == "[":
            return None
        level += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "|" and level == 0:
            parts.append(pattern[start : at - 1])
            start = at
    return [*parts, pattern[start:]] if level == 0 else None


def _sequence(text: str, depth: int) -> list[str] | None:
    made, at = [""], 0
    while at < len(text):
        sign = text[at]
        wild = _WILD.match(text, at)
        if wild:
            made, at = [f"{one}\0" for one in made], wild.end()
        elif sign == "\\" and at + 1 < len(text) and not text[at + 1].isalnum():
            made, at = [one + text[at + 1] for one in made], at + 2
        elif sign == "(":
            end = _closing(text, at)
            inner = text[at + 1 : end].removeprefix("?:")
            options = _expanded(inner, depth + 1) if end > 0 and not inner.startswith("?") else None
            if options is None or len(options) * len(made) > _MOST or text[end + 1 : end + 2] in ("*", "+", "?", "{"):
                return None
            made, at = [one + option for one in made for option in options], end + 1
        elif _PLAIN.match(sign) and text[at + 1 : at + 2] not in ("*", "+", "?", "{"):
            made, at = [one + sign for one in made], at + 1
        else:
            return None
    return made


def _closing(text: str, start: int) -> int:
    level, at = 0, start
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        level += {"(": 1, ")": -1}.get(text[at], 0)
        if level == 0:
            return at
        at += 1
    return -1


def accepts(matcher: Matcher, value: str) -> bool | None:
    """Whether a matcher accepts a value; ``None`` where its pattern is not understood."""
    if matcher.unknown:
        return None
    if matcher.op in ("=", "=="):
        return value == matcher.value
    if matcher.op == "!=":
        return value != matcher.value
    found = shapes(matcher.value)
    if found is None:
        return None
    if value == "" and _needs_something(matcher.value):
        return matcher.op == "!~"
    return any(shape.fits(value) for shape in found) == (matcher.op == "=~")


def _needs_something(pattern: str) -> bool:
    return pattern.startswith(".+") or pattern in ("(.+)", "^.+$")


def values(matcher: Matcher) -> tuple[str, ...] | None:
    """The only values that a matcher accepts, ``None`` where they cannot be counted."""
    if matcher.unknown:
        return None
    if matcher.op in ("=", "=="):
        return (matcher.value,)
    found = shapes(matcher.value) if matcher.op == "=~" else None
    literals = [shape.literal for shape in found] if found else [None]
    return tuple(one for one in literals if one is not None) if None not in literals else None


def excludes(one: Matcher, other: Matcher) -> bool:
    """Whether no value of the label satisfies both, for certain."""
    if one.label != other.label:
        return False
    for first, second in ((one, other), (other, one)):
        found = values(first)
        if found is not None:
            return all(accepts(second, value) is False for value in found)
    return one.op == "=~" and other.op == "!~" and one.value == other.value and not one.unknown


def implies(one: Matcher, other: Matcher) -> bool:
    """Whether every value that the one accepts is accepted by the other, for certain."""
    if one.label != other.label or one.unknown or other.unknown:
        return False
    if (one.op, one.value) == (other.op, other.value):
        return True
    found = values(one)
    if found is not None:
        return all(accepts(other, value) is True for value in found)
    if other.op == "=~" and other.value in (".*", "(.*)"):
        return True
    return one.op == "=~" and other.op == "!=" and other.value == "" and _needs_something(one.value)
