"""What a call tells by itself of a record that it leaves: a log's method, somebody who is there for records alone, a table of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.source.audit.project.recording import mails, tellings
from checker.source.audit.project.recording.sure import Sure
from checker.source.ir import ways
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower
    from checker.source.logs.sinks import Sinks

_KINDS = frozenset({"logging", "structlog", "loguru", "twisted", "tracker", "file"})
_BINDING = frozenset({"bind", "new", "try_unbind", "unbind", "bind_contextvars", "bound_contextvars", "contextualize", "opt", "patch"})
"""What structlog and loguru are told for later records by: it writes none."""
_OWN_LEVELS = frozenset({"security", "audit", "notice", "alert", "auth", "access", "event", "fatal", "emergency", "success"})
_SILENT = frozenset({"debug", "trace", "notset"})
_READING = frozenset({"objects", "get", "filter", "all", "count", "query", "select", "list", "find", "exists", "search", "first"})
_SAVING = frozenset({"create", "add", "insert", "save", "append", "acreate", "bulk_create", "write", "record", "log"})
_AUDITORS = frozenset({"audit", "auditor", "auditing", "auditlog", "auditlogger", "siem"})
"""Words of a receiver that is there for records alone: ``g.audit_object.log({...})``, ``self.auditor.emit(event)``."""
_TOLD = _SAVING | {"emit", "info", "warning", "error", "event", "publish", "send", "track", "notify", "submit", "post", "report"}
_OF_TRAILS = _AUDITORS | {"log", "logs", "trail", "service", "get"}
"""Words of what does nothing but keep a trail, whose methods are called after what was done: ``_audit_log_service().create_role(user)``."""
_TELLS = frozenset({"log", "record", "emit", "write", "track", "report"})
"""First words of what an auditor is told by: ``audit_logger.log_object_write(...)``."""


class ByItself:
    """Tells it by what the call is made on, its name and its arguments; what the project's functions do is not asked here."""

    def __init__(self, follower: Follower, sinks: Sinks, terms: Terms) -> None:
        self._follower = follower
        self._names = follower.names
        self._sinks = sinks
        self._terms = terms

    def told(self, fn: Fn, call: int, owner: str, name: str) -> Sure | None:
        """Whether a call of ``owner.name()`` leaves a record; ``None`` where that is not known by itself."""
        use = self._sinks.use(fn, call)
        node = fn.body.nodes[call]
        if use is not None and use.kind in _KINDS:
            return Sure.NO if use.level in _SILENT or name in _BINDING else Sure.YES
        own = self._is_own(fn, node[1])  # whatever that writes to
        if use is not None and not own:
            return Sure.NO
        if own or (name in _OWN_LEVELS and split(owner.rpartition(".")[2])[-1:] in (("logger",), ("log",))):
            return Sure.NO if name in _SILENT else Sure.YES  # or a level that the project added
        told = tellings.tells_who(fn, node, owner, name)
        if told or self._to_an_auditor(fn, call, owner, name) or self._by_a_library(fn, node[1], name):
            return Sure.YES
        return None

    def kept(self, fn: Fn, call: int, owner: str, name: str) -> Sure | None:
        """The same of a call that makes or keeps a row of a table of records: ``AuditLog.objects.create(...)``."""
        if self._terms.keeps(name) and name[:1].isupper():  # of whatever module: audit.AuditLog(...)
            return Sure.NO if mails.only_counts(self._names, fn, call) else Sure.YES
        if self._terms.keeps(owner.rpartition(".")[2]) and name not in _READING and owner[:1] != "." and "(" not in owner:
            return Sure.YES if owner.rpartition(".")[2][:1].isupper() else Sure.NO
        if name in _SAVING and any(map(self._terms.keeps, owner.removesuffix("()").split(".")[-3:])):
            return Sure.YES
        return None

    def is_silent(self, fn: Fn, call: int) -> bool:
        """Whether a call writes to a log below the level that anybody keeps."""
        use = self._sinks.use(fn, call)
        return use is not None and use.kind in _KINDS and use.level in _SILENT

    def writes_itself(self, fn: Fn) -> bool:
        """Whether a function's own calls write to a log: "Message sent" of the mailer that it hands on to tells of no account."""
        handled = ways.handled(fn.steps)
        uses = (self._sinks.use(fn, call) for call in fn.body.calls if call not in handled)
        return any(use is not None and use.kind in _KINDS and use.level not in _SILENT for use in uses)

    def _is_own(self, fn: Fn, callee: int) -> bool:
        """Whether a call is of a method that a class of the project's own called ``Logger`` has for a level: ``Logger.warning(...)``."""
        entity = self._names.entity(fn, callee)
        return entity is not None and entity[0] == "fn" and self._sinks.is_own(entity[1])

    def _to_an_auditor(self, fn: Fn, call: int, owner: str, name: str) -> bool:
        """Whether a receiver that is there for records alone is told something; django-activity-stream's ``action`` is one such."""
        receiver = owner.removesuffix("()").rpartition(".")[2]
        if receiver == "action" and name == "send":
            return any(key == "verb" for key, _ in fn.body.nodes[call][3])
        words = split(receiver)
        told = (
            name in _TOLD or not _TELLS.isdisjoint(split(name)[:1]) or (_OF_TRAILS.issuperset(words) and _READING.isdisjoint(split(name)))
        )
        if _AUDITORS.isdisjoint(words) or not told:
            return False
        return not is_hook(callee for callee, _ in self._names.callees(fn, call))

    def _by_a_library(self, fn: Fn, callee: int, name: str) -> bool:
        """Whether a library keeps what is done from here on: ``with reversion.create_revision(): ...``."""
        if name not in self._terms.recorders:
            return False
        entity = self._names.entity(fn, callee)
        return entity is not None and entity[0] == "lib" and entity[1] in self._terms.recorders[name]


def is_hook(found: Iterable[Fn]) -> bool:
    """Whether the project's functions of that name do nothing."""
    functions = list(found)
    return bool(functions) and all(not fn.body.calls and not fn.head.stores for fn in functions)
