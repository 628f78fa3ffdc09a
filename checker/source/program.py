"""The join: all modules' facts -> the resolved facts that rules are called with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from msgspec.structs import replace as replaced

from checker.model import Confidence, Step
from checker.rule import kind
from checker.source import ir
from checker.source.audit.events import QUESTIONS, Events
from checker.source.audit.helpers import suggested
from checker.source.audit.outcomes import Outcomes
from checker.source.audit.terms import Terms
from checker.source.errors.handlers import Handlers
from checker.source.errors.lost import Lost
from checker.source.errors.raises import Raises
from checker.source.errors.reporting import Reporting
from checker.source.facts import (
    Argument,
    AuthOutcome,
    CaughtError,
    HelperCall,
    LogCall,
    LoggerMade,
    LostOutcome,
    RaiseText,
    Record,
    RecordedOutcome,
    RepeatedRecord,
    RequiredFound,
    RequiredOutcome,
    ResponseCall,
    Scope,
    SetupCall,
    Unfollowed,
)
from checker.source.flow.backwards import Follower
from checker.source.flow.origin import Flow, Found, Place, cut, hop, mark, merge, weaker
from checker.source.flow.texts import is_list, number
from checker.source.index.templates import brace_conversions, conversions, placeholder_keys
from checker.source.ir import ModuleFacts
from checker.source.logs.logger_names import logger_name
from checker.source.logs.records import Records
from checker.source.logs.redaction import protection
from checker.source.logs.repeated import Repeated
from checker.source.logs.setups import Setups
from checker.source.logs.sinks import Sinks, Use, Written
from checker.source.names import Fn, Module, Names
from checker.source.places import COMMAND_MODULES, span
from checker.source.reads import AUDIT, CALLING, CALLS, DECORATED, PROTECTION, Key, Reads
from checker.source.resolved import WIRE, on_the_wire, origins
from checker.source.security_facts import LoginWired, OutboundRequest, RefusedTarget, SessionAnomaly, ThinRecord
from checker.source.tables import Tables
from checker.source.words import split
from checker.vocabulary import Vocabulary

_MOST_PLACES = 4
"""So many log calls are named for one ``raise``."""
_SMALL = 3
"""Calls in a function that does little but log what it is given."""
_STACK = 20_000
_MOST_CALL_SITES = 5_000
_LISTS = tuple(("lib", name) for name in ("sorted", "list", "tuple", "set", "frozenset"))
_MOST_WRAPPED = 4
_LOG_WORDS = frozenset(
    {
        "log",
        "logger",
        "logging",
        "logexc",
        "debug",
        "info",
        "warn",
        "warning",
        "error",
        "exception",
        "critical",
        "trace",
        "audit",
        "msg",
        "print",
        "echo",
        "emit",
    }
)
_HTTP = frozenset(
    [
        "requests",
        "httpx",
        "aiohttp",
        "urllib",
        "urllib3",
        "http",
        "httplib",
        "httplib2",
        "six",
        "flask",
        "django",
        "rest_framework",
        "fastapi",
        "starlette",
        "tornado",
        "webob",
        "keystoneauth1",
        "twisted",
        "sanic",
        "bottle",
        "pyramid",
        "websockets",
        "websocket",
        "quart",
        "treq",
        "falcon",
    ]
)
_CLIENTS = frozenset({"requests", "httpx", "aiohttp", "urllib3"})
_HTTP_WORDS = frozenset({"http", "https", "client", "rpc", "api", "rest", "session", "httpclient", "webhook"})
_NO_LOG_VERBS = frozenset(
    {
        "set",
        "get",
        "init",
        "setup",
        "configure",
        "check",
        "handle",
        "parse",
        "is",
        "has",
        "make",
        "create",
        "raise",
        "send",
        "fire",
        "dispatch",
        "call",
        "run",
        "execute",
        "process",
    }
)
_COMMAND_WORDS = frozenset({"cli", "commands", "management", "script", "scripts", "bin", "tools", "cmd", "command", "__main__", "main"})


@dataclass(frozen=True, slots=True)
class Handed:
    """A place of one module where a caught exception's text is written, or sent to a client."""

    path: str
    """Of the ``raise``: its file, function and position there."""
    function: int
    position: int
    step: Step


