"""What the project's handlers of errors, middleware and decorators record of what others raise or answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.project.recording import request_trails
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.signs.mentions import named, words_of
from checker.source.ir import ways
from checker.source.ir.ways import Block, Branch, Called, Exit, Loop, Step, Try, With
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_STATUS_WORDS = frozenset({"status", "code", "401", "403"})
_NEXT = frozenset({
    "call_next", "get_response", "handler", "next", "next_handler", "inner", "app", "application", "wrapped", "dispatch", "handle",
    "full_dispatch_request", "dispatch_request", "view", "view_func", "func", "fn", "f", "function", "method", "endpoint", "callback",
    "_app", "_call_next", "old_handler", "__call__", "handle_request", "wsgi_app", "receiver", "coro", "target"
})  # fmt: skip
"""Names of what a middleware or a decorator hands a request on to."""
_REFUSALS = frozenset({
    "exception", "http", "auth", "authentication", "authorization", "permission", "permissions", "denied", "forbidden", "unauthorized",
    "access", "api", "client", "web", "login", "token", "credentials", "invalid", "app", "domain", "service", "request"
})  # fmt: skip
"""Words of exceptions that may stand for a refusal, or for anything."""
ANY = frozenset(
    {"Exception", "BaseException", "HTTPException", "StarletteHTTPException", "APIException", "HTTPError", "WerkzeugHTTPException"}
)
"""What an exception of which only the name is known may be."""
_OF_ANSWERS = frozenset({"HTTPError", "HTTPException"})
"""Bases of the exceptions by which servers answer: ``HTTPUnauthorized``."""
_DOINGS = frozenset({"opera", "operation", "operations", "audit", "activity", "activities", "action", "actions"})
_LOGS = frozenset({"log", "logs", "trail", "record", "records", "history", "entry", "event", "events"})
_PUTTING = frozenset({"put", "create", "add", "save", "insert", "append", "write", "record", "store", "enqueue", "acreate", "delay"})
"""How an entry comes into such a log."""
_PERSONS = frozenset({"user", "account", "member", "person", "profile"})
_OF_PROGRAMS = frozenset({"key", "apikey"})
"""Words of what only programs show: ``if api_key: APIActivityLog.objects.create(...)`` keeps nothing of whoever comes by a browser."""
_REQUESTS = frozenset({"request", "requests", "http", "response", "call"})
_ENDED = frozenset({
    "error", "errors", "exception", "exc", "success", "succeeded", "ok", "status", "result", "outcome", "failed", "failure", "info",
    "information", "entry", "event"
})  # fmt: skip
"""Words of what tells how a call ended."""
_ANSWERS = frozenset({"response", "resp"})
_DEEPEST = 2


class Handlers:
    """Reads what handlers do, step by step."""

    def __init__(self, follower: Follower, records: Records) -> None:
        self._follower = follower
        self._names = follower.names
        self._records = records

    def records_for(self, fn: Fn, keys: frozenset[str]) -> bool:
        """Whether a handler records errors of these names, on the way that its ``isinstance`` lets them go."""
        return self._along(fn, fn.steps, keys, 0)[0]

    def _along(self, fn: Fn, block: Block, keys: frozenset[str], depth: int) -> tuple[bool, bool]:
        """Whether a record is left on the way of such an error through a block, and whether the way ends in it."""
        for step in block:
            told, ended = self._step(fn, step, keys, depth)
            if told or ended:
                return told, ended
        return False, False

    def _step(self, fn: Fn, step: Step, keys: frozenset[str], depth: int) -> tuple[bool, bool]:
        if isinstance(step, Called):
            return self._called(fn, step.node, keys, depth), False
        if isinstance(step, Exit):
            return False, True
        if isinstance(step, Branch):
            return self._branch(fn, step, keys, depth)
        if isinstance(step, With | Loop):
            return self._along(fn, step.block, keys, depth)[0], False
        if isinstance(step, Try):
            blocks = (step.body, step.orelse, step.final, *(clause.block for clause in step.handlers))
            return any(self._along(fn, block, keys, depth)[0] for block in blocks), ways.ends((step,))
        return False, False

    def _branch(self, fn: Fn, step: Branch, keys: frozenset[str], depth: int) -> tuple[bool, bool]:
        told = False
        for arm in step.arms:
            if any(self._called(fn, call.node, keys, depth) for call in arm.test):
                return True, False
            if _of_servers(fn, arm.condition) or _of_another_status(fn, arm.condition, keys) or self._of_no_answer(fn, arm.condition):
                continue  # it is for faults of the server, or for what is not there
            asked, holds = _asked_types(fn, arm.condition)
            if asked and (asked.isdisjoint(keys | ANY) if holds else not asked.isdisjoint(keys)):
                continue  # it is for others
            found, ended = self._along(fn, arm.block, keys, depth)
            told = told or found
            if (asked and asked.isdisjoint(keys) != holds) or (ended and _of_this_status(fn, arm.condition, keys)):
                return told, ended
        return told, ways.ends((step,))

    def _of_no_answer(self, fn: Fn, condition: int) -> bool:
        """Whether a test asks for what the framework's own handler has no answer to, which is no refusal: ``if response is None:``."""
        record: ir.Node = fn.body.nodes[condition] if condition >= 0 else [ir.OPAQUE]
        if record[0] == ir.COND and record[1] == "and":
            return any(self._of_no_answer(fn, part) for part in record[2])
        if record[0] != ir.COND or not (record[1] == "not" or (record[1] == "is" and fn.body.nodes[record[2][1]][:2] == [ir.CONST, None])):
            return False
        return not _ANSWERS.isdisjoint(split(self._follower.text(fn, record[2][0])))

    def _called(self, fn: Fn, call: int, keys: frozenset[str], depth: int) -> bool:
        sure = self._records.of(fn, call)
        if sure == Sure.MAYBE and depth < _DEEPEST:
            found = [callee for callee, _ in self._names.callees(fn, call) if callee is not fn]
            return not found or any(self._along(callee, callee.steps, keys, depth + 1)[0] for callee in found)
        return sure != Sure.NO

    def records_at_all(self, fn: Fn) -> bool:
        """A handler of errors tells them apart by their types: a record on one of its ways is taken for that of what it is asked about."""
        return any(self._records.of(fn, call) for call in fn.body.calls)

    def keeps_a_trail(self, fn: Fn) -> bool:
        """Whether a middleware keeps what somebody did in a table that is there for that: ``self.operation_log_queue.put(entry)``."""
        return any(self._is_kept(fn, call) or self._is_kept_after(fn, call) for call in fn.body.calls) and self._keeps(fn, fn.steps)

    def _is_kept(self, fn: Fn, call: int) -> bool:
        """Whether a call puts into such a log what somebody does, and not only that somebody is there: ``record_activity(user)``."""
        node = fn.body.nodes[call]
        if request_trails.tells(self._records, fn, call):
            return True
        if not _is_trail(self._follower.text(fn, node[1])):
            return False
        given = [self._follower.text(fn, value) for value in (*(at for at in node[2] if at >= 0), *(value for _, value in node[3]))]
        return len(given) != 1 or _PERSONS.isdisjoint(split(given[0].rpartition(".")[2])[-1:])

    def _is_kept_after(self, fn: Fn, call: int) -> bool:
        """Whether a middleware's method for what comes after the answer keeps it: ``await self.after_request(request, response)``."""
        node = fn.body.nodes[call]
        given = {self._follower.text(fn, value) for value in node[2] if value >= 0}
        if _ANSWERS.isdisjoint(given) or not self._follower.text(fn, node[1]).startswith("self."):
            return False
        own = (one for one, _ in self._names.callees(fn, call) if one.owner is fn.owner)
        return any(self._keeps(one, one.steps, itself=True) for one in own)

    def _keeps(self, fn: Fn, block: Block, *, itself: bool = False) -> bool:
        """The same of a part of it; what it answers by itself, and does not hand on, is no trail of what others do.

        ``itself`` is whether no other method is asked.
        """
        for step in block:
            if isinstance(step, Called) and (self._is_kept(fn, step.node) or (not itself and self._is_kept_after(fn, step.node))):
                return True
            if isinstance(step, Branch):
                for arm in step.arms:
                    alone = ways.ends(arm.block) and may_hand_on(fn) and not _runs_next(self._follower, fn, arm.block)
                    alone = alone or (arm.condition >= 0 and not _OF_PROGRAMS.isdisjoint(words_of(fn, arm.condition)))
                    if not alone and self._keeps(fn, arm.block, itself=itself):
                        return True
            elif isinstance(step, With | Loop) and self._keeps(fn, step.block, itself=itself):
                return True
            elif isinstance(step, Try):
                parts = (step.body, step.orelse, step.final, *(clause.block for clause in step.handlers))
                if any(self._keeps(fn, part, itself=itself) for part in parts):
                    return True
        return False

    def tells(self, fn: Fn, *, raised: bool, names: frozenset[str] = frozenset()) -> bool:
        """Whether a wrapper or a middleware records an exception of what it wraps, or an answer that refuses.

        ``names`` are the exception's and its bases', none for whichever.
        """
        for step in ways.walk(fn.steps):
            if isinstance(step, Try):
                caught = raised and hands_on(self._follower, fn, step)
                if caught and (self._tells_caught(fn, step, names) or self._tells_at_last(fn, step)):
                    return True
            elif isinstance(step, Branch):
                for arm in step.arms:
                    about = arm.condition >= 0 and not _STATUS_WORDS.isdisjoint(
                        word for name in named(fn, arm.condition) for word in split(name)
                    )
                    others = _of_servers(fn, arm.condition) or _of_another_status(fn, arm.condition)
                    if about and not others and self._records.block(fn, arm.block) == Sure.YES:
                        return True
        return False

    def tells_of(self, fn: Fn, names: frozenset[str]) -> bool:
        """Whether a middleware records an exception of these names, none for any; to record expired tokens is to record no refusal."""
        tries = (step for step in ways.walk(fn.steps) if isinstance(step, Try) and hands_on(self._follower, fn, step))
        return any(self._tells_caught(fn, step, names, strict=bool(names)) for step in tries)

    def clauses(self, fn: Fn) -> list[list[str]]:
        """What the clauses of a function are for that record, in plain data."""
        tries = (step for step in ways.walk(fn.steps) if isinstance(step, Try))
        return [
            [*sorted(fn.body.handlers[clause.handler].types), str(self._tells_in(fn, clause.block))]
            for step in tries
            for clause in step.handlers
        ]

    def _tells_caught(self, fn: Fn, step: Try, names: frozenset[str], *, strict: bool = False) -> bool:
        """Whether one of the clauses that an exception may come to records it; behind one that names it none is asked any more."""
        http = any(name.startswith("HTTP") for name in names)
        for clause in step.handlers:
            types = {name.rpartition(".")[2] for name in fn.body.handlers[clause.handler].types}
            may_catch = not types or not types.isdisjoint(names | ANY) if strict else _may_catch(fn, clause.handler, names)
            if may_catch and self._tells_in(fn, clause.block):
                return True
            if not types.isdisjoint(names) or (http and not types.isdisjoint(_OF_ANSWERS)):
                return False
        return False

    def _tells_at_last(self, fn: Fn, step: Try) -> bool:
        """Whether a ``finally`` records how what is wrapped ended, and not only how long it took: ``finally: log.info(outcome)``."""
        calls = (one.node for one in ways.walk(step.final) if isinstance(one, Called))
        return any(self._records.of(fn, call) == Sure.YES and not _ENDED.isdisjoint(_words_given(fn, call)) for call in calls)

    def _tells_in(self, fn: Fn, block: Block) -> bool:
        """Whether a handler records, other than faults of the server."""
        for step in block:
            if isinstance(step, Branch):
                if any(not _of_servers(fn, arm.condition) and self._tells_in(fn, arm.block) for arm in step.arms):
                    return True
            elif self._records.step(fn, step):
                return True
        return False


