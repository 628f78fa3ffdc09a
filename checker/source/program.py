"""The join: all modules' facts -> the resolved facts that rules are called with."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec.structs import astuple, replace

from checker.rule import kind
from checker.source.audit.deciding.refusing.answered import Answered
from checker.source.audit.events import QUESTIONS, Events
from checker.source.audit.outcomes import Outcomes
from checker.source.audit.project.callers.asking import verifiers
from checker.source.audit.project.registering.registered import Registry
from checker.source.audit.project.registering.wiring import WIRING, wires
from checker.source.audit.signs.terms import Terms
from checker.source.errors.handlers import Handlers
from checker.source.errors.lost import Lost
from checker.source.errors.raises import Raises
from checker.source.errors.reporting import Reporting
from checker.source.errors.style import styled
from checker.source.facts.errors import AnsweredError, CaughtError, LostOutcome, PassedOver
from checker.source.facts.events import Emission, FrameworkSeen, MetricCounted, MetricMade
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome, RequiredFound, RequiredOutcome
from checker.source.facts.records import (
    LogCall,
    LoggerMade,
    RaiseText,
    Record,
    RepeatedRecord,
    ResponseCall,
    SetupCall,
    UnmarkedOption,
)
from checker.source.facts.security import LoginWired, OutboundRequest, RefusedTarget, SessionAnomaly, ThinRecord
from checker.source.failing.fail_open import FailOpen
from checker.source.failing.server_errors import ServerErrors
from checker.source.flow.backwards import Follower
from checker.source.flow.calling.callers import Callers
from checker.source.flow.evidence.logging_in import LOGGING_IN, speaks
from checker.source.flow.origin import cut
from checker.source.ir import ModuleFacts
from checker.source.lexicon.tables import Tables
from checker.source.logs.options import Options
from checker.source.logs.records import Records
from checker.source.logs.redaction import protection
from checker.source.logs.repeated import Repeated
from checker.source.logs.setups import Setups
from checker.source.logs.sinks import Sinks, Use
from checker.source.names.elements import Fn, Module
from checker.source.names.lookup import Names
from checker.source.names.reads import ASKED, AUDIT, CALLING, CALLS, CAUGHT, PROTECTION, RESTING, Key, Parts, Reads
from checker.source.names.survey import Earlier
from checker.source.names.ties import tie
from checker.source.told import Told, handed, together
from checker.source.written.calls import LogCalls
from checker.source.written.emissions import Emissions
from checker.source.written.emitters import Emitters
from checker.source.written.links import Links
from checker.source.written.metrics import Metrics
from checker.source.written.responses import Responses
from checker.source.written.tables import LogTables
from checker.source.written.values import Values
from checker.vocabulary import Vocabulary

_STACK = 20_000


class _Wanted:
    """Asks whether facts of one of some types are wanted."""

    def __init__(self, kinds: frozenset[str] | None) -> None:
        self._kinds = kinds

    def __call__(self, *types: type) -> bool:
        """Whether one of the types is."""
        return self._kinds is None or _is_one_of(self._kinds, types)


@functools.cache
def _is_one_of(kinds: frozenset[str], types: tuple[type, ...]) -> bool:
    return not kinds.isdisjoint(map(kind, types))


class Program:
    """A whole project, ready to be asked for facts. Read-only for rules."""

    def __init__(self, modules: Iterable[ModuleFacts], vocabulary: Vocabulary, earlier: Earlier | None = None) -> None:
        """``modules`` are all of them, or those that have changed since an earlier survey."""
        sys.setrecursionlimit(max(sys.getrecursionlimit(), _STACK))
        self.names = Names(modules, earlier)
        self.tables = Tables(vocabulary)
        self.follower = Follower(self.names, self.tables)
        self.sinks = Sinks(self.follower)
        self._setups = Setups(self.follower)
        self._options = Options(self.follower)
        self._raises = Raises(self.follower)
        self._records = Records(self.follower, self.sinks)
        self._repeated = Repeated(self.follower)
        self._reporting = Reporting(self.follower, self.sinks)
        self._handlers = Handlers(self.follower, self._reporting, self._records)
        self._lost = Lost(self.follower, self._reporting)
        self._emissions = Emissions(self.follower)
        self._metrics = Metrics(self.follower)
        self._emitters = Emitters(self.follower, vocabulary.emitters)
        terms = Terms(vocabulary)
        self._tie(terms)
        self._outcomes = Outcomes(self.follower, self.sinks, terms)
        self._events = Events(self._outcomes.parts, vocabulary)
        self._server_errors = ServerErrors(self._outcomes.parts, self._reporting)
        self._fail_open = FailOpen(self._outcomes.parts, self._reporting)
        self._protection = protection(self.follower)
        self._values = Values(self.follower, self.sinks)
        self._links = Links(self.follower)
        self._log_calls = LogCalls(self.follower, self._values, self._links, self._protection)
        self._tables = LogTables(self.follower)
        self._responses = Responses(self.follower, self._values, self._links)
        self._forget()
        if earlier is None:
            self._prepare()  # before there are workers, each of which would

    def _tie(self, terms: Terms) -> None:
        """Find out once what ties modules together, for all that concerns the whole project; then each module begins anew."""
        survey = self.names.survey
        for module in survey.of(survey.untied):
            marks = [WIRING] if wires(self.follower, terms, module) else []
            marks += [LOGGING_IN] if speaks(module) else []
            survey.ties[module.position] = tie(self.names, module, (*marks, *verifiers(terms, module)))
        self.names.forget()

    def facts(self, kinds: set[type]) -> Iterator[Any]:
        """Every fact of the wanted types; see `together`."""
        told = {module.path: self.told(module.path) for module in self.names.modules}
        return (fact for fact in together(told) if type(fact) in kinds)

    def told(self, path: str, kinds: frozenset[str] | None = None) -> Told:
        """The facts of one module, which do not depend on what was asked before; until the next call, `reads` are theirs.

        Of the types that are named (see `checker.rule.kind`), and perhaps of others; of all where none is.
        """
        self._prepare()
        self._forget()
        cut.clear()
        module = self.names.by_path[path]
        told = self._told(module, list(self._values.uses(module)), _Wanted(kinds))
        links = self._links
        return replace(told, logged=handed(links.logged), shown=handed(links.shown), beyond=tuple(sorted(self.reads.beyond | cut)))

    def _told(self, module: Module, uses: list[tuple[Fn, int, Use]], wanted: _Wanted) -> Told:
        """Most of a run's time goes into these, so that none is made which no rule takes."""
        logs = (*self._log_calls.facts(uses), *self._tables.facts(module)) if wanted(LogCall, RaiseText) else ()
        responses = tuple(self._responses.facts(module, uses)) if wanted(ResponseCall, RaiseText) else ()
        raises = tuple(self._raises.facts(module)) if wanted(RaiseText) else ()
        setups = tuple(self._setups.facts(module)) if wanted(SetupCall) else ()
        options = tuple(self._options.facts(module)) if wanted(UnmarkedOption) else ()
        records = tuple(self._records.facts(module, uses)) if wanted(Record) else ()
        made = tuple(self._records.made(module)) if wanted(LoggerMade) else ()
        repeated = tuple(self._repeated.facts(uses)) if wanted(RepeatedRecord) else ()
        outcomes, recorded = self._outcomes.facts(module) if wanted(AuthOutcome, RecordedOutcome) else ((), ())
        helpers, scope = self._events.helped(module, outcomes, recorded)
        required, meant = self._events.required(module) if wanted(RequiredOutcome, RequiredFound) else ((), ())
        wired = self._events.wired(module) if wanted(LoginWired) else ()
        sent, refused = self._events.outbound(module) if wanted(OutboundRequest, RefusedTarget) else ((), ())
        anomalies = self._events.anomalies(module) if wanted(SessionAnomaly) else ()
        thin = self._events.thin(module) if wanted(ThinRecord) else ()
        caught = styled(self._handlers.facts(module), len(module.functions)) if wanted(CaughtError) else ()
        lost = tuple(self._lost.facts(module)) if wanted(LostOutcome) else ()
        answered = tuple(self._server_errors.facts(module)) if wanted(AnsweredError) else ()
        passed = tuple(self._fail_open.facts(module)) if wanted(PassedOver) else ()
        emitted = tuple(self._emissions.facts(uses, recorded)) if wanted(Emission) else ()
        metrics, counted = self._metrics.facts(module) if wanted(MetricMade, MetricCounted) else ((), ())
        seen = tuple(self._emitters.facts(module)) if wanted(FrameworkSeen) else ()
        return Told(
            logs, responses, raises, setups, options, records, made, repeated, outcomes, recorded, helpers, scope, required, meant, wired,
            sent, refused, anomalies, thin, caught, lost, answered, passed, emitted, metrics, counted, seen,
        )  # fmt: skip

    @property
    def reads(self) -> Reads:
        """What was read of the project for the facts of the last module."""
        return self.names.reads

    def answer(self, key: Key) -> Any:
        """What the question is answered with, in plain data: while that is the same, facts for which it was asked are."""
        kind, name, _ = key
        if kind in RESTING:
            return self._resting(key).answer(name)
        if kind == CALLING:
            return self.follower.callers.calling(name)
        if kind == PROTECTION:
            return astuple(self._protection)
        if kind == ASKED:
            return self._outcomes.around.asking.answer(name)
        if kind == CAUGHT:
            self._prepare()
            return self._outcomes.catchers.answer(name)
        if kind in QUESTIONS:
            self._prepare()
            return self._events.answer(kind)
        return self.names.answer(key)

    def gist(self, key: Key) -> Any:
        """That of the answer by which another is told from it, in plain data."""
        return self.follower.callers.gist(key[1]) if key[0] == CALLS else self.answer(key)

    def remember(self, key: Key, answer: Callable[[], Any]) -> None:
        """An earlier answer to a question of the kinds `RESTING` which still holds; what it rests on must not be asked for again."""
        self._knowing(key).remember(key[1], answer)

    def ground(self, key: Key) -> tuple[Parts, frozenset[Key]]:
        """What the answer to a question of the kinds `RESTING` rests on: what is read of files, and other questions."""
        return self._resting(key).ground(key[1])

    def _resting(self, key: Key) -> Answered | Callers | Registry:
        if key[0] != CALLS:
            self._prepare()
        return self._knowing(key)

    def _knowing(self, key: Key) -> Answered | Callers | Registry:
        if key[0] == CALLS:
            return self.follower.callers
        return self._outcomes.around.registry if key[0] == AUDIT else self._outcomes.answered

    def _prepare(self) -> None:
        """Find out what is registered with frameworks, where no earlier run tells, as if nothing else had been read."""
        if not self._outcomes.around.registry.is_ready:
            self._forget()
            self._outcomes.around.registry.look()
            self._forget()

    def _forget(self) -> None:
        self.names.forget()
        self.follower.forget()
        self._outcomes.forget()
        self._events.forget()
        self._links.forget()
        self._log_calls.forget()
        self._reporting.forget()
