"""Authentication and authorization outcomes of one module, each way out of each function judged by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence, Span
from checker.source.audit import told_hooks
from checker.source.audit.changing.changes import Changes
from checker.source.audit.deciding.refusing import by_name, closing
from checker.source.audit.deciding.refusing.answered import Answered
from checker.source.audit.deciding.refusing.exits import Exits
from checker.source.audit.deciding.said import Said
from checker.source.audit.deciding.undecided import verdicts
from checker.source.audit.deciding.undecided.development import Development
from checker.source.audit.deciding.undecided.doubts import Doubts
from checker.source.audit.deciding.undecided.elsewhere import Elsewhere
from checker.source.audit.deciding.undecided.hidden import Hidden
from checker.source.audit.deciding.undecided.no_decision import is_somebody_already
from checker.source.audit.deciding.undecided.passed_on import PassedOn
from checker.source.audit.deciding.undecided.shared import Shared
from checker.source.audit.deciding.verifying import by_password, codes, counted, digests, named_after, plain
from checker.source.audit.deciding.verifying.conditions import Conditions
from checker.source.audit.deciding.verifying.decisions import Decisions
from checker.source.audit.deciding.verifying.library_says import LibrarySays
from checker.source.audit.failures import Failures
from checker.source.audit.foreseen import Foreseen
from checker.source.audit.generic_views import GenericViews
from checker.source.audit.judging.changed import Changed
from checker.source.audit.judging.failed_checks import FailedChecks
from checker.source.audit.judging.left_to_callers import LeftToCallers
from checker.source.audit.judging.refusals import DECIDES, Refusals
from checker.source.audit.looked import Looked
from checker.source.audit.parts import Parts
from checker.source.audit.project.callers.around import Around
from checker.source.audit.project.callers.catchers import Catchers
from checker.source.audit.project.callers.leaving import Leaving
from checker.source.audit.project.recording.own_loggers import OwnLoggers
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.registering.outside import apart
from checker.source.audit.recorded import Recorded
from checker.source.audit.signs import forms
from checker.source.audit.signs.terms import Terms
from checker.source.audit.told_hooks import ToldHooks
from checker.source.audit.ways.ends import Ends
from checker.source.audit.ways.paths import Guard, Way, before_the_end, deciding
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome
from checker.source.ir.ways import Called, Put, Stored, walk
from checker.source.lexicon.words import Answers, split
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.logs.sinks import Sinks

_SETTING = frozenset(
    {"set_status", "send_error", "write_error", "start_response", "setResponseCode", "setStatus", "send_response", "set_code", "respond"}
)
_NUMBERS = (b"\xcd\x01\x91", b"\xcd\x01\x93", b"FORBIDDEN", b"UNAUTHORIZED")
"""401 and 403, and their names, as a body that is encoded has them."""
_SENDING = "send"
"""The parameter by which an ASGI application answers."""
_STATUSES = frozenset({"status_code", "status", "status_int"})
_ABOUT_LOGIN = frozenset({
    "login", "signin", "auth", "authenticate", "token", "verify", "session", "validate", "sign", "oauth", "oidc", "sso",
    "saml", "callback"
})  # fmt: skip
_SHOWN = "token"
"""The parameter of a route that somebody comes to by a link."""
_VERDICTS = frozenset({"authenticate", "auth", "login"})
_OF_POLICIES = frozenset({"unauthenticated_userid", "authenticated_userid", "identity"})
"""Methods of a security policy of Pyramid's that say who somebody is."""
_REFUSING = frozenset({"forbidden", "unauthorized", "denied", "allowed", "unauthenticated", "401", "403"})


