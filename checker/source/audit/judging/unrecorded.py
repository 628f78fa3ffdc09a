"""What is told of an outcome that left no record: its place, and how sure that is."""

from __future__ import annotations

from checker.model import Confidence, Step
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.recorded import Recorded
from checker.source.audit.ways.paths import Way
from checker.source.facts.outcomes import AuthOutcome
from checker.source.flow.places import span
from checker.source.names.elements import Fn


class Unrecorded:
    """Tells it of failed verifications and of refusals."""

    def __init__(self, records: Records, recorded: Recorded) -> None:
        self._records = records
        self._recorded = recorded

    def confidence(self, fn: Fn, sure: Sure, *, told: bool) -> Confidence:
        """By how sure it is that nothing is recorded; ``told`` is whether only the words of an answer say that it is a refusal."""
        if sure == Sure.MAYBE or told:
            return Confidence.LOW
        return Confidence.MEDIUM if self._records.anywhere(fn) else Confidence.HIGH

    def outcome(self, fn: Fn, way: Way, event: str, kind: str, text: str, confidence: Confidence, verifier: Step | None) -> AuthOutcome:
        """The fact, at the way's exit; where there is none, at the verifier or the function."""
        if way.exit is not None:
            place = (fn.module.path, way.exit.line, way.exit.column)
        else:
            place = (fn.module.path, verifier.span.line if verifier is not None else fn.head.line, 0)
        return AuthOutcome(
            span(place), fn.head.name, event, kind, text, confidence, verifier, (), self._records.anywhere(fn), self._recorded.helper(fn),
            fn.module.facts.test,
        )  # fmt: skip
