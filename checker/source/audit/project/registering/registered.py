"""What a project registers with its frameworks and what that records, in plain data: from one run to the next it holds while nothing has
changed of what was read for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from checker.source import ir
from checker.source.audit.project.registering import wiring
from checker.source.names.elements import Fn
from checker.source.names.reads import AUDIT, Key, Parts

if TYPE_CHECKING:
    from checker.source.audit.project.recording.handlers import Handlers
    from checker.source.audit.project.recording.records import Records
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

At = tuple[str, int]
"""A function: its file, and its position there."""


class Handler(msgspec.Struct, array_like=True, frozen=True):
    """One of the project's handlers of errors."""

    keys: tuple[str, ...]
    """Statuses and names of exceptions, sorted."""
    at: At
    folder: str
    """Whose functions' errors it gets, ``""`` for all."""
    records: bool
    last: bool
    """Whether Starlette asks it for what nobody else answers, after it has itself answered each HTTPException."""
    given: bool = False
    """Whether no framework knows of it: it is given what was caught, and asks what it is."""


class Registered(msgspec.Struct, array_like=True, frozen=True):
    """All of it."""

    handlers: tuple[Handler, ...] = ()
    receivers: dict[str, list[At]] = {}
    """Name of a signal to who receives it."""
    senders: tuple[tuple[At, tuple[str, ...]], ...] = ()
    """Who receives one, and the classes of whose rows it is told, ``""`` for those of all; sorted."""
    histories: tuple[str, ...] = ()
    """Tables of which a library keeps how each row was before, sorted."""
    dependencies: tuple[At, ...] = ()
    """Functions that a framework calls for routes, sorted: FastAPI's ``Depends(f)``."""
    served: tuple[tuple[At, tuple[At, ...]], ...] = ()
    """A class of serializers or forms, and the methods of views that a framework gives one of it; sorted."""
    apps: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    """Folders in which an application is made, sorted."""
    telling: tuple[At, ...] = ()
    """The middleware that records answers that refuse."""
    watching: tuple[At, ...] = ()
    """The middleware that records exceptions, of one kind or another."""
    clauses: tuple[list[list[str]], ...] = ()
    """What it records."""
    seeing: tuple[At, ...] = ()
    """That which records an HTTPException, of which Starlette's middleware only sees the answer."""
    follows: bool = False
    """Whether a middleware keeps what everybody does, each request with who sent it."""
    logs_all: bool = False
    """Whether the framework itself writes down every exception."""
    ending: tuple[At, ...] = ()
    """Methods to which all errors of a class of views come, sorted."""


class Registry:
    """Looks for it once; or knows it from an earlier run."""

    def __init__(self, follower: Follower, records: Records, handlers: Handlers, terms: Terms) -> None:
        self._follower = follower
        self._names = follower.names
        self._records = records
        self._handlers = handlers
        self._terms = terms
        self._ground: tuple[Parts, frozenset[Key]] | None = None
        self._earlier: Callable[[], Any] | None = None
        self.known = Registered()
        self.dependencies: frozenset[At] = frozenset()
        self.served: dict[At, tuple[At, ...]] = {}

    @property
    def is_ready(self) -> bool:
        """Whether it is known already; else somebody has to `look` who has forgotten what was read for other things."""
        if self._earlier is not None:
            self._know(msgspec.convert(self._earlier(), Registered))
            self._ground, self._earlier = (Parts({}, frozenset()), frozenset()), None
        return self._ground is not None

    def remember(self, name: str, answer: Callable[[], Any]) -> None:
        """What an earlier run found, where that still holds."""
        self._earlier = answer

    def ground(self, name: str) -> tuple[Parts, frozenset[Key]]:
        """What it rests on: what was read of files, and questions; after `look`."""
        return self._ground or (Parts({}, frozenset()), frozenset())

    def look(self) -> None:
        """Look through the whole project."""
        wired = wiring.look(self._follower, self._terms)
        receivers = {name: [fn.key for fn in found] for name, found in sorted(wired.receivers.items())}
        senders = tuple((at, tuple(sorted(found))) for at, found in sorted(wired.senders.items()))
        histories = tuple(sorted(wired.histories))
        self._know(Registered(receivers=receivers, senders=senders, histories=histories))  # who records anything may send a signal for that
        tells, wrapping = self._handlers.tells, wired.wrapping
        watching = [fn for fn in wrapping if tells(fn, raised=True)]
        supposed = [self._handler(keys, fn) for keys, fn in wired.given]  # who records nothing may only look
        found = Registered(
            (
                *(self._handler(keys, fn) for keys, fn in wired.handlers),
                *(msgspec.structs.replace(one, given=True) for one in supposed if one.records),
            ),
            receivers,
            senders,
            histories,
            tuple(sorted(fn.key for fn in wired.dependencies)),
            tuple((at, tuple(sorted({fn.key for fn in found}))) for at, found in sorted(wired.served.items())),
            tuple(sorted(wired.apps)),
            tuple(sorted(wired.homes)),
            tuple(fn.key for fn in wrapping if tells(fn, raised=False)),
            tuple(fn.key for fn in watching),
            tuple(map(self._handlers.clauses, watching)),
            tuple(fn.key for fn in wrapping if tells(fn, raised=not _is_starlettes(fn))),
            any(map(self._handlers.keeps_a_trail, wrapping)),
            wired.logs_all,
            tuple(sorted(fn.key for fn in wired.ending)),
        )
        self._know(found)
        reads = self._names.reads
        self._ground = reads.parts(), frozenset(reads.asked - {(AUDIT, "", -1)})

    def _know(self, found: Registered) -> None:
        self.known, self.dependencies, self.served = found, frozenset(found.dependencies), dict(found.served)
        self._records.receivers.clear()
        self._records.receivers.update(found.receivers)
        self._records.histories = frozenset(found.histories)
        self._records.senders = {at: frozenset(classes) for at, classes in found.senders}

    def answer(self, name: str) -> Registered:
        """All of it, always encoded alike."""
        return self.known

    def handlers(self) -> Iterator[tuple[tuple[str, ...], Fn]]:
        """The handlers of errors, each with the statuses and names of exceptions that it is for."""
        return ((one.keys, self._names.at(one.at)) for one in self.known.handlers)

    def _handler(self, keys: frozenset[str], fn: Fn) -> Handler:
        return Handler(tuple(sorted(keys)), fn.key, self._scope(fn), self._handlers.records_at_all(fn), _is_last(keys, fn))

    def _scope(self, fn: Fn) -> str:
        """The folder that a blueprint's handler is for: ``@bp.errorhandler(404)``; ``""`` for one of the whole application."""
        if fn.head.parent < 0:
            return ""
        parent = fn.module.functions[fn.head.parent]
        for node in fn.head.decorators:
            record = parent.body.nodes[node]
            owner, _, name = self._follower.text(parent, record[1] if record[0] == ir.CALL else node).rpartition(".")
            if name == "errorhandler" and owner and "app" not in owner.lower():
                return fn.module.path.rpartition("/")[0]
        return ""


def _is_starlettes(fn: Fn) -> bool:
    return not fn.module.tops.isdisjoint({"starlette", "fastapi"})


def _is_last(keys: frozenset[str], fn: Fn) -> bool:
    """Whether a handler is for any exception of a server of Starlette's; what it does with an HTTPException is never run.

    ``Exception`` is answered by its outermost middleware, HTTPException by its innermost: https://www.starlette.io/exceptions/
    """
    return keys <= {"Exception", "500"} and _is_starlettes(fn)
