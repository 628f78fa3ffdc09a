"""Where the ways of one function end, and whether a record that is written there would tell of other ways too."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from checker.model import Confidence, Span
from checker.source.audit.ways.paths import Way
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome
from checker.source.flow.places import span
from checker.source.names.elements import Fn

_MOST = 20
"""Ways out of one function and event that are told apart."""


class Ends:
    """Collects what became of each way of a function."""

    def __init__(self) -> None:
        self._harmless: set[Span] = set()
        self._recorded: set[Span] = set()
        self._lacking: dict[str, dict[Span, str]] = {}

    def note(self, fn: Fn, way: Way, outcomes: Sequence[AuthOutcome | RecordedOutcome]) -> None:
        """Take in one way, and what was said of it."""
        end = span((fn.module.path, way.exit.line, way.exit.column)) if way.exit is not None else None
        if end is not None and not outcomes:
            self._harmless.add(end)
        for outcome in outcomes:
            if isinstance(outcome, RecordedOutcome):
                self._recorded.add(outcome.span)
            elif outcome.confidence >= Confidence.MEDIUM:
                self._lacking.setdefault(outcome.event, {}).setdefault(outcome.span, outcome.kind)

    def told(self, outcome: AuthOutcome) -> AuthOutcome:
        """The outcome with the places of those that are like it."""
        kinds = self._lacking.get(outcome.event, {})
        others = tuple(sorted(place for place in kinds if place != outcome.span))
        shared = any(self._is_shared(place, kind) for place, kind in {**kinds, outcome.span: outcome.kind}.items())
        return replace(outcome, shared=outcome.shared or shared or len(others) > _MOST, also=others[:_MOST])

    def _is_shared(self, place: Span, kind: str) -> bool:
        return (kind == "fail" and place in self._harmless) or (kind in ("fail", "deny") and place in self._recorded)
