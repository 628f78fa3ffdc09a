"""From values to settings: choices are decided as they are in production, and what stays open says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker import patterns as re
from checker.logconfig.evaluate.scope import Cls, Func, Instance
from checker.logconfig.model import Setting
from checker.logconfig.values import ABSENT, UNKNOWN, Choice, Condition, Conditions, Items, Made, Map, Ref, Value, unknown
from checker.model import Span

_NOT_PRODUCTION = re.compile(
    r"debug|(?:^|_|\b)(?:dev|devel|develop|development|local|localhost|test|tests|testing|pytest|ci|sandbox|runserver|verbose)(?:$|_|\b)",
    re.IGNORECASE,
)
_PRODUCTION = re.compile(r"(?:^|_|\b)(?:prod|production|live|deployed)(?:$|_|\b)", re.IGNORECASE)
_NOTHING = re.compile(r"null|none|dummy|^$", re.IGNORECASE)
"""In the name of a handler that throws records away."""
_DEEPEST = 60
_MOST = 10_000
"""Parts of one value that are made plain."""
_OBJECTS = frozenset(("stream", "strm", "class", "()", "level", "facility", "processors", "processor", "foreign_pre_chain"))
"""Keys whose value may be a name of a library, and then is told by that name."""


def in_production(condition: Condition) -> bool | None:
    """What a test comes to in production; ``None`` where it does not ask for that and nothing else is known."""
    if condition.turned:
        return condition.actual
    either, both = " or " in condition.text, " and " in condition.text
    if either or both:
        return _together(condition.text, both=both) if either != both else None
    known = _asked(condition.text)
    return condition.actual if known is None else known


def _together(text: str, *, both: bool) -> bool | None:
    """Of tests that are joined: one that fails decides against ``and``, one that holds decides for ``or``."""
    known = [_asked(part.strip()) for part in text.split(" and " if both else " or ")]
    decided = not both
    return decided if decided in known else (both if None not in known else None)


def _asked(text: str) -> bool | None:
    """What one test comes to in production; ``None`` where it asks for nothing of the kind, or for both."""
    while text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    turned = text.startswith("not ") != any(word in text for word in (" != ", " not in ", " is not "))
    development, production = _NOT_PRODUCTION.search(text), _PRODUCTION.search(text)
    return None if bool(development) == bool(production) else bool(production) != turned


def as_written(condition: Condition) -> bool | None:
    """What a test comes to with the code as it stands."""
    return condition.actual


def only_outside_production(conditions: Conditions) -> bool:
    """Whether what is under these conditions does not happen in production."""
    return any(
        in_production(condition) is not None and in_production(condition) != outcome and _is_about(condition)
        for condition, outcome in conditions.items()
    )


def _is_about(condition: Condition) -> bool:
    return bool(_NOT_PRODUCTION.search(condition.text) or _PRODUCTION.search(condition.text))


class Resolver:
    """Decides choices under one assumption about conditions."""

    def __init__(self, *, production: bool = True) -> None:
        self.decide = in_production if production else as_written
        self.left = _MOST

    def options(self, value: Value) -> list[tuple[Conditions, Value]]:
        """The ways that are left of a choice, the likeliest first."""
        if not isinstance(value.data, Choice):
            return [({}, value)]
        left: list[tuple[Conditions, Value]] = []
        for when, one in value.data.options:
            outcomes = [self.decide(condition) for condition in when]
            if any(known is not None and known != wanted for known, wanted in zip(outcomes, when.values(), strict=True)):
                continue
            left.append((when, one))
            if None not in outcomes:
                break
        return [({**when, **more}, inner) for when, one in left for more, inner in self._inner(one)]

    def _inner(self, value: Value) -> list[tuple[Conditions, Value]]:
        return self.options(value) if isinstance(value.data, Choice) else [({}, value)]

    def resolve(self, value: Value) -> Value:
        """A value that is no choice: the one that holds, the one that all ways agree on, or unknown."""
        if not isinstance(value.data, Choice):
            return value
        options = self.options(value)
        if not options:
            return Value(ABSENT, value.span)
        certain = [one for when, one in options if all(self.decide(condition) is not None for condition in when)]
        doubt = next((condition.text for when, _ in options for condition in when if condition.actual is None), "")
        if len(options) == 1 and certain:
            when = options[0][0]
            asked = next((condition.text for condition in when if not _is_about(condition) and not condition.turned), "")
            turned = next((condition.turned for condition in when if condition.turned), "")
            one = options[0][1]
            return Value(one.data, one.span, one.reason, one.open or (f"`{asked}`" if asked else turned))
        present = [one for _, one in options if one.data is not ABSENT]
        if not present:
            return Value(ABSENT, value.span)
        first = present[0]
        if isinstance(first.data, Map | Items | Made | Instance) or all(_same(first, one) for one in present):
            return Value(first.data, first.span, first.reason, first.open or (f"`{doubt}`" if doubt or len(present) < len(options) else ""))
        return unknown(first.span, f"it depends on `{doubt}`" if doubt else "it depends on a condition")

    def entries(self, value: Value) -> Iterator[tuple[Any, Value, Span]]:
        """Key, resolved value and the key's place of each entry that is there."""
        held = self.resolve(value).data
        if isinstance(held, Map):
            for key, one in held.entries.items():
                found = self.resolve(one)
                if found.data is not ABSENT:
                    yield key, found, held.keys.get(key, one.span)

    def items(self, value: Value) -> Iterator[Value]:
        """The items of a list that are there."""
        held = self.resolve(value).data
        if isinstance(held, Items):
            for one in held.values:
                found = self.resolve(one)
                if found.data is not ABSENT:
                    yield found

    def setting(self, value: Value) -> Setting:
        """The value in plain form."""
        found = self.resolve(value)
        reason = found.reason or ("it is not known" if found.data is UNKNOWN else "")
        if found.data is UNKNOWN or found.data is ABSENT:
            return Setting(None, found.span, reason or "it is not there", found.open)
        return Setting(self.plain(found), found.span, "", found.open)

    def names(self, value: Value) -> Iterator[Setting]:
        """The names in a list that are there."""
        held = self.resolve(value).data
        for one in held.values if isinstance(held, Items) else ():
            if self.resolve(one).data is not ABSENT:
                yield self._either(one)

    def _either(self, value: Value) -> Setting:
        """A name in plain form; of one that depends on a test alone, where all ways are names of something, the likeliest, left open."""
        setting = self.setting(value)
        ways = self.options(value) if setting.unknown else []
        if not ways or not all(isinstance(one.data, str) and not _NOTHING.search(one.data) for _, one in ways):
            return setting
        doubt = next((condition.text for when, _ in ways for condition in when), "a condition")
        return Setting(ways[0][1].data, ways[0][1].span, "", f"`{doubt}`")

    def option(self, key: str, value: Value) -> Setting:
        """An argument of a handler or formatter: an object is unknown there, unless it is a stream, a class or a level."""
        found = self.resolve(value)
        if key not in _OBJECTS:
            if isinstance(found.data, Ref | Made | Func | Cls | Instance):
                return Setting(None, found.span, f"the value of {self.plain(found)}")
            if isinstance(found.data, Items | Map):
                return Setting(self.plain(found, named=False), found.span, "", found.open)
        return self.setting(found)

    def plain(self, value: Value, depth: int = 0, *, named: bool = True) -> Any:
        """Scalars, tuples and dicts; a name as its dotted name, if asked; ``None`` for what is unknown inside, or beyond the bound."""
        if depth == 0:
            self.left = _MOST
        self.left -= 1
        if depth > _DEEPEST or self.left < 0:  # aliases of aliases unfold without end
            return None
        data = self.resolve(value).data
        if isinstance(data, Map):
            entries = self.entries(Value(data, value.span))
            return {key: self.plain(one, depth + 1, named=named) for key, one, _ in entries if self.left > 0}
        if isinstance(data, Items):
            return tuple(self.plain(one, depth + 1, named=named) for one in data.values if self.left > 0)
        if not named and not isinstance(data, str | int | float | bool):
            return None
        if isinstance(data, Ref):
            return data.dotted
        if isinstance(data, Made):
            return f"{data.callee}()"
        if isinstance(data, Func | Cls):
            return data.name
        if isinstance(data, Instance):
            return f"{data.cls.name}()"
        return data if isinstance(data, str | int | float | bool) else None


def _same(one: Value, other: Value) -> bool:
    return type(one.data) is type(other.data) and one.data == other.data and one.data is not UNKNOWN
