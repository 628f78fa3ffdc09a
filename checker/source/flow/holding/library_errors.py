"""What the text of a library's error repeats of the arguments of the call that raised it, here or in what is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import construction, source
from checker.source.flow.origin import SHOWN_IN_REPR, UNKNOWN, Flow, Found, Ref, hop, mark, merge, through, unmarked, weaker
from checker.source.ir import Node
from checker.source.ir.ways import Exit, Try, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.vocabulary import Repeater

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

REPEATED = "library error"
"""What a value went through that stands in the text of a library's error: nothing in the project raises it."""
SAID_WHOLE = "said whole"
"""What stands in a command line, or in an address that was answered: errors repeat it whole. Who is not answered leaves the login out."""
STREAMS = frozenset({"stderr", "stdout", "output"})
"""Attributes of a process that has run, and of the error that it failed with, in which its output stands."""
_PROCESSES = "subprocess."
_FAILED, _TIMED_OUT, _OF_PROCESSES = "CalledProcessError", "TimeoutExpired", "SubprocessError"
_BASES = frozenset({"SubprocessError", "RequestException", "HTTPStatusError", "ClientResponseError", "ClientError"})
"""What all errors of a library are whose texts repeat anything."""
_ANY = frozenset({"Exception", "BaseException", "?"})
_FIELDS, _WITH_BODY = "fields", frozenset({"POST", "PUT", "PATCH"})
_OF_STATUS = "raise_for_status"
"""An error of requests that says the whole address; others of its errors leave user and password out."""
_OF_STATUSES = frozenset({"HTTPError"})
_WITH_ADDRESS = frozenset({"ConnectionError", "HTTPError"})
"""Errors of requests in whose text the address stands; who waited too long, or cannot read the answer, is told none."""
_CLIENTS = {"aiohttp": ("session", "ClientSession"), "requests": ("session", "Session"), "httpx": ("client", "AsyncClient")}
"""By a library's name: the last word of names for its clients, and their class."""
_KIND = "content_type"
"""Which content aiohttp raises an error for: https://docs.aiohttp.org/en/stable/client_reference.html#aiohttp.ClientResponse.json"""
_DEEPEST = 3
"""Functions through which a call hands on what the library is given."""
_MOST_CALLERS = 20
"""Calls of a function that are looked at for a handler."""
_MOST_LEAVING = 12
"""Errors of libraries that are told to leave one function."""


def is_repeated(item: Found, whole: bool = False) -> bool:
    """Whether the text of an error shows a value; unless addresses stand there whole, only what they hold beside user and password."""
    if item.category == "url":
        return whole or item.member not in ("", "password")
    return item.category in ("secret", "grave") or item.kind == "members"


class _Leaving(NamedTuple):
    """An error of a library that may leave a function."""

    known: Repeater
    after: frozenset[str]
    """Last names of the methods that are called beside the library's."""
    whole: bool
    """Whether addresses stand in its text with user and password."""
    flow: Flow
    """What its text repeats, in terms of the function's parameters."""

    def repeats(self, flow: Flow) -> Flow:
        """What is repeated of a value."""
        kept = tuple(item for item in flow.found if is_repeated(item, whole=self.whole))
        return weaker(mark(Flow(kept, flow.refs), REPEATED), Confidence.MEDIUM)

    def matches(self, types: frozenset[str]) -> bool:
        """Whether a handler of these errors may catch it; requests raises an HTTPError only where somebody asks for the status."""
        if not self.whole and types == _OF_STATUSES:
            return False
        caught = not types or not types.isdisjoint((*self.known.errors, *_ANY))
        return caught and not (self.known.after and self.after.isdisjoint(self.known.after))

    def is_taken(self, earlier: frozenset[str]) -> bool:
        """Whether handlers of these errors leave it to none that comes after them."""
        wanted = frozenset(self.known.errors)
        taken = wanted & earlier
        base = not _BASES.isdisjoint(taken) or ("HTTPStatusError" in wanted and "HTTPError" in taken)  # of httpx, and not of requests
        said = _WITH_ADDRESS if self.whole else _WITH_ADDRESS - _OF_STATUSES
        if wanted >= _WITH_ADDRESS and said <= taken:  # requests says no address in any other
            return True
        return base or (bool(wanted) and wanted - {_OF_PROCESSES} <= earlier)