@dataclass(frozen=True, slots=True)
class Told:
    """All facts that one module gives, on its own."""

    logs: tuple[LogCall, ...] = ()
    responses: tuple[ResponseCall, ...] = ()
    raises: tuple[tuple[int, int, RaiseText], ...] = ()
    """Function and position, and the fact but for where its text goes, which other modules know."""
    setups: tuple[SetupCall, ...] = ()
    records: tuple[Record, ...] = ()
    made: tuple[LoggerMade, ...] = ()
    repeated: tuple[RepeatedRecord, ...] = ()
    outcomes: tuple[AuthOutcome, ...] = ()
    recorded: tuple[RecordedOutcome, ...] = ()
    helpers: tuple[HelperCall, ...] = ()
    scope: Scope | None = None
    required: tuple[RequiredOutcome, ...] = ()
    meant: tuple[str, ...] = ()
    """Names of the settings' `must_log` that mean something here."""
    wired: tuple[LoginWired, ...] = ()
    sent: tuple[OutboundRequest, ...] = ()
    refused: tuple[RefusedTarget, ...] = ()
    anomalies: tuple[SessionAnomaly, ...] = ()
    thin: tuple[ThinRecord, ...] = ()
    caught: tuple[CaughtError, ...] = ()
    lost: tuple[LostOutcome, ...] = ()
    logged: tuple[Handed, ...] = ()
    shown: tuple[Handed, ...] = ()
    beyond: tuple[str, ...] = ()
    """What was given up at its bound."""


class _Wanted:
    """Asks whether facts of one of some types are wanted."""

    def __init__(self, kinds: frozenset[str] | None) -> None:
        self._kinds = kinds

    def __call__(self, *types: type) -> bool:
        """Whether one of the types is."""
        return self._kinds is None or not self._kinds.isdisjoint(map(kind, types))


def together(told: Mapping[str, Told]) -> Iterator[Any]:
    """Every fact of a project, given those of each file in the files' order; sorted by place within each type, but for raises."""
    yield from sorted((fact for one in told.values() for fact in one.logs), key=lambda fact: fact.span)
    yield from sorted((fact for one in told.values() for fact in one.responses), key=lambda fact: fact.span)
    logged, shown = _places(one.logged for one in told.values()), _places(one.shown for one in told.values())
    for path, one in told.items():
        for function, position, fact in one.raises:
            site = (path, function, position)
            yield replace(fact, logged=tuple(logged.get(site, ())), shown=tuple(shown.get(site, ())))
    helpers: dict[str, list[HelperCall]] = {}
    for call in chain.from_iterable(one.helpers for one in told.values()):
        helpers.setdefault(call.event, []).append(call)
    for path, one in told.items():
        yield from one.setups
        yield from one.records
        yield from one.made
        yield from one.repeated
        yield from suggested(one.outcomes, one.scope, helpers)
        yield from one.recorded
        yield from one.required
        yield from one.wired
        yield from one.sent
        yield from one.refused
        yield from one.anomalies
        yield from one.thin
        yield from one.caught
        yield from one.lost
        if one.meant:
            yield RequiredFound(path, one.meant)
        yield from (Unfollowed(path, what) for what in one.beyond)


def _places(handed: Iterable[Iterable[Handed]]) -> dict[tuple[str, int, int], list[Step]]:
    """The first few for each ``raise``."""
    found: dict[tuple[str, int, int], list[Step]] = {}
    for one in chain.from_iterable(handed):
        steps = found.setdefault((one.path, one.function, one.position), [])
        if len(steps) < _MOST_PLACES and one.step not in steps:
            steps.append(one.step)
    return found


