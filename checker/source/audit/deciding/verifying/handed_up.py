"""Functions of the project's that verify something and raise where the answer is no, under a name that says nothing of it:
``except jwt.PyJWTError as error: raise ValueError("unable to decode") from error``. Who asks them catches that, and refuses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.audit.deciding.refusing.breakdowns import BROAD
from checker.source.audit.deciding.verifying.library_says import LibrarySays
from checker.source.audit.project.recording.records import Records
from checker.source.audit.ways.paths import Handling, made_in
from checker.source.ir.ways import Exit, Try, walk
from checker.source.lexicon.words import Answers, split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.audit.deciding.verifying.decisions import Decisions
    from checker.source.flow.backwards import Follower

_PLAIN = frozenset({"ValueError", "RuntimeError", "Exception", "LookupError", "KeyError"})
"""Errors that anything may raise: one of another name is judged by it."""
_TELLING = frozenset(
    {"token", "jwt", "claims", "signature", "signed", "payload", "assertion", "credentials", "session", "cookie", "ticket"}
)
"""Words of functions that are given what somebody shows."""


class HandedUp:
    """Knows which of the project's functions verify so; remembers each."""

    def __init__(self, follower: Follower, decisions: Decisions, says: LibrarySays, records: Records) -> None:
        self._follower = follower
        self._records = records
        self._decisions = decisions
        self._says = says
        self._raised = Answers[Fn, tuple[Verifier | None, frozenset[str]]](self._raises)

    def forget(self) -> None:
        """Know nothing of any function."""
        self._raised.clear()

    def refused(self, fn: Fn, entry: Handling) -> tuple[int, Verifier] | None:
        """The call whose no a clause has caught, and what verified there; ``None`` where there is none."""
        types = {name.rpartition(".")[2] for name in fn.body.handlers[entry.handler].types}
        if types and types.isdisjoint(_PLAIN | BROAD):
            return None
        for call in made_in(entry.step):
            if _TELLING.isdisjoint(split(self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2])):
                continue
            for callee, _ in self._follower.names.callees(fn, call):
                said, raised = self._raised[callee]
                if said is not None and (not types or not types.isdisjoint(raised | BROAD)):
                    return call, said
        return None

    def _raises(self, fn: Fn) -> tuple[Verifier | None, frozenset[str]]:
        """What a function verifies, and the names of the plain errors that it raises where the answer is no, and writes nothing down."""
        said, raised, tried = None, set[str](), set[int]()
        for step in walk(fn.steps):
            if not isinstance(step, Try):
                continue
            made = tuple(made_in(step))
            tried.update(made)
            asked = next((one for call in made if (one := self._decisions.verifier(fn, call)) is not None), None)
            for clause in step.handlers:
                found = asked or self._says.refused(self._follower.names, fn, fn.body.handlers[clause.handler].types)
                exits = [one for one in walk(clause.block) if isinstance(one, Exit) and one.kind == "raise" and one.value >= 0]
                names = {self._follower.text(fn, one.value).removesuffix("()").rpartition(".")[2] for one in exits} & _PLAIN
                if found is not None and names and not self._records.block(fn, clause.block):
                    said, raised = said or found, raised | names
        for call in fn.body.calls if said is None else ():
            if call not in tried and (direct := self._decisions.verifier(fn, call)) is not None and direct.raises:
                said = direct  # nobody catches it there
        return said, frozenset(raised)
