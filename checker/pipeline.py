"""The whole program: evidence -> facts -> rules -> findings -> verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

import checker
from checker import cache, demands, discover, logconfig, monitoring, pool, recall, standing, suppress, tree, verdict, work
from checker.baseline import Code
from checker.discover import File, Listing, Project
from checker.model import Confidence, Finding, Report, Span
from checker.policy import Effective, Waiver, environment_of, ignored_rules, load, matches, waivers_for
from checker.release.claims import Claim
from checker.rule import Message, Rule, kind
from checker.rules import registry
from checker.run_facts import Comment, ExpiredSuppression, UnreadFile, UnusedSuppression
from checker.source.enclosing import Enclosing
from checker.source.facts import RequiredFound, RequiredUnknown, Unfollowed
from checker.source.ir import Outline
from checker.standing import Standing, Wanted
from checker.verification import ReleaseRequest, Verified, verify

if TYPE_CHECKING:
    from checker.since import Changes
    from checker.trace.model import Matrix

__all__ = ["Outcome", "Progress", "ReleaseRequest", "Request", "Traced", "Verified", "baseline_place", "check", "trace", "verify"]

Progress = Callable[[str, int, int], None]
"""What is being done, how many are done, of how many."""
_ABOUT_THE_RUN = (UnreadFile, Comment, UnusedSuppression, ExpiredSuppression, RequiredUnknown)
_NO_RULES = (Unfollowed, RequiredFound)
"""Facts that are no rule's business."""
_ABOUT_TRACES = frozenset(f"checker.trace.model.{name}" for name in ("Chain", "Unfed", "Misparsed"))
"""Kinds of facts that are made only where a rule is about them, and something ships or alerts."""


class Request(msgspec.Struct, frozen=True):
    """What one run is asked for."""

    paths: tuple[str, ...] = ()
    cwd: str = "."
    config: str | None = None
    policies: tuple[str, ...] = ()
    overrides: Mapping[str, Any] = msgspec.field(default_factory=dict)
    """Settings that the command line gives, by name."""
    rule_folders: tuple[str, ...] = ()
    unsaved: tuple[str, bytes] | None = None
    """Name and content of the one file to report on, which the disk may not hold."""
    today: str = ""
    """ISO date, by which suppressions expire."""
    cache: bool = True
    jobs: int | None = None
    standing: Wanted = msgspec.field(default_factory=Wanted)
    """Baseline and changes."""


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
    """All that was looked at."""
    unsure: tuple[Finding, ...] = ()
    """Findings that were asked for and are not sure enough to be shown."""


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


class _Gathered(msgspec.Struct, frozen=True):
    """A project's evidence."""

    index: work.Index
    memory: recall.Memory
    whole: recall.Project
    configured: logconfig.Read
    configurations: Sequence[Outline]
    facts: tuple[Any, ...]


class _Run(msgspec.Struct, frozen=True):
    """What every part of one run needs to know."""

    project: Project
    policy: Effective
    rules: tuple[Rule, ...]
    """Those in force, sorted by code."""
    files: dict[str, File]
    known: suppress.Known

    def wants(self, path: str, *, test: bool) -> bool:
        """Whether a finding at that path is to be reported."""
        return self.project.covers(path) and (self.policy.include_tests or not (test or discover.is_test(path)))

    def asked_for(self, found: Finding) -> bool:
        """Whether a finding, or its flow, lies in something that was asked for."""
        return any(self.project.covers(span.path) for span in (found.span, *(step.span for step in found.steps)))

    def ran(self, name: str, path: str) -> bool:
        """Whether a rule judges a file."""
        return name in self.policy.rules and self.policy.rules[name].enabled and name not in ignored_rules(self.policy, path)

    def looked(self, waiver: Waiver) -> bool:
        """Whether every file that a waiver is for was looked at by its rule."""
        if not any(rule.name == waiver.rule and rule.about != kind(Claim) for rule in self.rules):
            return False  # it is off, or a matter of `verify`
        paths = [path for path in self.files if matches((waiver.path,), path)]
        return all(self.project.covers(path) and self.ran(waiver.rule, path) for path in paths or [""])