class LibraryErrors:
    """Follows what a call was given into the text of a library's error."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._tables = follower.tables
        self._leaving: dict[Fn, list[_Leaving]] = {}

    def forget(self) -> None:
        """Know nothing of what leaves any function."""
        self._leaving.clear()

    def caught(self, fn: Fn, position: int, types: frozenset[str], guarded: tuple[int, int], earlier: frozenset[str]) -> Flow:
        """What a handler of these errors may find repeated of one of the calls that it guards; ``earlier``: what those before it catch."""
        call, here = fn.body.calls[position], _called(fn, guarded)
        one = self._raised(fn, call, here)
        leaving = [one] if one is not None else list(self._through(fn, call, 0))
        within = inside(fn, position, guarded)
        flows = [
            left.flow
            for left in leaving
            if left.matches(types) and not left.is_taken(earlier) and not any(left.matches(_last_names(one)) for one in within)
        ]
        if not flows:
            return UNKNOWN
        place, callee = self._follower.place(fn, fn.body.nodes[call]), self._follower.text(fn, fn.body.nodes[call][1])
        return hop(merge(flows), place, f"repeated in the text of an error of `{callee}()`")

    def leaving_decorated(self, target: Fn, types: frozenset[str], earlier: frozenset[str]) -> Flow:
        """What a decorator's wrapper may find repeated that catches these errors of a function which it decorates."""
        left = [one for one in self._all(target, 1) if one.matches(types) and not one.is_taken(earlier)]
        found = [replace(item, crossed=item.crossed + 1) for one in left for item in one.flow.found]
        return hop(Flow(tuple(found)), (target.module.path, target.head.line, 0), f"an error leaves `{target.name}()`, which is decorated")

    def leaving(self, fn: Fn, position: int) -> Flow:
        """What the text of the error repeats that a function's call may raise, unless it or everybody who calls it has a handler for it."""
        one = self._raised(fn, fn.body.calls[position], frozenset({_OF_STATUS}))
        if one is None or _handled(fn, position, one):
            return UNKNOWN
        callers = [(caller, call) for caller, call, _ in self._follower.callers.callers(fn) if not caller.module.facts.test]
        if len(callers) > _MOST_CALLERS:
            self._names.reads.beyond.add(f"an error of a function with more than {_MOST_CALLERS} calls")
        places = [(caller, caller.body.calls.index(call)) for caller, call in callers[:_MOST_CALLERS]]
        return UNKNOWN if places and all(_handled(caller, at, one) for caller, at in places) else one.flow

    def _raised(self, fn: Fn, call: int, after: frozenset[str]) -> _Leaving | None:
        """The error of a library's call, with what its text repeats."""
        node = _asked(fn, fn.body.nodes[call])
        entity = self._names.entity(fn, node[1])
        callee = self._of_client(fn, node) if entity is None else str(entity[1]) if entity[0] == "lib" else ""
        known = self._tables.repeaters.find(callee) if callee else None
        if known is not None and callee.startswith(_PROCESSES):
            known = _ended(fn, node, callee, known)
        if known is not None and _FIELDS in known.arguments and _sends_body(fn, node):
            known = replace(known, arguments=tuple(name for name in known.arguments if name != _FIELDS))
        if known is None:
            return None
        flow = merge(
            [*self._follower.calls.arguments(fn, node, known.arguments), self._spread(fn, node, known), self._in_repr(fn, node, known)]
        )
        made = _Leaving(known, after, _OF_STATUS in after or not callee.startswith("requests."), UNKNOWN)
        told = made.repeats(flow)
        said = _OF_STATUS in after or callee.startswith(_PROCESSES)
        return made._replace(flow=mark(told, SAID_WHOLE) if said else told)

    def _of_client(self, fn: Fn, node: Node) -> str:
        """What is called of a client that somebody else has made, in a module that knows one library's: ``self._session.get(url)``."""
        record = fn.body.nodes[node[1]]
        libraries = fn.module.tops.intersection(_CLIENTS)
        if record[0] != ir.ATTR or len(libraries) != 1:
            return ""
        library = next(iter(libraries))
        word, made = _CLIENTS[library]
        named = split(self._follower.text(fn, record[1]).rpartition(".")[2])[-1:] == (word,)
        return f"{library}.{made}.{record[2]}" if named and "sqlalchemy" not in fn.module.tops else ""

    @staticmethod
    def _spread(fn: Fn, node: Node, known: Repeater) -> Flow:
        """What a call is given of the keywords that its function takes: ``session.get(url, **kwargs)``."""
        spread = any(not name and list(source(fn, value)[:2]) == [ir.PARAM, fn.head.kwarg] for name, value in node[3])
        given = {name for name, _ in node[3]}
        named = [name for name in known.arguments if spread and name.isidentifier() and name != "self" and name not in given]
        return Flow(refs=tuple(Ref(fn.head.kwarg, key=name) for name in named))

    def _in_repr(self, fn: Fn, node: Node, known: Repeater) -> Flow:
        """What only ``repr()`` of the error shows: headers of the request, and those that its client was made with."""
        callee = fn.body.nodes[node[1]]
        made = construction(fn, callee[1]) if known.in_repr and callee[0] == ir.ATTR else None
        calls = [node, *([made] if made is not None else [])] if known.in_repr else []
        flows = [flow for call in calls for flow in self._follower.calls.arguments(fn, call, known.in_repr)]
        shown = Flow(unmarked(merge(flows), "repr").found)  # which headers pass as items of a dict, as do those that callers give
        return mark(shown, SHOWN_IN_REPR) if shown.found else UNKNOWN

    def _through(self, fn: Fn, call: int, depth: int) -> Iterator[_Leaving]:
        """The errors that leave the function which a call runs, in terms of the caller."""
        callees = self._names.callees(fn, call) if depth < _DEEPEST else []
        if len(callees) != 1 or callees[0][0] is fn:
            return
        target, bound = callees[0]
        node = fn.body.nodes[call]
        for left in self._all(target, depth):
            flows = [Flow(tuple(replace(item, crossed=item.crossed + 1) for item in left.flow.found))]
            for ref in left.flow.refs:
                given = self._follower.functions.given(fn, node, target, bound, ref.position, ref.key)
                flows.append(left.repeats(through(given, ref)))
            yield left._replace(flow=merge(flows))

    def _all(self, target: Fn, depth: int) -> list[_Leaving]:
        """The errors of libraries that may leave a function."""
        known = self._leaving.get(target)
        if known is not None:
            return known
        self._leaving[target] = []  # ends recursion
        found, after = list[_Leaving](), frozenset(_asks(target, target.body.calls))
        for position, call in enumerate(target.body.calls):
            one = self._raised(target, call, after)
            leaving = [one] if one is not None else self._through(target, call, depth + 1)
            found += [left for left in leaving if (left.flow.found or left.flow.refs) and not _handled(target, position, left)]
        self._leaving[target] = found[:_MOST_LEAVING]
        return self._leaving[target]


