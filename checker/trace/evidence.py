"""Everything that a trace looks at: what the code emits, how its logging is set up, what ships, what alerts, who is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from checker import files
from checker.logconfig import Read, Sources
from checker.logconfig.facts import LogSetup
from checker.logconfig.model import PRODUCTION, LogPipeline
from checker.logconfig.surroundings import ComposeService, ContainerLog
from checker.monitoring import Monitored
from checker.monitoring.jails import LogFilter
from checker.monitoring.model import RecordingRule, Scrape
from checker.source.facts.events import Emission, FrameworkSeen, MetricCounted, MetricMade
from checker.source.facts.outcomes import RecordedOutcome
from checker.trace.matching.recorded import Recordings
from checker.vocabulary import Vocabulary

_ASIDE = re.compile(r"alembic|(?:^|/)(?:management|migrations|scripts?|bin|tools|examples?|benchmarks?)/")
"""Commands of their own, which set their own logging up."""
FACTS = frozenset((Emission, MetricMade, MetricCounted, FrameworkSeen, RecordedOutcome))
"""What a trace needs of the source."""


class Evidence(msgspec.Struct, frozen=True):
    """Of one project."""

    vocabulary: Vocabulary
    emissions: tuple[Emission, ...] = ()
    metrics: tuple[MetricMade, ...] = ()
    counted: tuple[MetricCounted, ...] = ()
    seen: tuple[FrameworkSeen, ...] = ()
    recorded: tuple[RecordedOutcome, ...] = ()
    configured: Read = msgspec.field(default_factory=Read)
    monitored: Monitored = msgspec.field(default_factory=Monitored)
    sources: Sources = msgspec.field(default_factory=lambda: Sources(frozenset(), lambda path: None))

    def of_kind(self, kind: type) -> list[Any]:
        """Facts of the logging configuration."""
        return [fact for fact in self.configured.facts if isinstance(fact, kind)]

    @property
    def pipelines(self) -> list[LogPipeline]:
        """Those of the running service: no migrations', no tests'."""
        found = [one for one in self.configured.pipelines if not _ASIDE.search(one.span.path) and one.kind != "container"]
        production = [one for one in found if one.environment == PRODUCTION]
        return production or [one for one in found if one.environment != "test"]

    @property
    def structlog(self) -> list[LogSetup]:
        """Calls that configure structlog."""
        return [one for one in self.of_kind(LogSetup) if one.callee.startswith("structlog.configure")]

    @property
    def services(self) -> list[ComposeService]:
        """Of compose files."""
        return self.of_kind(ComposeService)

    @property
    def containers(self) -> list[ContainerLog]:
        """How containers' output is kept."""
        return self.of_kind(ContainerLog)

    @property
    def recordings(self) -> Recordings:
        """Of Prometheus and Loki, by the name under which they keep what they find."""
        return {fact.name: fact for fact in self.monitored.facts if isinstance(fact, RecordingRule)}

    @property
    def filters(self) -> list[LogFilter]:
        """Those that fail2ban's jails may name."""
        return [fact for fact in self.monitored.facts if isinstance(fact, LogFilter)]

    @property
    def scrapes(self) -> list[Scrape]:
        """Jobs of Prometheus."""
        return [fact for fact in self.monitored.facts if isinstance(fact, Scrape)]


def evidence(
    facts: Iterable[Any], vocabulary: Vocabulary, configured: Read, monitored: Monitored, sources: Sources, *, tests: bool = False
) -> Evidence:
    """Sort a project's facts."""
    held: dict[type, list[Any]] = {kind: [] for kind in FACTS}
    for fact in facts:
        if type(fact) in held and (tests or not (fact.test or files.is_test(fact.span.path))):
            held[type(fact)].append(fact)
    return Evidence(
        vocabulary, tuple(held[Emission]), tuple(held[MetricMade]), tuple(held[MetricCounted]), tuple(held[FrameworkSeen]),
        tuple(held[RecordedOutcome]), configured, monitored, sources,
    )  # fmt: skip


def nearest(path: str, places: Iterable[str]) -> int:
    """How many folders a path shares at most with one of the places."""
    return max((_shared(path, other) for other in places), default=0)


def _shared(one: str, other: str) -> int:
    count = 0
    for mine, yours in zip(one.split("/")[:-1], other.split("/")[:-1], strict=False):
        if mine != yours:
            break
        count += 1
    return count