def check(request: Request, progress: Progress = lambda what, done, of: None) -> Outcome:
    """Find what should not be in the logs of a project."""
    new, content = request.unsaved or (None, None)
    project = discover.locate(request.paths, request.cwd, new)
    every_rule = registry(request.rule_folders)
    policy = _policy(request, project, every_rule)
    listing = discover.listing(project, policy.exclude, content, _may_be_configuration)
    jobs = pool.workers(request.jobs)
    run = _run(request, project, policy, every_rule, listing)
    accepted = standing.in_force(request.standing, policy, project.root, request.cwd, trusted=request.config is not None)
    changes = _changes(request, project, run)

    kinds = frozenset(rule.about for rule in run.rules) | {kind(RequiredFound)}
    read = _read(run, listing, _cache(request, project, policy), jobs, kinds, progress)
    index, memory, whole, configured, configurations = read.index, read.memory, read.whole, read.configured, read.configurations
    facts = list(read.facts)
    unfollowed = [fact for fact in facts if isinstance(fact, Unfollowed)]
    suspects = list(_suspects(run, (fact for fact in facts if not isinstance(fact, _NO_RULES)), whole, counting=accepted is not None))
    walked, crashed = _walked(run, suspects, memory, index, request.rule_folders, jobs, progress)
    unread = [*_unread(run, index.outlines), *crashed, *_unread_configurations(run, (*configured.facts, *whole.monitored.facts))]

    comments = [comment for module in (*index.outlines, *configurations) for comment in _comments(run, module)]
    code = Code(Enclosing(index.outlines), work.text_reader(run.files), project.covers, run.ran, run.known.locked)
    found = verdict.ordered(_finding(run, one, code) for one in walked)
    parted = suppress.silence(found, comments, lambda path: waivers_for(policy, path), run.known)
    demanded = demands.unknown(policy, [fact for fact in facts if isinstance(fact, RequiredFound)], index.outlines)
    about_run = _about_the_run(run, [*unread, *demanded], comments, parted, code)
    unsure = [one for one in parted.shown if one.confidence < policy.min_confidence]
    sure = sorted([*(one for one in parted.shown if one.confidence >= policy.min_confidence), *about_run], key=_order)
    complete = all(matches(policy.unread_ok, fact.span.path) for fact in unread)
    stood = standing.stand(accepted, changes, sure, unsure, code, run.asked_for, complete=complete)
    notes = [*_notes(run, listing, index, unread), *_given_up(unfollowed), *standing.notes(stood, changes, request.standing, project.root)]
    unsure = list(filter(run.asked_for, unsure))
    report = _report(run, index, stood, parted.suppressed, len(unsure), notes, unread, code.text)
    return Outcome(report, policy, project, run.files, stood, run.known.locked, tuple(facts), tuple(unsure))


def trace(request: Request, progress: Progress = lambda what, done, of: None) -> Traced:
    """Follow every security event of a project to whoever is told of it."""
    from checker.trace.evidence import FACTS  # most runs follow none
    from checker.trace.model import Verdict as Standing
    from checker.trace.shortfalls import shortfalls

    project = discover.locate(request.paths, request.cwd)
    every_rule = registry(request.rule_folders)
    policy = _policy(request, project, every_rule)
    listing = discover.listing(project, policy.exclude, None, _may_be_configuration)
    run = _run(request, project, policy, every_rule, listing)
    jobs = pool.workers(request.jobs)
    read = _read(run, listing, _cache(request, project, policy), jobs, frozenset(map(kind, FACTS)), progress)
    matrix = _matrix(run, read.facts, read.configured, read.whole.monitored)
    unmet = any(one.verdict is Standing.BROKEN and one.sure for one in shortfalls(policy.events, matrix))
    return Traced(matrix, tree.shown(project.root), project.root, len(tuple(_unread(run, read.index.outlines))), unmet)


def _matrix(run: _Run, facts: Iterable[Any], configured: logconfig.Read, monitored: monitoring.Monitored) -> Matrix:
    from checker.trace.engine import traced
    from checker.trace.evidence import evidence

    sources = logconfig.Sources(frozenset(path for path in run.files if path.endswith(".py")), work.byte_reader(run.files))
    made = traced(evidence(facts, run.policy.vocabulary, configured, monitored, sources, tests=run.policy.include_tests))
    return _held(run.policy, made) if run.policy.events else made


def _held(policy: Effective, made: Matrix) -> Matrix:
    """The trace with the time that the policy allows, and with what it asks for and does not get among the notes."""
    from checker.trace.shortfalls import allowed, shortfalls, told

    found = tuple(map(told, shortfalls(policy.events, made)))
    return replace(allowed(policy.events, made), notes=(*made.notes, *found))


