"""The facts about denied access, and logins that are refused by a test or an error: each way out on which no record is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence, Step
from checker.source.audit.deciding.refusing.answers_of_aiohttp import is_aiohttps
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.deciding.undecided import asides, by_the_system, makers, no_failure
from checker.source.audit.deciding.undecided.doubts import Doubts
from checker.source.audit.deciding.undecided.elsewhere import Elsewhere
from checker.source.audit.deciding.undecided.no_decision import NoDecision
from checker.source.audit.deciding.undecided.passed_on import PassedOn
from checker.source.audit.deciding.undecided.shared import Shared
from checker.source.audit.deciding.undecided.switches import Switches
from checker.source.audit.deciding.verifying.conditions import RIGHTS, Conditions
from checker.source.audit.deciding.verifying.decisions import Verified
from checker.source.audit.judging.unrecorded import Unrecorded
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way, deciding
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome
from checker.source.flow.places import span
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

DECIDES = "this decides"


class Refusals:
    """Judges the ways on which somebody is refused."""

    def __init__(
        self, parts: Parts, doubts: Doubts, conditions: Conditions, shared: Shared, elsewhere: Elsewhere, passed_on: PassedOn
    ) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._unrecorded = Unrecorded(parts.records, parts.recorded)
        self._doubts = doubts
        self._conditions = conditions
        self._shared = shared
        self._elsewhere = elsewhere
        self._switches = Switches(parts.follower, conditions)
        self._no_decision = NoDecision(parts.follower, parts.exits, parts.around, doubts, conditions, self._switches, passed_on)

    def asks_for_a_right(self, fn: Fn, way: Way, refused: Refused | None, verified: Verified) -> bool:
        """Whether who shows a token is asked for a right in the same test: ``user is None or not user.is_admin()``."""
        if refused is None or refused.status != 403 or verified.entry.event != "authn_token_reuse":
            return False
        positions = deciding(way.entries)
        return bool(positions) and self._conditions.names_rights(fn, self._switches.decided(fn, way, positions))

    def denied(self, fn: Fn, way: Way, refused: Refused) -> Iterator[AuthOutcome | RecordedOutcome]:
        """A way on which somebody is refused by a test or an error."""
        positions = deciding(way.entries)
        if self._elsewhere.is_of_others(fn, way):
            return
        if not positions or not self._reaches(fn, way, refused) or (refused.named and not self._parts.around.boundary(fn)):
            return
        decided = self._switches.decided(fn, way, positions)
        if self._is_no_decision(fn, way, decided, refused) or (refused.status == 401 and self._shared.repeats(fn, decided)):
            return
        lean = asides.without(self._follower, self._parts.records, self._parts.terms, fn, way, positions)
        sure = max(self._parts.recorded.way(fn, lean, positions[0], refused), self._parts.recorded.by_who_was_asked(fn, decided))
        if refused.paired and self._parts.recorded.callers_see(fn):
            sure = Sure.YES
        asked = makers.says_who(fn, refused) and not self._conditions.asks_rights(fn, decided)
        who = makers.authenticates(fn) and asked
        rights = not who and not RIGHTS.isdisjoint(split(refused.text)[1:])  # raises NotEnoughPrivileges, whatever the status
        said = rights or (refused.status == 403 and not asked) or self._conditions.compares(fn, decided)
        denies = said or not (who or self._conditions.is_of_identity(fn, decided))
        of_login = refused.status == 401 and makers.is_of_login(refused) and not self._conditions.names_rights(fn, decided)
        event = "authz_fail" if denies and not of_login else "authn_login_fail"
        if makers.is_of_a_signature(fn, decided):
            event = "signature_verify_fail"
        elif not makers.is_of_login(refused) and makers.is_of_a_token(fn, decided, refused):
            event, denies = "authn_token_reuse", False
        if event != "authz_fail" and (isinstance(decided, Handling) or event == "authn_token_reuse") and no_failure.logs_out(fn):
            return  # an error of a logout
        if sure == Sure.YES:
            yield self._parts.recorded.outcome(fn, way, event, refused.text, start=positions[0])
            return
        confidence = min(Confidence.MEDIUM, self._unrecorded.confidence(fn, sure, told=refused.told))
        unfound = denies and refused.status == 401 and not (rights or self._conditions.asks_rights(fn, decided))
        if unfound or self._is_doubtful(fn, way, decided) or self._is_closed(fn, way, decided):
            confidence = Confidence.LOW
        line = (
            fn.body.handlers[decided.handler].line if isinstance(decided, Handling) else decided.line if isinstance(decided, Guard) else 1
        )
        step = Step(span((fn.module.path, line, 0)), DECIDES)
        found = self._unrecorded.outcome(fn, way, event, "deny", refused.text, confidence, step)
        yield replace(found, shared=True) if refused.kept else found

    def _is_no_decision(self, fn: Fn, way: Way, decided: Entry, refused: Refused) -> bool:
        """See `NoDecision.found`; of an error that the same function raised and caught the test before it is asked as well."""
        if self._no_decision.found(fn, way, decided, refused):
            return True
        own = isinstance(decided, Handling) and decided.raised is not None
        before = [way.entries[at] for at in deciding(way.entries)[-2:-1]] if own else []
        return any(self._no_decision.found(fn, way, one, refused) for one in before)

    def _is_closed(self, fn: Fn, way: Way, decided: Entry) -> bool:
        """Whether a test before the last one found a thing that nobody may change: ``if group.immutable: for field ...: raise``."""
        before = [entry for at in deciding(way.entries)[-2:-1] if isinstance(entry := way.entries[at], Guard) and entry.holds]
        return not self._conditions.asks_rights(fn, decided) and any(self._doubts.by_a_state(fn, one) for one in before)

    def _is_doubtful(self, fn: Fn, way: Way, decided: Entry) -> bool:
        """Whether a refusal may be no matter of rights, or others are told of it who may record it."""
        if "has" in split(fn.name)[1:] and not RIGHTS.isdisjoint(split(fn.name)):  # whoever asks is told of their own rights
            return True
        if (
            self._doubts.by_a_state(fn, decided)
            or by_the_system.may_refuse(self._follower, fn, decided)
            or self._no_decision.is_builder(fn)
        ):
            return True
        return self._doubts.announced(fn, way.entries[deciding(way.entries)[-1] :])  # before, nobody knows

    def _reaches(self, fn: Fn, way: Way, refused: Refused) -> bool:
        """Whether a refusal goes to the outside: it is an answer, or an exception of a function that the outside comes to."""
        if way.exit is not None and way.exit.kind in ("return", "exit") and not refused.paired:
            return True
        if way.exit is not None and way.exit.kind == "raise" and makers.demands(fn) and not self._parts.around.callers(fn):
            return True
        if self._parts.around.reachable(fn) or not fn.module.tops.isdisjoint(self._follower.tables.server_modules):
            return True
        if (way.exit is None or way.exit.kind == "return") and "wraps" in self._parts.around.decorators(fn):
            return True  # a decorator that answers in place of what it stands around
        return way.exit is not None and way.exit.value >= 0 and is_aiohttps(self._follower, fn, way.exit.value)