def _words_given(fn: Fn, call: int) -> Iterator[str]:
    """Words of what a call is given, the values of a text that is put together among them."""
    record = fn.body.nodes[call]
    for given in (*record[2], *(value for _, value in record[3])):
        parts = fn.body.nodes[given][1] if given >= 0 and fn.body.nodes[given][0] == ir.JOIN else [given]
        for part in parts:
            yield from words_of(fn, part) if part >= 0 else ()


def _is_trail(text: str) -> bool:
    """Whether a call of that text puts something into a log of what people do; an access log is none."""
    name = text.rpartition(".")[2]
    if split(name)[:1] == ("audit",) and not _REQUESTS.isdisjoint(split(name)[1:]):  # audit_http_request(request, response=response)
        return True
    words = {word for part in text.split(".") for word in split(part)}
    return not _DOINGS.isdisjoint(words) and not _LOGS.isdisjoint(words) and not _PUTTING.isdisjoint(split(name))


def may_hand_on(fn: Fn) -> bool:
    """Whether a function calls anything of such a name; told by its head alone, for few do."""
    called = fn.head.called
    return not (_NEXT.isdisjoint(called) and set(called).isdisjoint((*fn.head.params, *_outer(fn))))


def _outer(fn: Fn) -> Sequence[str]:
    return fn.module.functions[fn.head.parent].head.params if fn.head.parent > 0 else ()


