"""Calls that write a record, with all that they write: the facts that most rules are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace as replaced

from checker import patterns as re
from checker.model import Confidence, Step
from checker.source import ir
from checker.source.facts.records import Argument, LogCall
from checker.source.flow.backwards import Follower
from checker.source.flow.call_index import Gates, shut, unlogged
from checker.source.flow.holding.library_errors import is_repeated
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, Found, goes_on, hop, mark, merge, weaker, without
from checker.source.flow.places import span
from checker.source.lexicon.words import split
from checker.source.logs.logger_names import logger_name
from checker.source.logs.redaction import Protection, redacts
from checker.source.logs.resolved import origins
from checker.source.logs.sinks import Use, Written
from checker.source.names.elements import Fn
from checker.source.names.reads import PROTECTION
from checker.source.written.branches import Branches
from checker.source.written.client_headers import weighed
from checker.source.written.hiding import Hiding
from checker.source.written.keywords import keywords_of
from checker.source.written.links import Links
from checker.source.written.other_arms import OtherArms
from checker.source.written.servers import is_left_behind, is_server, of_command
from checker.source.written.switched import Switched
from checker.source.written.values import Values

_ASKED_FOR = frozenset({"grave", "personal", "url", "untrusted", "exception", "traceback"})
"""What code may well print that is no server's: all but secrets, and addresses that are known to hold one."""
_ANSWER = frozenset({"response"})
_ANSWERED = frozenset({"response", "members"})
"""Kinds of containers that an answer is, and that what is decoded of one is."""
_WORD = re.compile(r"[A-Za-z]{3}")
_ENVIRONMENT = re.compile(r"\b(?:environb?|getenv)\b")
_OF_DATABASES = "database URL"
"""The label of an address that mostly holds the login."""
_SMALL = 3
"""Calls in a function that does little but log what it is given."""
_FEW = 12
"""The same of one that opens the file that it writes to, and puts a time before the text."""
_WRITES = frozenset({"open", "write", "writelines"})
_MOST_CALL_SITES = 5_000
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
_NO_LOG_VERBS = frozenset(
    {"set", "get", "init", "setup", "configure", "check", "handle", "parse", "is", "has", "make", "create", "raise", "send", "fire",
     "dispatch", "call", "run", "execute", "process"}
)  # fmt: skip


