"""Alert rules that nothing feeds: a metric is exposed under another name, a label never has that value, a text is written otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.monitoring.model import AlertRule
from checker.trace.evidence import Evidence
from checker.trace.matching.promql import exposed, feeding, selected
from checker.trace.model import Chain, Metric, Unfed, Verdict
from checker.trace.wording import Match


def unfed(evidence: Evidence, alerts: Sequence[AlertRule], chains: Sequence[Chain]) -> Iterator[Unfed]:
    """One for each such rule; what other programs may feed is not named."""
    fed = {
        hop.what
        for chain in chains
        for way in (chain.way, *chain.others)
        for hop in way.hops
        if hop.kind == "rule" and hop.verdict is Verdict.OK
    }
    metrics = tuple(_metrics(evidence))
    for alert in alerts:
        if alert.name in fed:
            continue
        if alert.language == "promql" and alert.tree is not None:
            why = _metric(alert, metrics)
            if why:
                yield Unfed(alert.name, alert.span, Verdict.BROKEN, why)
        elif alert.language in ("logql", "sigma"):
            missed = next((hop for chain in chains for hop in chain.hops if hop.kind == "rule" and hop.what == alert.name), None)
            if missed is not None and missed.verdict is Verdict.BROKEN:
                yield Unfed(alert.name, alert.span, Verdict.BROKEN, missed.why.removeprefix("it does not match: "))


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
                yield Metric(metric.metric, metric.kind, {key: None if value == "*" else value for key, value in metric.labels.items()})


def _metric(alert: AlertRule, metrics: Sequence[Metric]) -> str:
    """Why nothing feeds the rule: every selector misses a metric of the project's by little."""
    if alert.tree is None:
        return ""
    names = {name for one in metrics for name in exposed(one)}
    reasons = []
    for selector in feeding(alert.tree):
        if not selector.name:
            return ""
        found = [selected(selector, one) for one in metrics]
        if any(one.outcome is not False for one in found):
            return ""
        near: Match | None
        if selector.name in names:
            near = next((match for match, one in zip(found, metrics, strict=True) if selector.name in exposed(one)), None)
        else:
            near = next((one for one in found if one.near), None)
        if near is None:
            return ""
        reasons.append(near.why)
    return reasons[0] if reasons else ""
