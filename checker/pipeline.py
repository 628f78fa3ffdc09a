"""The whole program: evidence -> facts -> rules -> findings -> verdict."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from checker import cache, demands, discover, files, logconfig, pool, standing, suppress, tree, verdict, work
from checker.baseline import Code
from checker.discover import Project
from checker.files import File
from checker.model import Finding, Report
from checker.policy import Effective, environment_of, waivers_for
from checker.rule import kind
from checker.rules import registry
from checker.run.concluding import (
    about_the_run,
    comments_of,
    expected,
    faults_apart,
    given_up,
    notes_of,
    order,
    report_of,
    unread_configurations,
    unread_of,
)
from checker.run.gathering import Progress, gathered, matrix_of
from checker.run.listing import listed
from checker.run.request import Request, cache_of, changes_of, own_of, policy_of, run_of
from checker.run.saying import finding_of, suspects_of, walked_of
from checker.source.facts.outcomes import RequiredFound
from checker.source.facts.records import Unfollowed
from checker.source.ir.enclosing import Enclosing
from checker.standing import Standing

if TYPE_CHECKING:
    from checker.trace.model import Matrix


__all__ = ["Outcome", "Progress", "Request", "Traced", "baseline_place", "check", "trace"]

_NO_RULES = (Unfollowed, RequiredFound)
"""Facts that are no rule's business."""


class Outcome(msgspec.Struct, frozen=True):
    """What one run found."""

    report: Report
    policy: Effective
    project: Project
    files: dict[str, File]
    """Every file of the project, by path."""
    standing: Standing
    locked: frozenset[str]
    """Names of rules that the policy locks."""
    facts: tuple[Any, ...] = ()
    """All that was looked at; of files that were not asked for perhaps only what concerns those that were."""
    unsure: tuple[Finding, ...] = ()
    """Findings that were asked for and are not sure enough to be shown."""


_TOLD = 20
"""Files that a trace names of those that it could not read."""


class Traced(msgspec.Struct, frozen=True):
    """What following a project's events found."""

    matrix: Matrix
    root: str
    """As a report shows it."""
    project: str
    """The folder itself."""
    unread: int = 0
    """Files that could not be read."""
    unmet: bool = False
    """Whether something that the policy asks of events certainly does not hold."""


def check(request: Request, progress: Progress = lambda what, done, of: None) -> Outcome:
    """Find what should not be in the logs of a project."""
    new, content = request.unsaved or (None, None)
    project = discover.locate(request.paths, request.cwd, new)
    own = own_of(request, project)
    every_rule = registry(request.rule_folders, own.rules)
    policy = policy_of(request, project, every_rule)
    kept = cache_of(request, project, policy, own.sources)
    jobs = pool.workers(request.jobs)
    listing = listed(project, policy, content, kept, jobs)
    run = run_of(request, project, policy, every_rule, listing)
    accepted = standing.in_force(request.standing, policy, project.root, request.cwd, trusted=request.config is not None)
    changes = changes_of(request, project, run)

    kinds = frozenset(rule.about for rule in run.rules) | {kind(RequiredFound)}
    read = gathered(run, listing, kept, jobs, kinds, progress, every=accepted is not None, walking=True)
    index, memory, whole, configured, configurations = read.index, read.memory, read.whole, read.configured, read.configurations
    facts = list(read.facts)
    unfollowed, failed = faults_apart(run, (fact for fact in facts if isinstance(fact, Unfollowed)))
    looked = (fact for fact in (facts if accepted is not None else read.near) if not isinstance(fact, _NO_RULES))
    suspects = list(suspects_of(run, looked, whole, counting=accepted is not None))
    walked, crashed = walked_of(run, suspects, memory, index, request.rule_folders, jobs, progress, read.walker)
    unread = [*unread_of(run, index.outlines), *failed, *crashed, *unread_configurations(run, (*configured.facts, *whole.monitored.facts))]

    comments = [comment for module in (*index.outlines, *configurations) for comment in comments_of(run, module)]
    code = Code(Enclosing(index.outlines), work.text_reader(run.files), project.covers, run.ran, run.known.locked)
    found = verdict.ordered(finding_of(run, one, code) for one in walked)
    parted = suppress.silence(found, comments, lambda path: waivers_for(policy, path), run.known)
    demanded = demands.unknown(policy, [fact for fact in facts if isinstance(fact, RequiredFound)], index.outlines)
    about_run = about_the_run(run, [*unread, *demanded], comments, parted, code)
    unsure = [one for one in parted.shown if one.confidence < policy.min_confidence]
    sure = sorted([*(one for one in parted.shown if one.confidence >= policy.min_confidence), *about_run], key=order)
    complete = all(expected(policy, fact) for fact in unread)
    stood = standing.stand(accepted, changes, sure, unsure, code, run.asked_for, complete=complete)
    notes = [*notes_of(run, listing, index, unread), *given_up(unfollowed), *standing.notes(stood, changes, request.standing, project.root)]
    unsure = list(filter(run.asked_for, unsure))
    report = report_of(run, index, stood, parted.suppressed, len(unsure), notes, unread, code.text)
    return Outcome(report, policy, project, run.files, stood, run.known.locked, tuple(facts), tuple(unsure))


