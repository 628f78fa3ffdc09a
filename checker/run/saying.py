"""What the rules say of the facts, and what a closer look leaves of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap
from typing import Any

from checker import files, logconfig, monitoring, pool, recall, verdict, walks, work
from checker.baseline import Code
from checker.model import Confidence, Finding, Span
from checker.rule import Message, Rule, kind
from checker.run.gathering import ABOUT_TRACES, Progress, counted
from checker.run.request import Run
from checker.run_facts import UnreadFile
from checker.whole import Project


def suspects_of(run: Run, facts: Iterable[Any], project: Project, *, counting: bool) -> Iterator[walks.Said]:
    """What the rules say of the project's facts, as far as it is to be reported.

    With ``counting`` also what else is in a file of which something is reported, so that equal findings can be counted.
    """
    said = [one for one in starmap(walks.Said, said_of(run, facts, project)) if run.ran(one.rule.name, one.span.path)]
    asked = [any(run.project.covers(path) for path in _paths(one)) for one in said]
    files = {one.span.path for one, wanted in zip(said, asked, strict=True) if wanted} if counting else set()
    return (one for one, wanted in zip(said, asked, strict=True) if wanted or one.span.path in files)


def _paths(one: walks.Said) -> Iterator[str]:
    yield one.span.path
    yield from (step.span.path for step in one.message.steps)


def walked_of(
    run: Run,
    suspects: Sequence[walks.Said],
    memory: recall.Memory,
    index: work.Index,
    folders: Sequence[str],
    jobs: int,
    progress: Progress,
    beside: pool.Fork | None = None,
) -> tuple[list[walks.Walked], list[UnreadFile]]:
    """The suspects that their surroundings confirm; those that will be hidden for their confidence are not worth a closer look."""
    hidden = [one for one in suspects if _is_placed(one) or _confidence(run, one) < run.policy.min_confidence]
    passed_over = set(map(id, hidden))
    seen, unseen = memory.part((one for one in suspects if id(one) not in passed_over), index.digests)
    done = counted(progress, "looking closer at", len({one.span.path for one in unseen}))
    looked = walks.walk(unseen, run.files, folders, jobs, done, beside)
    memory.save(looked, index.digests)
    return [*map(walks.as_it_is, hidden), *seen, *(one for _, one in looked.seen if one)], [*crashed_of(looked.crashed)]


def _is_placed(one: walks.Said) -> bool:
    """Whether its exact place is known already: configuration's is, and it is not always Python."""
    if one.rule.about in ABOUT_TRACES:
        return one.message.span is not None
    return type(one.fact) in logconfig.FACTS | monitoring.FACTS and one.rule.judge is None


def _confidence(run: Run, one: walks.Said) -> Confidence:
    return verdict.confidence(one.rule, run.policy.rules[one.rule.name], one.message)


def said_of(run: Run, facts: Iterable[Any], program: Any) -> Iterator[tuple[Rule, Any, Message]]:
    """Every message of every rule in force about the facts; a rule that breaks down is named."""
    by_kind: dict[str, list[Rule]] = {}
    for rule in run.rules:
        by_kind.setdefault(rule.about, []).append(rule)
    for fact in facts:
        test = getattr(fact, "test", False) or (files.is_test(fact.span.path) and not isinstance(fact, monitoring.RuleTest))
        if test and not run.policy.include_tests:
            continue
        for rule in by_kind.get(kind(fact.__class__), ()):
            parameters = run.policy.rules[rule.name].parameters_in(getattr(fact, "environment", ""))
            for message in verdict.messages(rule, fact, program, parameters):
                yield rule, fact, message


def finding_of(run: Run, one: walks.Walked, code: Code) -> Finding:
    """The finding that a suspect has become, with the function that it was found in."""
    found = verdict.finding(one.rule, run.policy.rules[one.rule.name], one.message, one.span, one.function, one.statement)
    return verdict.via(found, code.functions.at)


def crashed_of(paths: Iterable[str]) -> Iterator[UnreadFile]:
    """Files that crashed the parser of the closer look."""
    for path in paths:
        yield UnreadFile(
            line_of(path, 1), "it crashed the parser that looks at a finding's surroundings, so its findings are not confirmed"
        )


def line_of(path: str, line: int) -> Span:
    """A place of which only the line (1-based) is known."""
    return Span(path, line, 1, line, 1)