def configuration(request: Request) -> tuple[logconfig.LogPipeline, ...]:
    """The logging pipelines of a project, without looking at its other code."""
    project = discover.locate(request.paths, request.cwd)
    policy = _policy(request, project, registry(request.rule_folders))
    listing = discover.listing(project, policy.exclude, None, logconfig.may_be_configuration)
    content = work.byte_reader({file.path: file for file in (*listing.files, *listing.others)})
    python = [file.path for file in listing.files if logconfig.is_telling(content(file.path) or b"") and not discover.is_test(file.path)]
    others = [one.path for one in work.configurations(listing.others, cache.Cache()) if not discover.is_test(one.path)]
    sources = logconfig.Sources(frozenset(file.path for file in listing.files), content)
    found = logconfig.read(sources, python, others, stated=partial(environment_of, policy))
    return tuple(one for one in found.pipelines if project.covers(one.span.path))


def baseline_place(request: Request) -> tuple[Path, Path]:
    """Where the baseline's file is or is to be, and the project's root; reads nothing but the settings."""
    project = discover.locate(request.paths, request.cwd)
    policy = _policy(request, project, registry(request.rule_folders))
    path = standing.place(request.standing, policy, project.root, request.cwd, trusted=request.config is not None)
    return path, Path(project.root)


def _policy(request: Request, project: Project, rules: tuple[Rule, ...]) -> Effective:
    config = Path(request.cwd, request.config) if request.config else None
    return load(Path(project.root), config=config, policies=request.policies, overrides=request.overrides, rules=rules, cache=request.cache)


def _run(request: Request, project: Project, policy: Effective, rules: tuple[Rule, ...], listing: Listing) -> _Run:
    names = {word: rule.name for rule in rules for word in (rule.name, rule.code)}
    codes = {rule.name: rule.code for rule in rules}
    locked = frozenset(name for name, setting in policy.rules.items() if setting.locked)
    known = suppress.Known(names, codes, locked, request.today)
    enabled = tuple(rule for rule in rules if policy.rules[rule.name].enabled)
    return _Run(project, policy, enabled, {file.path: file for file in (*listing.files, *listing.others)}, known)


def _changes(request: Request, project: Project, run: _Run) -> Changes | None:
    if request.standing.since is None:
        return None
    from checker import since  # most runs are about all findings

    return since.changes(project.root, request.standing.since, run.files)


def _cache(request: Request, project: Project, policy: Effective) -> cache.Cache:
    if not request.cache:
        return cache.Cache()
    return cache.open_cache(project.root, policy.vocabulary_digest, cache.folder())


def _read(run: _Run, listing: Listing, kept: cache.Cache, jobs: int, kinds: frozenset[str], progress: Progress) -> _Gathered:
    """All facts of the wanted kinds, of code and configuration; where rules are about it, also how far events come."""
    configurations = work.configurations(listing.others, kept)
    index = work.index(listing.files, run.policy.vocabulary, kept, jobs, _counted(progress, "reading", len(listing.files)))
    whole = recall.Project(index, run.policy.vocabulary)
    whole.configured = configured = _configured(run, index, configurations)
    whole.monitored = monitored = _monitored(run, configurations)
    traced = not _ABOUT_TRACES.isdisjoint(kinds) and bool(monitored.alerts or monitored.collectors)
    if traced:
        from checker.trace.evidence import FACTS  # most runs follow no event

        kinds |= frozenset(map(kind, FACTS))
    memory = recall.open_memory(kept, kinds)
    facts: tuple[Any, ...] = (*memory.facts(index, whole, jobs), *configured.facts, *monitored.facts)
    if traced:
        facts = (*facts, *_matrix(run, facts, configured, monitored).facts)
    return _Gathered(index, memory, whole, configured, configurations, facts)


def _configured(run: _Run, index: work.Index, configurations: Sequence[Outline]) -> logconfig.Read:
    """What the project's logging configuration says: its Python files that hold telling words, and the other files that do."""
    tests = run.policy.include_tests
    python = [one.path for one in index.outlines if one.telling and (tests or not (one.test or discover.is_test(one.path)))]
    others = [one.path for one in configurations if tests or not discover.is_test(one.path)]
    paths = frozenset(path for path in run.files if path.endswith(".py"))
    own = [one.path for one in index.outlines if one.own_logger and not (one.test or discover.is_test(one.path))]
    return logconfig.read(logconfig.Sources(paths, work.byte_reader(run.files)), python, others, own, partial(environment_of, run.policy))


