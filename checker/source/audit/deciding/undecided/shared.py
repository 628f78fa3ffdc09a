"""Functions of the project's that find out who somebody is for many others, each of which refuses where nobody is found.

``user = current_user(request)`` and ``if user is None: return JSONResponse({}, 401)`` in a dozen routes is one cause, which is told once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.audit.deciding.undecided.refusing_calls import refusing_calls
from checker.source.audit.ways.paths import Entry, Guard, Way
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.deciding.refusing.exits import Exits
    from checker.source.audit.deciding.verifying.decisions import Decisions
    from checker.source.audit.project.callers.around import Around
    from checker.source.audit.project.callers.leaving import Leaving
    from checker.source.audit.project.recording.records import Records
    from checker.source.flow.backwards import Follower

_MANY = 4
"""Fewer are told one by one: the page of a login and the route of a token have each a record of their own."""


class Shared:
    """Counts who refuses by what such a function gives, and records nothing of it."""

    def __init__(self, follower: Follower, around: Around, leaving: Leaving, records: Records, exits: Exits, decisions: Decisions) -> None:
        self._follower = follower
        self._names = follower.names
        self._around = around
        self._leaving = leaving
        self._records = records
        self._exits = exits
        self._decisions = decisions
        self._known: dict[Fn, tuple[Fn, ...]] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._known.clear()

    def tells(self, fn: Fn, call: int) -> bool:
        """Whether what a call gives is told of at the function that it runs."""
        found = self._run(fn, call)
        return found is not None and self.finds_for_many(found)

    def repeats(self, fn: Fn, decided: Entry) -> bool:
        """Whether a function refuses by what another one gives, as many others do of which the first is told of."""
        calls = refusing_calls(self._follower, fn, decided.condition, decided.holds) if isinstance(decided, Guard) else ()
        found = [run for call in calls if (run := self._run(fn, call)) is not None]
        refusing = self._refusing(found[0]) if len(found) == 1 else ()
        return len(refusing) >= _MANY and fn in refusing and fn is not min(refusing, key=lambda one: one.key)

    def finds_for_many(self, fn: Fn) -> bool:
        """Whether many that the outside comes to refuse by what a function finds of a token; a password is shown to each of them anew."""
        return self._is_shown_a_token(fn) and len(self._refusing(fn)) >= _MANY

    def _run(self, fn: Fn, call: int) -> Fn | None:
        found = [callee for callee, _ in self._names.callees(fn, call)]
        return found[0] if len(found) == 1 else None

    def _is_shown_a_token(self, fn: Fn) -> bool:
        """Whether a function asks a verifier of tokens, and nobody for a password."""
        asked = [entry.event for call in fn.body.calls if (entry := self._decisions.verifier(fn, call)) is not None]
        asked += [entry.event for call in fn.body.calls if not asked and (entry := self._decisions.derived(fn, call)) is not None]
        return bool(asked) and all(event == "authn_token_reuse" for event in asked)

    def _refusing(self, fn: Fn) -> tuple[Fn, ...]:
        """Those that refuse by what a function gives, and record nothing of it."""
        known = self._known.get(fn)
        if known is None:
            self._known[fn] = ()  # ends recursion
            callers = {caller: call for caller, call, _ in self._around.callers(fn) if self._around.boundary(caller)}
            few = len(callers) < _MANY
            known = () if few else tuple(one for one, call in callers.items() if self._refuses(one, call))
            self._known[fn] = known
        return known

    def _refuses(self, fn: Fn, call: int) -> bool:
        return any(self._is_refused(fn, call, way) for way in self._leaving.ways(fn))

    def _is_refused(self, fn: Fn, call: int, way: Way) -> bool:
        if way.exit is None or self._exits.refused(fn, way.exit) is None or any(self._records.entry(fn, one) for one in way.entries):
            return False
        guards = (one for one in way.entries if isinstance(one, Guard))
        return any(call in refusing_calls(self._follower, fn, one.condition, one.holds) for one in guards)
