"""Whether a way out is recorded: on the way, by what wraps the function, by who catches it, or by a handler of the project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.source import ir
from checker.source.audit.changing.carried_out import EXECUTING
from checker.source.audit.deciding.refusing.exits import Exits
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.deciding.undecided.left_out import LeftOut, asked_of
from checker.source.audit.deciding.undecided.refusing_calls import refusing_calls
from checker.source.audit.deciding.undecided.switches import Switches
from checker.source.audit.deciding.verifying.conditions import Conditions
from checker.source.audit.project.callers.around import Around
from checker.source.audit.project.callers.catchers import Catchers
from checker.source.audit.project.callers.caught import Caught
from checker.source.audit.project.callers.leaving import Leaving
from checker.source.audit.project.recording import called_after, foretold
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.saying_no import SayingNo
from checker.source.audit.signs.mentions import named
from checker.source.audit.signs.promises import is_logout
from checker.source.audit.ways.absent import asks_a_state, asks_for_none, is_of_none
from checker.source.audit.ways.paths import Entry, Guard, Handling, Passed, Way
from checker.source.facts.outcomes import RecordedOutcome
from checker.source.flow.literal import source
from checker.source.flow.operands import operands
from checker.source.flow.origin import Place
from checker.source.flow.places import span
from checker.source.ir.ways import Called, Exit, Loop
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_MOST_DEEP = 3
_ABORT = "abort"
"""By this name frameworks and projects leave a request with a status."""
_OF_STORES = frozenset({"add", "delete", "commit", "execute", "flush", "merge", "save", "insert", "update", "remove"})
_STORES = frozenset({"session", "db", "database", "dbsession", "cursor", "conn", "connection"})
"""Receivers of a library's: ``self.db.delete(token)`` runs no ``delete()`` of the project's handlers."""
_SETTING = "get"
"""How a setting is asked for, which refuses nobody: ``not Setting().get("allow_removal")``."""
_SOMEBODY = frozenset({"user", "username", "account", "identity", "session", "name", "actor", "audit", "auditor"})
_SENDING_AWAY = frozenset({"redirect", "login"})
"""Words of functions that send to the login whoever others refuse: ``redirect_to_login(request)``."""


class Recorded:
    """Answers whether what happens on a way leaves a record."""

    def __init__(
        self, follower: Follower, terms: Terms, leaving: Leaving, records: Records, exits: Exits, around: Around,
        catchers: Catchers,
    ) -> None:  # fmt: skip
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self._leaving = leaving
        self._records = records
        self._exits = exits
        self._around = around
        self._catchers = catchers
        self._caught = Caught(follower, leaving, records, around)
        self.left_out = LeftOut(follower, records, Switches(follower, Conditions(follower, exits)))
        self._helpers: dict[Fn, str] = {}
        self.saying_no = SayingNo(follower, terms, leaving, records, exits)

    def forget(self) -> None:
        """Know nothing of any function."""
        self._helpers.clear()

    def way(self, fn: Fn, way: Way, start: int, refused: Refused | None, *, known: bool = True) -> Sure:
        """Whether a way out is recorded: on the way, around the function, by a handler; by a trail only where it is ``known`` who it is."""
        sure = max((self._records.entry(fn, entry) for entry in way.entries[start:]), default=Sure.NO)
        sure = max(sure, *(self._by_the_test(fn, entry) for entry in way.entries[start : start + 1]))
        if sure == Sure.YES:
            return sure
        if foretold.tells(self._records, fn, way):
            return Sure.YES
        near = fn.module.path.rpartition("/")[0]
        sure = max(sure, Sure.MAYBE if known and self._around.follows() else Sure.NO, self.left_out.on(fn, way))
        if sure == Sure.YES:
            return sure
        if _SENDING_AWAY.issubset(split(fn.name)) and self.callers_tell(fn):
            return Sure.YES
        if self._told_apart(fn, way, start):
            sure = Sure.MAYBE
        left = self._raised(fn, way.exit)
        names = self._leaving.kinds(fn, left) if left is not None else frozenset()
        text, status = (refused.text, refused.status) if refused is not None else ("", 0)
        if self._by_itself(fn, way) or self._around.hearing.wrapped(fn, raised=left is not None, names=names, text=text, status=status):
            return Sure.YES
        if left is not None:
            if self._caught.by_callers(fn, names) or self._every_handler_records(fn, left):
                return Sure.YES
            if self._caught.by_callers(fn, names, some=True):
                sure = Sure.MAYBE
            return max(sure, self._around.hearing.told(names, refused.status if refused is not None else 0, near, raised=True))
        return max(sure, self._around.hearing.told(frozenset(), refused.answered, near, raised=False)) if refused is not None else sure

    def _by_the_test(self, fn: Fn, decided: Entry) -> Sure:
        """Whether a later part of the test that decides records: ``given == expected or refuse(given)`` asks it once the first said no."""
        if not isinstance(decided, Guard):
            return Sure.NO
        record = fn.body.nodes[decided.condition]
        if record[0] != ir.COND or record[1] != ("and" if decided.holds else "or"):
            return Sure.NO
        calls = (part for part in record[2][1:] if fn.body.nodes[part][0] == ir.CALL)
        return max((self._records.of(fn, call) for call in calls), default=Sure.NO)

    def _raised(self, fn: Fn, leave: Exit | None) -> Exit | None:
        """The exit where an exception leaves by it: ``raise``, ``abort(403)``, and ``return abort(403)``, which never returns."""
        if leave is None or leave.kind in ("raise", "exit"):
            return leave
        record = fn.body.nodes[leave.value] if leave.kind == "return" and leave.value >= 0 else [ir.OPAQUE]
        if record[0] != ir.CALL or self._follower.text(fn, record[1]).rpartition(".")[2] != _ABORT:
            return None
        gives = any(callee.body.returns for callee, _ in self._names.callees(fn, leave.value))
        return None if gives else replace(leave, kind="exit")

    def outcome(self, fn: Fn, way: Way, event: str, text: str, place: Place | None = None, start: int = 0) -> RecordedOutcome:
        """The fact about a way that leaves a record from ``start`` on; ``place`` is the change's, else the way out's."""
        calls = (one.node for one in way.entries[start:] if isinstance(one, Called) and self._records.always(fn, one.node))
        call = next(calls, None)
        by = span(self._follower.place(fn, fn.body.nodes[call])) if call is not None else None
        line, column = (way.exit.line, way.exit.column) if way.exit is not None else (fn.head.line, 0)
        return RecordedOutcome(span(place or (fn.module.path, line, column)), fn.head.name, event, text, by, fn.module.facts.test)

    def _told_apart(self, fn: Fn, way: Way, start: int) -> bool:
        """Whether a branch that asks for the same as what decides, and was not taken here by all that is known, leaves a record."""
        decided = way.entries[start] if start < len(way.entries) else None
        if not isinstance(decided, Guard):
            return False
        words = {name for name in named(fn, decided.condition) if name not in ("self", "request")}
        return any(
            isinstance(entry, Passed)
            and self._records.passed(fn, entry)
            and not words.isdisjoint(asked_of(fn, entry))
            and not asks_for_none(fn, entry)
            for entry in way.entries
        )

    def told(self, fn: Fn, way: Way) -> tuple[int, int]:
        """From which entry on a change is recorded at times, and up to which: by the first record before it, or the last one after it."""
        first = next((at for at, one in enumerate(way.entries) if self._at_times(fn, one, after=False)), len(way.entries))
        last = next((at for at in reversed(range(len(way.entries))) if self._at_times(fn, way.entries[at], after=True)), 0)
        return first, last

    def _at_times(self, fn: Fn, entry: Entry, *, after: bool) -> bool:
        """Whether a branch that was not taken records: after a change, or before it where it asks for somebody (``if user:``)."""
        if not isinstance(entry, Passed):
            return False
        if isinstance(entry.step, Loop):  # there was nobody to do it to: for user in chosen: ...
            return bool(self._records.block(fn, tuple(one for one in entry.step.block if not is_of_none(fn, one))))
        if not self._records.passed(fn, entry) or (after and is_of_none(fn, entry.step)):
            return False
        if not after and asks_a_state(fn, entry):  # if user.is_active is False: log.warning("%s was already", user)
            return False
        return after or any(not _SOMEBODY.isdisjoint(split(name)) for name in asked_of(fn, entry))

    def callers_tell(self, fn: Fn, depth: int = 0, *, beside: bool = False) -> bool:
        """Whether each of those who call a function leaves a record on a way through it to a normal end; ``beside`` what it records."""
        callers = self._around.callers(fn)
        return bool(callers) and all(self._caller_tells(caller, call, depth, beside) for caller, call, _ in callers)

    def _caller_tells(self, fn: Fn, call: int, depth: int, beside: bool) -> bool:
        leaving = (way for way in self._leaving.ways(fn) if way.exit is None or way.exit.kind == "return")
        through = [way for way in leaving if any(isinstance(one, Called) and one.node == call for one in way.entries)]
        told = (one for way in through for one in way.entries if not (beside and isinstance(one, Called) and one.node == call))
        if any(self._records.entry(fn, one) for one in told) or self._around.wrapped_always(fn):
            return True
        return depth < _MOST_DEEP - 1 and not self._around.boundary(fn) and self.callers_tell(fn, depth + 1, beside=beside)

    def _by_itself(self, fn: Fn, way: Way) -> bool:
        """Whether the exit's own value records: an exception whose constructor logs, a helper that logs and answers."""
        if way.exit is None or way.exit.value < 0:
            return False
        record = fn.body.nodes[way.exit.value]
        return record[0] == ir.CALL and self._records.of(fn, way.exit.value) == Sure.YES

    def _every_handler_records(self, fn: Fn, leave: Exit) -> bool:
        """Whether what is raised is an exception of the project's own that all of its handlers record, and no framework answers."""
        if leave.kind != "raise" or leave.value < 0 or (self._around.boundary(fn) and not self._around.serves(fn)):
            return False
        record = source(fn, leave.value)
        entity = self._names.entity(fn, record[1] if record[0] == ir.CALL else leave.value)
        return entity is not None and entity[0] in ("cls", "inst") and self._catchers.all_record(entity[1].name)

    def callers_see(self, fn: Fn) -> bool:
        """Whether everybody who asks a function records that it gives nothing."""
        callers = self._around.callers(fn)
        return bool(callers) and all(self._caller_sees(caller, call) for caller, call, _ in callers)

    def _caller_sees(self, fn: Fn, call: int) -> bool:
        """Whether a caller records that it was given nothing; where it does not look, whether it records anything."""
        failing = [
            way
            for way in self._leaving.ways(fn)
            if any(
                isinstance(entry, Guard) and call in refusing_calls(self._follower, fn, entry.condition, entry.holds)
                for entry in way.entries
            )
        ]
        if not failing:
            return self._records.anywhere(fn)
        others = [[entry for entry in way.entries if not (isinstance(entry, Called) and entry.node == call)] for way in failing]
        return all(any(self._records.entry(fn, entry) for entry in entries) for entries in others)

    def by_who_was_asked(self, fn: Fn, decided: Entry) -> Sure:
        """Whether what was asked, and said no, recorded that itself."""
        if not isinstance(decided, Guard):
            return self._caught.by_raisers(fn, decided) if isinstance(decided, Handling) else Sure.NO
        told = [
            self._says_no(callee)
            for call in refusing_calls(self._follower, fn, decided.condition, decided.holds)
            for callee, _ in self._names.callees(fn, call)
            if not callee.module.facts.test and callee is not fn and callee.name != _SETTING
        ]
        return min(told, default=Sure.NO)

    def _says_no(self, fn: Fn) -> Sure:
        """Whether a predicate records that it says no; what it could not find out because of an error is apart."""
        failing = [way for way in self._leaving.ways(fn) if self._exits.is_nothing(fn, way.exit)]
        decided = [way for way in failing if not any(isinstance(entry, Handling) for entry in way.entries)]
        told = [max((self._records.entry(fn, entry) for entry in way.entries), default=Sure.NO) for way in decided]
        if not told:
            return self.saying_no.failures(fn, 1)
        mostly = 2 * sum(map(bool, told)) >= len(told)  # a key that cannot be read is logged; a wrong one is not
        return min(told) if min(told) == Sure.YES else Sure.MAYBE if mostly else Sure.NO

    def by_namesake(self, fn: Fn, call: int) -> bool:
        """Whether one of the methods of that name records: which of them is run cannot always be told."""
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        if callee[0] != ir.ATTR or (callee[2] in _OF_STORES and self._follower.text(fn, callee[1]).rpartition(".")[2] in _STORES):
            return False
        least = Sure.MAYBE if is_logout(callee[2]) else Sure.YES  # of a logout some ways end nothing
        found = [method for method, _ in self._names.callees(fn, call)] if callee[2] in EXECUTING else []
        methods = found or [method for method in self._names.named(callee[2]) if method is not fn]  # every use case has an execute()
        methods = called_after.its_own(methods, self._follower.text(fn, callee[1]))
        if called_after.by_a_manager(callee[2], self._follower.text(fn, callee[1])):
            methods = [method for method in methods if self._around.based(method, ("Manager", "QuerySet"))]
        return any(self._records.function(method) >= least for method in methods)

    def helper(self, fn: Fn) -> str:
        """The project's own function by which the same function, or another of its file, leaves records."""
        return self._helper(fn) or next((text for other in fn.module.functions if (text := self._helper(other))), "")

    def _helper(self, fn: Fn) -> str:
        if fn not in self._helpers:
            self._helpers[fn] = next(self._helping(fn), "")
        return self._helpers[fn]

    def _helping(self, fn: Fn) -> Iterator[str]:
        nodes = fn.body.nodes
        parts = {one for node in nodes if node[0] in (ir.CALL, ir.DICT) for one in operands(node)}  # what a record is made of
        for call in fn.body.calls:
            name = (text := self._follower.text(fn, nodes[call][1])).rpartition(".")[2]
            telling = self._terms.writes(name) or not self._terms.maybe.isdisjoint(split(name)[:1])
            if telling and call not in parts and self._names.callees(fn, call) and self._records.of(fn, call) == Sure.YES:
                yield text