def _may_be_configuration(path: str) -> bool:
    return logconfig.may_be_configuration(path) or monitoring.may_be_monitoring(path)


def _monitored(run: _Run, configurations: Sequence[Outline]) -> monitoring.Monitored:
    """What the project's shippers, alert rules and routes say."""
    paths = [one.path for one in configurations if run.policy.include_tests or not discover.is_test(one.path)]
    return monitoring.read(paths, work.byte_reader(run.files), lambda path: Path(run.project.root, path).exists())


def _unread_configurations(run: _Run, facts: Iterable[Any]) -> Iterator[UnreadFile]:
    for fact in facts:
        if isinstance(fact, logconfig.UnreadConfig) and run.wants(fact.span.path, test=False):
            yield UnreadFile(fact.span, fact.reason)


def _counted(progress: Progress, what: str, total: int) -> Callable[[int], None]:
    ready = Counter[str]()

    def done(count: int) -> None:
        ready[what] += count
        progress(what, ready[what], total)

    return done


def _suspects(run: _Run, facts: Iterable[Any], project: recall.Project, *, counting: bool) -> Iterator[work.Said]:
    """What the rules say of the project's facts, as far as it is to be reported.

    With ``counting`` also what else is in a file of which something is reported, so that equal findings can be counted.
    """
    said = [one for one in starmap(work.Said, _said(run, facts, project)) if run.ran(one.rule.name, one.span.path)]
    asked = [any(run.project.covers(path) for path in _paths(one)) for one in said]
    files = {one.span.path for one, wanted in zip(said, asked, strict=True) if wanted} if counting else set()
    return (one for one, wanted in zip(said, asked, strict=True) if wanted or one.span.path in files)


def _paths(one: work.Said) -> Iterator[str]:
    yield one.span.path
    yield from (step.span.path for step in one.message.steps)


def _walked(
    run: _Run,
    suspects: Sequence[work.Said],
    memory: recall.Memory,
    index: work.Index,
    folders: Sequence[str],
    jobs: int,
    progress: Progress,
) -> tuple[list[work.Walked], list[UnreadFile]]:
    """The suspects that their surroundings confirm; those that will be hidden for their confidence are not worth a closer look."""
    hidden = [one for one in suspects if _is_placed(one) or _confidence(run, one) < run.policy.min_confidence]
    passed_over = set(map(id, hidden))
    seen, unseen = memory.part((one for one in suspects if id(one) not in passed_over), index.digests)
    done = _counted(progress, "looking closer at", len({one.span.path for one in unseen}))
    walks = work.walk(unseen, run.files, folders, jobs, done)
    memory.save(walks, index.digests)
    return [*map(work.as_it_is, hidden), *seen, *(one for _, one in walks.seen if one)], [*_crashed(walks.crashed)]


def _is_placed(one: work.Said) -> bool:
    """Whether its exact place is known already: configuration's is, and it is not always Python."""
    if one.rule.about in _ABOUT_TRACES:
        return one.message.span is not None
    return type(one.fact) in logconfig.FACTS | monitoring.FACTS and one.rule.judge is None


def _confidence(run: _Run, one: work.Said) -> Confidence:
    return verdict.confidence(one.rule, run.policy.rules[one.rule.name], one.message)


def _said(run: _Run, facts: Iterable[Any], program: Any) -> Iterator[tuple[Rule, Any, Message]]:
    """Every message of every rule in force about the facts; a rule that breaks down is named."""
    by_kind: dict[str, list[Rule]] = {}
    for rule in run.rules:
        by_kind.setdefault(rule.about, []).append(rule)
    for fact in facts:
        if not run.policy.include_tests and (getattr(fact, "test", False) or discover.is_test(fact.span.path)):
            continue
        for rule in by_kind.get(kind(type(fact)), ()):
            parameters = run.policy.rules[rule.name].parameters_in(getattr(fact, "environment", ""))
            for message in verdict.messages(rule, fact, program, parameters):
                yield rule, fact, message


def _unread(run: _Run, modules: Iterable[Outline]) -> Iterator[UnreadFile]:
    for module in modules:
        if module.unread and run.wants(module.path, test=module.test):
            yield UnreadFile(_line(module.path, module.unread_line), module.unread)


