"""Every monitoring file of a project -> facts: alert rules, routings, collectors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from checker.model import Span
from checker.monitoring.alerts import FEW, SEARCHED, Habits, asked, habits, identity
from checker.monitoring.jails import Jail
from checker.monitoring.model import AlertRule, Collector, RecordingRule, Routing, RuleTest, Scrape, UnreadConfig
from checker.monitoring.pods import PodContainer
from checker.monitoring.reader import Reader, fitting
from checker.monitoring.source import LARGEST, Source

OF_TESTS = "rule-tests"
"""The reader of what stands in tests, and is about what is no test."""


class Monitored(msgspec.Struct, frozen=True):
    """What a project's monitoring configuration says."""

    facts: tuple[Any, ...] = ()
    """In a stable order."""
    exists: Callable[[str], bool] = lambda path: True
    """Whether a file of the project is there, by its path from the root."""
    _firsts: dict[tuple[str, tuple[object, ...]], AlertRule] = msgspec.field(default_factory=dict)
    _alike: dict[tuple[str, tuple[object, ...]], AlertRule] = msgspec.field(default_factory=dict)
    _habits: dict[str, Habits] = msgspec.field(default_factory=dict)
    _files: dict[str, tuple[AlertRule, ...]] = msgspec.field(default_factory=dict)
    _kinds: dict[type, tuple[Any, ...]] = msgspec.field(default_factory=dict)

    def _of(self, kind: type) -> tuple[Any, ...]:
        """The facts of one type, looked up once: rules ask for each of hundreds of alerts."""
        if kind not in self._kinds:
            self._kinds[kind] = tuple(fact for fact in self.facts if isinstance(fact, kind))
        return self._kinds[kind]

    @property
    def alerts(self) -> tuple[AlertRule, ...]:
        """The alert rules alone."""
        return self._of(AlertRule)

    def like(self, alert: AlertRule) -> AlertRule | None:
        """The first rule of the same file with the same expression, wait and labels; ``None`` where it is this one, or not known.

        Rules of Sigma have a file each: of them the project's first counts.
        """
        if not self._firsts:
            for one in self.alerts:
                self._firsts.setdefault((_shelf(one), identity(one)), one)
        mine = identity(alert)
        first = self._firsts.get((_shelf(alert), mine)) if mine else None
        return first if first is not alert else None

    def alike(self, alert: AlertRule) -> AlertRule | None:
        """The first rule of the same file that asks the same as urgently, whatever else the two say; ``None`` where it is this one."""
        if not self._alike:
            for one in self.alerts:
                self._alike.setdefault((one.span.path, asked(one)), one)
        mine = asked(alert)
        first = self._alike.get((alert.span.path, mine)) if mine else None
        return first if first is not None and first is not alert and _says_no_other(first, alert) else None

    def beside(self, alert: AlertRule) -> tuple[AlertRule, ...]:
        """The alert rules of the same file, the rule itself among them, in their order; none that a search engine runs."""
        return self._beside().get(alert.span.path, ())

    def _beside(self) -> dict[str, tuple[AlertRule, ...]]:
        if not self._files:
            for one in self.alerts:
                if one.language not in SEARCHED:
                    self._files[one.span.path] = (*self._files.get(one.span.path, ()), one)
        return self._files

    def habits(self, path: str) -> Habits:
        """What the alert rules of a file have in common, or those of the project where the file has few."""
        if not self._habits:
            self._habits[""] = habits(tuple(one for one in self.alerts if one.language not in SEARCHED))
            for file, own in self._beside().items():
                self._habits[file] = habits(own) if len(own) >= FEW else self._habits[""]
        return self._habits.get(path, self._habits[""])

    @property
    def routings(self) -> tuple[Routing, ...]:
        """The configurations of Alertmanagers and Grafana's policies."""
        return self._of(Routing)

    @property
    def collectors(self) -> tuple[Collector, ...]:
        """The shippers."""
        return self._of(Collector)

    @property
    def jails(self) -> tuple[Jail, ...]:
        """Of fail2ban."""
        return self._of(Jail)

    @property
    def pods(self) -> tuple[PodContainer, ...]:
        """Containers of pods that run shippers."""
        return self._of(PodContainer)

    @property
    def recorded(self) -> frozenset[str]:
        """The names that recording rules give to what they have computed."""
        return frozenset(one.name for one in self._of(RecordingRule))

    @property
    def scrapes(self) -> tuple[Scrape, ...]:
        """The jobs whose measurements Prometheus reads."""
        return self._of(Scrape)


def _says_no_other(one: AlertRule, other: AlertRule) -> bool:
    """Whether no label has two values: whoever is told by one of them is told by both."""
    return all(str(held.value) == str(other.labels[key].value) for key, held in one.labels.items() if key in other.labels)


def _shelf(alert: AlertRule) -> str:
    return "" if alert.language == "sigma" else alert.span.path


def read(
    paths: Sequence[str],
    content: Callable[[str], bytes | None],
    exists: Callable[[str], bool] = lambda path: True,
    tests: Sequence[str] = (),
) -> Monitored:
    """Read the files that hold telling words; of those that are tests only what tests alert rules."""
    made: list[Any] = []
    for path in paths:
        data = content(path)
        wanting = fitting(path, data) if data is not None else ()
        if data is not None and wanting:
            made += _of_file(path, data, wanting)
    for path in tests:
        data = content(path) if path.endswith((".yml", ".yaml")) else None
        wanting = tuple(one for one in fitting(path, data) if one.name == OF_TESTS) if data is not None else ()
        if data is not None and wanting:
            made += (fact for fact in _of_file(path, data, wanting) if isinstance(fact, RuleTest))
    return Monitored(tuple(sorted(made, key=lambda fact: (fact.span, type(fact).__name__))), exists)


def _of_file(path: str, data: bytes, wanting: Sequence[Reader]) -> Iterator[Any]:
    if b"\0" in data:
        return
    if len(data) > LARGEST:
        yield UnreadConfig(Span(path, 1, 1, 1, 1), f"it looks like monitoring configuration, and is larger than {LARGEST // 1_000_000} MB")
        return
    source = Source(path, data, lambda text: any(reader.wants(text) for reader in wanting))
    for place in source.places():
        for reader in wanting:
            if reader.mapping is not None:
                yield from reader.mapping(place)
    for block in source.blocks:
        for reader in wanting:
            if reader.text is not None:
                yield from reader.text(block)
    if source.problem is not None:
        line, why = source.problem
        yield UnreadConfig(Span(path, line, 1, line, 1), f"it looks like monitoring configuration, and does not parse: {why}")
