"""Patterns of rules and stages on texts with holes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from checker.monitoring.expressions.matcher import Matcher
from checker.trace.matching.reaching import reaching
from checker.trace.matching.regexp import Pattern, UnknownPatternError, compiled
from checker.trace.wording import YES, Match, Text, nearly

_PATTERNS = 4_096
"""Kept: every line is held against every rule's."""


@lru_cache(maxsize=_PATTERNS)
def _compiled(pattern: str) -> Pattern | str:
    try:
        return compiled(pattern)
    except UnknownPatternError as error:
        return str(error)


def matches(text: Text, pattern: str, *, whole: bool = False, what: str = "the line", shown: str = "") -> Match:
    """Whether a pattern is found in a text, or fits the whole of it; ``shown`` is how it was written."""
    told = _short(shown or pattern)
    found = _compiled(pattern)
    if isinstance(found, str):
        return Match(outcome=None, why=f"the pattern {told} is not understood: {found}")
    sample = text.sample
    if found.search(sample, whole=whole):
        return YES
    cased = _compiled(f"(?i){pattern}") if not pattern.startswith("(?i)") else ""
    if not isinstance(cased, str) and cased.search(sample, whole=whole):
        return Match(outcome=False, why=f"the pattern {told} would fit {what} but for its case", near=True)
    held = reaching(text.parts, pattern, whole=whole)
    if held is not None and not held.free:
        return Match(outcome=None, why=f"whether {what} fits {told} depends on {held.name}")
    words = next((near for one in _alternatives(pattern) if (near := nearly(sample, one))), None)
    if words is not None:
        return Match(outcome=False, why=f"{what} has {words[0]!r}, which the pattern {told} misses: {words[1]}", near=True)
    free = text.free or held
    if free is not None:
        return Match(outcome=None, why=f"whether {what} fits {told} depends on {free.name}")
    return Match(outcome=False, why=f"{what} does not fit {told}")


def captured(text: Text, pattern: str) -> Mapping[str, Text]:
    """What the named groups of a pattern take out of a text, as far as that is known."""
    found = _compiled(pattern)
    ranges = {} if isinstance(found, str) else found.captured(text.sample) or {}
    parts = {name: text.cut(*span) for name, span in ranges.items()}
    return {name: part for name, part in parts.items() if part is not None}


def _short(pattern: str) -> str:
    return repr(pattern if len(pattern) <= 60 else f"{pattern[:57]}...")


def _alternatives(pattern: str) -> list[str]:
    """The plain texts of a pattern that is a choice of words."""
    plain = pattern.removeprefix("(?i)").strip("^$().*")
    parts = [part.replace("\\s+", " ").replace(".*", " ").replace("\\.", ".").strip(" ?()") for part in plain.split("|")]
    return [part for part in parts if len(part) > 4 and not any(sign in part for sign in "[]{}+\\")]


def value_fits(value: Text, matcher: Matcher, *, what: str) -> Match:
    """Whether a label's value satisfies a matcher."""
    if matcher.unknown:
        return Match(outcome=None, why=f"the matcher {matcher} is not known: {matcher.unknown}")
    negative = matcher.op in ("!=", "!~")
    literal = value.literal
    if matcher.op in ("=", "==", "!="):
        found = _equals(value, literal, matcher.value, what)
    else:
        found = matches(value, matcher.value, whole=True, what=what)
    if not negative:
        return found
    if found.outcome is None:
        return found
    if found.outcome:
        return Match(outcome=False, why=f"{what} is {value.shown!r}, which {matcher} excludes")
    return YES


def _equals(value: Text, literal: str | None, wanted: str, what: str) -> Match:
    if literal is None:
        if wanted == "":
            return Match(outcome=False, why=f"{what} is not empty")
        return Match(outcome=None, why=f"whether {what} is {wanted!r} depends on {value.shown}")
    if literal == wanted:
        return YES
    near = literal.lower() == wanted.lower()
    apart = " in case" if near else ""
    return Match(
        outcome=False,
        why=f"{what} is {literal!r} and not {wanted!r}{': they differ' + apart if near else ''}",
        near=near or _like(literal, wanted),
    )


def _like(one: str, other: str) -> bool:
    """Whether two values are forms of one: ``warn`` and ``warning``, ``login_failed`` and ``login_failure``."""
    return (
        nearly(one, other) is not None
        or nearly(one.replace("_", " "), other.replace("_", " ")) is not None
        or _abbreviated(one.lower(), other.lower())
    )


def _abbreviated(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and long.startswith(short)