def trace(request: Request, progress: Progress = lambda what, done, of: None) -> Traced:
    """Follow every security event of a project to whoever is told of it."""
    from checker.trace.evidence import FACTS  # most runs follow none
    from checker.trace.model import Verdict as Standing
    from checker.trace.shortfalls import shortfalls

    project = discover.locate(request.paths, request.cwd)
    own = own_of(request, project)
    every_rule = registry(request.rule_folders, own.rules)
    policy = policy_of(request, project, every_rule)
    kept = cache_of(request, project, policy, own.sources)
    jobs = pool.workers(request.jobs)
    listing = listed(project, policy, None, kept, jobs)
    run = run_of(request, project, policy, every_rule, listing)
    read = gathered(run, listing, kept, jobs, frozenset(map(kind, FACTS)), progress)
    matrix = matrix_of(run, read.facts, read.configured, read.whole.monitored)
    unmet = any(one.verdict is Standing.BROKEN and one.sure for one in shortfalls(policy.events, matrix))
    of_others = unread_configurations(run, (*read.configured.facts, *read.whole.monitored.facts))
    unread = [one for one in (*unread_of(run, read.index.outlines), *of_others) if not expected(policy, one)]
    told = (f"Not read: {one.span.path}:{one.span.line}: {one.reason}." for one in unread[:_TOLD])
    matrix = replace(matrix, notes=(*told, *matrix.notes))
    return Traced(matrix, tree.shown(project.root), project.root, len(unread), unmet)


def configuration(request: Request) -> tuple[logconfig.LogPipeline, ...]:
    """The logging pipelines of a project, without looking at its other code; those that nothing applies last."""
    project = discover.locate(request.paths, request.cwd)
    policy = policy_of(request, project, registry(request.rule_folders))
    listing = discover.listing(project, policy.exclude, None, logconfig.may_be_configuration)
    content = work.byte_reader({file.path: file for file in (*listing.files, *listing.others)})
    python = [file.path for file in listing.files if logconfig.is_telling(content(file.path) or b"") and not files.is_test(file.path)]
    others = [one.path for one in work.configurations(listing.others, cache.Cache()) if not files.is_test(one.path)]
    sources = logconfig.Sources(frozenset(file.path for file in listing.files), content)
    found = logconfig.read(sources, python, others, stated=partial(environment_of, policy))
    held = (one for one in found.facts if isinstance(one, logconfig.LogPipeline) and project.covers(one.span.path))
    return tuple(sorted(held, key=lambda one: bool(one.unapplied)))


def policy_in_force(request: Request) -> Effective:
    """The settings and packs that a run goes by; reads nothing but them."""
    own = own_of(request, project := discover.locate(request.paths, request.cwd))
    return policy_of(request, project, registry(request.rule_folders, own.rules))


def baseline_place(request: Request) -> tuple[Path, Path]:
    """Where the baseline's file is or is to be, and the project's root; reads nothing but the settings."""
    project = discover.locate(request.paths, request.cwd)
    policy = policy_of(request, project, registry(request.rule_folders))
    path = standing.place(request.standing, policy, project.root, request.cwd, trusted=request.config is not None)
    return path, Path(project.root)
