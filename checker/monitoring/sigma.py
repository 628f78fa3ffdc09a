"""Sigma detections: selections of field tests, and the condition over them (Sigma specification 2.0)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from itertools import product

import msgspec

from checker import patterns as re
from checker.model import Span

_TOKEN = re.compile(r"\s*(?:(?P<paren>[()])|(?P<bar>\|.*)|(?P<word>[^\s()|]+))", re.DOTALL)
_MOST = 10
"""Selections up to which every combination is tried."""
_DEEPEST = 40


class NotAConditionError(ValueError):
    """It does not parse."""


class FieldTest(msgspec.Struct, frozen=True):
    """``Image|endswith: ['\\\\cmd.exe']``"""

    field: str
    """``""`` for keywords, which may stand anywhere in the event."""
    modifiers: tuple[str, ...]
    values: tuple[str | int | float | bool | None, ...]
    span: Span


class Selection(msgspec.Struct, frozen=True):
    """Alternatives, each of which wants all of its tests."""

    span: Span
    alternatives: tuple[tuple[FieldTest, ...], ...]


class Condition(msgspec.Struct, frozen=True):
    """A selection's name, or several under ``and``, ``or`` and ``not``."""

    op: str
    """``name``, ``and``, ``or``, ``not``."""
    name: str = ""
    parts: tuple[Condition, ...] = ()


class Detection(msgspec.Struct, frozen=True):
    """What a rule looks for."""

    selections: Mapping[str, Selection] = msgspec.field(default_factory=dict)
    condition: Condition | None = None
    undefined: tuple[str, ...] = ()
    """Names in the condition that no selection has."""
    never: str = ""
    """Why no event can match; ``""`` where one may."""
    everything: bool = False
    """Whether every event matches."""


def condition(text: str, names: tuple[str, ...]) -> tuple[Condition, tuple[str, ...]]:
    """The condition over selections of these names, and names that are none of them; raises `NotAConditionError`."""
    words = list(_words(text))
    parser = _Parser(words, names)
    found = parser.either(0)
    if parser.at != len(words):
        message = f"unexpected {words[parser.at]!r}"
        raise NotAConditionError(message)
    return found, tuple(parser.undefined)


def _words(text: str) -> Iterator[str]:
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None or len(text) > 20_000:
            message = "it cannot be split into words"
            raise NotAConditionError(message)
        if match["bar"]:
            return  # an aggregation of the old kind
        yield match["paren"] or match["word"]
        at = match.end()


class _Parser:
    def __init__(self, words: list[str], names: tuple[str, ...]) -> None:
        self.words = words
        self.names = names
        self.at = 0
        self.undefined: list[str] = []

    def _have(self, word: str) -> bool:
        if self.at < len(self.words) and self.words[self.at].lower() == word:
            self.at += 1
            return True
        return False

    def either(self, depth: int) -> Condition:
        """Parts with ``or`` between them."""
        parts = [self._both(depth)]
        while self._have("or"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Condition("or", parts=tuple(parts))

    def _both(self, depth: int) -> Condition:
        parts = [self._one(depth)]
        while self._have("and"):
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else Condition("and", parts=tuple(parts))

    def _one(self, depth: int) -> Condition:
        if depth > _DEEPEST:
            message = f"it nests deeper than {_DEEPEST}"
            raise NotAConditionError(message)
        if self._have("not"):
            return Condition("not", parts=(self._one(depth + 1),))
        if self._have("("):
            inner = self.either(depth + 1)
            if not self._have(")"):
                message = "a parenthesis is not closed"
                raise NotAConditionError(message)
            return inner
        if self.at >= len(self.words):
            message = "it ends too early"
            raise NotAConditionError(message)
        word = self.words[self.at]
        self.at += 1
        if word.lower() in ("1", "any", "all") and self._have("of"):
            return self._several(word.lower())
        if word not in self.names:
            self.undefined.append(word)
        return Condition("name", word)

    def _several(self, quantity: str) -> Condition:
        """``1 of selection_*``, ``all of them``"""
        if self.at >= len(self.words):
            message = f"it ends after `{quantity} of`"
            raise NotAConditionError(message)
        pattern = self.words[self.at]
        self.at += 1
        if pattern.lower() == "them":
            found = [name for name in self.names if not name.startswith("_")]
        else:
            found = [name for name in self.names if fnmatchcase(name, pattern)]
        if not found:
            self.undefined.append(pattern)
            return Condition("name", pattern)
        parts = tuple(Condition("name", name) for name in found)
        return parts[0] if len(parts) == 1 else Condition("and" if quantity == "all" else "or", parts=parts)


def used(one: Condition) -> Iterator[str]:
    """The names in a condition."""
    if one.op == "name":
        yield one.name
    for part in one.parts:
        yield from used(part)


def holds(one: Condition, chosen: Mapping[str, bool]) -> bool:
    """What it comes to for a choice of the selections that match."""
    if one.op == "name":
        return chosen.get(one.name, False)
    found = [holds(part, chosen) for part in one.parts]
    return not found[0] if one.op == "not" else all(found) if one.op == "and" else any(found)


def judged(one: Condition, selections: Mapping[str, Selection]) -> tuple[str, bool]:
    """Why no event can match (``""``), and whether every event does: each way is tried in which the selections can match."""
    names = tuple(dict.fromkeys(used(one)))
    if len(names) > _MOST or any(name not in selections for name in names):
        return "", False
    implied = [(first, second) for first in names for second in names if first != second and implies(selections[first], selections[second])]
    chosen = (dict(zip(names, values, strict=True)) for values in product((True, False), repeat=len(names)))
    open_ = [name for name in names if takes_all(selections[name])]
    chosen = (way for way in chosen if all(way[name] for name in open_))
    possible = [way for way in chosen if all(way[second] or not way[first] for first, second in implied)]
    outcomes = {holds(one, way) for way in possible}
    if outcomes == {False}:
        cause = next((f"what matches {first} matches {second} too, which the condition excludes" for first, second in implied), "")
        return cause or "the condition contradicts itself", False
    return "", outcomes == {True}


_ANYTHING = frozenset(("*", "**", "*?", "?*"))
_ANY_PATTERN = frozenset((".*", ".+", "^.*$", "^.+$", "(.*)", "(.+)", "^.*", ".*$"))


def takes_all(one: Selection) -> bool:
    """Whether every event of a source matches it: it asks for any value of a field, or for any text."""
    return any(bool(tests) and all(map(_is_open, tests)) for tests in one.alternatives)


def _is_open(test: FieldTest) -> bool:
    values = [value for value in test.values if isinstance(value, str)]
    if "re" in test.modifiers:
        return any(value in _ANY_PATTERN for value in values)
    if {"contains", "startswith", "endswith"} & set(test.modifiers):
        return any(not value or value in _ANYTHING for value in values)
    return not (set(test.modifiers) - {"cased", "all"}) and any(value in _ANYTHING for value in values)


def implies(one: Selection, other: Selection) -> bool:
    """Whether the other matches every event of the one: each alternative wants all that some alternative of the other wants."""
    return bool(one.alternatives) and all(
        any(all(any(_narrower(mine, yours) for mine in tests) for yours in wanted) for wanted in other.alternatives)
        for tests in one.alternatives
    )


def _narrower(mine: FieldTest, yours: FieldTest) -> bool:
    if (mine.field, mine.modifiers) != (yours.field, yours.modifiers):
        return False
    return mine.values == yours.values if "all" in mine.modifiers else set(mine.values) <= set(yours.values)
