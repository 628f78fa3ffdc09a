"""What a configuration says, whatever it is written in: scalars, lists and mappings with their places, and what is not known of them.

Unknown is a value of its own: it carries its reason and flows on. A value that is only a default (``os.environ.get("X", "INFO")``)
says in ``open`` what can change it. What depends on a condition is a `Choice`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from checker.model import Span


class _Unknown:
    """The only one of its kind."""

    def __repr__(self) -> str:
        return "UNKNOWN"


class _Absent:
    """The only one of its kind."""

    def __repr__(self) -> str:
        return "ABSENT"


UNKNOWN: Final = _Unknown()
ABSENT: Final = _Absent()
"""The data of an entry or item that is not there."""
ELLIPSIS: Final = "…"
"""Stands in text for the parts that are not known."""
AND: Final = " and "
"""Between the reasons why the first and the last unknown part of a text are unknown."""


class Value(msgspec.Struct, eq=False):
    """One value with its place."""

    data: Any
    """Text, number, bool or ``None``; `Map`, `Items`, `Ref`, `Made`, `Choice` or what the evaluator adds; `UNKNOWN`."""
    span: Span
    reason: str = ""
    """Why it is unknown."""
    open: str = ""
    """What can make it another value than this default; ``""`` where nothing is known to."""

    @property
    def known(self) -> bool:
        """Whether it is a definite scalar, list, mapping or object."""
        return self.data is not UNKNOWN and not isinstance(self.data, Choice)


class Map(msgspec.Struct, eq=False):
    """A mapping; it can be changed in place, as a dict can."""

    entries: dict[Any, Value] = msgspec.field(default_factory=dict)
    keys: dict[Any, Span] = msgspec.field(default_factory=dict)
    """Where each key stands."""
    more: str = ""
    """Why there may be further entries."""
    elsewhere: bool = False
    """Whether it begins as a mapping of a module that is not here: what it holds under a key is such a mapping, too."""
    used: bool = False
    """Whether it was copied or spread into another, which then counts."""
    repeated: tuple[tuple[str, Span], ...] = ()
    """Keys that stand there a second time, and where: the later value counts, or the file is refused."""

    def __repr__(self) -> str:
        return f"Map of {len(self.entries)}"  # what aliases unfold to has no end

    def put(self, key: Any, value: Value, place: Span | None = None) -> None:
        """Set an entry; it keeps its position where it is there."""
        self.entries[key] = value
        self.keys[key] = place or value.span

    def copy(self) -> Map:
        """One level of it."""
        self.used = True
        return Map(dict(self.entries), dict(self.keys), self.more)


class Items(msgspec.Struct, eq=False):
    """A list, tuple or set."""

    values: list[Value] = msgspec.field(default_factory=list)
    more: str = ""
    """Why there may be further items."""

    def __repr__(self) -> str:
        return f"Items of {len(self.values)}"


class Ref(msgspec.Struct, frozen=True):
    """A library's name: ``logging.handlers.SocketHandler``."""

    dotted: str


class Made(msgspec.Struct, eq=False):
    """What a library's call made: ``logging.StreamHandler(sys.stdout)``."""

    callee: str
    """Dotted name."""
    arguments: list[Value]
    keywords: dict[str, Value]
    attributes: dict[str, Value] = msgspec.field(default_factory=dict)
    """Set on it later."""
    calls: list[tuple[str, list[Value], dict[str, Value], Span, Conditions]] = msgspec.field(default_factory=list)
    """Methods that were called on it, in order."""

    def argument(self, position: int, name: str) -> Value | None:
        """An argument by position or keyword."""
        if name in self.keywords:
            return self.keywords[name]
        return self.arguments[position] if position < len(self.arguments) else None


class Condition(msgspec.Struct, frozen=True):
    """A test whose outcome decides what holds."""

    text: str
    """As source, without a leading ``not``."""
    actual: bool | None = None
    """What it comes to as the code stands; ``None`` where that is not known."""
    turned: str = ""
    """The variable that decides it, where the project sets that in production."""


Conditions = Mapping[Condition, bool]
"""Which tests must have come to what."""


class Choice(msgspec.Struct, eq=False):
    """One of several values, depending on conditions that exclude each other."""

    options: list[tuple[Conditions, Value]]


def unknown(span: Span, reason: str) -> Value:
    """A value of which only the reason is known why it is not."""
    return Value(UNKNOWN, span, reason)


def compatible(one: Conditions, other: Conditions) -> bool:
    """Whether both can hold at once."""
    return all(other.get(condition, outcome) == outcome for condition, outcome in one.items())


def chosen(before: Value | None, now: Value, conditions: Conditions) -> Value:
    """What a name holds after it was given ``now`` under conditions, and held ``before``."""
    if not conditions:
        return now
    options: list[tuple[Conditions, Value]]
    if isinstance(now.data, Choice):
        options = [({**conditions, **when}, value) for when, value in now.data.options if compatible(conditions, when)]
    else:
        options = [(dict(conditions), now)]
    held = before if before is not None else unknown(now.span, "it is set only under a condition")
    if isinstance(held.data, Choice):
        options += [(when, value) for when, value in held.data.options if not _implied(when, conditions)]
    else:
        options.append(({}, held))
    return Value(Choice(_until_complete(options)[:_MOST_OPTIONS]), now.span)


def _until_complete(options: list[tuple[Conditions, Value]]) -> list[tuple[Conditions, Value]]:
    """The options up to where every way is covered: what was there before holds no more."""
    seen: dict[Condition, set[bool]] = {}
    for number, (when, _) in enumerate(options):
        if len(when) == 1:
            condition, outcome = next(iter(when.items()))
            seen.setdefault(condition, set()).add(outcome)
            if len(seen[condition]) > 1:
                return options[: number + 1]
    return options


_MOST_OPTIONS = 40


def _implied(when: Conditions, conditions: Conditions) -> bool:
    """Whether an older option can hold only where the new one does."""
    return bool(when) and all(when.get(condition) == outcome for condition, outcome in conditions.items())


def under(value: Value, conditions: Conditions) -> Value:
    """What is left of a choice under conditions."""
    if not isinstance(value.data, Choice):
        return value
    options = [(when, one) for when, one in value.data.options if compatible(when, conditions)]
    for when, one in options:  # the first that must hold is the one that was set last
        if all(conditions.get(condition) == outcome for condition, outcome in when.items()):
            return one
        break
    if len(options) == 1:
        return options[0][1]
    return Value(Choice(options), value.span) if options else unknown(value.span, "no branch sets it")


def walk(value: Value, bound: int = 100_000) -> Iterator[Value]:
    """The value and all that it holds, each object once; ends at the bound."""
    waiting, seen = [value], set[int]()
    while waiting and len(seen) < bound:
        one = waiting.pop()
        if id(one.data) in seen and isinstance(one.data, Map | Items | Choice | Made):
            continue
        seen.add(id(one.data) if isinstance(one.data, Map | Items | Choice | Made) else id(one))
        yield one
        if isinstance(one.data, Map):
            waiting += one.data.entries.values()
        elif isinstance(one.data, Items):
            waiting += one.data.values
        elif isinstance(one.data, Choice):
            waiting += [inner for _, inner in one.data.options]
        elif isinstance(one.data, Made):
            waiting += [*one.data.arguments, *one.data.keywords.values()]
