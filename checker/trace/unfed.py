"""Alert rules that nothing feeds: a metric is exposed under another name, a label never has that value, a text is written otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from checker import patterns as re
from checker.model import Span
from checker.monitoring.expressions.tree import Selector
from checker.monitoring.jails import Jail
from checker.monitoring.model import AlertRule, RecordingRule, Scrape
from checker.trace.collecting.derived import declared
from checker.trace.evidence import Evidence
from checker.trace.matching.alerts import Judged
from checker.trace.matching.ownnames import OwnNames
from checker.trace.matching.pairs import labelled, unpaired
from checker.trace.matching.promql import exposed, feeding, selected
from checker.trace.model import Event, Metric, Misparsed, Unfed, Verdict
from checker.trace.wording import Match
from checker.vocabulary import EmittedMetric

_EXPORTERS = {
    re.compile(r"node_(?:cpu_seconds_total|load(?:1|5|15)|(?:memory|filesystem|disk|network)_\w+|uname_info|boot_time_seconds)"): (
        "node", ("node", "9100", "host", "agent", "alloy", "telegraf", "machine", "server")
    ),
    re.compile(r"redis_(?:up|memory_(?:used|max)_bytes|connected_clients|(?:evicted_keys|rejected_connections)_total)"): (
        "Redis", ("redis", "valkey", "9121")
    ),
    re.compile(r"pg_(?:up|(?:stat|database|locks|replication|settings)_\w+)"): (
        "Postgres", ("postgres", "pg", "sql", "database", "db", "9187")
    ),
    re.compile(r"mysql_(?:up|(?:global|slave|info_schema)_\w+)"): ("MySQL", ("mysql", "maria", "sql", "database", "db", "9104")),
    re.compile(r"kube_(?:pod|node|deployment|statefulset|daemonset|job|cronjob|persistentvolume\w*)_\w+"): (
        "Kubernetes", ("kube", "ksm", "k8s")
    ),
}  # fmt: skip
"""Metrics of exporters, whose they are, and what stands in the name or the targets of the job that scrapes one."""
_SHOWN = 4
_GROUPS = ("1xx", "2xx", "3xx", "4xx", "5xx")


class Seen(msgspec.Struct, frozen=True):
    """A line as a jail reads it."""

    event: Event
    match: Match
    sure: bool
    """Whether it is certain that the jail reads the file, and that the line is written so."""
    shown: str
    written: Span | None


class Ledger(msgspec.Struct):
    """What came up while events were followed."""

    misparsed: dict[Misparsed, None] = msgspec.field(default_factory=dict)
    fed: set[str] = msgspec.field(default_factory=set)
    """Names of rules that match some event, or may."""
    missed: dict[str, tuple[Match, Event]] = msgspec.field(default_factory=dict)
    """Names of rules that miss an event by little."""

    watched: dict[Jail, list[Seen]] = msgspec.field(default_factory=dict)
    """What fail2ban's jails make of the lines of the files that they read."""
    elsewhere: dict[Jail, list[Seen]] = msgspec.field(default_factory=dict)
    """What jails that read another file would make of lines which go to a stream."""

    def note(self, event: Event, held: Sequence[Judged]) -> None:
        """What the rules made of an event."""
        for one in held:
            if one.match.outcome is not False:
                self.fed.add(one.alert.name)
            elif one.match.near:
                self.missed.setdefault(one.alert.name, (one.match, event))


def unfed(evidence: Evidence, alerts: Sequence[AlertRule], ledger: Ledger) -> Iterator[Unfed]:
    """One for each such rule; what other programs may feed is not named."""
    metrics = (*_metrics(evidence), *(metric for one in evidence.monitored.collectors for metric in declared(one)))
    known = frozenset(name for one in metrics for name in exposed(one))
    names = OwnNames(evidence)
    labels = labelled(evidence.metrics)
    recorded = frozenset(fact.name for fact in evidence.monitored.facts if isinstance(fact, RecordingRule))
    for alert in alerts:
        if alert.name in ledger.fed:
            continue
        if alert.language == "promql" and alert.tree is not None:
            why = _metric(alert, metrics, known, recorded, names) or unpaired(alert.tree, labels)
            if why:
                yield Unfed(alert.name, alert.span, Verdict.BROKEN, why)
        elif alert.name in ledger.missed:
            match, event = ledger.missed[alert.name]
            yield Unfed(alert.name, alert.span, Verdict.BROKEN, match.why, event)


