"""The facts about verifiers that said no, or gave no verdict: each way out on which no record is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence, Step
from checker.source import ir
from checker.source.audit.changing.enrolling import Enrolling
from checker.source.audit.deciding.refusing import flashed
from checker.source.audit.deciding.refusing.breakdowns import brings_nothing, is_fault
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.deciding.undecided import contradicted, makers, no_failure
from checker.source.audit.deciding.undecided.doubts import Doubts
from checker.source.audit.deciding.undecided.elsewhere import Elsewhere
from checker.source.audit.deciding.verifying import unverified
from checker.source.audit.deciding.verifying.by_password import sends_no_signal
from checker.source.audit.deciding.verifying.decisions import Verified
from checker.source.audit.deciding.verifying.given import is_given_nothing
from checker.source.audit.judging.left_to_callers import LeftToCallers
from checker.source.audit.judging.unrecorded import Unrecorded
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.ways.paths import Skipped, Way
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome
from checker.source.flow.places import span
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

_ANYBODY = frozenset({"optional", "optionally", "maybe"})
_BAD = "BadRequest"
"""Part of the name of an answer that goes on with nothing."""
_OF_LINKS = frozenset({"reset", "confirm", "confirmation", "verify", "verification", "activate", "activation", "recover", "recovery"})
"""Words of what somebody comes to by a link: without a good one, they do not go on."""
_MANY = 3
"""Classes of a project that each have a method of one name: plugins."""
_OF_LOGINS = "authn_login_fail"


class FailedChecks:
    """Judges the ways on which somebody's password, code, token or signature did not hold."""

    def __init__(self, parts: Parts, doubts: Doubts, elsewhere: Elsewhere, left: LeftToCallers) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._unrecorded = Unrecorded(parts.records, parts.recorded)
        self._doubts = doubts
        self._enrolling = Enrolling(parts.follower, parts.changes)
        self._elsewhere = elsewhere
        self._left = left

    def failed(self, fn: Fn, way: Way, refused: Refused | None, at: int, verified: Verified) -> Iterator[AuthOutcome | RecordedOutcome]:
        """A way on which a verifier said no; ``refused`` is how it ends where that is a refusal by itself."""
        if self._elsewhere.is_judged(fn, refused, verified) or self._elsewhere.is_of_others(fn, way):
            return
        if refused is None and self._is_asked_of_nobody(fn, way, verified):
            return
        if contradicted.is_contradicted(self._follower, fn, way.entries, at):
            return
        if refused is None and self.is_gap(fn, way):
            yield from self.gap(fn, way, verified)
            return
        if refused is not None and brings_nothing(fn, way):
            return
        if no_failure.is_no_failure(fn, refused, verified) or (refused is None and self._goes_on(fn, way, at, verified)):
            return
        event = verified.entry.event
        sure = self._recorded_on(fn, way, refused, at, verified)
        text = refused.text if refused is not None else self._parts.exits.text(fn, way.exit)
        if sure == Sure.YES:
            yield self._parts.recorded.outcome(fn, way, event, text, start=at)
            return
        confidence = self._unrecorded.confidence(fn, sure, told=refused is not None and refused.worded)
        collected = refused is None and contradicted.is_collected(self._follower, fn, way.entries[at:], way.exit)
        if collected or self._is_doubtful(fn, way, at, verified):
            confidence = Confidence.LOW
        kind = "deny" if refused is not None else "fail"
        found = self._unrecorded.outcome(fn, way, event, kind, text, confidence, self._step(fn, verified))
        yield replace(found, shared=True) if refused is not None and refused.kept else found

    def _is_asked_of_nobody(self, fn: Fn, way: Way, verified: Verified) -> bool:
        """Whether a way that is no refusal by itself is none of somebody who came with a password, code or token: nothing was given, what
        was given could only be read, another is asked then, or it goes on without anybody.
        """
        return (
            self._needs_nobody(fn)
            or unverified.is_read(self._follower, fn, verified.call)
            or is_fault(self._follower, fn, way)
            or is_given_nothing(self._follower, fn, way)
            or makers.asks_another(self._follower, fn, way, verified.call)
            or (not verified.caught and makers.goes_on_as_anybody(self._follower, fn, way, verified.call))
        )

    def _goes_on(self, fn: Fn, way: Way, at: int, verified: Verified) -> bool:
        """Whether a way that is no refusal by itself goes on: a list is made of those that pass, whoever comes without a session is shown
        the login's form, or who asked judges it.
        """
        nothing = self._parts.exits.is_nothing(fn, way.exit)
        if not nothing and (any(isinstance(one, Skipped) for one in way.entries[at:]) or no_failure.asks_of_nobody(fn, verified)):
            return True
        if verified.caught and self._goes_on_as_nobody(fn, way, at):
            return True
        return self._left.is_left(fn, way, at, verified) or self._left.gives_the_verdict(fn, way)

    def _recorded_on(self, fn: Fn, way: Way, refused: Refused | None, at: int, verified: Verified) -> Sure:
        """How surely a failure is recorded, on its way, by the verifier, or by who hears the signal that Django sends of it."""
        of_login = verified.entry.event == _OF_LOGINS
        silent = sends_no_signal(self._follower, fn, verified.call) and self._parts.around.boundary(fn)
        sure = max(self._parts.recorded.way(fn, way, at, refused, known=not of_login), self._parts.recorded.saying_no.of(fn, verified))
        return Sure.YES if of_login and not silent and self._parts.around.hearing.signalled(_OF_LOGINS) else sure

    def _is_doubtful(self, fn: Fn, way: Way, at: int, verified: Verified) -> bool:
        """Whether a failure may be no login's, or others hear of it who may record it."""
        return (
            (self._parts.around.is_form(fn) and not self._parts.around.boundary(fn))
            or self._parts.around.is_field(fn)
            or self._enrolling.sets_up(fn, verified)
            or self._enrolling.is_new(fn, verified)
            or self._is_contract(fn, way)
            or self._doubts.announced(fn, way.entries[at:])
        )

    def _step(self, fn: Fn, verified: Verified) -> Step:
        """Where the verifier is asked."""
        asked = fn.body.nodes[verified.call]
        name = f"{self._follower.text(fn, asked[1]).rpartition('.')[2]}()" if asked[0] == ir.CALL else "the comparison with it"
        return Step(span(self._follower.place(fn, asked)), f"{name} decides")

    def _goes_on_as_nobody(self, fn: Fn, way: Way, at: int) -> bool:
        """Whether who is nobody goes on without a login: no link was followed, and the next page says nothing of a failure."""
        if self._parts.exits.is_nothing(fn, way.exit) or not _OF_LINKS.isdisjoint(split(fn.name)):
            return False
        if way.exit is not None and _BAD in self._parts.exits.text(fn, way.exit):
            return False
        return not flashed.says_no(self._follower, fn, way.entries[at:])

    @staticmethod
    def _needs_nobody(fn: Fn) -> bool:
        """Whether who asks a function goes on without anybody: ``get_current_user_optional()``."""
        return makers.is_a_policy(fn) or not _ANYBODY.isdisjoint(split(fn.name))

    def _is_contract(self, fn: Fn, way: Way) -> bool:
        """Whether a backend of Django's gives nobody, as it must; who asked it sends ``user_login_failed``."""
        return self._parts.around.based(fn, ("Backend",)) and self._parts.exits.is_nothing(fn, way.exit)

    def is_gap(self, fn: Fn, way: Way) -> bool:
        """Whether a function that is asked for a verdict gives none here without a record, while it records other failures."""
        asked = makers.is_asked_for_verdicts(fn, self._parts.terms)
        nothing = (
            asked
            and self._parts.exits.is_nothing(fn, way.exit)
            and self._parts.records.anywhere(fn)
            and no_failure.gives(fn, self._parts.exits)
        )
        return nothing and not is_given_nothing(self._follower, fn, way)

    def gap(self, fn: Fn, way: Way, verified: Verified | None) -> Iterator[AuthOutcome]:
        """A way to no verdict of which nothing is recorded, while others are."""
        if any(self._parts.records.entry(fn, entry) for entry in way.entries) or self._parts.recorded.left_out.on(fn, way):
            return
        if way.exit is None or self._parts.recorded.callers_see(fn):
            return
        entry = verified.entry.event if verified is not None else _OF_LOGINS
        one_of_many = not self._parts.around.boundary(fn) and len(self._follower.names.named(fn.name)) > _MANY  # who asks them all records
        confidence = Confidence.LOW if self._is_contract(fn, way) or one_of_many else Confidence.MEDIUM
        yield self._unrecorded.outcome(fn, way, entry, "fail", self._parts.exits.text(fn, way.exit), confidence, None)
