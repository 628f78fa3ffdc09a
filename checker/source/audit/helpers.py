"""The project's own functions that write security records: how they are called where an outcome is recorded, and where a call would fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Span, Step
from checker.source import ir
from checker.source.facts.outcomes import AuthOutcome, HelperCall, RecordedOutcome, Scope
from checker.source.flow.places import span
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

_DEEPEST = 6
_MOST_BROUGHT = 300
_PLAIN = frozenset((ir.VAR, ir.PARAM, ir.GLOBAL))
_RECORDING = frozenset(
    {"log", "logs", "logger", "logging", "audit", "audits", "auditlog", "record", "records", "event", "events", "track", "trail", "history",
     "journal", "activity", "activities", "action", "actions", "note", "entry", "report", "emit", "security", "siem", "syslog", "trace"}
)  # fmt: skip
"""A word of these in the name of a function, or of its file: writing a record is what it is for, and not what it does beside its work."""
_ANY_RECORD = _RECORDING | {
    "security", "access", "auth", "user", "system", "write", "add", "create", "save", "send", "do", "make", "put", "new", "message", "line",
    "timeline", "change", "changes", "info", "warning", "operation", "admin", "async", "to", "db", "helper", "my", "app", "publish", "store"
}  # fmt: skip
"""Words of what writes any record; one more says of what it writes."""
_REFUSALS = frozenset({"deny", "fail"})
_FAMILIES = {"authn": "auth", "authz": "auth", "session": "auth", "signature": "auth", "user": "user", "privilege": "user"}
"""First words of events to the family whose records are written by the same helper, as a rule."""


class Helpers:
    """Reads calls and scopes of one module."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._names = parts.follower.names

    def calls(self, module: Module, recorded: Iterable[RecordedOutcome]) -> tuple[HelperCall, ...]:
        """How the project's own functions are called by which outcomes are recorded; loggers are none."""
        told = [one for one in recorded if one.by is not None]
        calls = self._by_place(module) if told else {}
        found: dict[tuple[str, str], HelperCall] = {}
        for outcome in told:
            for fn, call in calls.get(outcome.by, ()):
                made = self._call(fn, call, outcome) if fn.head.name == outcome.function else None
                if made is not None:
                    found.setdefault((made.event, made.dotted), made)
        return tuple(found.values())

    def _by_place(self, module: Module) -> dict[Span | None, list[tuple[Fn, int]]]:
        """The module's calls by their places."""
        found: dict[Span | None, list[tuple[Fn, int]]] = {}
        for fn in module.functions[1:]:
            for call in fn.body.calls:
                found.setdefault(span(self._follower.place(fn, fn.body.nodes[call])), []).append((fn, call))
        return found

    def _call(self, fn: Fn, call: int, outcome: RecordedOutcome) -> HelperCall | None:
        if self._parts.sinks.use(fn, call) is not None:
            return None
        record = fn.body.nodes[call]
        callees = self._names.callees(fn, call)
        if len(callees) != 1 or callees[0][0].owner is not None:
            return None
        helper = callees[0][0]
        words = split(helper.name)
        if _RECORDING.isdisjoint((*words[:1], *words[-1:], *split(helper.module.parts[-1]))):
            return None
        needs: dict[str, str] = {}
        text = self._source(fn, call, needs, outcome.event)
        root = self._root(fn, record[1])
        if not root:
            return None
        needs.pop(root, None)
        dotted = f"{helper.module.dotted}.{helper.head.name}"
        imported = self._imported(fn.module, root) or dotted
        waits, place = bool(helper.head.flags & ir.ASYNC), span(self._follower.place(fn, record))
        return HelperCall(
            outcome.event, self._follower.text(fn, record[1]), dotted, f"await {text}" if text and waits else text, root, imported,
            tuple(needs.items()), place, self._brought(fn.module, imported.rpartition(".")[0], helper.module) if text else (),
        )  # fmt: skip

    def _brought(self, near: Module, owner: str, module: Module) -> tuple[str, ...]:
        """The files that run when the name is imported, this one first, as far as their own imports tell; those of functions count too."""
        waiting, found = [self._names.module(owner, near) or module, module], dict[str, None]()
        while waiting and len(found) < _MOST_BROUGHT:
            one = waiting.pop()
            if one.path not in found:
                found[one.path] = None
                names = {*one.imports, *(self._imported(one, name) for name in one.functions[0].body.final)}
                waiting += [other for name in sorted(names) if name and (other := self._names.module(name, one)) is not None]
        return tuple(found)

    def _root(self, fn: Fn, node: int) -> str:
        """The module's name that a callee begins with, ``""`` where it begins with a local one."""
        while fn.body.nodes[node][0] == ir.ATTR:
            node = fn.body.nodes[node][1]
        record = fn.body.nodes[node]
        return str(record[1]) if record[0] == ir.GLOBAL else ""

    def _meant(self, module: Module, name: str) -> str:
        """The dotted name of what a module's name stands for."""
        bound = name in module.functions[0].body.final or any(fn.head.name == name for fn in module.functions[1:])
        return (self._imported(module, name) or f"{module.dotted}.{name}") if bound else f"builtins.{name}"

    @staticmethod
    def _imported(module: Module, name: str) -> str:
        """The dotted name that a module's name was imported by."""
        body = module.functions[0].body
        node = body.final.get(name)
        record = body.nodes[node] if node is not None else [ir.OPAQUE]
        return str(record[1]) if record[0] == ir.IMPORT else ""

    def _source(self, fn: Fn, node: int, needs: dict[str, str], event: str, depth: int = 0) -> str:
        """A value as source, with the names that it needs; ``""`` where it cannot be written again, ``...`` where it is of there alone."""
        record = fn.body.nodes[node]
        while record[0] == ir.CHECKED:  # a name of which something was proven stays that name
            record = fn.body.nodes[record[1]]
        operation = record[0]
        if depth > _DEEPEST:
            return ""
        if operation == ir.CHECKED:
            return self._source(fn, record[1], needs, event, depth + 1)
        if operation == ir.CONST:
            return _literal(record[1], event)
        if operation in _PLAIN:
            name = fn.head.params[record[1]] if operation == ir.PARAM else str(record[1])
            needs[name] = self._meant(fn.module, name) if operation == ir.GLOBAL else ""
            return name
        if operation == ir.ATTR:
            owner = self._source(fn, record[1], needs, event, depth + 1)
            return f"{owner}.{record[2]}" if owner else ""
        if operation == ir.ITEM and isinstance(record[2], str):
            owner = self._source(fn, record[1], needs, event, depth + 1)
            return f"{owner}[{record[2]!r}]" if owner else ""
        if operation == ir.CALL:
            return self._called(fn, record, needs, event, depth)
        return ""

    def _called(self, fn: Fn, record: ir.Node, needs: dict[str, str], event: str, depth: int) -> str:
        callee = self._source(fn, record[1], needs, event, depth + 1)
        given = [self._source(fn, one, needs, event, depth + 1) if one >= 0 else "" for one in record[2]]
        named = [(key, self._source(fn, value, needs, event, depth + 1)) for key, value in record[3]]
        if not callee or not all(given) or not all(key and value for key, value in named):
            return ""
        return f"{callee}({', '.join([*given, *(f'{key}={value}' for key, value in named)])})"

    def scope(self, module: Module, outcomes: Sequence[AuthOutcome]) -> Scope | None:
        """What a call could name at each of the outcomes; ``None`` where there are none."""
        if not outcomes:
            return None
        body = module.functions[0].body
        known = [(name, self._imported(module, name) or f"{module.dotted}.{name}") for name in body.final]
        own = [(fn.name, f"{module.dotted}.{fn.name}") for fn in module.functions[1:] if fn.head.parent == 0 and fn.owner is None]
        names = dict(known) | dict(own)
        around = [self._around(module, one) for one in outcomes]
        return Scope(
            tuple(sorted((name, dotted) for name, dotted in names.items() if not name.startswith("*"))),
            tuple(self._held(fn, one) for fn, one in zip(around, outcomes, strict=True)),
            tuple(fn is not None and bool(fn.head.flags & ir.ASYNC) for fn in around),
        )

    @staticmethod
    def _around(module: Module, outcome: AuthOutcome) -> Fn | None:
        return next(
            (fn for fn in module.functions if fn.head.name == outcome.function and fn.head.line <= outcome.span.line <= fn.head.end), None
        )

    @staticmethod
    def _held(fn: Fn | None, outcome: AuthOutcome) -> tuple[str, ...]:
        """Parameters, and local names that are given a value above the way out whatever was decided."""
        if fn is None:
            return ()
        bound = [record for record in fn.body.nodes if record[0] == ir.VAR and record[3] < outcome.span.line]
        first = min((record[4] for record in bound), default=0)
        return tuple(dict.fromkeys([*fn.head.params, *(record[1] for record in bound if record[4] == first < outcome.span.column)]))