def hands_on(follower: Follower, fn: Fn, step: Try) -> bool:
    """Whether what a ``try`` guards runs the next in the chain: ``await call_next(request)``, ``func(*args)``."""
    return _runs_next(follower, fn, step.body)


def _runs_next(follower: Follower, fn: Fn, block: Block) -> bool:
    outer = _outer(fn)
    for one in ways.walk(block):
        if isinstance(one, Called):
            callee = fn.body.nodes[fn.body.nodes[one.node][1]]
            name = follower.text(fn, fn.body.nodes[one.node][1]).rpartition(".")[2]
            if name in _NEXT or name in outer or callee[0] == ir.PARAM:
                return True
    return False


def _may_catch(fn: Fn, handler: int, names: frozenset[str]) -> bool:
    """Whether a handler may catch an exception of these names; one of storage or of JSON catches no refusal."""
    types = {name.rpartition(".")[2] for name in fn.body.handlers[handler].types} if names else set()
    return (
        not types or not types.isdisjoint(names) or any(not name[:1].isupper() or not _REFUSALS.isdisjoint(split(name)) for name in types)
    )


def _asked_types(fn: Fn, condition: int) -> tuple[frozenset[str], bool]:
    """The classes that a test asks for by ``isinstance``, none where it asks for something else; and whether it asks for them or others."""
    record: ir.Node = fn.body.nodes[condition] if condition >= 0 else [ir.OPAQUE]
    if record[0] == ir.COND and record[1] == "not":
        asked, holds = _asked_types(fn, record[2][0])
        return asked, not holds
    if record[0] == ir.CALL and len(record[2]) == 2 and record[2][1] >= 0:
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.GLOBAL and callee[1] == "isinstance":
            return frozenset(str(name).rpartition(".")[2] for name in named(fn, record[2][1])), True
    if record[0] == ir.CALL and record[2] and min(record[2]) >= 0 and _is_of_failure(fn, record[1]):
        return frozenset(str(name).rpartition(".")[2] for given in record[2] for name in named(fn, given)), True
    return frozenset(), True