def unscraped(evidence: Evidence, alerts: Sequence[AlertRule]) -> Iterator[Unfed]:
    """One for each exporter whose metrics rules ask for and that no job scrapes, of a project whose jobs all name their targets."""
    jobs = [fact for fact in evidence.monitored.facts if isinstance(fact, Scrape)]
    if not jobs or any(one.open or not one.targets for one in jobs):
        return
    told = " ".join(" ".join((one.job, *one.targets)) for one in jobs).lower().replace("localhost", "")
    own = {name for metric in _metrics(evidence) for name in exposed(metric)}
    for pattern, (whose, words) in _EXPORTERS.items():
        if any(word in told for word in words) or any(map(pattern.fullmatch, own)):
            continue
        asking = [one for one in alerts if one.language == "promql" and _asks_only_for(one, pattern)]
        if asking:
            more = f", as {len(asking) - 1} more do" if len(asking) > 1 else ""
            named = ", ".join(one.job for one in jobs[:_SHOWN]) + (" …" if len(jobs) > _SHOWN else "")
            why = f"it asks for metrics of the {whose} exporter{more}, and none of the jobs scrapes that: {named}"
            yield Unfed(asking[0].name, asking[0].span, Verdict.BROKEN, why)


def _asks_only_for(alert: AlertRule, pattern: re.Pattern[str]) -> bool:
    names = [one.name for one in feeding(alert.tree)] if alert.tree is not None else []
    return bool(names) and all(map(pattern.fullmatch, names))


def _metrics(evidence: Evidence) -> Iterator[Metric]:
    """What the code exposes, with every combination of labels that it sets; what frameworks expose."""
    counted: dict[str, list[dict[str, str]]] = {}
    for one in evidence.counted:
        counted.setdefault(one.name, []).append(dict(one.labels))
    for made in evidence.metrics:
        if made.open:
            yield Metric(made.name, made.kind, {})
            continue
        given = counted.get(made.name) or [{}]
        for labels in given:
            yield Metric(made.name, made.kind, {**dict.fromkeys(made.labels), **labels})
    used = {one.name for one in evidence.seen}
    for emitter in evidence.vocabulary.emitters:
        if emitter.name in used:
            for metric in emitter.metrics:
                yield from _of_framework(metric)


def _of_framework(metric: EmittedMetric) -> Iterator[Metric]:
    """With whatever labels: of statuses in groups (``4xx``) each group, of all else any value."""
    grouped = next((key for key, value in metric.labels.items() if value.endswith("xx")), "")
    for status in _GROUPS if grouped else ("",):
        yield Metric(metric.metric, metric.kind, {key: status if key == grouped else None for key in metric.labels})


def _metric(alert: AlertRule, metrics: Sequence[Metric], known: frozenset[str], recorded: frozenset[str], own: OwnNames) -> str:
    """Why nothing feeds the rule: every selector misses a metric of the project's by little, or asks for one that it never made."""
    if alert.tree is None:
        return ""
    if any(selector.name in recorded for selector in feeding(alert.tree)):
        return ""
    reasons = []
    for selector in feeding(alert.tree):
        if not selector.name:
            return ""
        found = [selected(selector, one) for one in metrics]
        if any(one.outcome is not False for one in found):
            return ""
        near: Match | None
        if selector.name in known:
            mine = [(match, one) for match, one in zip(found, metrics, strict=True) if selector.name in exposed(one)]
            near = max(mine, key=lambda pair: _alike(selector, pair[1]))[0] if mine else None
        else:
            near = next((one for one in found if one.near), None)
        why = near.why if near is not None else own.missing(selector.name) if selector.name not in known else ""
        if not why:
            return ""
        reasons.append(why)
    return reasons[0] if reasons else ""


def _alike(selector: Selector, metric: Metric) -> int:
    """In how many labels a metric begins as the selector wants it: ``4xx`` for ``401``."""
    return sum((metric.labels.get(one.label) or " ")[:1] == one.value[:1] for one in selector.matchers)
