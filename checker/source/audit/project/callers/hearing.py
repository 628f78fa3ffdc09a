"""Which of the project's decorators, handlers, middlewares and receivers are told of what a function refuses, and record it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.project.recording import kept_rows
from checker.source.audit.project.recording.handlers import ANY, Handlers
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.project.registering import class_hooks, homes
from checker.source.audit.project.registering.decorating import inside
from checker.source.audit.project.registering.registered import At, Registry
from checker.source.audit.project.registering.wiring import based
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.source.names.reads import AUDIT

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

VIEWS = ("View", "ViewSet", "APIView", "Resource", "Handler", "Endpoint", "Controller", "MethodView")
"""Ends of the names of classes whose methods answer requests."""


class Hearing:
    """Asks who else hears of an outcome. What it knows of the whole project is a question of its own (`AUDIT`)."""

    def __init__(self, follower: Follower, records: Records, terms: Terms, handlers: Handlers, registry: Registry) -> None:
        self._names = follower.names
        self._records = records
        self._terms = terms
        self._handlers = handlers
        self._registry = registry

    def wrapped(self, fn: Fn, *, raised: bool, names: frozenset[str] = frozenset(), text: str = "", status: int = 0) -> bool:
        """Whether a decorator of the project's own, or the class, records what leaves a function; ``names`` are those of what is raised,
        ``text`` is what a message calls the refusal, ``status`` its status where it has one.
        """
        if fn.head.parent < 0:
            return False
        sent = class_hooks.sent(text)
        seen, left = names | sent, raised or bool(sent)
        seen |= {str(status)} if seen and status else frozenset()
        if any(class_hooks.records(self._handlers, hook, seen, raised=left) for hook in class_hooks.around(self._names, fn)):
            return True
        if raised and not based(self._names, fn, VIEWS) and self._ends_in_a_view(names):
            return True
        parent = fn.module.functions[fn.head.parent]
        nodes = [(parent, node) for node in fn.head.decorators]
        nodes += [(fn.owner.fn, node) for node in fn.owner.record.decorators] if fn.owner is not None else []
        for where, node in nodes:
            record = where.body.nodes[node]
            entity = self._names.entity(where, record[1] if record[0] == ir.CALL else node)
            wrapper = inside(entity[1]) if entity is not None and entity[0] == "fn" else ()
            if any(self._handlers.tells(inner, raised=raised, names=names) for inner in wrapper):
                return True
        return False

    def _ends_in_a_view(self, names: frozenset[str]) -> bool:
        """Whether a class of views records what is raised by those that its methods ask."""
        self._names.reads.asked.add((AUDIT, "", -1))
        hooks = map(self._names.at, self._registry.known.ending)
        return any(class_hooks.records(self._handlers, hook, names, raised=True) for hook in hooks)

    def told(self, names: frozenset[str], status: int, near: str = "", *, raised: bool) -> Sure:
        """Whether an error handler or a middleware of the project records a refusal; ``names`` are the exception's and its bases',
        ``near`` the folder of the function.
        """
        self._names.reads.asked.add((AUDIT, "", -1))
        known = self._registry.known
        answered = raised and "StarletteHTTPException" in names
        if raised and known.logs_all:
            return Sure.YES
        if any(self._hears(at, near) for at in (known.seeing if answered else known.telling)):
            return Sure.YES
        if raised and not answered and self._watched(names, near):
            return Sure.YES
        keys = names | {str(status)} | (ANY if raised else frozenset())
        handlers = [one for one in known.handlers if self._hears(one.at, near)]
        handling = [one for one in handlers if (not one.folder or one.folder == near) and not (one.last and answered)]
        own = names - ANY  # a handler of the exception itself, or of a base of it, gets it before one of any exception, wherever it is set
        asked = (
            [one for one in handling if status and str(status) in one.keys]
            or [one for one in handling if not own.isdisjoint(one.keys)]
            or [one for one in handlers if not own.isdisjoint(one.keys)]
            or [one for one in handling if not keys.isdisjoint(one.keys)]
        )
        asked = [one for one in asked if not one.given] or asked  # one that a framework knows of gets what others only look at
        along = names | {str(status)}
        told = [one.records and self._handlers.records_for(self._names.at(one.at), along) for one in asked]
        whichever = all if asked and all(not own.isdisjoint(one.keys) for one in asked) else any  # each blueprint has its own for it
        return Sure.YES if told and whichever(told) else Sure.NO

    def _hears(self, at: At, near: str) -> bool:
        """Whether a handler or a middleware belongs to the application whose function stands in a folder, or to all."""
        return not homes.strange(self._registry.known.homes, at[0].rpartition("/")[0], near)

    def _watched(self, names: frozenset[str], near: str) -> bool:
        """Whether a middleware records an exception of these names."""
        watching = (at for at in self._registry.known.watching if self._hears(at, near))
        return any(self._handlers.tells_of(self._names.at(at), names) for at in watching)

    def signalled(self, event: str) -> bool:
        """Whether a framework's signal of an event has a receiver that records it, or an installed app does."""
        self._names.reads.asked.add((AUDIT, "", -1))
        if any(not self._terms.apps[app] or event in self._terms.apps[app] for app in self._registry.known.apps):
            return True
        signals = [name for name, events in self._terms.signals.items() if event in events.split("|")]
        return any(self._records.function(fn) or self._keeps(fn) for name in signals for fn in self._records.receiving(name))

    def _keeps(self, fn: Fn) -> bool:
        """Whether a receiver is there to log, by its name, and keeps a row: ``def log_session_end(app, user): ...; session.commit()``."""
        logs = not self._terms.maybe.isdisjoint(split(fn.name)[:1])
        return logs and ("commit" in fn.head.called or kept_rows.keeps(self._names, fn))