class Outcomes:
    """Makes the facts about a module's outcomes."""

    def __init__(self, follower: Follower, sinks: Sinks, terms: Terms) -> None:
        self._follower = follower
        self._terms = terms
        self._prepared: dict[Module, bool] = {}
        self._telling = Answers(self._tells).__getitem__
        self._leaving = Leaving(follower)
        self._records = records = Records(follower, sinks, terms)
        self._decisions = Decisions(follower, terms)
        self._exits = exits = Exits(follower, terms)
        self.around = around = Around(follower, records, terms)
        self.answered = Answered(follower, Exits(follower, terms), around.registry)
        exits.ask(self.answered)
        self._doubts = doubts = Doubts(follower)
        self._conditions = Conditions(follower, exits)
        self._said = Said(follower, around, self._conditions)
        self._hidden = Hidden(follower, around)
        self._speaking = Answers[Fn, tuple[bool, bool]](lambda fn: (self._said.may_say(fn), self._hidden.may_hide(fn)))
        """Whether a function may refuse by what it says, and by a 404; asked for each of its ways."""
        self._comparing = Answers[Fn, bool](lambda fn: codes.may_compare(fn) or by_password.may_ask(fn))
        """Whether a function may compare a code, or look somebody up by one or by a password."""
        self._changes = Changes(follower, terms, around, self._decisions)
        self._touching = Answers(self._changes.may_touch)
        self._failures = Failures(follower, self._decisions, exits, self._changes, records, LibrarySays(terms))
        aside = Records(follower, sinks, terms)
        aside.receivers = records.receivers
        self.catchers = Catchers(follower.names, Leaving(follower), aside)
        recorded = Recorded(follower, terms, self._leaving, records, exits, around, self.catchers)
        self.parts = Parts(follower, sinks, terms, self._leaving, records, recorded, exits, around, self._decisions, self._changes)
        self._looked = Looked(self.parts)
        self._hooks = ToldHooks(self.parts)
        self._views = GenericViews(follower, records, around)
        self._own = OwnLoggers(follower, sinks)
        self._development = Development(follower)
        self._shared = shared = Shared(follower, around, self._leaving, records, exits, self._decisions)
        self._elsewhere = elsewhere = Elsewhere(follower, around, shared)
        passed_on = PassedOn(follower, around, terms)
        left = LeftToCallers(self.parts, shared, elsewhere, passed_on)
        self._checks = FailedChecks(self.parts, doubts, elsewhere, left)
        self._refusals = Refusals(self.parts, doubts, self._conditions, shared, elsewhere, passed_on)
        self._foreseen = Foreseen(self._leaving, exits, self._failures, self._said, self._hidden, around, elsewhere, terms)
        self._changed = Changed(self.parts, doubts)

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._records.forget()
        self._prepared.clear()
        self._speaking.clear()
        self._comparing.clear()
        self._touching.clear()
        self._exits.forget()
        self._decisions.forget()
        self._failures.forget()
        self.around.forget()
        self._doubts.forget()
        self._leaving.forget()
        self._changes.forget()
        self._own.forget()
        self._shared.forget()
        self.parts.recorded.forget()

    def facts(self, module: Module) -> tuple[tuple[AuthOutcome, ...], tuple[RecordedOutcome, ...]]:
        """One fact for each function and event of which some way out leaves no record, and one for each way out that leaves one."""
        if module.facts.test or apart(module) or self.around.sets_up(module):
            return (), ()
        functions = (fn for fn in module.functions[1:] if self._may_tell(fn) and not self.around.is_handler(fn))
        found = [outcome for fn in functions for outcome in self._function(fn)]
        missing = (*(one for one in found if isinstance(one, AuthOutcome)), *self._views.facts(module))
        return missing, tuple(one for one in found if isinstance(one, RecordedOutcome))

    def _may_tell(self, fn: Fn) -> bool:
        """Whether anything in a function can be an outcome; told by what its head has, without its body."""
        head = fn.head
        if head.raises or any(map(self._telling, head.called)) or fn.name in _OF_POLICIES or _sends(fn) or plain.may_compare(fn):
            return True
        if self._comparing[fn] or self._touching[fn] or self._prepares(fn.module) or self._has_status(fn):
            return True
        if closing.may_close(fn) or self._failures.may_answer(fn) or forms.SUBMITTED in head.called or any(self._speaking[fn]):
            return True
        if _SHOWN in head.params or told_hooks.may_be(fn):
            return True
        return self.around.asking.asks(fn) or self._may_catch(fn) or self._failures.library_says.may_catch(fn)

    def _may_catch(self, fn: Fn) -> bool:
        """Whether a server's function may catch an exception of the project's that is called after a wrong token or password."""
        return not fn.module.tops.isdisjoint(self.around.servers) and named_after.may_catch(fn)

    def _has_status(self, fn: Fn) -> bool:
        """Whether a server's function may have one of the numbers: ``return "no", 403`` calls nothing that tells."""
        if fn.module.tops.isdisjoint(self.around.servers):
            return False
        return any(map(fn.data.__contains__, _NUMBERS))

    def _tells(self, called: str) -> bool:
        """Whether a call of that bare name may ask somebody, refuse or change something."""
        terms = self._terms
        told = terms.verifiers.tells(called) or terms.refusals.tells(called) or terms.changes.tells(called)
        return told or by_name.helper(called)

    def _prepares(self, module: Module) -> bool:
        """Whether a module has answers ready that refuse: ``FORBIDDEN = {"error": "no"}, 403``."""
        if module not in self._prepared:
            names = module.functions[0].body.final if module.facts.functions else {}
            self._prepared[module] = any(name.isupper() and not _REFUSING.isdisjoint(split(name)) for name in names)
        return self._prepared[module]

    def _function(self, fn: Fn) -> Iterator[AuthOutcome | RecordedOutcome]:
        if self._hooks.event(fn):
            yield from self._hooks.facts(fn)
            return
        asked = self._asked(fn)
        if not any(asked):
            return
        found: dict[str, tuple[AuthOutcome, Way]] = {}
        recorded: dict[tuple[str, Span], RecordedOutcome] = {}
        ends, developed = Ends(), self._development.speaks(fn)
        for way in self._leaving.ways(fn):
            if developed and self._development.takes(fn, way):
                continue
            outcomes = list(self._outcomes(fn, way, *asked))
            ends.note(fn, way, outcomes)
            for outcome in outcomes:
                if isinstance(outcome, RecordedOutcome):
                    recorded.setdefault((outcome.event, outcome.span), outcome)
                    continue
                known = found.get(outcome.event)
                if known is None or _telling(fn, outcome, way) > _telling(fn, *known):
                    found[outcome.event] = outcome, way
        verified = {outcome.span for outcome, _ in found.values() if outcome.kind != "change" and self._is_verified(outcome)}
        for outcome, way in found.values():
            apart = outcome.kind in ("change", "grant") or outcome.span not in verified  # one way out is one outcome
            if apart or self._is_verified(outcome):
                own = self._own.at(fn)
                yield replace(ends.told(outcome), looked=self._looked.at(fn, way), logger=own.expression, library=own.kind)
        yield from recorded.values()

    @staticmethod
    def _is_verified(outcome: AuthOutcome) -> bool:
        """Whether a verifier decided: "this decides" is said of any other test."""
        return outcome.verifier is not None and outcome.verifier.text != DECIDES and outcome.event != "authz_fail"

    def _asked(self, fn: Fn) -> tuple[bool, bool, bool]:
        """Whether a function may refuse, may ask a verifier, may change something: most need not be looked at way by way."""
        called = fn.head.called
        closed = closing.closes(self._follower, fn)
        status = (
            closed
            or self._failures.may_answer(fn)
            or _sends(fn)
            or not _SETTING.isdisjoint(called)
            or any(store.name in _STATUSES for store in fn.head.stores)
        )
        refusing = status or "abort" in called or self._exits.refuses(fn) or any(self._speaking[fn])
        verifying = (
            digests.may_compare(called)
            or self._comparing[fn]
            or any(map(self._terms.verifiers.tells, called))
            or self._failures.library_says.may_catch(fn)
            or counted.may_count(fn)
        )
        changing = self._touching[fn]
        asked = not _VERDICTS.isdisjoint(split(fn.name)) and (verifying or self._terms.verifiers.tells(fn.name))
        if not refusing and not verifying and not changing and not asked:
            about = (
                fn.name in _OF_POLICIES
                or plain.may_compare(fn)
                or forms.SUBMITTED in called
                or not _ABOUT_LOGIN.isdisjoint(split(fn.name))
                or _SHOWN in fn.head.params
                or self.around.asking.asks(fn)
                or self._may_catch(fn)
            )
            return False, about and self.around.boundary(fn) and self._foreseen.may_fail(fn), False
        changes = changing and any(self._changes.of(fn, step) for step in walk(fn.steps) if isinstance(step, Called | Stored | Put))
        says, hides = self._speaking[fn]
        refuses = refusing and self._foreseen.may_refuse(fn, sets_status=status, says=says, hides=hides)
        told = refusing or asked or self.around.boundary(fn)
        fails = (told or verifying) and self._foreseen.may_fail(fn)  # before who hears of it, for which callers are looked for
        return refuses, fails and (told or self._is_heard(fn)), changes

    def _is_heard(self, fn: Fn) -> bool:
        """Whether somebody hears what a verifier says to a function that is no boundary: by what it raises or gives back."""
        raising = fn.head.raises and self.around.reachable(fn)
        return bool(raising) or self.around.answers_for(fn) or self._shared.finds_for_many(fn)

    def _outcomes(self, fn: Fn, way: Way, refusing: bool, verifying: bool, changing: bool) -> Iterator[AuthOutcome | RecordedOutcome]:
        refused = self._exits.refused(fn, way.exit) if refusing and way.exit is not None else None
        if refusing and refused is None:
            shorter = before_the_end(way)
            refused = self._failures.by_status(fn, shorter)
            way = shorter if refused is not None else way
            if refused is None and (kept := self._failures.held(fn, way)) is not None:
                refused, way = kept
            says, hides = self._speaking[fn]
            refused = refused or (self._said.refused(fn, way) if says else None)
            refused = refused or (self._hidden.refused(fn, way) if hides else None)
        if refused is not None and changing and not deciding(way.entries) and self._changes.logs_out(fn):
            yield from self._changed.changed(fn, way)  # whoever logs out is told to log in again
            return
        at, verified = self._failures.failing(fn, way) if verifying else (0, None)
        if verifying and verified is None and refused is None and (verdict := verdicts.given(self._decisions, self._elsewhere, fn, way)):
            at, verified = max(len(way.entries) - 1, 0), verdict
        if verified is not None and self._failures.lets_through(fn, way):
            return
        if verified is not None and refused is None and self._failures.goes_on(fn, way, verified, self._leaving.ways(fn)):
            return
        if verified is not None and not self._refusals.asks_for_a_right(fn, way, refused, verified):
            yield from self._checks.failed(fn, way, refused, at, verified)
        elif refused is not None:
            yield from self._refusals.denied(fn, way, refused)
        elif (
            verifying
            and self._checks.is_gap(fn, way)
            and any(isinstance(one, Guard) for one in way.entries)
            and not self._conditions.is_missing(fn, way)
        ):
            yield from self._checks.gap(fn, way, None)
        elif changing and (way.exit is None or way.exit.kind == "return" or self._leaving.redirects(fn, way.exit)):
            yield from self._changed.changed(fn, way)


def _telling(fn: Fn, outcome: AuthOutcome, way: Way) -> tuple[Confidence, bool, int]:
    """What makes one way out stand for all of its event: sure, not that of who is logged in already and failed once more, the first."""
    guards = [entry for entry in way.entries if isinstance(entry, Guard)]
    return outcome.confidence, not is_somebody_already(fn, guards), -outcome.span.line


def _sends(fn: Fn) -> bool:
    """Whether a function is an ASGI application that answers by itself."""
    called = fn.head.called
    return _SENDING in fn.head.params and (_SENDING in called or any(name.endswith("Response") for name in called))
