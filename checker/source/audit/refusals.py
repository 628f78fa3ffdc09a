"""The facts about failed logins, failed verifications and denied access: each way out on which no record is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence, Step
from checker.source import ir
from checker.source.audit.changing.changes import Changes
from checker.source.audit.changing.enrolling import Enrolling
from checker.source.audit.deciding.refusing import by_name, flashed, results
from checker.source.audit.deciding.refusing.answers_of_aiohttp import is_aiohttps
from checker.source.audit.deciding.refusing.breakdowns import is_fault
from checker.source.audit.deciding.refusing.exits import Exits
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.deciding.said import ANSWERED
from checker.source.audit.deciding.undecided import asides, makers, no_failure, verdicts
from checker.source.audit.deciding.undecided.doubts import Doubts
from checker.source.audit.deciding.undecided.elsewhere import Elsewhere
from checker.source.audit.deciding.undecided.no_decision import PREDICATES, NoDecision
from checker.source.audit.deciding.undecided.passed_on import PassedOn
from checker.source.audit.deciding.undecided.shared import Shared
from checker.source.audit.deciding.undecided.switches import Switches
from checker.source.audit.deciding.verifying import unverified
from checker.source.audit.deciding.verifying.by_password import sends_no_signal
from checker.source.audit.deciding.verifying.conditions import RIGHTS, Conditions
from checker.source.audit.deciding.verifying.decisions import Decisions, Verified
from checker.source.audit.deciding.verifying.given import is_given_nothing
from checker.source.audit.project.callers.around import Around
from checker.source.audit.project.recording.records import Records, Sure
from checker.source.audit.recorded import Recorded
from checker.source.audit.ways.paths import Entry, Guard, Handling, Skipped, Way, deciding
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome
from checker.source.flow.literal import bare, source
from checker.source.flow.places import span
from checker.source.ir.ways import Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

DECIDES = "this decides"
_ANYBODY = frozenset({"optional", "optionally", "maybe"})
_NEXT = frozenset({
    "get_response", "call_next", "next", "handler", "app", "func", "f", "fn", "view", "view_func", "wrapped", "function",
    "application", "old_handler", "callback", "_app", "_call_next"
})  # fmt: skip
_TELLING = frozenset({"django", "rest_framework", "jupyterhub", "jupyter_server"})
"""Frameworks that tell themselves of failed logins, by a signal or in their log."""
_BAD = "BadRequest"
"""Part of the name of an answer that goes on with nothing."""
_OF_LINKS = frozenset({"reset", "confirm", "confirmation", "verify", "verification", "activate", "activation", "recover", "recovery"})
"""Words of what somebody comes to by a link: without a good one, they do not go on."""
_MANY = 3
"""Classes of a project that each have a method of one name: plugins."""


class Refusals:
    """Judges the ways on which somebody is refused."""

    def __init__(
        self, follower: Follower, terms: Terms, records: Records, recorded: Recorded, exits: Exits, around: Around, doubts: Doubts,
        conditions: Conditions, changes: Changes, shared: Shared,
    ) -> None:  # fmt: skip
        self._follower = follower
        self._terms = terms
        self._records = records
        self._recorded = recorded
        self._exits = exits
        self._around = around
        self._doubts = doubts
        self._conditions = conditions
        self._shared = shared
        self._elsewhere = Elsewhere(follower, around, shared)
        self._switches = Switches(follower, conditions)
        self._enrolling = Enrolling(follower, changes)
        self._passed_on = PassedOn(follower, around, terms)
        self._no_decision = NoDecision(follower, exits, around, doubts, conditions, self._switches, self._passed_on)

    def failed(self, fn: Fn, way: Way, refused: Refused | None, at: int, verified: Verified) -> Iterator[AuthOutcome | RecordedOutcome]:
        """A way on which a verifier said no."""
        elsewhere = self._elsewhere.is_judged(fn, refused, verified) or self._elsewhere.is_of_others(fn, way)
        if elsewhere or (refused is None and (self._needs_nobody(fn) or unverified.is_read(self._follower, fn, verified.call))):
            return
        if refused is None and (is_fault(self._follower, fn, way) or is_given_nothing(self._follower, fn, way)):
            return
        if refused is None and makers.asks_another(self._follower, fn, way, verified.call):
            return
        anybody = refused is None and not verified.caught and makers.goes_on_as_anybody(self._follower, fn, way, verified.call)
        if anybody or self._doubts.contradicts(fn, way.entries, at):
            return
        if refused is None and self.is_gap(fn, way):
            yield from self.gap(fn, way, verified)
            return
        if refused is None and not self._exits.is_nothing(fn, way.exit) and any(isinstance(one, Skipped) for one in way.entries[at:]):
            return  # a list is made of those that pass
        if no_failure.is_no_failure(fn, refused, verified) or (
            refused is None and no_failure.asks_of_nobody(fn, verified) and not self._exits.is_nothing(fn, way.exit)
        ):
            return  # or whoever comes without a session is shown the login's form
        if refused is None and verified.caught and self._goes_on_as_nobody(fn, way, at):
            return
        if refused is None and self._is_left_to_callers(fn, way, at, verified):
            return
        if refused is None and self._gives_the_verdict(fn, way):
            return
        sure = self._recorded.way(fn, way, at, refused, known=verified.entry.event != "authn_login_fail")
        sure = max(sure, self._recorded.by_verifier(fn, verified))
        silent = sends_no_signal(self._follower, fn, verified.call) and self._around.boundary(fn)
        if verified.entry.event == "authn_login_fail" and not silent and self._around.hearing.signalled("authn_login_fail"):
            sure = Sure.YES
        text = refused.text if refused is not None else self._exits.text(fn, way.exit)
        if sure == Sure.YES:
            yield self._recorded.outcome(fn, way, verified.entry.event, text, start=at)
            return
        confidence = self._confidence(fn, sure, told=refused is not None and refused.worded)
        collected = refused is None and self._doubts.collected(fn, way.entries[at:], way.exit)
        if (
            (self._around.is_form(fn) and not self._around.boundary(fn))
            or self._around.is_field(fn)
            or collected
            or self._enrolling.sets_up(fn, verified)
            or self._enrolling.is_new(fn, verified)
            or self._is_contract(fn, way)
            or self._doubts.announced(fn, way.entries[at:])
        ):
            confidence = Confidence.LOW
        place = self._follower.place(fn, fn.body.nodes[verified.call])
        asked = fn.body.nodes[verified.call]
        name = f"{self._follower.text(fn, asked[1]).rpartition('.')[2]}()" if asked[0] == ir.CALL else "the comparison with it"
        step = Step(span(place), f"{name} decides")
        kind = "deny" if refused is not None else "fail"
        found = self._outcome(fn, way, verified.entry.event, kind, text, confidence, step)
        yield replace(found, shared=True) if refused is not None and refused.kept else found

    def verdict(self, decisions: Decisions, fn: Fn, way: Way) -> Verified | None:
        """See `verdicts.given`."""
        return verdicts.given(decisions, self._elsewhere, fn, way)

    def _goes_on_as_nobody(self, fn: Fn, way: Way, at: int) -> bool:
        """Whether who is nobody goes on without a login: no link was followed, and the next page says nothing of a failure."""
        if self._exits.is_nothing(fn, way.exit) or not _OF_LINKS.isdisjoint(split(fn.name)):
            return False
        if way.exit is not None and _BAD in self._exits.text(fn, way.exit):
            return False
        return not flashed.says_no(self._follower, fn, way.entries[at:])

    def asks_for_a_right(self, fn: Fn, way: Way, refused: Refused | None, verified: Verified) -> bool:
        """Whether who shows a token is asked for a right in the same test: ``user is None or not user.is_admin()``."""
        if refused is None or refused.status != 403 or verified.entry.event != "authn_token_reuse":
            return False
        positions = deciding(way.entries)
        return bool(positions) and self._conditions.names_rights(fn, self._switches.decided(fn, way, positions))

    def _is_told_here(self, fn: Fn, way: Way, verified: Verified) -> bool:
        """Whether a way that is no refusal by itself goes to the outside."""
        if way.exit is not None and way.exit.kind == "return" and self._around.answers_for(fn):
            return True
        if self._around.boundary(fn) or self._passed_on.answers_itself(fn):
            return True
        return self._passed_on.is_told_by(fn, way, verified) or self._is_told_silently(fn, way, verified)

    def _is_told_silently(self, fn: Fn, way: Way, verified: Verified) -> bool:
        """Whether a failed login is told at debug where the verifier said no, and an answer that says so goes on: a level higher it would
        be a record.
        """
        if verified.entry.event != "authn_login_fail" or way.exit is None or way.exit.kind != "return" or way.exit.value < 0:
            return False
        if self._exits.is_nothing(fn, way.exit) or not any(isinstance(one, Handling) for one in way.entries):
            return False
        after = next(at for at, one in enumerate(way.entries) if isinstance(one, Handling))
        return any(isinstance(one, Called) and self._records.is_silent(fn, one.node) for one in way.entries[after:])

    def _gives_the_verdict(self, fn: Fn, way: Way) -> bool:
        """Whether a question gives whoever asked what a verifier says: ``def request_has_token(request): return compare_digest(...)``."""
        if way.exit is None or way.exit.kind != "return" or way.exit.value < 0 or fn.body.nodes[way.exit.value][0] != ir.CALL:
            return False
        name = self._follower.text(fn, fn.body.nodes[way.exit.value][1]).rpartition(".")[2]
        return self._terms.verifiers.tells(name) and not PREDICATES.isdisjoint(split(fn.name)[:3]) and bool(self._around.callers(fn))

    @staticmethod
    def _needs_nobody(fn: Fn) -> bool:
        """Whether who asks a function goes on without anybody: ``get_current_user_optional()``."""
        return makers.is_a_policy(fn) or not _ANYBODY.isdisjoint(split(fn.name))

    def _is_left_to_callers(self, fn: Fn, way: Way, at: int, verified: Verified) -> bool:
        """Whether a way that is no refusal by itself is judged where its function is asked, if anywhere."""
        nothing = self._exits.is_nothing(fn, way.exit)
        nothing = nothing or (way.exit is not None and way.exit.kind == "return" and results.gives_nobody(fn, way.exit.value))
        if nothing and self._shared.finds_for_many(fn):
            return False
        by_library = self._elsewhere.is_asked_by_a_library(fn)
        judged = self._is_verifier(fn) and not by_library and not self._is_last_told(fn, way, at) and not self._shows_a_page(fn, way)
        judged = judged and not self._passed_on.is_told_by(fn, way, verified)
        if judged or self._harmless_end(fn, way) or not self._is_told_here(fn, way, verified):
            return True
        predicate = bool(PREDICATES.intersection(split(fn.name)[:1])) and not by_library
        if nothing and ((not predicate and self._is_handed_on(fn, way)) or self._passed_on.answers_itself(fn)):
            return False
        return nothing and (predicate or (bool(self._around.callers(fn)) and not self._elsewhere.identifies(fn)))

    def _is_handed_on(self, fn: Fn, way: Way) -> bool:
        """Whether whoever asks answers with what they are given, and that says no by itself: ``return LoginResult(success=False)``."""
        made = source(fn, way.exit.value) if way.exit is not None and way.exit.value >= 0 else [ir.OPAQUE]
        return made[0] in (ir.CALL, ir.DICT) and self._around.answers_for(fn)

    def _is_contract(self, fn: Fn, way: Way) -> bool:
        """Whether a backend of Django's gives nobody, as it must; who asked it sends ``user_login_failed``."""
        return self._around.based(fn, ("Backend",)) and self._exits.is_nothing(fn, way.exit)

    def _is_verifier(self, fn: Fn) -> bool:
        """Whether a function is itself what others ask for a verdict, and no route."""
        words = split(fn.owner.name) if fn.owner is not None else ()
        return not fn.head.decorators and self._terms.verifiers.find("", fn.name, words) is not None

    def _shows_a_page(self, fn: Fn, way: Way) -> bool:
        """Whether what is called as verifiers are answers by itself: ``def check_token(request): return redirect("login")``."""
        made = source(fn, way.exit.value) if way.exit is not None and way.exit.value >= 0 else [ir.OPAQUE]
        name = self._follower.text(fn, made[1]).rpartition(".")[2] if made[0] == ir.CALL else ""
        raised = way.exit is not None and way.exit.kind == "raise" and name in ANSWERED
        return (raised or by_name.shows(name)) and self._around.boundary(fn)

    def _is_last_told(self, fn: Fn, way: Way, at: int) -> bool:
        """Whether a plugin's verdict is told at debug and nobody of the project is seen to ask for it: a level higher it would be a record.

        Django and JupyterHub tell of the failures of what they ask.
        """
        if fn.owner is None or self._around.callers(fn) or self._around.based(fn, ("Backend",)):
            return False
        if any(dotted.partition(".")[0] in _TELLING for dotted in self._follower.names.mro(fn.owner)[1]):
            return False
        return any(isinstance(one, Called) and self._records.is_silent(fn, one.node) for one in way.entries[at:])

    def _harmless_end(self, fn: Fn, way: Way) -> bool:
        """A way out that is no answer: an exception is passed on, or the request is handed to who comes next."""
        if way.exit is None or way.exit.value < 0:
            return way.exit is not None and way.exit.kind == "raise"
        record = fn.body.nodes[bare(fn, way.exit.value, ir.SET)]  # response = get_response(request); response["Vary"] = "Cookie"
        return record[0] == ir.CALL and self._follower.text(fn, record[1]).rpartition(".")[2] in _NEXT

    def is_gap(self, fn: Fn, way: Way) -> bool:
        """Whether a function that is asked for a verdict gives none here without a record, while it records other failures."""
        asked = makers.is_asked_for_verdicts(fn, self._terms)
        nothing = asked and self._exits.is_nothing(fn, way.exit) and self._records.anywhere(fn) and no_failure.gives(fn, self._exits)
        return nothing and not is_given_nothing(self._follower, fn, way)

    def gap(self, fn: Fn, way: Way, verified: Verified | None) -> Iterator[AuthOutcome]:
        """A way to no verdict of which nothing is recorded, while others are."""
        if any(self._records.entry(fn, entry) for entry in way.entries) or self._recorded.left_out.on(fn, way):
            return
        if way.exit is None or self._recorded.callers_see(fn):
            return
        entry = verified.entry.event if verified is not None else "authn_login_fail"
        one_of_many = not self._around.boundary(fn) and len(self._follower.names.named(fn.name)) > _MANY  # who asks them all records
        confidence = Confidence.LOW if self._is_contract(fn, way) or one_of_many else Confidence.MEDIUM
        yield self._outcome(fn, way, entry, "fail", self._exits.text(fn, way.exit), confidence, None)

    def denied(self, fn: Fn, way: Way, refused: Refused) -> Iterator[AuthOutcome | RecordedOutcome]:
        """A way on which somebody is refused by a test or an error."""
        positions = deciding(way.entries)
        if self._elsewhere.is_of_others(fn, way):
            return
        if not positions or not self._reaches(fn, way, refused) or (refused.named and not self._around.boundary(fn)):
            return
        decided = self._switches.decided(fn, way, positions)
        if self._is_no_decision(fn, way, decided, refused) or (refused.status == 401 and self._shared.repeats(fn, decided)):
            return
        lean = asides.without(self._follower, self._records, self._terms, fn, way, positions)
        sure = max(self._recorded.way(fn, lean, positions[0], refused), self._recorded.by_who_was_asked(fn, decided))
        if refused.paired and self._recorded.callers_see(fn):
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
            yield self._recorded.outcome(fn, way, event, refused.text, start=positions[0])
            return
        confidence = min(Confidence.MEDIUM, self._confidence(fn, sure, told=refused.told))
        unfound = denies and refused.status == 401 and not (rights or self._conditions.asks_rights(fn, decided))
        if unfound or self._is_doubtful(fn, way, decided) or self._is_closed(fn, way, decided):
            confidence = Confidence.LOW
        line = (
            fn.body.handlers[decided.handler].line if isinstance(decided, Handling) else decided.line if isinstance(decided, Guard) else 1
        )
        step = Step(span((fn.module.path, line, 0)), DECIDES)
        found = self._outcome(fn, way, event, "deny", refused.text, confidence, step)
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
        if self._doubts.by_a_state(fn, decided) or self._doubts.may_be_the_systems(fn, decided) or self._no_decision.is_builder(fn):
            return True
        return self._doubts.announced(fn, way.entries[deciding(way.entries)[-1] :])  # before, nobody knows

    def _reaches(self, fn: Fn, way: Way, refused: Refused) -> bool:
        """Whether a refusal goes to the outside: it is an answer, or an exception of a function that the outside comes to."""
        if way.exit is not None and way.exit.kind in ("return", "exit") and not refused.paired:
            return True
        if way.exit is not None and way.exit.kind == "raise" and makers.demands(fn) and not self._around.callers(fn):
            return True
        if self._around.reachable(fn) or not fn.module.tops.isdisjoint(self._follower.tables.server_modules):
            return True
        if (way.exit is None or way.exit.kind == "return") and "wraps" in self._around.decorators(fn):
            return True  # a decorator that answers in place of what it stands around
        return way.exit is not None and way.exit.value >= 0 and is_aiohttps(self._follower, fn, way.exit.value)

    def _confidence(self, fn: Fn, sure: Sure, *, told: bool) -> Confidence:
        if sure == Sure.MAYBE or told:
            return Confidence.LOW
        return Confidence.MEDIUM if self._records.anywhere(fn) else Confidence.HIGH

    def _outcome(self, fn: Fn, way: Way, event: str, kind: str, text: str, confidence: Confidence, verifier: Step | None) -> AuthOutcome:
        if way.exit is not None:
            place = (fn.module.path, way.exit.line, way.exit.column)
        else:
            place = (fn.module.path, verifier.span.line if verifier is not None else fn.head.line, 0)
        return AuthOutcome(
            span(place), fn.head.name, event, kind, text, confidence, verifier, (), self._records.anywhere(fn), self._recorded.helper(fn),
            fn.module.facts.test,
        )  # fmt: skip
