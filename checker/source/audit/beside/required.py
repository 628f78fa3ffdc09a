"""What the project's own vocabulary says must leave a record: each way out of it without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from checker.model import Confidence
from checker.source import ir
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.project.registering.routes import Pattern, Routes
from checker.source.audit.ways.paths import Handling, Way, made_in
from checker.source.facts.outcomes import RequiredOutcome
from checker.source.flow.places import span
from checker.source.ir.ways import Called
from checker.source.names.elements import Entity, Fn, Module
from checker.source.names.reads import ROUTED
from checker.vocabulary import Required

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts


class _Meant(msgspec.Struct, frozen=True):
    """Why a function, or a call in it, must leave a record."""

    entry: Required
    named: str
    """As the settings have it."""
    call: int = -1
    """The call that must leave one, -1 where it is the function itself."""


class Requirements:
    """Looks for what is named; costs nothing where nothing is."""

    def __init__(self, parts: Parts, entries: Iterable[Required]) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._names = parts.follower.names
        entries = tuple(entries)
        self._calls = [(name, entry) for entry in entries for name in entry.calls]
        self._decorators = [(name, entry) for entry in entries for name in entry.decorators]
        self._patterns = [(Pattern(path), entry) for entry in entries for path in entry.routes]
        self._last = frozenset(name.rpartition(".")[2] for name, _ in self._calls)
        self.routes = Routes(parts.follower)
        if self._patterns:
            self.routes.look_around()

    def facts(self, module: Module) -> tuple[tuple[RequiredOutcome, ...], tuple[str, ...]]:
        """One fact for each way out without a record, and the names of the settings that mean something here."""
        if not (self._last or self._decorators or self._patterns) or module.facts.test:
            return (), ()
        meant = [(fn, one) for fn in module.functions[1:] for one in self._meant(fn)]
        found = tuple(fact for fn, one in meant for fact in self._judged(fn, one))
        return found, tuple(dict.fromkeys(one.named for _, one in meant))

    def _meant(self, fn: Fn) -> Iterator[_Meant]:
        dotted = f"{fn.module.dotted}.{fn.head.name}"
        if fn.name in self._last:
            yield from (_Meant(entry, name) for name, entry in self._calls if _is(name, dotted))
        if self._decorators and fn.head.decorators:
            decorated = list(self._decorated(fn))
            yield from (_Meant(entry, f"@{name}") for name, entry in self._decorators if any(_is(name, one) for one in decorated))
        if self._patterns:
            self._names.reads.asked.add((ROUTED, "", -1))
            routes = list(self.routes.of(fn))
            yield from (_Meant(entry, pattern.text) for pattern, entry in self._patterns if any(map(pattern.fits, routes)))
        if not self._last.isdisjoint(fn.head.called):
            yield from self._called(fn)

    def _called(self, fn: Fn) -> Iterator[_Meant]:
        """Calls of a library's function; the project's own are judged where they are written."""
        for call in fn.body.calls:
            text = self._follower.text(fn, fn.body.nodes[call][1])
            if text.rpartition(".")[2] not in self._last:
                continue
            entity = self._names.entity(fn, fn.body.nodes[call][1])
            if entity is not None and entity[0] == "fn":
                continue
            dotted = _dotted(entity) or text
            yield from (_Meant(entry, name, call) for name, entry in self._calls if _is(name, dotted))

    def _decorated(self, fn: Fn) -> Iterator[str]:
        parent = fn.module.functions[fn.head.parent]
        for node in fn.head.decorators:
            record = parent.body.nodes[node]
            callee = record[1] if record[0] == ir.CALL else node
            yield _dotted(self._names.entity(parent, callee)) or self._follower.text(parent, callee)

    # -- the judgement

    def _judged(self, fn: Fn, meant: _Meant) -> Iterator[RequiredOutcome]:
        parts = self._parts
        if self._is_empty(fn) or (meant.call < 0 and self._callers_record(fn)) or parts.around.wrapped_always(fn):
            return
        ways = [way for way in parts.leaving.ways(fn) if meant.call < 0 or _comes_by(way, meant.call)]
        told = [parts.recorded.way(fn, way, 0, parts.exits.refused(fn, way.exit) if way.exit is not None else None) for way in ways]
        met: set[tuple[int, int]] = set()
        for way, sure in zip(ways, told, strict=True):
            line, column = (way.exit.line, way.exit.column) if way.exit is not None else (fn.head.line, 0)
            if sure == Sure.YES or (line, column) in met:
                continue
            met.add((line, column))
            yield RequiredOutcome(
                span((fn.module.path, line, column)), fn.head.name, meant.entry.event or fn.name, meant.named,
                self._way(fn, way), Confidence.LOW if sure == Sure.MAYBE else Confidence.HIGH,
                any(told), parts.recorded.helper(fn), (), fn.module.facts.test,
            )  # fmt: skip

    def _way(self, fn: Fn, way: Way) -> str:
        refused = self._parts.exits.refused(fn, way.exit) if way.exit is not None else None
        return refused.text if refused is not None else self._parts.exits.text(fn, way.exit)

    def _is_empty(self, fn: Fn) -> bool:
        """Whether a function is there to be overridden: it does nothing, or raises that it is not implemented."""
        raised = [self._follower.text(fn, one.value) for one in fn.body.raises if one.value >= 0]
        if raised and all(text.removesuffix("()") in ("NotImplementedError", "NotImplemented") for text in raised):
            return len(fn.body.calls) <= len(raised)
        return not fn.body.calls and not fn.head.stores and not fn.body.raises and not fn.body.returns

    def _callers_record(self, fn: Fn) -> bool:
        """Whether everybody of the project who calls a function leaves a record on each way through the call."""
        callers = self._parts.around.callers(fn)
        return bool(callers) and all(self._records(caller, call) for caller, call, _ in callers)

    def _records(self, fn: Fn, call: int) -> bool:
        ways = [way for way in self._parts.leaving.ways(fn) if _comes_by(way, call)]
        others = [[entry for entry in way.entries if not (isinstance(entry, Called) and entry.node == call)] for way in ways]
        return bool(ways) and all(
            max((self._parts.records.entry(fn, entry) for entry in entries), default=Sure.NO) == Sure.YES for entries in others
        )


def _comes_by(way: Way, call: int) -> bool:
    """Whether a call is made on a way, or fails on it."""
    return any(
        (isinstance(entry, Called) and entry.node == call) or (isinstance(entry, Handling) and call in made_in(entry.step))
        for entry in way.entries
    )


def _is(name: str, dotted: str) -> bool:
    """Whether a name of the settings means a dotted name; folders may stand before it, as ``src`` does."""
    if name.startswith("*."):
        return dotted.endswith(name[1:]) or dotted == name[2:]
    return dotted == name or dotted.endswith(f".{name}")


def _dotted(entity: Entity | None) -> str:
    if entity is None:
        return ""
    if entity[0] == "lib":
        return str(entity[1]).removeprefix("builtins.")
    if entity[0] == "fn":
        return f"{entity[1].module.dotted}.{entity[1].head.name}"
    return f"{entity[1].module.dotted}.{entity[1].record.name}" if entity[0] == "cls" else ""
