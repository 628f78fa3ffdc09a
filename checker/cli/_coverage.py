"""From a run to what it shows of each requirement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker import coverage, files, pipeline, verdict
from checker.cli import _output
from checker.cli import check as _check
from checker.coverage import Coverage, Findings, Looked, Verdict
from checker.errors import LogproofError, Problem
from checker.logconfig import LogPipeline
from checker.model import Span
from checker.pipeline import Outcome, Request
from checker.policy import Effective
from checker.report.coverage import formats
from checker.rules import registry
from checker.source.facts.records import Unfollowed
from checker.standing import Wanted

_UNREAD = "LP001"
_NAMED = 3


def command(given: dict[str, Any]) -> int:
    """Check, judge, write; the exit code."""
    wanted = _output.targets(given["reports"] or ("text",), tuple(formats()))
    today = _check.today(given["today"])
    overrides = {"min-confidence": given["min_confidence"]} if given["min_confidence"] else {}
    standing = Wanted(given["baseline"])
    request = Request(
        given["paths"], str(Path.cwd()), given["config"], given["policies"], overrides, today=today, cache=not given["no_cache"],
        jobs=given["jobs"], standing=standing,
    )  # fmt: skip
    _demanding(pipeline.policy_in_force(request))
    with _output.progress() as progress:
        outcome = pipeline.check(request, progress)
    made, drawn = of(outcome, given["paths"], today), pipelines(outcome)
    for target in wanted:
        text = formats()[target.format].render(made, drawn)
        _output.write(_output.text_writer(text), target.path)
    if outcome.report.unread:
        return verdict.INCOMPLETE
    return verdict.FOUND if made.count(Verdict.VIOLATED) and not given["exit_zero"] else verdict.CLEAN


def of(outcome: Outcome, paths: tuple[str, ...], today: str) -> Coverage:
    """What a run shows; raises LogproofError where no pack in force lists a requirement."""
    policy, report = outcome.policy, outcome.report
    _demanding(policy)
    looked = Looked(
        coverage.subjects(outcome.facts, lambda fact: _asked_for(outcome, fact)),
        report.files,
        tuple(_unread(outcome)),
        tuple(_bounds(outcome)),
    )
    findings = Findings(report.findings, report.suppressed, outcome.unsure)
    judged = tuple(coverage.judged(policy, registry(), looked, findings))
    return Coverage(
        policy.policies, judged, looked.subjects.get("log-configurations", ()), report.files, report.root, paths, today, report.version,
        report.notes,
    )  # fmt: skip


def _demanding(policy: Effective) -> None:
    """Raises LogproofError where no pack in force lists a requirement."""
    if not policy.requirements:
        hint = "--policy owasp-asvs-5-v16 names one that does; `logproof policy list` lists all"
        raise LogproofError(Problem(f"no pack in force lists requirements: {', '.join(policy.policies)}", hint=hint))


def pipelines(outcome: Outcome) -> tuple[LogPipeline, ...]:
    """The logging configurations that were looked at."""
    return tuple(fact for fact in outcome.facts if isinstance(fact, LogPipeline) and _asked_for(outcome, fact))


def _asked_for(outcome: Outcome, fact: Any) -> bool:
    path = fact.span.path if hasattr(fact, "span") else fact.path
    test = getattr(fact, "test", False) or files.is_test(path)
    return outcome.project.covers(path) and (outcome.policy.include_tests or not test)


def _unread(outcome: Outcome) -> Iterator[str]:
    if outcome.report.unread:
        spans = [found.span for found in outcome.report.findings if found.code == _UNREAD]
        yield f"Not read, so that nothing is known of what they do: {_places(spans, outcome.report.unread)}."


def _places(spans: list[Span], number: int) -> str:
    named = [span.path for span in spans[:_NAMED]]
    return ", ".join([*named, *([f"and {number - len(named)} more"] if number > len(named) else [])])


def _bounds(outcome: Outcome) -> Iterator[str]:
    paths = dict.fromkeys(fact.path for fact in outcome.facts if isinstance(fact, Unfollowed))
    if paths:
        places = _places([Span(path, 1, 1, 1, 1) for path in paths], len(paths))
        yield f"Not followed to the end, so that findings can be missing: {places}."