def _is_of_failure(fn: Fn, callee: int) -> bool:
    """``failure.check(AuthError)`` of Twisted, where the function is given the failure."""
    record = fn.body.nodes[callee]
    owner = fn.body.nodes[record[1]] if record[0] == ir.ATTR and record[2] == "check" else [ir.OPAQUE]
    return owner[0] == ir.PARAM and owner[1] < len(fn.head.annotations) and "Failure" in fn.head.annotations[owner[1]]


def _of_this_status(fn: Fn, condition: int, keys: frozenset[str]) -> bool:
    """Whether a test asks for the very status of a refusal: ``if status_code in {403, 405}: return``."""
    record: ir.Node = fn.body.nodes[condition] if condition >= 0 else [ir.OPAQUE]
    return record[0] == ir.COND and record[1] in ("==", "in") and not keys.isdisjoint(map(str, _asked_statuses(fn, record)))


def _asked_statuses(fn: Fn, record: ir.Node) -> set[int]:
    """The statuses on the right of a comparison."""
    other = fn.body.nodes[record[2][1]]
    return {status for one in (other[1] if other[0] == ir.SEQ else [record[2][1]]) if (status := _status(fn, one))}


def _of_another_status(fn: Fn, condition: int, keys: frozenset[str] = frozenset()) -> bool:
    """Whether a test asks for other statuses than a refusal's: ``status == 404``, ``resp.status == falcon.HTTP_500``."""
    record: ir.Node = fn.body.nodes[condition] if condition >= 0 else [ir.OPAQUE]
    if record[0] != ir.COND or record[1] not in ("==", "in", "!=", "not in"):
        return False
    asked = _asked_statuses(fn, record)
    if record[1] in ("!=", "not in"):
        return not asked.isdisjoint((401, 403))
    return bool(asked) and asked.isdisjoint((401, 403)) and {str(one) for one in asked}.isdisjoint(keys)


def _status(fn: Fn, node: int) -> int:
    """A status that is written down, or in the name of a constant; 0 for anything else."""
    record: ir.Node = fn.body.nodes[node] if node >= 0 else [ir.OPAQUE]
    if record[0] == ir.CONST and isinstance(record[1], int):
        found = int(record[1])
    else:
        named_so = record[2] if record[0] == ir.ATTR else record[1] if record[0] == ir.GLOBAL else ""
        found = next((int(word) for word in split(str(named_so)) if word.isdigit()), 0)
    return found if 400 <= found < 600 else 0


def _of_servers(fn: Fn, condition: int) -> bool:
    """Whether a test asks for a fault of the server: ``status >= 500``."""
    record: ir.Node = fn.body.nodes[condition] if condition >= 0 else [ir.OPAQUE]
    if record[0] != ir.COND:
        return False
    operands = [fn.body.nodes[one] for one in record[2]]
    if record[1] in ("<", "==", "in") and any(one[0] == ir.CONST and isinstance(one[1], int) and 500 <= one[1] < 600 for one in operands):
        return True
    return record[1] in ("and", "or") and any(_of_servers(fn, one) for one in record[2])
