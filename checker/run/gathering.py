"""A project's evidence: its files, and all facts of code and configuration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from checker import cache, files, logconfig, monitoring, pool, recall, walks, work
from checker.discover import Listing
from checker.policy import Effective
from checker.rule import kind
from checker.run.configuring import configured as configured_by
from checker.run.meanwhile import JOIN, loading, meanwhile
from checker.run.request import Run
from checker.source.ir import Outline
from checker.whole import Project

if TYPE_CHECKING:
    from checker.trace.model import Matrix


Progress = Callable[[str, int, int], None]
"""What is being done, how many are done, of how many."""
_ABOUT_POLICY = "checker.trace.shortfalls.Shortfall"
ABOUT_TRACES = frozenset((*(f"checker.trace.model.{name}" for name in ("Chain", "Unfed", "Misparsed", "Blind")), _ABOUT_POLICY))
"""Kinds of facts that are made only where a rule is about them, and something ships or alerts."""


class Gathered(msgspec.Struct, frozen=True):
    """A project's evidence."""

    index: work.Index
    memory: recall.Memory
    whole: Project
    configured: logconfig.Read
    configurations: Sequence[Outline]
    facts: tuple[Any, ...]
    """All of them, or those that can concern a file that is asked for, and perhaps others."""
    near: tuple[Any, ...]
    """These alone, wherever little is asked for."""
    walker: pool.Fork | None = None
    """A process that is ready to look closer, where there will be something to look at."""


def gathered(
    run: Run, listing: Listing, kept: cache.Cache, jobs: int, kinds: frozenset[str], progress: Progress, *,
    every: bool = True, walking: bool = False,
) -> Gathered:  # fmt: skip
    """All facts of the wanted kinds, of code and configuration; where rules are about it, also how far events come.

    Without ``every`` the facts of code that can concern no file that is asked for are left out where that is easily told. ``walking``
    says that somebody is going to look closer at what the rules say of them.
    """
    configurations = work.configurations(listing.others, kept)
    reading = meanwhile(map(loading, JOIN), counted(progress, "reading", len(listing.files)))
    index = work.index(listing.files, run.policy.vocabulary, kept, jobs, reading)
    whole = Project(index, run.policy.vocabulary, kept)
    whole.monitored = monitored = _monitored(run, configurations)
    followed = bool(monitored.alerts or monitored.collectors or monitored.jails) or (_ABOUT_POLICY in kinds and bool(run.policy.events))
    traced = not ABOUT_TRACES.isdisjoint(kinds) and followed
    if traced:
        from checker.trace.evidence import FACTS  # most runs follow no event

        kinds |= frozenset(map(kind, FACTS))
    memory = recall.open_memory(kept, kinds)
    few = pool.forks(jobs) and 0 < memory.changes(index) <= pool.FEW  # then it is told anew here, and the configuration meanwhile
    configuring = configured_by(run, index, configurations, kept, beside=few)
    memory.renew(index, whole, jobs, meanwhile((configuring, loading(walks.WALK))))
    walker = walks.waiting(run.rules) if walking and few and memory.tells_more(run.project.asked) else None
    near = tuple(memory.near(run.project.asked)) if _asks_for_little(run, index) else None
    own = near if near is not None and not every and not traced else tuple(memory.facts())
    whole.configured = configured = configuring()
    beside = (*configured.facts, *monitored.facts)
    if traced:
        matrix = matrix_of(run, (*own, *beside), configured, monitored)
        beside = (*beside, *matrix.facts, *_short(run.policy, matrix))
    facts = (*own, *beside)
    return Gathered(index, memory, whole, configured, configurations, facts, (*(own if near is None else near), *beside), walker)


def _asks_for_little(run: Run, index: work.Index) -> bool:
    """Whether only Python files are asked for of which a rule can say nothing but what the facts of code name.

    What configures logging is looked at beside the facts, and a rule of somebody's own may look at anything.
    """
    asked = frozenset(run.project.asked)
    configuring = any(one.telling and one.path in asked for one in index.outlines)
    return asked <= index.digests.keys() and not configuring and all(map(recall.is_shipped, run.rules))


def _monitored(run: Run, configurations: Sequence[Outline]) -> monitoring.Monitored:
    """What the project's shippers, alert rules and routes say."""
    tests = [one.path for one in configurations if not run.policy.include_tests and files.is_test(one.path)]
    paths = [one.path for one in configurations if run.policy.include_tests or not files.is_test(one.path)]
    return monitoring.read(paths, work.byte_reader(run.files), lambda path: Path(run.project.root, path).exists(), tests)


def counted(progress: Progress, what: str, total: int) -> Callable[[int], None]:
    """Tells the progress of something that is done in parts."""
    ready = Counter[str]()

    def done(count: int) -> None:
        ready[what] += count
        progress(what, ready[what], total)

    return done


def matrix_of(run: Run, facts: Iterable[Any], configured: logconfig.Read, monitored: monitoring.Monitored) -> Matrix:
    """How far each event of the project comes."""
    from checker.trace.engine import traced
    from checker.trace.evidence import evidence

    sources = logconfig.Sources(frozenset(path for path in run.files if path.endswith(".py")), work.byte_reader(run.files))
    made = traced(evidence(facts, run.policy.vocabulary, configured, monitored, sources, tests=run.policy.include_tests))
    return _held(run.policy, made) if run.policy.events else made


def _short(policy: Effective, made: Matrix) -> tuple[Any, ...]:
    """What the policy asks of events and does not get."""
    if not policy.events:
        return ()
    from checker.trace.shortfalls import shortfalls

    return tuple(shortfalls(policy.events, made))


def _held(policy: Effective, made: Matrix) -> Matrix:
    """The trace with the time that the policy allows, and with what it asks for and does not get among the notes."""
    from checker.trace.shortfalls import allowed, shortfalls, told

    found = tuple(map(told, shortfalls(policy.events, made)))
    return replace(allowed(policy.events, made), notes=(*made.notes, *found))
