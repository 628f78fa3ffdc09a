"""Whether verifiers of the project's own record that they say no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing import results
from checker.source.audit.deciding.refusing.exits import Exits
from checker.source.audit.deciding.verifying import compared_secrets
from checker.source.audit.deciding.verifying.complaints import sentences
from checker.source.audit.deciding.verifying.decisions import Verified
from checker.source.audit.project.callers import backends
from checker.source.audit.project.callers.leaving import Leaving
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.signs import forms
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way, last_test, made_in
from checker.source.flow.literal import source
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_MOST_DEEP = 3


class SayingNo:
    """Follows a verifier's ways to its noes, and those of the verifiers that it asks."""

    def __init__(self, follower: Follower, terms: Terms, leaving: Leaving, records: Records, exits: Exits) -> None:
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self._leaving = leaving
        self._records = records
        self._exits = exits

    def of(self, fn: Fn, verified: Verified) -> Sure:
        """Whether the project's own verifier that was asked records that it says no."""
        if fn.body.nodes[verified.call][0] != ir.CALL:
            return Sure.NO
        found = [callee for callee, _ in self._names.callees(fn, verified.call) if not callee.module.facts.test]
        asked = [] if found else list(forms.validators(self._follower, fn, verified.call))
        if asked:
            return max((self.failures(one, _MOST_DEEP, silent_end=False) for one in asked), default=Sure.NO)
        callee = fn.body.nodes[fn.body.nodes[verified.call][1]]
        told = [self.failures(callee, 1) for callee in found]
        if not found and callee[0] == ir.ATTR:  # which of the project's methods of that name is run cannot be told: all must record
            namesakes = [one for one in self._names.named(callee[2]) if one is not fn and not one.module.facts.test]
            told = [min((self.failures(one, 1) for one in namesakes), default=Sure.NO)]
        if not found:
            told += [min((self.failures(one, 1) for one in backends.asked(self._follower, fn, verified.call)), default=Sure.NO)]
        return max(told, default=Sure.NO)

    def failures(self, fn: Fn, depth: int, *, silent_end: bool = True) -> Sure:
        """Whether the ways on which a function gives nothing, or raises, are recorded; ``silent_end``: to come to its end is a no."""
        why_not = sentences(fn)  # where it says in words why not, nothing is a yes
        failing = [
            way
            for way in self._leaving.ways(fn)
            if (way.exit is not None and (way.exit.kind == "raise" or way.exit.value in why_not))
            or (not why_not and self._exits.is_nothing(fn, way.exit) and (silent_end or (way.exit is not None and way.exit.value >= 0)))
        ]
        direct = self._gives_anothers(fn) or results.weighs(fn)  # then what is caught is a breakdown
        failing = [way for way in failing if not direct or not any(isinstance(one, Handling) for one in way.entries)]
        told = [max((self._records.entry(fn, entry) for entry in _after_a_test(way)), default=Sure.NO) for way in failing]
        told = [sure or self._by_who_raised(fn, way, depth) for sure, way in zip(told, failing, strict=True)]
        if told and min(told) == Sure.YES and not direct:
            return Sure.YES
        handed = [
            self.failures(callee, depth + 1)
            for way in (self._leaving.ways(fn) if depth < _MOST_DEEP else ())
            if way.exit is not None and way.exit.kind == "return" and way.exit.value >= 0 and fn.body.nodes[way.exit.value][0] == ir.CALL
            for callee, _ in self._names.callees(fn, way.exit.value)
            if callee is not fn
        ]
        if handed and min(handed) == Sure.YES and (not told or min(told) == Sure.YES):
            return Sure.YES
        tests = ((last_test(way), sure) for sure, way in zip(told, failing, strict=True))
        decided = [sure for node, sure in tests if compared_secrets.decides(self._terms, fn, node)]
        if decided and not any(decided):  # what is told is told of other failures: the wrong password is the silent one
            return Sure.NO
        gathered = not failing and not direct and not handed and self._records.anywhere(fn)  # return not self.errors
        return Sure.MAYBE if gathered or any((*told, *handed)) else Sure.NO

    def _gives_anothers(self, fn: Fn) -> bool:
        """Whether a function gives the verdict of a library as it is: ``return bcrypt.checkpw(given, kept)``."""
        for value in fn.body.returns:
            record = source(fn, value)
            if record[0] == ir.CALL and not self._terms.verifiers.tells(self._follower.text(fn, record[1]).rpartition(".")[2]):
                continue
            if record[0] == ir.CALL and not any(self._names.callees(fn, node) for node in fn.body.calls if fn.body.nodes[node] == record):
                return True
        return False

    def _by_who_raised(self, fn: Fn, way: Way, depth: int) -> Sure:
        """Whether a verifier of the project's whose exception is caught on a way recorded it: ``except AuthError: return False``."""
        last = next((one for one in reversed(way.entries) if isinstance(one, Guard | Handling)), None)
        if not isinstance(last, Handling) or depth >= _MOST_DEEP:
            return Sure.NO
        asked = []
        for call in made_in(last.step):
            callee = fn.body.nodes[fn.body.nodes[call][1]]
            name = self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2]
            if not self._terms.verifiers.tells(name):
                continue
            found = [one for one, _ in self._names.callees(fn, call)]
            asked += found or ([one for one in self._names.named(name) if one.is_method] if callee[0] == ir.ATTR else [])
        return min((self.failures(one, depth + 1) for one in asked if one is not fn and not one.module.facts.test), default=Sure.NO)


def _after_a_test(way: Way) -> tuple[Entry, ...]:
    """What was done after the first test or error of a way: before it nobody can know how it ends."""
    first = next((at for at, entry in enumerate(way.entries) if isinstance(entry, Guard | Handling)), 0)
    return way.entries[first:]
