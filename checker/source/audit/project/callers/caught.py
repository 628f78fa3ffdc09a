"""Whether those who call a function record what it raises, where they catch it, and whether it recorded that before it raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.audit.project.callers.around import Around
from checker.source.audit.project.callers.leaving import Leaving
from checker.source.audit.project.recording.handlers import ANY
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.ways.paths import Guard, Handling, made_in
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_DEEP = 3
_STATUS_WORDS = frozenset({"status", "code"})


class Caught:
    """Looks into the handlers of callers."""

    def __init__(self, follower: Follower, leaving: Leaving, records: Records, around: Around) -> None:
        self._names = follower.names
        self._leaving = leaving
        self._records = records
        self._around = around

    def by_callers(self, fn: Fn, names: frozenset[str], depth: int = 0, *, some: bool = False) -> bool:
        """Whether everybody who calls a function catches what it raises, and records it; ``some``: where it has some statuses."""
        callers = self._around.callers(fn) if depth < _MOST_DEEP and not self._around.depended(fn) else []
        if some:  # who is called by nobody is for others
            callers = [one for one in callers if self._around.boundary(one[0]) or self._around.callers(one[0])]
        return bool(callers) and all(self._caller_records(caller, call, names, depth, some) for caller, call, _ in callers)

    def _caller_records(self, caller: Fn, call: int, names: frozenset[str], depth: int, some: bool) -> bool:
        for position, handler in enumerate(caller.body.handlers):
            first, last = handler.calls
            types = {name.rpartition(".")[2] for name in handler.types}
            catches = not types or not names.isdisjoint(types) or (some and not ANY.isdisjoint(types))
            if call in caller.body.calls[first:last] and catches:
                return self._handler_chooses(caller, position) if some else self._handler_records(caller, position)
        if not some and self._around.hearing.wrapped(caller, raised=True, names=names, text="", status=0):
            return True  # @json_endpoint of the caller catches whatever is raised below it
        return self.by_callers(caller, names, depth + 1, some=some)

    def by_raisers(self, fn: Fn, entry: Handling) -> Sure:
        """Whether the project's functions that raise what a clause has caught record that first, each time:
        ``except LoginRefused: raise HTTPException(401)`` of ``login(name, password)`` that warns of each refusal.
        """
        types = frozenset(name.rpartition(".")[2] for name in fn.body.handlers[entry.handler].types)
        told = (self._raises(callee, types, 0) for call in made_in(entry.step) for callee, _ in self._names.callees(fn, call))
        return min((sure for sure in told if sure is not None), default=Sure.NO)

    def _raises(self, fn: Fn, types: frozenset[str], depth: int) -> Sure | None:
        """The same of one function, and of those that it calls; ``None`` where it raises nothing of these types."""
        if fn.module.facts.test or depth >= _MOST_DEEP:
            return None
        told = list[Sure | None]()
        for way in self._leaving.ways(fn):
            if way.exit is not None and way.exit.kind == "raise" and not types.isdisjoint(self._leaving.kinds(fn, way.exit)):
                told.append(max((self._records.entry(fn, one) for one in way.entries), default=Sure.NO))
        inner = (callee for call in fn.body.calls for callee, _ in self._names.callees(fn, call) if callee is not fn)
        told += [self._raises(callee, types, depth + 1) for callee in inner]
        return min((sure for sure in told if sure is not None), default=None)

    def _handler_records(self, fn: Fn, position: int) -> bool:
        for way in self._leaving.ways(fn):
            for at, entry in enumerate(way.entries):
                if isinstance(entry, Handling) and entry.handler == position:
                    if max((self._records.entry(fn, one) for one in way.entries[at:]), default=Sure.NO) == Sure.NO:
                        return False
                    break
        return True

    def _handler_chooses(self, fn: Fn, position: int) -> bool:
        """Whether a handler records what it caught where that has some status: ``if error.status_code in (401, 403): audit(...)``."""
        for way in self._leaving.ways(fn):
            at = next((at for at, one in enumerate(way.entries) if isinstance(one, Handling) and one.handler == position), -1)
            after = way.entries[at:] if at >= 0 else ()
            asked = (words_of(fn, one.condition) for one in after if isinstance(one, Guard))
            if any(not _STATUS_WORDS.isdisjoint(words) for words in asked) and any(self._records.entry(fn, one) for one in after):
                return True
        return False
