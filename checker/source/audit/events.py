"""Events beside logins, rights and changes: what the project requires, logins of frameworks. One place that the join asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.source.audit.beside.anomalies import Anomalies
from checker.source.audit.beside.logins import Logins
from checker.source.audit.beside.outbound import Outbound
from checker.source.audit.beside.required import Requirements
from checker.source.audit.beside.thin import Thin
from checker.source.audit.helpers import Helpers
from checker.source.facts.outcomes import AuthOutcome, HelperCall, RecordedOutcome, RequiredOutcome, Scope
from checker.source.facts.security import LoginWired, OutboundRequest, RefusedTarget, SessionAnomaly, ThinRecord
from checker.source.names.elements import Module
from checker.source.names.reads import BINDING, LOGINS, ROUTED

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts
    from checker.vocabulary import Vocabulary

QUESTIONS = frozenset({ROUTED, LOGINS, BINDING})
"""Kinds of questions about the whole project that `Events.answer` answers."""


class Events:
    """Makes the facts about these events."""

    def __init__(self, parts: Parts, vocabulary: Vocabulary) -> None:
        self._required = Requirements(parts, vocabulary.must_log)
        self._logins = Logins(parts, vocabulary.logins)
        self._helpers = Helpers(parts)
        self._thin = Thin(parts, vocabulary.records, vocabulary.traits)
        self._anomalies = Anomalies(parts, vocabulary.anomalies)
        self._outbound = Outbound(parts, vocabulary.clients, vocabulary.targets)

    def required(self, module: Module) -> tuple[tuple[RequiredOutcome, ...], tuple[str, ...]]:
        """See `Requirements.facts`."""
        return self._required.facts(module)

    def wired(self, module: Module) -> tuple[LoginWired, ...]:
        """See `Logins.facts`."""
        return tuple(self._logins.facts(module))

    def anomalies(self, module: Module) -> tuple[SessionAnomaly, ...]:
        """See `Anomalies.facts`."""
        return tuple(self._anomalies.facts(module))

    def thin(self, module: Module) -> tuple[ThinRecord, ...]:
        """See `Thin.facts`."""
        return tuple(self._thin.facts(module))

    def helped(
        self, module: Module, outcomes: tuple[AuthOutcome, ...], recorded: tuple[RecordedOutcome, ...]
    ) -> tuple[tuple[HelperCall, ...], Scope | None]:
        """How outcomes are recorded here by functions of the project's, and what a call could use at those that are not."""
        return self._helpers.calls(module, recorded), self._helpers.scope(module, outcomes)

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._outbound.targets.forget()

    def outbound(self, module: Module) -> tuple[tuple[OutboundRequest, ...], tuple[RefusedTarget, ...]]:
        """See `Outbound.facts`."""
        found = list(self._outbound.facts(module))
        sent = tuple(fact for fact in found if isinstance(fact, OutboundRequest))
        return sent, tuple(fact for fact in found if isinstance(fact, RefusedTarget))

    def answer(self, kind: str) -> Any:
        """What a question about the whole project is answered with, in plain data."""
        if kind == ROUTED:
            return self._required.routes.answer()
        return self._logins.answer() if kind == LOGINS else self._thin.answer()
