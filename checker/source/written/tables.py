"""Rows of a project's own log tables: what is kept there is read by whoever reads the log, and for as long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.facts.records import Argument, LogCall
from checker.source.flow.backwards import Follower
from checker.source.flow.origin import Flow, Found, goes_on, hop, mark
from checker.source.flow.places import span
from checker.source.lexicon.words import split
from checker.source.logs.resolved import origins
from checker.source.names.elements import Cls, Fn, Module
from checker.source.written.servers import is_server

_OF_PROGRAM = frozenset(
    {"api", "request", "requests", "response", "http", "access", "audit", "activity", "event", "action", "admin", "user", "users", "system",
     "security", "web", "rest", "server", "traffic", "error", "exception", "debug", "app", "application", "call", "drf", "operation"}
)  # fmt: skip
"""What a log table keeps, in words of its name: no calls of persons, no hours worked."""
_AUDIT = frozenset({"log", "logs", "event", "events", "trail", "entry", "record"})
_ENDINGS = frozenset({"model", "models", "entry", "record", "row", "table", "db", "orm", "item"})
_TABLES = frozenset({"Model", "Base", "DeclarativeBase", "SQLModel", "Document", "TimeStampedModel", "BaseModel"})
"""Last parts of the names of what tables inherit from."""
_MODELS = frozenset({"models", "model", "orm", "tables"})
"""What modules are called that hold tables."""
_COLUMNS = frozenset({"Column", "mapped_column", "TextField", "JSONField", "CharField"})
_LINKS = frozenset({"ForeignKey", "OneToOneField", "ManyToManyField", "relationship"})
"""Fields that hold which row of another table is meant, and nothing of it."""
_MAKERS = frozenset({"create", "acreate", "get_or_create", "update_or_create"})
_KEPT = frozenset({"secret", "grave", "container"})
"""Who did something is what such a table is for."""
_OF_EVERY_REQUEST = frozenset({"__call__", "process_response", "process_request", "process_view", "dispatch", "after_request"})
"""Methods that every request goes through, logins among them."""


class LogTables:
    """Makes the facts of one module after the other."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names

    def facts(self, module: Module) -> Iterator[LogCall]:
        """The rows that a module's calls make."""
        for fn in module.functions:
            if any(map(_named, fn.head.called)) or not _MAKERS.isdisjoint(fn.head.called):
                for call in fn.body.calls:
                    if self._is_row(fn, fn.body.nodes[call][1]):
                        yield from self._row(fn, call)

    @staticmethod
    def _table(fn: Fn, callee: int) -> int:
        """The table whose row a call makes."""
        record = fn.body.nodes[callee]
        if record[0] != ir.ATTR or record[2] not in _MAKERS:
            return callee
        owner = fn.body.nodes[record[1]]
        table: int = owner[1] if owner[0] == ir.ATTR and owner[2] == "objects" else record[1]
        return table

    def _is_row(self, fn: Fn, node: int) -> bool:
        """``AuditLog(...)``, ``AuditLog.objects.create(...)``, ``AuditLog.create(...)``"""
        node = self._table(fn, node)
        text = self._follower.text(fn, node).rpartition(".")[2]
        if not _named(text):
            return False
        entity = self._names.entity(fn, node)
        if entity is not None and entity[0] == "lib":  # of a module that is not among the files
            return not _MODELS.isdisjoint(entity[1].split(".")[:-1])
        return entity is not None and entity[0] == "cls" and self._is_table(entity[1])

    def _is_table(self, cls: Cls) -> bool:
        libraries = self._names.mro(cls)[1]
        if any(name.rpartition(".")[2] in _TABLES and "pydantic" not in name for name in libraries):
            return True
        return any(maker in _COLUMNS for _, maker in self._columns(cls))

    def _links(self, fn: Fn, callee: int) -> frozenset[str]:
        """Names of a table's fields that hold which row of another is meant."""
        entity = self._names.entity(fn, self._table(fn, callee))
        if entity is None or entity[0] != "cls":
            return frozenset()
        return frozenset(name for name, maker in self._columns(entity[1]) if maker in _LINKS)

    def _columns(self, cls: Cls) -> Iterator[tuple[str, str]]:
        """The fields of a table, each with the name of the call that makes it."""
        for base in self._names.mro(cls)[0]:
            for field in base.record.fields:
                made = base.fn.body.nodes[field.value] if field.value >= 0 else [ir.OPAQUE]
                made = base.fn.body.nodes[made[2]] if made[0] == ir.VAR else made
                if made[0] == ir.CALL:
                    yield field.name, self._follower.text(base.fn, made[1]).rpartition(".")[2]

    def _row(self, fn: Fn, call: int) -> Iterator[LogCall]:
        node = fn.body.nodes[call]
        place, callee = self._follower.place(fn, node), self._follower.text(fn, node[1])
        arguments = []
        links = self._links(fn, node[1])
        for position, (name, value) in enumerate(node[3]):
            if name in links:
                continue
            flow = self._follower.flow(fn, value)
            found = [self._whole(fn, item) for item in (*flow.found, *self._above(fn, flow)) if item.category in _KEPT]
            if found:
                arguments.append(Argument(name, -1 if name else position, origins(found)))
        if arguments:
            server = is_server(self._follower, fn)
            test = fn.module.facts.test
            yield LogCall(span(place), fn.head.name, "table", "", callee, tuple(arguments), escaped=True, test=test, server=server)

    @staticmethod
    def _whole(fn: Fn, item: Found) -> Found:
        """A body is worth telling where every request's is kept: in a middleware, or in what a decorator puts around all views."""
        every = fn.name in _OF_EVERY_REQUEST or (fn.head.parent > 0 and not {fn.head.vararg, fn.head.kwarg} <= {-1})
        known = item.kind == "body" and item.label == "the request's body" and item.confidence < Confidence.MEDIUM and every
        return replace(item, confidence=Confidence.MEDIUM) if known else item

    def _above(self, fn: Fn, flow: Flow) -> Iterator[Found]:
        """What the function's callers give."""
        for ref in flow.refs:
            above = self._follower.callers.arriving(fn, ref.position, ref.key)
            given = Flow(tuple(item for item in above.found if goes_on(item, ref)))
            for step in ref.hops:
                given = hop(given, step[:3], step[3])
            yield from mark(given, *ref.passed).found


@cache
def _named(name: str) -> bool:
    """Whether a class is called like a log of what a program does: ``APILogsModel``, ``AuditEvent``, ``Log``."""
    if not name[:1].isupper():
        return False
    words = list(split(name))
    while len(words) > 1 and words[-1] in _ENDINGS:
        words.pop()
    if "audit" in words:
        return len(words) == 1 or words[-1] in _AUDIT
    return words[-1] in ("log", "logs") and _OF_PROGRAM.issuperset(words[:-1])