def suggested(outcomes: Iterable[AuthOutcome], scope: Scope | None, calls: Mapping[str, Sequence[HelperCall]]) -> Iterable[AuthOutcome]:
    """The outcomes, each with the one call that would record it, or with the helper that writes such records elsewhere."""
    for position, outcome in enumerate(outcomes):
        same = calls.get(outcome.event, ())
        if scope is None or not calls:
            yield outcome
        elif (
            len({call.dotted for call in same}) == 1 and outcome.kind in _REFUSALS and (fit := _fitting(same, scope, position)) is not None
        ):
            call, importing = fit
            like = Step(call.span, f"{call.name}() records it here")
            inside = outcome.span.path in call.brings or len(call.brings) >= _MOST_BROUGHT
            yield replace(outcome, helper=call.name, add=call.text, importing=importing, inside=inside and bool(importing), like=like)
        else:
            others = (call for event, found in sorted(calls.items()) if _family(event) == _family(outcome.event) for call in found)
            kin = same or [call for call in others if fits_any(call.name)]
            yield (
                replace(outcome, helper=outcome.helper or kin[0].name, like=Step(kin[0].span, f"{kin[0].name}() records it here"))
                if kin
                else outcome
            )


def _fitting(calls: Sequence[HelperCall], scope: Scope, position: int) -> tuple[HelperCall, str] | None:
    """The first call all of whose names are at hand, and what must be imported for it."""
    known, held = dict(scope.known), scope.held[position]
    for call in calls:
        if not call.text or (call.text.startswith("await ") and not scope.waits[position]) or call.root in held:
            continue
        if not all(_means(name, dotted, known, held) for name, dotted in call.needs):
            continue
        if call.root in known:
            if known[call.root] in (call.imported, call.dotted):
                return call, ""
        elif "." in call.imported and call.imported.rpartition(".")[2] == call.root:
            owner, _, name = call.imported.rpartition(".")
            return call, f"from {owner} import {name}"
    return None


def _means(name: str, dotted: str, known: Mapping[str, str], held: Sequence[str]) -> bool:
    """Whether a name is at hand, and a module's name stands for the same as where the call was read."""
    if not dotted:
        return name in held
    return name not in held and known.get(name, f"builtins.{name}") == dotted


def _literal(value: str | float | bool | None, event: str) -> str:
    """A literal as most code writes it; ``None`` may be one that the index did not keep.

    A text that does not name the event, such as a reason, holds where it stands and nowhere else: ``...``.
    """
    if not isinstance(value, str):
        return "" if value is None else repr(value)
    if not value.isprintable() or set('"\\') & set(value):
        return ""
    words, own = {*split(value.replace(" ", "_").replace(".", "_"))}, {*split(event)}
    names = len(words & own) > 1 or (" " not in value and not words.isdisjoint(own))
    return f'"{value}"' if names else "..."


def fits_any(name: str) -> bool:
    """Whether a helper of that name writes records of whatever happened: ``audit.log_event()``, and not ``log_incident_event()``."""
    return set(split(name.rpartition(".")[2])) <= _ANY_RECORD


def _family(event: str) -> str:
    return _FAMILIES.get(event.partition("_")[0], event)
