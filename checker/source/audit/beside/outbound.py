"""Requests to addresses that a client controls (SSRF): those that nothing checks or records, and refusals that leave no record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence, Step
from checker.source import ir
from checker.source.audit.beside.targets import Targets, mentioned
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.project.registering.outside import apart
from checker.source.audit.ways.paths import Guard, Handling, Way, deciding
from checker.source.facts.security import OutboundRequest, RefusedTarget
from checker.source.flow.addresses import Addresses, Control, Within
from checker.source.flow.literal import source
from checker.source.flow.places import span
from checker.source.ir import ways
from checker.source.ir.ways import Branch, Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts
    from checker.vocabulary import Client, Target

_SOUNDLESS = frozenset({"debug", "trace", "notset"})
_KINDS = frozenset({"logging", "structlog", "loguru", "twisted", "tracker", "file"})
_MOST_CONTROLS = 6
_MOST_STEPS = 8
_OF_ADDRESSES = frozenset({"url", "urls", "uri", "host", "hostname", "address", "endpoint", "webhook", "target", "domain", "link"})
"""Words of what a request may go to; a network in a set-up is none."""
_OTHER_ERRORS = frozenset({"NotImplementedError", "NotImplemented", "Http404", "HTTPNotFound", "NotFound"})
"""Exceptions that say that there is nothing, and not that an address is refused."""
_BINDING = frozenset({"bind", "listen"})
"""Words of parameters for an address at which a server is to be asked: ``bind_address``."""


class Outbound:
    """Makes the facts about a module's requests."""

    def __init__(self, parts: Parts, clients: tuple[Client, ...], targets: tuple[Target, ...]) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._names = parts.follower.names
        self._addresses = Addresses(parts.follower)
        self.targets = Targets(parts, targets)
        self._exact = {name: entry for entry in clients for name in entry.calls if not name.startswith("*.")}
        self._methods = {name[2:]: entry for entry in clients for name in entry.calls if name.startswith("*.")}
        self._last = frozenset(name.rpartition(".")[2] for name in (*self._exact, *self._methods))
        self._tops = frozenset(name.partition(".")[0] for name in self._exact) | {one for entry in clients for one in entry.imports}

    def facts(self, module: Module) -> Iterator[OutboundRequest | RefusedTarget]:
        """One fact for each request, and one for each way out."""
        if module.facts.test or apart(module):
            return
        sends = not module.tops.isdisjoint(self._tops)
        for fn in module.functions[1:]:
            calls = list(self._sent(fn)) if sends and not self._last.isdisjoint(fn.head.called) else []
            for call, entry in calls:
                yield from self._request(fn, call, entry)
            if self.targets.may_check(fn):
                yield from self._refused(fn, [call for call, _ in calls])

    def _sent(self, fn: Fn) -> Iterator[tuple[int, Client]]:
        """The calls that send a request."""
        for call in fn.body.calls:
            callee = fn.body.nodes[fn.body.nodes[call][1]]
            name = (
                callee[2]
                if callee[0] == ir.ATTR
                else str(callee[1]).rpartition(".")[2]
                if callee[0] in (ir.GLOBAL, ir.IMPORT, ir.VAR)
                else ""
            )
            if name not in self._last:
                continue
            entity = self._names.entity(fn, fn.body.nodes[call][1])
            entry = self._exact.get(entity[1]) if entity is not None and entity[0] == "lib" else None
            if entry is None and callee[0] == ir.ATTR and (entity is None or entity[0] == "lib") and (other := self._methods.get(name)):
                entry = other if not fn.module.tops.isdisjoint(other.imports) else None
            if entry is not None:
                yield call, entry

    # -- requests

    def _request(self, fn: Fn, call: int, entry: Client) -> Iterator[OutboundRequest]:
        record = fn.body.nodes[call]
        node = _argument(record, entry.argument)
        if node < 0:
            return
        best: tuple[Confidence, Control] | None = None
        for count, control in enumerate(self._addresses.controlled(fn, call, node)):
            if count >= _MOST_CONTROLS or (best is not None and best[0] == Confidence.HIGH):
                break
            sure = self._judged(control)
            if sure is not None and (best is None or sure > best[0]):
                best = (sure, control)
        if best is None:
            return
        sure, control = best
        callee = self._follower.text(fn, record[1])
        yield OutboundRequest(
            span(self._follower.place(fn, record)), fn.head.name, callee, control.found.text, sure, tuple(self._steps(control, callee)),
            self._parts.recorded.helper(fn), (), fn.module.facts.test,
        )  # fmt: skip

    def _judged(self, control: Control) -> Confidence | None:
        """How sure a request is that nothing checks or records, ``None`` where something does."""
        told = Sure.NO
        for within in control.way:
            names = _derived(within.fn, within.names)
            if self._checked(within, names):
                return None
            told = max(told, self._told(within, names))
        if told == Sure.YES:
            return None
        return Confidence.LOW if told == Sure.MAYBE else Confidence.MEDIUM

    def _checked(self, within: Within, names: frozenset[str]) -> bool:
        """Whether a test or a call in a function judges what it holds: whatever comes of it, somebody thought of that."""
        fn = within.fn
        for step in ways.walk(fn.steps):
            if isinstance(step, Branch):
                for arm in step.arms:
                    if arm.condition >= 0 and self._asks(fn, arm.condition, names):
                        return True
            elif isinstance(step, Called) and step.node != within.call and self._asks_call(fn, step.node, names):
                return True
        return False

    def _asks(self, fn: Fn, node: int, names: frozenset[str]) -> bool:
        return self.targets.is_check(fn, node) and not names.isdisjoint(mentioned(fn, node))

    def _asks_call(self, fn: Fn, call: int, names: frozenset[str]) -> bool:
        record = fn.body.nodes[call]
        given = [*(one for one in record[2] if one >= 0), *(value for _, value in record[3])]
        if not any(not names.isdisjoint(mentioned(fn, one)) for one in given):
            return False
        name = self._follower.text(fn, record[1]).rpartition(".")[2]
        found = [one for one, _ in self._names.callees(fn, call)]
        return self.targets.judges(name) or any(map(self.targets.judging, found))

    def _told(self, within: Within, names: frozenset[str]) -> Sure:
        """Whether a function records where it sends a request, or records something."""
        sure = Sure.NO
        for call in within.fn.body.calls:
            if call == within.call or self._parts.records.of(within.fn, call) != Sure.YES:
                continue
            use = self._parts.sinks.use(within.fn, call)
            if use is not None and (use.kind not in _KINDS or use.level in _SOUNDLESS):
                continue
            record = within.fn.body.nodes[call]
            given = [*(one for one in record[2] if one >= 0), *(value for _, value in record[3])]
            if use is None or any(not names.isdisjoint(mentioned(within.fn, one)) for one in given):
                return Sure.YES
            sure = Sure.MAYBE
        return sure

    def _steps(self, control: Control, callee: str) -> Iterator[Step]:
        yield Step(span(control.found.place), f"`{control.found.text}` comes from outside")
        for within, after in zip(control.way, control.way[1:], strict=False):
            place = self._follower.place(within.fn, within.fn.body.nodes[within.call])
            yield Step(span(place), f"passed to `{after.fn.name}()`")
        last = control.way[-1]
        yield Step(span(self._follower.place(last.fn, last.fn.body.nodes[last.call])), f"{callee}() asks that address")

    # -- refusals

    def _refused(self, fn: Fn, sent: list[int]) -> Iterator[RefusedTarget]:
        """The first way out that a check of an address leads to, and that leaves no record."""
        if not any(
            self.targets.is_check(fn, arm.condition)
            for step in ways.walk(fn.steps)
            if isinstance(step, Branch)
            for arm in step.arms
            if arm.condition >= 0
        ):
            return
        sure = self._about_requests(fn, sent)
        for way in self._parts.leaving.ways(fn):
            decided = self._decided(fn, way, sent)
            told = self._recorded(fn, way) if decided is not None else Sure.YES
            if decided is None or way.exit is None or told == Sure.YES:
                continue
            refused = self._parts.exits.refused(fn, way.exit)
            text = refused.text if refused is not None else self._parts.exits.text(fn, way.exit)
            yield RefusedTarget(
                span((fn.module.path, way.exit.line, way.exit.column)), fn.head.name, text,
                Step(span((fn.module.path, decided.line, 0)), "this decides"), Confidence.LOW if told == Sure.MAYBE else sure,
                self._parts.records.anywhere(fn), self._parts.recorded.helper(fn), (), fn.module.facts.test,
            )  # fmt: skip
            return  # what its other ways refuse is recorded at the same place

    def _about_requests(self, fn: Fn, sent: list[int]) -> Confidence:
        """How sure a check is one of where requests go: the function sends one, or looks where in the net an address lies."""
        if any(not _BINDING.isdisjoint(split(name)) for name in fn.head.params):  # where the program itself listens
            return Confidence.LOW
        inner = {node[2] for node in fn.body.nodes if node[0] == ir.ATTR}
        words = {*split(fn.name), *(split(fn.module.parts[-1]) if fn.module.parts else ())}
        asks = not fn.module.tops.isdisjoint(self._tops) or not _OF_ADDRESSES.isdisjoint(split("_".join((fn.name, *fn.head.params))))
        told = sent or (asks and not self.targets.properties.isdisjoint(inner)) or not self.targets.purposes.isdisjoint(words)
        return Confidence.MEDIUM if told else Confidence.LOW

    def _decided(self, fn: Fn, way: Way, sent: list[int]) -> Guard | None:
        """The check that a way out follows from, where no request is sent on it."""
        if way.exit is None or way.exit.kind not in ("raise", "return", "exit"):
            return None
        if any(isinstance(entry, Called) and entry.node in sent for entry in way.entries):
            return None
        positions = deciding(way.entries)
        last = way.entries[positions[-1]] if positions else None
        if not isinstance(last, Guard) or not self.targets.decides(fn, last.condition) or not self._refuses(fn, way):
            return None
        return last

    def _refuses(self, fn: Fn, way: Way) -> bool:
        """Whether a way out says no: it raises, or answers with an error; what gives ``False`` leaves that to those who ask."""
        if way.exit is None or any(isinstance(entry, Handling) for entry in way.entries[-2:]):
            return False
        if way.exit.kind in ("raise", "exit"):
            return self._parts.exits.text(fn, way.exit).rpartition(" ")[2] not in _OTHER_ERRORS
        return self._parts.exits.refused(fn, way.exit) is not None or (
            self._parts.around.boundary(fn) and not self._parts.exits.is_nothing(fn, way.exit) and self._is_error(fn, way.exit.value)
        )

    def _is_error(self, fn: Fn, node: int) -> bool:
        """Whether an answer has a status from 400 on, or tells an error."""
        record = source(fn, node)
        inner = [*record[2], *(value for _, value in record[3])] if record[0] == ir.CALL else record[1] if record[0] == ir.SEQ else []
        values = [fn.body.nodes[one] for one in inner if one >= 0]
        if any(value[0] == ir.CONST and isinstance(value[1], int) and 400 <= value[1] < 500 for value in values):
            return True
        callee = self._follower.text(fn, record[1]).rpartition(".")[2] if record[0] == ir.CALL else ""
        return (
            callee.endswith(("BadRequest", "Forbidden", "Error", "Denied"))
            or "error" in callee.lower()
            or any(value[0] == ir.DICT and "error" in value[1] for value in values)
        )

    def _recorded(self, fn: Fn, way: Way) -> Sure:
        refused = self._parts.exits.refused(fn, way.exit) if way.exit is not None else None
        return self._parts.recorded.way(fn, way, 0, refused)


def _argument(record: ir.Node, where: str) -> int:
    for key in where.split("|"):
        if key.isdecimal():
            if int(key) < len(record[2]) and record[2][int(key)] >= 0:
                return int(record[2][int(key)])
        else:
            for name, value in record[3]:
                if name == key:
                    return int(value)
    return -1


def _derived(fn: Fn, names: frozenset[str]) -> frozenset[str]:
    """The names, and those of what is made of them: ``host = urlparse(url).hostname``."""
    found = set(names)
    for _ in range(2):
        for record in fn.body.nodes:
            if record[0] == ir.VAR and record[1] not in found and not found.isdisjoint(mentioned(fn, record[2])):
                found.add(record[1])
    return frozenset(found)