class LogCalls:
    """Makes the facts of one module after the other."""

    def __init__(self, follower: Follower, values: Values, links: Links, guard: Protection) -> None:
        self._follower = follower
        self._values = values
        self._links = links
        self._guard = guard
        self._branches = Branches(follower.text)
        self._switched = Switched(follower.text)
        self._hiding = Hiding(follower.functions.redactors)
        self._other_arms = OtherArms(follower)
        self._told: set[tuple[Any, ...]] = set()

    def forget(self) -> None:
        """Begin a module anew."""
        self._branches.forget()
        self._switched.forget()
        self._hiding.forget()
        self._told.clear()

    def facts(self, uses: Iterable[tuple[Fn, int, Use]]) -> Iterator[LogCall]:
        """The records that a module's calls write."""
        for fn, call, use in uses:
            if use.kind == "response":
                continue
            if use.server_only and not is_server(self._follower, fn, use.kind):
                behind = is_left_behind(fn, use.kind)
                values = self._values.of(fn, call, use) if behind or (use.kind == "print" and _is_worded(fn, use)) else ()
                told = [(written, _unasked(flow) if behind else self._given(fn, flow)) for written, flow in values]
                if behind or any(flow.found for _, flow in told):
                    yield from self._log_call(fn, call, use, told, 0)
                continue
            if use.kind == "click" and self._is_product(fn, call):
                continue
            yield from self._log_call(fn, call, use, self._values.of(fn, call, use), 0)

    def _given(self, fn: Fn, flow: Flow) -> Flow:
        """The secrets of the program's environment: who calls it did not type them, and where it runs by itself its output is kept."""
        near = (item for item in flow.found if not item.crossed and (item.category == "secret" or item.label == _OF_DATABASES))
        return Flow(tuple(item for item in near if _ENVIRONMENT.search(item.text) or self._is_variable(fn, item)))

    def _is_variable(self, fn: Fn, item: Found) -> bool:
        """Whether an address has a name to which a variable of the environment was given: ``REDIS_URL = os.getenv("REDIS")``."""
        if item.label != _OF_DATABASES or not item.text.isidentifier():
            return False
        own = [node[2] for node in fn.body.nodes if node[0] == ir.VAR and node[1] == item.text]
        bound = (fn, own[-1]) if own else self._follower.names.binding(fn, item.text)
        record = source(*bound) if bound is not None else [ir.OPAQUE]
        if bound is None or record[0] not in (ir.CALL, ir.ITEM):
            return False
        return _ENVIRONMENT.search(self._follower.text(bound[0], record[1])) is not None

    def _is_product(self, fn: Fn, call: int) -> bool:
        """What a command was asked for: written by the command's own function to standard output."""
        parent = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else fn
        decorators = [self._follower.text(parent, node).removesuffix("()").rpartition(".")[2] for node in fn.head.decorators]
        keywords = fn.body.nodes[call][3]
        return not {"command", "group"}.isdisjoint(decorators) and not any(name == "err" for name, _ in keywords)

    def _log_call(
        self, fn: Fn, call: int, use: Use, values: list[tuple[Written, Flow]], depth: int, inner: tuple[Step, ...] = ()
    ) -> Iterator[LogCall]:
        """The fact of one call; of a wrapper, also the facts of its callers."""
        node = fn.body.nodes[call]
        place = self._follower.place(fn, node)
        callee = self._follower.text(fn, node[1])
        own = self._is_loggers(fn)
        wraps = fn.head.parent >= 0 and not own and self._wraps(fn, use, values)
        if wraps and depth >= _MOST_WRAPPED:
            self._follower.names.reads.beyond.add(f"a log function in more than {_MOST_WRAPPED} others")
            wraps = False
        repeated = self._links.traceback(fn, call, place, callee, [flow for _, flow in values])
        refused, gates = call in fn.head.refused, self._branches.gates(fn, call)
        arguments = []
        for written, flow in values:
            found = list(flow.found)
            self._links.link(found, place, callee, self._links.logged)
            for ref in flow.refs:
                if own or (wraps and not self._closed(fn, ref.position)):
                    continue
                above = self._follower.callers.arriving(fn, ref.position, ref.key, gates=gates)
                self._links.link(above.found, place, callee, self._links.logged)
                extended = Flow(tuple(item for item in above.found if goes_on(item, ref)))
                for step in ref.hops:
                    extended = hop(extended, step[:3], step[3])
                found.extend(mark(extended, *ref.passed).found)
            if refused:  # what a server says then is why
                kinds = _ANSWERED if self._follower.requests.answers.decoded(fn, written.node) else _ANSWER
                found = [replaced(item, confidence=Confidence.LOW) if item.kind in kinds else item for item in found]
            if any(item.kind == "body" for item in found) and self._follower.bodies.known(fn, written.node):
                found = [replaced(item, confidence=Confidence.LOW) if item.kind == "body" else item for item in found]
            if found or written.name:
                constant = fn.body.nodes[written.node]
                value = constant[1] if constant[0] == ir.CONST else None
                arguments.append(Argument(written.name, written.position, origins(found), value))
        if repeats := [*repeated.found, *self._given_above(fn, repeated)]:
            arguments.append(Argument("exc_info", -1, origins(repeats)))
        if depth == 0 or any(argument.origins for argument in arguments):
            yield self._fact(fn, call, callee, use, tuple(arguments), inner)
        if wraps and not self._switched.is_developing(fn, call):
            use = use if use.within else replaced(use, within=(fn, call))
            yield from self._wrapped(fn, use, values, depth, gates, (Step(span(place), f"written by {callee}()"), *inner))

    def _is_loggers(self, fn: Fn) -> bool:
        """Whether a function is the method for a level of a logger's class: then each call of it is told by itself."""
        tables = self._follower.tables
        if fn.owner is None or fn.name not in tables.levels:
            return False
        return any(name in tables.logger_classes for name in self._follower.names.mro(fn.owner)[1])

    def _given_above(self, fn: Fn, repeated: Flow) -> Iterator[Found]:
        """What callers give that stands in the text of a library's error: passwords, and addresses known to hold more than that."""
        for ref in repeated.refs:
            above = self._follower.callers.arriving(fn, ref.position, ref.key)
            told = tuple(item for item in above.found if goes_on(item, ref) and is_repeated(item))
            yield from weaker(mark(Flow(told), *ref.passed), Confidence.MEDIUM).found

    def _closed(self, fn: Fn, position: int) -> bool:
        """A decorator's wrapper is called under other names: its arguments are looked up by what it decorates."""
        return position in (fn.head.vararg, fn.head.kwarg) and fn.head.parent > 0

    def _wraps(self, fn: Fn, use: Use, values: list[tuple[Written, Flow]]) -> bool:
        """Whether the function is a log function of the project's own: it hands on its parameter as the whole message."""
        if not any(flow.refs for _, flow in values) or fn.head.flags & ir.GENERATOR:
            return False
        name = fn.name
        words = split(name) or ("",)
        handed_on = {ref.position for _, flow in values[:1] for ref in flow.refs} | ({fn.head.vararg, fn.head.kwarg} - {-1})
        if not any(ref.position in handed_on for _, flow in values for ref in flow.refs):
            return False
        if {words[0], words[-1]} & _LOG_WORDS and words[0] not in _NO_LOG_VERBS and not name.startswith("__"):
            return True
        if use.kind == "file" and words[0] not in _NO_LOG_VERBS and name != "__init__" and not _WRITES.isdisjoint(fn.head.called):
            told = any(item.category in ("secret", "grave") for _, flow in values for item in flow.found)
            return not told and len(fn.body.calls) <= _FEW
        whole = fn.body.nodes[values[0][0].node][0] == ir.PARAM
        return whole and len(fn.body.calls) <= _SMALL and name != "__init__"

    def _wrapped(
        self, fn: Fn, use: Use, values: list[tuple[Written, Flow]], depth: int, gates: Gates, within: tuple[Step, ...]
    ) -> Iterator[LogCall]:
        callers = self._follower.callers.callers(fn)
        if len(callers) > _MOST_CALL_SITES:
            self._follower.names.reads.beyond.add(f"a log function with more than {_MOST_CALL_SITES} calls")
        for caller, call, bound in callers[:_MOST_CALL_SITES]:
            if use.kind in ("print", "stderr") and of_command(caller, use.kind):
                continue  # its user asked for it, whoever writes it
            if gates and shut((caller, call, bound), fn, gates):
                continue
            node = caller.body.nodes[call]
            given: dict[int, Flow] = {}
            for _, flow in values:
                for ref in flow.refs:
                    if unlogged(self._follower.tables, (caller, call, bound), fn, ref.position):
                        continue
                    if not self._closed(fn, ref.position) and not any(item.category in ("secret", "grave") for item in flow.found):
                        rest = self._values.rest(caller, node, fn, bound) if ref.position == fn.head.vararg and ref.key is None else None
                        got = rest or self._follower.functions.given(caller, node, fn, bound, ref.position, ref.key)
                        got = Flow(tuple(item for item in got.found if goes_on(item, ref)), got.refs)
                        marks = ref.passed
                        if ref.position == fn.head.kwarg:
                            got = merge([got, *self._by_keyword(caller, node, fn)])
                            got = without(got, ("untrusted",)) if "untrusted" in ref.removed else got
                        got = got if self._follower.callers.surely(caller, call, fn) else weaker(got, Confidence.LOW)
                        given[ref.position] = mark(got, *marks)
            handed = [(Written("", position, 0), flow) for position, flow in sorted(given.items())]
            inner = Use(use.kind, use.level, use.arguments, "", use.server_only, within=use.within)
            key = (caller, call, use.kind, use.level, depth, tuple((written.position, flow) for written, flow in handed))
            if key not in self._told:  # wrappers of wrappers meet again and again; each call is told once
                self._told.add(key)
                yield from self._log_call(caller, call, inner, handed, depth + 1, within)

    def _by_keyword(self, caller: Fn, node: ir.Node, fn: Fn) -> Iterator[Flow]:
        """What a call gives by other names than a log function's own parameters have."""
        place = self._follower.place(caller, node)
        for keyword, value in node[3]:
            if keyword and keyword not in fn.head.params:
                yield self._follower.by_name.named(caller, self._follower.flow(caller, value), keyword, keyword, place, value)

    def _fact(self, fn: Fn, call: int, callee: str, use: Use, arguments: tuple[Argument, ...], inner: tuple[Step, ...]) -> LogCall:
        place = self._follower.place(fn, fn.body.nodes[call])
        self._follower.names.reads.asked.add((PROTECTION, "", -1))
        stdlib = use.kind in ("logging", "structlog", "loguru", "twisted")
        logger = logger_name(self._follower.names, fn, call) if use.kind == "logging" else None
        arguments = weighed(self._follower, fn, self._of_something(fn, call, () if inner else use.arguments, arguments))
        whole = _writes_container(arguments)
        keywords = list(keywords_of(None if inner else fn, use, arguments))
        redacted = redacts(self._follower.names, self._guard, fn, use, logger) or self._guard.hides(fn.module, keywords)
        redacted = redacted or (bool(keywords) and self._branches.is_denied(fn, call))
        return LogCall(
            span(place), fn.head.name, use.kind, use.level, callee, arguments, use.template,
            escaped=self._guard.escaped and stdlib, redacted=stdlib and redacted,
            test=fn.module.facts.test, server=is_server(self._follower, fn),
            logger=logger, inner=inner, failing=whole and self._branches.is_failing(fn, call),
            hiding=whole and (self._hiding.is_beside(fn, call) or self._switched.shows_answers(fn, call)),
            masked=whole and self._is_masked_beside(fn, call),
            asked=self._is_asked_for(fn, call, use, arguments), developing=self._developing(fn, call, use, arguments),
            opted=whole and self._switched.is_opted(fn, call),
        )  # fmt: skip

    def _is_masked_beside(self, fn: Fn, call: int) -> bool:
        """Whether another branch writes it with a mask: an option decides between both."""
        if self._branches.is_masked_beside(fn, call):
            return True
        masked = any(self._hiding.comes_to(fn, other) for other in self._branches.alternatives(fn, call))
        return masked and not self._hiding.comes_to(fn, call)

    def _is_asked_for(self, fn: Fn, call: int, use: Use, arguments: tuple[Argument, ...]) -> bool:
        """Whether who runs the program has asked to be shown what is written, of a record by the secret's own name."""
        if use.kind == "print":
            return self._switched.is_asked_for(fn, call)
        secret = any(origin.category == "secret" for argument in arguments for origin in argument.origins)
        return secret and self._switched.is_asked_to_show(fn, call)

    def _developing(self, fn: Fn, call: int, use: Use, arguments: tuple[Argument, ...]) -> bool:
        """Whether something is written that matters, and on a developer's own machine only, or to who is shown a page by it
        or has switched on that a client prints the wire."""
        if not any(argument.origins for argument in arguments):
            return False
        printed = use.kind == "print" and (self._switched.opens_page(fn) or self._switched.is_wire_debugging(fn, call))
        return printed or self._switched.is_developing(fn, call)

    def _of_something(self, fn: Fn, call: int, written: tuple[Written, ...], arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
        """The arguments without what is known to be nothing there, or of another kind."""
        if not any(origin.category in ("secret", "container") for argument in arguments for origin in argument.origins):
            return arguments
        nothing = self._branches.empty(fn, call) | self._other_arms.without(fn, call, arguments)
        if not nothing:
            return arguments
        empty = {(one.position, one.name) for one in written if self._follower.text(fn, one.node) in nothing}
        return tuple(
            replaced(
                argument,
                origins=()
                if (argument.position, argument.name) in empty
                else tuple(one for one in argument.origins if one.crossed or one.text not in nothing),
            )
            for argument in arguments
        )


def _unasked(flow: Flow) -> Flow:
    """What nobody asked for of a value that is printed."""
    left = without(flow, _ASKED_FOR)
    addresses = tuple(item for item in flow.found if item.category == "url" and item.member)
    return Flow((*left.found, *addresses), left.refs) if addresses else left


def _is_worded(fn: Fn, use: Use) -> bool:
    """Whether what is printed is said with words: a bare value is an answer for another program."""
    template = use.template
    if not template and use.arguments and (first := fn.body.nodes[use.arguments[0].node])[0] == ir.CALL:
        callee = fn.body.nodes[first[1]]
        owner = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR and callee[2] == "format" else [ir.OPAQUE]
        template = str(owner[1]) if owner[0] == ir.CONST else ""
    return _WORD.search(template) is not None


def _writes_container(arguments: tuple[Argument, ...]) -> bool:
    return any(origin.category == "container" for argument in arguments for origin in argument.origins)