class Program:
    """A whole project, ready to be asked for facts. Read-only for rules."""

    def __init__(self, modules: Iterable[ModuleFacts], vocabulary: Vocabulary) -> None:
        sys.setrecursionlimit(max(sys.getrecursionlimit(), _STACK))
        self.names = Names(modules)
        self.tables = Tables(vocabulary)
        self.follower = Follower(self.names, self.tables)
        self.sinks = Sinks(self.follower)
        self._setups = Setups(self.follower)
        self._raises = Raises(self.follower)
        self._records = Records(self.follower, self.sinks)
        self._repeated = Repeated(self.follower)
        self._reporting = Reporting(self.follower, self.sinks)
        self._handlers = Handlers(self.follower, self._reporting, self._records)
        self._lost = Lost(self.follower, self._reporting)
        self._handed: set[tuple[Any, ...]] = set()
        # what all classes inherit from is found out once for all that concerns the whole project; then each module begins anew
        self.follower.callers.look_around()
        self._outcomes = Outcomes(self.follower, self.sinks, Terms(vocabulary))
        self._events = Events(self._outcomes.parts, vocabulary)
        self._protection = protection(self.follower)
        self._forget()

    def facts(self, kinds: set[type]) -> Iterator[Any]:
        """Every fact of the wanted types; see `together`."""
        told = {module.path: self.told(module.path) for module in self.names.modules}
        return (fact for fact in together(told) if type(fact) in kinds)

    def told(self, path: str, kinds: frozenset[str] | None = None) -> Told:
        """The facts of one module, which do not depend on what was asked before; until the next call, `reads` are theirs.

        Of the types that are named (see `checker.rule.kind`), and perhaps of others; of all where none is.
        """
        self._forget()
        cut.clear()
        module = self.names.by_path[path]
        logged: dict[tuple[Fn, int], list[Step]] = {}
        shown: dict[tuple[Fn, int], list[Step]] = {}
        self._logged, self._shown = logged, shown
        told = self._told(module, list(self._uses(module)), _Wanted(kinds))
        return replace(told, logged=_handed(logged), shown=_handed(shown), beyond=tuple(sorted(self.reads.beyond | cut)))

    def _told(self, module: Module, uses: list[tuple[Fn, int, Use]], wanted: _Wanted) -> Told:
        """Most of a run's time goes into these, so that none is made which no rule takes."""
        logs = tuple(self._log_calls(uses)) if wanted(LogCall, RaiseText) else ()
        responses = tuple(self._responses(module, uses)) if wanted(ResponseCall, RaiseText) else ()
        raises = tuple(self._raises.facts(module)) if wanted(RaiseText) else ()
        setups = tuple(self._setups.facts(module)) if wanted(SetupCall) else ()
        records = tuple(self._records.facts(module, uses)) if wanted(Record) else ()
        made = tuple(self._records.made(module)) if wanted(LoggerMade) else ()
        repeated = tuple(self._repeated.facts(uses)) if wanted(RepeatedRecord) else ()
        outcomes, recorded = self._outcomes.facts(module) if wanted(AuthOutcome, RecordedOutcome) else ((), ())
        helpers, scope = self._events.helped(module, outcomes, recorded)
        required, meant = self._events.required(module) if wanted(RequiredOutcome, RequiredFound) else ((), ())
        wired = self._events.wired(module) if wanted(LoginWired) else ()
        sent, refused = self._events.outbound(module) if wanted(OutboundRequest, RefusedTarget) else ((), ())
        anomalies = self._events.anomalies(module) if wanted(SessionAnomaly) else ()
        thin = self._events.thin(module) if wanted(ThinRecord) else ()
        caught = tuple(self._handlers.facts(module)) if wanted(CaughtError) else ()
        lost = tuple(self._lost.facts(module)) if wanted(LostOutcome) else ()
        return Told(
            logs, responses, raises, setups, records, made, repeated, outcomes, recorded, helpers, scope, required, meant, wired, sent,
            refused, anomalies, thin, caught, lost,
        )  # fmt: skip

    @property
    def reads(self) -> Reads:
        """What was read of the project for the facts of the last module."""
        return self.names.reads

    def answer(self, key: Key) -> Any:
        """What the question is answered with, in plain data: while that is the same, facts for which it was asked are."""
        kind, name, index = key
        if kind == CALLING:
            return self.follower.callers.calling(name)
        if kind == CALLS:
            return self.follower.callers.running(name)
        if kind == PROTECTION:
            return [self._protection.folders, self._protection.escaped]
        if kind == AUDIT:
            return self._outcomes.around.answer()
        if kind in QUESTIONS:
            return self._events.answer(kind)
        if kind == DECORATED:
            module = self.names.by_path.get(name)
            factory = module.functions[index] if module is not None and index < len(module.functions) else None
            return [(*fn.key, line) for fn, line in self.follower.callers.decorated.get(factory, ())] if factory is not None else None
        return self.names.answer(key)

    def remember(self, key: Key, answer: Callable[[], Any]) -> None:
        """An earlier answer to a question of the kind `CALLS` which still holds; what it rests on must not be asked for again."""
        self.follower.callers.remember(key[1], answer)

    def ground(self, key: Key) -> tuple[frozenset[Module], frozenset[Key]]:
        """What the answer to a question of the kind `CALLS` rests on: files that are read, and other questions."""
        return self.follower.callers.ground(key[1])

    def _forget(self) -> None:
        self.names.forget()
        self.follower.forget()
        self._outcomes.forget()
        self._events.forget()
        self._handed.clear()
        self._reporting.forget()

    # -- records

    def _log_calls(self, uses: Iterable[tuple[Fn, int, Use]]) -> Iterator[LogCall]:
        for fn, call, use in uses:
            if use.kind == "response" or (use.server_only and not self._is_server(fn, use.kind)):
                continue
            if use.kind == "click" and self._is_product(fn, call):
                continue
            yield from self._log_call(fn, call, use, self._values(fn, call, use), 0)

    def _is_product(self, fn: Fn, call: int) -> bool:
        """What a command was asked for: written by the command's own function to standard output."""
        parent = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else fn
        decorators = [self.follower.text(parent, node).removesuffix("()").rpartition(".")[2] for node in fn.head.decorators]
        keywords = fn.body.nodes[call][3]
        return not {"command", "group"}.isdisjoint(decorators) and not any(name == "err" for name, _ in keywords)

    def _uses(self, module: Module) -> Iterator[tuple[Fn, int, Use]]:
        for fn in module.functions:
            for call in fn.head.sinks:
                use = self.sinks.use(fn, call)
                if use is not None:
                    yield fn, call, use

    def _values(self, fn: Fn, call: int, use: Use) -> list[tuple[Written, Flow]]:
        """The flow of every argument, in terms of the function's parameters."""
        place = self.follower.place(fn, fn.body.nodes[call])
        template = self._conversions(use)
        wire = bool(WIRE.search(use.template)) and self._speaks_http(fn)
        values = []
        for written in use.arguments:
            flow = self._selected(fn, use, written, place)
            if written.name and written.name not in ("extra", "msg", "message"):
                flow = self.follower.by_name.named(fn, flow, written.name, written.name, place, written.node)
            if self._is_list(fn, written.node):
                flow = mark(flow, "repr")
            if wire:
                flow = Flow(tuple(on_the_wire(item, use) for item in flow.found), flow.refs, flow.clean)
            conversion = template.get(written.position, template.get(written.name, ""))
            if conversion == "r":
                flow = mark(flow, "repr")
            values.append((written, number(flow) if conversion == "d" else flow))
        return values

    def _is_list(self, fn: Fn, node: int) -> bool:
        """Whether a value is a list or a comprehension, whose text shows its items by ``repr``."""
        record = fn.body.nodes[node]
        if record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        return is_list(fn, node) or (record[0] == ir.CALL and self.names.entity(fn, record[1]) in _LISTS)

    def _selected(self, fn: Fn, use: Use, written: Written, place: Place) -> Flow:
        """An argument's flow; of a mapping for ``%(key)s`` only the keys that the message names."""
        keys = (
            placeholder_keys(use.template)
            if written.position == 1 or (written.position > 1 and len(use.arguments) == written.position)
            else []
        )
        if not keys or written.name:
            return self.follower.flow(fn, written.node)
        text = self.follower.text(fn, written.node)
        return merge([self.follower.mappings.item(fn, written.node, key, f"{text}[{key!r}]", place) for key in keys])

    @staticmethod
    def _conversions(use: Use) -> dict[int | str, str]:
        """How a template shows its arguments: position or name to ``r`` or ``d``."""
        if not use.template:
            return {}
        if use.kind in ("loguru", "structlog") and "{" in use.template and "%" not in use.template:
            fields = brace_conversions(use.template)
            return {(int(name) + 1 if name.isdigit() else name or number + 1): kind for number, (name, kind) in enumerate(fields)}
        first = min((item.position for item in use.arguments if item.position >= 0), default=0)
        return {first + 1 + number: kind for number, kind in enumerate(conversions(use.template))}

    def _log_call(
        self, fn: Fn, call: int, use: Use, values: list[tuple[Written, Flow]], depth: int, inner: tuple[Step, ...] = ()
    ) -> Iterator[LogCall]:
        """The fact of one call; of a wrapper, also the facts of its callers."""
        node = fn.body.nodes[call]
        place = self.follower.place(fn, node)
        callee = self.follower.text(fn, node[1])
        wraps = fn.head.parent >= 0 and self._wraps(fn, use, values)
        if wraps and depth >= _MOST_WRAPPED:
            self.reads.beyond.add(f"a log function in more than {_MOST_WRAPPED} others")
            wraps = False
        self._link_traceback(fn, call, place, callee)
        refused = call in fn.head.refused
        arguments = []
        for written, flow in values:
            found = list(flow.found)
            self._link(found, place, callee, self._logged)
            for ref in flow.refs:
                if wraps and not self._closed(fn, ref.position):
                    continue
                above = self.follower.callers.arriving(fn, ref.position)
                self._link(above.found, place, callee, self._logged)
                extended = Flow(tuple(item for item in above.found if item.category not in ref.removed))
                for step in ref.hops:
                    extended = hop(extended, step[:3], step[3])
                found.extend(mark(extended, *ref.passed).found)
            if refused:  # what a server says then is why
                found = [replaced(item, confidence=Confidence.LOW) if item.kind == "response" else item for item in found]
            if any(item.kind == "body" for item in found) and self.follower.bodies.known(fn, written.node):
                found = [replaced(item, confidence=Confidence.LOW) if item.kind == "body" else item for item in found]
            if found or written.name:
                constant = fn.body.nodes[written.node]
                value = constant[1] if constant[0] == ir.CONST else None
                arguments.append(Argument(written.name, written.position, origins(found), value))
        if depth == 0 or any(argument.origins for argument in arguments):
            yield self._fact(fn, call, callee, use, tuple(arguments), inner)
        if wraps:
            yield from self._wrapped(fn, use, values, depth, (Step(span(place), f"written by {callee}()"), *inner))

    def _closed(self, fn: Fn, position: int) -> bool:
        """A decorator's wrapper is called under other names: its arguments are looked up by what it decorates."""
        return position in (fn.head.vararg, fn.head.kwarg) and fn.head.parent > 0

    def _wraps(self, fn: Fn, use: Use, values: list[tuple[Written, Flow]]) -> bool:
        """Whether the function is a log function of the project's own: it hands on its parameter as the whole message."""
        if not any(flow.refs for _, flow in values) or fn.head.flags & 16:
            return False
        name = fn.name
        words = split(name) or ("",)
        handed_on = {ref.position for _, flow in values[:1] for ref in flow.refs} | ({fn.head.vararg, fn.head.kwarg} - {-1})
        if not any(ref.position in handed_on for _, flow in values for ref in flow.refs):
            return False
        if {words[0], words[-1]} & _LOG_WORDS and words[0] not in _NO_LOG_VERBS and not name.startswith("__"):
            return True
        whole = fn.body.nodes[values[0][0].node][0] == ir.PARAM
        return whole and len(fn.body.calls) <= _SMALL and name != "__init__"

    def _wrapped(self, fn: Fn, use: Use, values: list[tuple[Written, Flow]], depth: int, within: tuple[Step, ...]) -> Iterator[LogCall]:
        callers = self.follower.callers.callers(fn)
        if len(callers) > _MOST_CALL_SITES:
            self.reads.beyond.add(f"a log function with more than {_MOST_CALL_SITES} calls")
        for caller, call, bound in callers[:_MOST_CALL_SITES]:
            node = caller.body.nodes[call]
            given: dict[int, Flow] = {}
            for _, flow in values:
                for ref in flow.refs:
                    if not self._closed(fn, ref.position) and not any(item.category in ("secret", "grave") for item in flow.found):
                        got = self.follower.functions.given(caller, node, fn, bound, ref.position)
                        got = Flow(tuple(item for item in got.found if item.category not in ref.removed), got.refs)
                        marks = ref.passed
                        for keyword, value in node[3]:
                            if keyword and keyword not in fn.head.params and ref.position == fn.head.kwarg:
                                got = merge(
                                    [
                                        got,
                                        self.follower.by_name.named(
                                            caller,
                                            self.follower.flow(caller, value),
                                            keyword,
                                            keyword,
                                            self.follower.place(caller, node),
                                            value,
                                        ),
                                    ]
                                )
                        got = got if self.follower.callers.surely(caller, call, fn) else weaker(got, Confidence.LOW)
                        given[ref.position] = mark(got, *marks)
            handed = [(Written("", position, 0), flow) for position, flow in sorted(given.items())]
            inner = Use(use.kind, use.level, use.arguments, "", use.server_only)
            key = (caller, call, use.kind, use.level, depth, tuple((written.position, flow) for written, flow in handed))
            if key not in self._handed:  # wrappers of wrappers meet again and again; each call is told once
                self._handed.add(key)
                yield from self._log_call(caller, call, inner, handed, depth + 1, within)

    def _link(self, found: Iterable[Found], place: Place, callee: str, where: dict[tuple[Fn, int], list[Step]]) -> None:
        """Note for each raise that a caught exception's text may come from that it is written here."""
        for item in found:
            if item.category == "exception":
                for site in self.follower.caught.get(item.place, ()):
                    steps = where.setdefault(site, [])
                    if len(steps) < _MOST_PLACES:
                        steps.append(Step(span(place), f"written by {callee}()" if where is self._logged else f"sent by {callee}()"))

    def _link_traceback(self, fn: Fn, call: int, place: Place, callee: str) -> None:
        """``logger.exception()`` and ``exc_info=True`` write the text of what the handler caught, named or not."""
        handler = next((position for sink, position in fn.head.rescues if sink == call), None)
        if handler is None:
            return
        tail = callee.rpartition(".")[2]
        shown = tail in ("exception", "capture_exception", "print_exc") or any(
            name == "exc_info" and fn.body.nodes[value][1:] != [False] for name, value in fn.body.nodes[call][3]
        )
        sites = self.follower.exceptions.caught(fn, fn.body.handlers[handler])[0] if shown else []
        for site in sites:
            steps = self._logged.setdefault(site, [])
            if len(steps) < _MOST_PLACES:
                steps.append(Step(span(place), f"written by {callee}()"))

    def _fact(self, fn: Fn, call: int, callee: str, use: Use, arguments: tuple[Argument, ...], inner: tuple[Step, ...]) -> LogCall:
        place = self.follower.place(fn, fn.body.nodes[call])
        self.reads.asked.add((PROTECTION, "", -1))
        guard = self._protection
        stdlib = use.kind in ("logging", "structlog", "loguru", "twisted")
        return LogCall(
            span(place), fn.head.name, use.kind, use.level, callee, arguments, use.template,
            escaped=guard.escaped and stdlib, redacted=stdlib and guard.redacts(fn.module),
            test=fn.module.facts.test, server=self._is_server(fn),
            logger=logger_name(self.names, fn, call) if use.kind == "logging" else None, inner=inner,
        )  # fmt: skip

    def _speaks_http(self, fn: Fn) -> bool:
        """Whether the code sends or answers requests, by its imports or its names."""
        return not fn.module.tops.isdisjoint(_HTTP) or not self.follower.by_name.words(fn).isdisjoint(_HTTP_WORDS)

    def _is_server(self, fn: Fn, kind: str = "") -> bool:
        """Server code: the module imports a web framework, or is imported beside one, and is no command-line program."""
        module = fn.module
        if kind != "click" and not module.tops.isdisjoint(COMMAND_MODULES):
            return False
        if kind == "print" and not _COMMAND_WORDS.isdisjoint((*split(module.path), fn.name)):
            return False
        if kind in ("print", "stderr") and any("parse" in name and "arg" in name for fn in module.functions for name in fn.head.called):
            return False  # a command-line program beside the server
        if kind == "print" and not module.tops.isdisjoint(_CLIENTS) and not module.facts.main:
            return True  # a library that speaks HTTP: what it prints is left from looking for a fault
        return not module.tops.isdisjoint(self.tables.server_modules)

    # -- answers

    def _responses(self, module: Module, uses: Iterable[tuple[Fn, int, Use]]) -> Iterator[ResponseCall]:
        for fn, call, use in uses:
            if use.kind != "response" or call in fn.head.staged:
                continue
            place = self.follower.place(fn, fn.body.nodes[call])
            callee = self.follower.text(fn, fn.body.nodes[call][1])
            yield from self._response(fn, place, callee, self._values(fn, call, use))
        for fn in module.functions:
            if not fn.head.decorators and "start_response" not in fn.head.params:
                continue
            framework = self._handler(fn)
            for node in fn.body.returns if framework else ():
                line = self._line_of(fn, node)
                if line is not None:
                    yield from self._response(fn, line, "return", [(Written("", 0, node), self.follower.flow(fn, node))], framework)

    def _handler(self, fn: Fn) -> str:
        parent = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else None
        if parent is None:
            return ""
        if "start_response" in fn.head.params:
            return "wsgi"
        for decorator in fn.head.decorators:
            record = parent.body.nodes[decorator]
            callee = parent.body.nodes[record[1]] if record[0] == ir.CALL else record
            if callee[0] == ir.ATTR:
                for source in self.tables.handler_decorators.methods.get(callee[2], ()):
                    if not fn.module.tops.isdisjoint(source.imports):
                        return source.framework
        return ""

    def _line_of(self, fn: Fn, node: int) -> Place | None:
        """The place of a returned value, found through its parts; ``None`` for a response object, which is judged itself."""
        record = fn.body.nodes[node]
        for _ in range(6):
            if record[0] in (ir.CALL, ir.ATTR, ir.ITEM, ir.VAR, ir.DICT, ir.GLOBAL):
                if record[0] == ir.CALL and self._sink_kind(fn, record) == "response":
                    return None
                return self.follower.place(fn, record)
            if record[0] in (ir.SEQ, ir.JOIN, ir.UNION) and record[1]:
                parts = [fn.body.nodes[item] for item in record[1]]
                record = next((part for part in parts if part[0] not in (ir.CONST, ir.OPAQUE)), parts[0])
                continue
            return None
        return None

    def _sink_kind(self, fn: Fn, record: ir.Node) -> str:
        entity = self.names.entity(fn, record[1])
        sink = self.tables.sinks.find(entity[1]) if entity and entity[0] == "lib" else None
        return sink.kind if sink else ""

    def _response(
        self, fn: Fn, place: Place, callee: str, values: list[tuple[Written, Flow]], framework: str = ""
    ) -> Iterator[ResponseCall]:
        arguments = []
        for written, flow in values:
            self._link(flow.found, place, callee, self._shown)
            internal = [item for item in flow.found if item.category in ("traceback", "exception")]
            for ref in flow.refs:
                above = self.follower.callers.arriving(fn, ref.position)
                internal.extend(item for item in above.found if item.category in ("traceback", "exception"))
            if internal:
                arguments.append(Argument(written.name, written.position, origins(internal)))
        if arguments:
            yield ResponseCall(span(place), fn.head.name, framework, callee, tuple(arguments), fn.module.facts.test)


def _handed(sites: Mapping[tuple[Fn, int], list[Step]]) -> tuple[Handed, ...]:
    return tuple(Handed(*fn.key, position, step) for (fn, position), steps in sites.items() for step in steps)
