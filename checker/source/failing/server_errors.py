"""Errors that a server answers with a 500 of its own or with a message to the user, of which no record says what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.project.registering.outside import apart
from checker.source.audit.ways.paths import Handling, Way
from checker.source.errors.endings import is_broad
from checker.source.errors.guarded import tried
from checker.source.errors.reporting import Reporting
from checker.source.facts.errors import AnsweredError
from checker.source.flow.literal import source
from checker.source.flow.operands import depends
from checker.source.flow.places import span
from checker.source.ir.ways import Called, Exit, Stored, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module
from checker.source.names.reads import AUDIT

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

_HAS_HANDLERS = 32
_STATUSES = {500: "500", 502: "502", 504: "504"}
"""What a server answers when it, or whom it asked, has failed; a 503 is mostly the answer of a probe."""
_NAMED = frozenset({"HttpResponseServerError", "HTTPInternalServerError", "InternalServerError", "ServerErrorException"})
"""Answers and exceptions that are a 500."""
_ANSWERED = _NAMED | frozenset(
    {"HTTPException", "StarletteHTTPException", "HTTPError", "APIException", "Exception", "BaseException", "500", "502", "504"}
)
"""What handlers are there for that get such an exception."""
_PROBES = frozenset(
    {"health", "healthz", "healthcheck", "ready", "readiness", "readyz", "liveness", "alive", "live", "ping", "probe", "status"}
)
"""Words of what is asked whether the service works: its answer is looked at by whoever asks."""
_MESSAGES = frozenset({"flask.flash", "quart.flash", "django.contrib.messages.error", "django.contrib.messages.add_message"})
"""What shows a message to the user, on the next page."""
_SHOWING = frozenset(name.rpartition(".")[2] for name in _MESSAGES)
MESSAGE = "a message to the user"
"""What such an answer is called in place of a status."""
_TORNADO = "tornado.web.HTTPError"
_ANSWER = Refused(500, False, "")
_MOST = 3
"""Parts of an answer in a tuple, and arguments of a call, among which a status stands."""


class ServerErrors:
    """Makes the facts about them."""

    def __init__(self, parts: Parts, reporting: Reporting) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._reporting = reporting

    def facts(self, module: Module) -> Iterator[AnsweredError]:
        """One for each clause for every error that has a way to such an answer without a record."""
        if module.facts.test or apart(module) or module.tops.isdisjoint(self._parts.around.servers):
            return
        for fn in module.functions[1:]:
            if not fn.head.flags & _HAS_HANDLERS or not any(is_broad(one.types) for one in fn.body.handlers):
                continue
            if not _PROBES.isdisjoint(split(fn.name)) or not (_may_answer(fn) or _may_show(fn)) or self._parts.around.is_handler(fn):
                continue
            yield from self._of(fn)

    def _of(self, fn: Fn) -> Iterator[AnsweredError]:
        told: set[int] = set()
        for way in self._parts.leaving.ways(fn):
            at = max((number for number, entry in enumerate(way.entries) if isinstance(entry, Handling)), default=-1)
            entry = way.entries[at] if at >= 0 else None
            if not isinstance(entry, Handling) or entry.handler in told:
                continue
            handler = fn.body.handlers[entry.handler]
            if entry.raised is not None or not is_broad(handler.types) or _is_inside(way, at):
                continue
            if way.exit is not None and way.exit.kind == "raise" and way.exit.value < 0:  # it goes on to whoever answers then
                continue
            message = self._message(fn, way, at)
            if not (status := self._status(fn, way.exit) or (MESSAGE if message >= 0 else "")):
                continue
            if self._is_told(fn, way, at, entry.handler) or (sure := self._parts.recorded.way(fn, way, at, _ANSWER)) == Sure.YES:
                continue
            told.add(entry.handler)
            place = span((fn.module.path, handler.line, handler.column))
            text = " or ".join(handler.types[:2]) or "every error"
            said = message if status == MESSAGE or way.exit is None else way.exit.value
            shown = any(depends(fn, said, at) for at in _caught(fn, entry.handler))
            sure = max(sure, self._by_handlers() if way.exit is not None and way.exit.kind != "return" else Sure.NO)
            sure = max(sure, Sure.MAYBE if self._is_kept(fn, way, at, entry.handler) else Sure.NO)
            guarded = tried(fn, fn.body.calls[handler.calls[0] : handler.calls[1]])
            yield AnsweredError(place, fn.head.name, text, status, guarded, sure == Sure.NO, shown, fn.module.facts.test)

    def _by_handlers(self) -> Sure:
        """Whether a handler of the project's for what is raised tells of some errors: of which depends on what it asks them."""
        around = self._parts.around
        self._follower.names.reads.asked.add((AUDIT, "", -1))
        handlers = (one for one in around.registry.known.handlers if not _ANSWERED.isdisjoint(one.keys))
        told = (self._reporting.tells(self._follower.names.at(one.at)) for one in handlers)
        return Sure.MAYBE if any(one is not None for one in told) else Sure.NO

    def _is_told(self, fn: Fn, way: Way, start: int, handler: int) -> bool:
        """Whether a call behind the clause's beginning tells of the error, or what makes the answer does, or who sends it."""
        if way.exit is not None and way.exit.kind == "raise" and self._is_written(fn, way.exit, handler):
            return True
        calls = [entry.node for entry in way.entries[start:] if isinstance(entry, Called)]
        if way.exit is not None and way.exit.value >= 0 and source(fn, way.exit.value)[0] == ir.CALL:
            calls += [call for call in fn.body.calls if fn.body.nodes[call] == source(fn, way.exit.value)]
        return any((told := self._reporting.told(fn, call)) is not None and told.kind != "name" for call in calls)

    def _is_kept(self, fn: Fn, way: Way, start: int, handler: int) -> bool:
        """Whether the error is stored in an object behind the clause's beginning, or handed to a function of the project's that is no part
        of the answer: ``job.fail(str(error))``."""
        caught, said = _caught(fn, handler), way.exit.value if way.exit is not None else -1
        for entry in way.entries[start:]:
            if isinstance(entry, Stored) and any(depends(fn, fn.head.stores[entry.position].value, at) for at in caught):
                return True
            if isinstance(entry, Called) and not depends(fn, said, entry.node) and self._follower.names.callees(fn, entry.node):
                node = fn.body.nodes[entry.node]
                given = [one for one in (*node[2], *(value for _, value in node[3])) if one >= 0]
                if any(depends(fn, one, at) for one in given for at in caught):
                    return True
        return False

    def _is_written(self, fn: Fn, leave: Exit, handler: int) -> bool:
        """Whether Tornado writes the error at warning, as what its exception is told behind the status: ``HTTPError(500, str(e))``.

        https://www.tornadoweb.org/en/stable/web.html#tornado.web.HTTPError, ``log_message``.
        """
        record: ir.Node = source(fn, leave.value) if leave.value >= 0 else [ir.OPAQUE]
        if record[0] != ir.CALL or self._follower.names.entity(fn, record[1]) != ("lib", _TORNADO):
            return False
        given = [*record[2][1:2], *(value for key, value in record[3] if key == "log_message")]
        return any(depends(fn, one, at) for one in given if one >= 0 for at in _caught(fn, handler))

    def _message(self, fn: Fn, way: Way, start: int) -> int:
        """The call by which the user is shown a message behind a clause's beginning, of Django's one for errors; -1 for none."""
        for call in (entry.node for entry in way.entries[start:] if isinstance(entry, Called)):
            node = fn.body.nodes[call]
            entity = self._follower.names.entity(fn, node[1])
            if entity is not None and entity[0] == "lib" and entity[1] in _MESSAGES:
                levels = [self._follower.text(fn, one) for one in node[2][1:2] if one >= 0]
                return call if not entity[1].endswith("add_message") or any(one.endswith("ERROR") for one in levels) else -1
        return -1

    def _status(self, fn: Fn, leave: Exit | None) -> str:
        """The status of a way out, where it is that of a failure: ``500``."""
        if leave is None or leave.value < 0 or leave.kind not in ("return", "raise", "exit"):
            return ""
        record = source(fn, leave.value)
        if record[0] == ir.SEQ and len(record[1]) in (2, _MOST) and record[1][1] >= 0:
            return self._number(fn, record[1][1])
        if record[0] != ir.CALL:
            name = self._follower.text(fn, leave.value).rpartition(".")[2]
            return "500" if leave.kind == "raise" and name in _NAMED else ""
        if self._follower.text(fn, record[1]).rpartition(".")[2] in _NAMED:
            return "500"
        given = [*record[2][:_MOST], *(value for key, value in record[3] if "status" in split(key) or "code" in split(key))]
        return next((status for one in given if one >= 0 and (status := self._number(fn, one))), "")

    def _number(self, fn: Fn, node: int) -> str:
        """A status as it is written: a number, or a constant's name that has it."""
        record = source(fn, node)
        if record[0] == ir.CONST:
            return _STATUSES.get(record[1], "") if isinstance(record[1], int) and not isinstance(record[1], bool) else ""
        if record[0] in (ir.ATTR, ir.IMPORT, ir.GLOBAL):
            name = str(record[2] if record[0] == ir.ATTR else record[1]).rpartition(".")[2]
            if name == "value" and record[0] == ir.ATTR:
                return self._number(fn, record[1])
            return "500" if name.upper().endswith(("INTERNAL_SERVER_ERROR", "HTTP_500")) else ""
        return ""


def _is_inside(way: Way, at: int) -> bool:
    """Whether a clause stands in another that the way has passed: the answer is that one's."""
    entry = way.entries[at]
    passed = [one for one in way.entries[:at] if isinstance(one, Handling)]
    clauses = (clause for one in passed for clause in one.step.handlers if clause.handler == one.handler)
    return isinstance(entry, Handling) and any(step is entry.step for clause in clauses for step in walk(clause.block))


def _caught(fn: Fn, handler: int) -> list[int]:
    """The nodes that stand for the error that a clause has caught."""
    return [at for at, node in enumerate(fn.body.nodes) if node[:2] == [ir.CAUGHT, handler]]


def _may_answer(fn: Fn) -> bool:
    """Whether a function's body holds one of the statuses, or a name of one."""
    return any(
        text in fn.data for text in (b"\xcd\x01\xf4", b"\xcd\x01\xf6", b"\xcd\x01\xf8", b"SERVER_ERROR", b"ServerError", b"HTTP_500")
    )


def _may_show(fn: Fn) -> bool:
    """Whether a function may show the user a message."""
    return not _SHOWING.isdisjoint(fn.head.called) and not fn.module.tops.isdisjoint({"flask", "quart", "django"})