def _sends_body(fn: Fn, node: Node) -> bool:
    """Whether urllib3 is asked to send a body, where it puts the fields that it is given, and not into the address."""
    method = source(fn, node[2][0]) if node[2] and node[2][0] >= 0 else [ir.OPAQUE]
    return method[0] == ir.CONST and isinstance(method[1], str) and method[1].upper() in _WITH_BODY


def _ended(fn: Fn, node: Node, callee: str, known: Repeater) -> Repeater | None:
    """What a program's end raises: without ``check`` it may fail as it likes, without a ``timeout`` run for ever."""
    given = {name: source(fn, value) for name, value in node[3]}
    asked = "check_returncode" in fn.head.called or "" in given or None in given
    checked = asked or callee != "subprocess.run" or _is_asked(given.get("check"))
    ends = [*([_FAILED] if checked else []), *([_TIMED_OUT] if asked or _is_asked(given.get("timeout")) else [])]
    return replace(known, errors=(*ends, _OF_PROCESSES)) if ends else None


def _is_asked(record: Node | None) -> bool:
    """Whether a keyword is given, and not ``None`` or ``False``."""
    return record is not None and (record[0] != ir.CONST or bool(record[1]))


def _asked(fn: Fn, node: Node) -> Node:
    """The call that sent the request where another one raises for its answer: ``answer = requests.get(url); answer.raise_for_status()``."""
    callee = fn.body.nodes[node[1]]
    if callee[0] != ir.ATTR or callee[2] != _OF_STATUS:
        return node
    return construction(fn, callee[1]) or node


def _called(fn: Fn, guarded: tuple[int, int]) -> frozenset[str]:
    """Last names of the methods that are called in what a handler guards."""
    return frozenset(_asks(fn, fn.body.calls[guarded[0] : guarded[1]]))


def _asks(fn: Fn, calls: Sequence[int]) -> Iterator[str]:
    """Last names of methods that are called, without those that are told to take whatever comes: ``response.json(content_type=None)``."""
    for call in calls:
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        lenient = any(name == _KIND and fn.body.nodes[value][:2] == [ir.CONST, None] for name, value in record[3])
        if callee[0] == ir.ATTR and not lenient:
            yield callee[2]


def _handled(fn: Fn, position: int, left: _Leaving) -> bool:
    """Whether the function has a handler of its own for the error of its call at that position."""
    return any(left.matches(_last_names(handler)) for handler in fn.body.handlers if handler.calls[0] <= position < handler.calls[1])


def inside(fn: Fn, position: int, guarded: tuple[int, int]) -> list[ir.Handler]:
    """The handlers that come to a call before one that guards these calls, and keep what they catch: those of a ``try`` inside it."""
    nearer = (
        handler
        for handler in fn.body.handlers
        if handler.calls[0] <= position < handler.calls[1] and guarded != handler.calls and _holds(guarded, handler.calls)
    )
    return [handler for handler in nearer if not _hands_on(fn, handler)]


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _hands_on(fn: Fn, handler: ir.Handler) -> bool:
    """Whether a clause raises what it caught again."""
    for step in walk(fn.steps):
        for clause in step.handlers if isinstance(step, Try) else ():
            if fn.body.handlers[clause.handler] is handler:
                raised = (one.value for one in walk(clause.block) if isinstance(one, Exit) and one.kind == "raise")
                return any(value < 0 or fn.body.nodes[value][0] == ir.CAUGHT for value in raised)
    return True


def _last_names(handler: ir.Handler) -> frozenset[str]:
    return frozenset(name.rpartition(".")[2] for name in handler.types)