def _crashed(paths: Iterable[str]) -> Iterator[UnreadFile]:
    for path in paths:
        yield UnreadFile(_line(path, 1), "it crashed the parser that looks at a finding's surroundings, so its findings are not confirmed")


def _line(path: str, line: int) -> Span:
    return Span(path, line, 1, line, 1)


def _comments(run: _Run, module: Outline) -> Iterator[Comment]:
    if module.comments and run.wants(module.path, test=module.test):
        for record in module.comments:
            yield suppress.parse(module.path, record, run.known)


def _finding(run: _Run, one: work.Walked, code: Code) -> Finding:
    found = verdict.finding(one.rule, run.policy.rules[one.rule.name], one.message, one.span, one.function, one.statement)
    return verdict.via(found, code.functions.at)


def _about_the_run(
    run: _Run, unread: Sequence[UnreadFile | RequiredUnknown], comments: Sequence[Comment], parted: suppress.Silenced, code: Code
) -> Iterator[Finding]:
    """What the rules say of the run itself."""
    waivers = [waiver for waiver in run.policy.waivers if run.project.covers(waiver.file)]
    facts: list[Any] = [
        *(fact for fact in unread if not matches(run.policy.unread_ok, fact.span.path)),
        *comments,
        *suppress.unused(comments, parted.used, run.ran, work.line_reader(code.text), run.known),
        *suppress.expired(comments, waivers, run.known),
        *suppress.idle(waivers, parted.waived, run.looked, run.known),
    ]
    said = [_finding(run, work.Walked(rule, message, message.span or fact.span), code) for rule, fact, message in _said(run, facts, None)]
    return verdict.ordered(found for found in said if run.ran(found.rule, found.span.path))


def _order(found: Finding) -> tuple[Span, str, str]:
    return found.span, found.code, found.message


def _report(
    run: _Run, index: work.Index, stood: Standing, silenced: Sequence[Finding], hidden: int, notes: Sequence[str],
    unread: Sequence[UnreadFile], text: Callable[[str], str],
) -> Report:  # fmt: skip
    kept = (found for found in silenced if found.confidence >= run.policy.min_confidence and run.asked_for(found))
    suppressed = tuple(sorted([*kept, *stood.accepted], key=_order))
    shown = tuple(stood.shown)
    named = {span.path for found in (*shown, *suppressed) for span in (found.span, *(step.span for step in (*found.steps, *found.related)))}
    return Report(
        shown,
        suppressed,
        tuple(rule.info() for rule in run.rules),
        {path: text(path) for path in sorted(named & run.files.keys())},
        files=sum(not module.unread for module in index.outlines),
        lines=sum(module.lines for module in index.outlines),
        hidden=hidden,
        notes=tuple(notes),
        unread=sum(not matches(run.policy.unread_ok, fact.span.path) for fact in unread),
        baseline=stood.baseline.label if stood.baseline else "",
        root=tree.shown(run.project.root),
        version=checker.__version__,
    )


def _notes(run: _Run, listing: Listing, index: work.Index, unread: Sequence[UnreadFile]) -> Iterator[str]:
    """What a reader should know of what was not done."""
    expected = [fact for fact in unread if matches(run.policy.unread_ok, fact.span.path)]
    left_out = {**listing.left_out, **dict.fromkeys(index.generated, "generated")}
    for path in sorted(set(run.project.asked) & left_out.keys())[:_NAMED]:
        yield f"{path} was named and left out: {left_out[path]}."
    if not any(run.project.covers(module.path) for module in index.outlines):
        yield "There was no Python file to check."
    if left_out:
        counts = Counter(left_out.values()).most_common()
        told = ", ".join(f"{count} {reason}" for reason, count in sorted(counts))
        yield f"Left out: {told}."
    if expected:
        yield f"Not analysed, as unread-ok says: {len(expected)}."


def _given_up(unfollowed: Sequence[Unfollowed]) -> Iterator[str]:
    """What was not followed to its end."""
    if unfollowed:
        files = list(dict.fromkeys(fact.path for fact in unfollowed))
        where = files[0] if len(files) == 1 else f"{len(files)} files, the first of them {files[0]}"
        what = "; ".join(sorted({fact.what for fact in unfollowed}))
        yield f"Not followed to the end in {where}, so that findings can be missing: {what}."


_NAMED = 5
"""So many left-out files that were named get a sentence of their own."""
