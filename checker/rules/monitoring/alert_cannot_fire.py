"""An alert can never fire

Its expression has no value whatever happens: matchers that exclude each other, a comparison that never holds, series that never meet, lines
where Loki wants numbers; or its value is always 0, where Grafana's condition is the query itself and waits for another value.

## Why it matters

The alert looks like protection and is none. The usual case is an alarm for silence: `count(...) == 0` and, in Loki,
`count_over_time(...) == 0` are never true, because what is not there has no value at all, not even 0 (CWE-778).

## How to fix it

Ask for what is missing with `absent()` or `absent_over_time()`, or give it a value: `(count(...) or vector(0)) == 0`.
Else correct the matcher, the threshold, or the labels (`on (...)`, `ignoring (...)`) by which the two sides are joined.

## Examples

```python
# file: alerts.yaml
groups:
  - name: logins
    rules:
      - alert: AuditLogSilent
        expr: sum(count_over_time({app="auth"} |= "login" [15m])) == 0  # expect: never equal to 0
        labels: {severity: critical}
```

```python
# file: alerts.yaml
groups:
  - name: logins
    rules:
      - alert: AuditLogSilent
        expr: absent_over_time({app="auth"} |= "login" [15m])
        labels: {severity: critical}
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: Refusals
        expr: rate(http_requests_total{status="403",status=~"5.."}[5m]) > 1
      - alert: RefusalsOfOne
        expr: rate(http_requests_total{job="api",job="web"}[5m]) > 1  # expect: no series has job
      - alert: ApiGone
        expr: count(up{job="api"} == 1) < 1  # expect: never below 1
      - alert: ShareOfErrors
        expr: sum by (job) (rate(errors_total[5m])) / sum(rate(requests_total[5m])) > 0.1  # expect: never meet
      - alert: PoolFull
        expr: sum(pool_connections) / pool_connections_max > 0.9  # expect: the label job too
```

## See also

`alert-text-contradicts-expression`, `duplicate-alert`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.expressions.tree import selectors
from checker.monitoring.impossible import never
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule
from checker.trace.matching.promql import feeding


@rule(
    "LP601",
    "alert-cannot-fire",
    fact=AlertRule,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1", "10.7.2"),
)
def alert_cannot_fire(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for an alert whose expression never has a value."""
    if alert.detection is not None and alert.detection.never:
        sure_of_it = Confidence.MEDIUM if alert.expression.unknown else None  # another program may read it in its own way
        yield Message(f"the alert {alert.name} never fires: {alert.detection.never}", alert.expression.span, confidence=sure_of_it)
    elif alert.detection is not None and alert.detection.undefined:
        missing, there = alert.detection.undefined[0], ", ".join(list(alert.detection.selections)[:5]) or "no selection at all"
        text = f"its condition names `{missing}`, which it does not define: there is {there}"
        yield Message(f"the alert {alert.name} never fires: {text}", alert.expression.span, confidence=Confidence.MEDIUM)
    if alert.undefined is not None:
        named, others = alert.undefined
        text = f"its condition needs the query {named.name}, and it has {', '.join(others[:8])}"
        yield Message(f"the alert {alert.name} never fires: {text}", named.span)
        return
    reason = never(alert.tree) if alert.tree is not None else None
    if reason is None and (job := _unscraped(alert, project)):
        jobs = ", ".join(sorted({one.job for one in project.monitored.scrapes})[:8])
        text = f"no job is called {job}, so that there is no such `up`: Prometheus scrapes {jobs}"
        yield Message(f"the alert {alert.name} never fires: {text}", alert.expression.span, confidence=Confidence.MEDIUM)
        return
    if reason is None and alert.unreduced is not None:
        name, query = alert.unreduced
        text = f"its condition is on the series of {name}, which nothing reduces to one value, so that Grafana reports an error instead"
        state = alert.otherwise.get("execErrState")
        does = "fires for an error and never for what it asks" if state is not None and state.value == "Alerting" else "never fires"
        yield Message(f"the alert {alert.name} {does}: {text}", query.span, confidence=Confidence.MEDIUM)
    if reason is None and (needed := _unmeasured(alert, project)):
        yield Message(f"the alert {alert.name} never fires: {needed}", alert.expression.span, confidence=Confidence.MEDIUM)
    if alert.tree is None:
        return
    if reason is None or (reason.absence and alert.source == "grafana" and not alert.silent("noDataState")):
        # Grafana alerts on missing data by itself
        return
    if reason.kind == "lines" and not (any(one.stages for one in selectors(alert.tree)) or "loki" in alert.span.path.lower()):
        return  # Prometheus may be asked for all series of a job
    if reason.kind == "target" and project.monitored.recorded & {one.name for one in selectors(alert.tree)}:
        return  # a rule may have left the labels of the target out
    hint = "; what is absent has no value: ask with absent(), or add `or vector(0)`" if reason.absence else ""
    sure = Confidence.MEDIUM if reason.kind == "target" else None
    yield Message(f"the alert {alert.name} never fires: {reason.text}{hint}", alert.expression.span, confidence=sure)


_EXPORTERS = (
    ("node_exporter", re.compile(r"node_(?:cpu_seconds|memory_\w+_bytes|filesystem_|load\d|disk_|network_)"), r"node|9100|host"),
    ("an exporter of MySQL", re.compile(r"mysql_(?:up|global_|slave_)"), r"mysql|maria|9104"),
    ("an exporter of Redis", re.compile(r"redis_(?:up$|memory_|connected_)"), r"redis|valkey|9121"),
    ("an exporter of PostgreSQL", re.compile(r"pg_(?:up$|stat_|settings_|replication_)"), r"postgres|pg|9187"),
    ("cAdvisor", re.compile(r"container_(?:cpu|memory|spec|last_seen|fs|network)_"), r"cadvisor|kubelet|docker"),
    ("a blackbox exporter", re.compile(r"probe_(?:success|ssl|http|duration)"), r"blackbox|probe|9115|ping|http|uptime"),
)
"""Who has metrics of these names, and by which words a job or a target of it is known."""
_ANY = re.compile(r"alloy|agent|otel|collector|telegraf|federate|push|netdata|mimir|thanos|exporters?$|integrations", re.IGNORECASE)


def _unmeasured(alert: AlertRule, project: Any) -> str:
    """The exporter that an alert needs, where all targets of the project's Prometheus are known and none of them is one."""
    if not _all_known(alert, project) or alert.tree is None:
        return ""
    told = " ".join(f"{one.job} {' '.join(one.targets)}" for one in project.monitored.scrapes).lower()
    if _ANY.search(told):
        return ""
    for one in feeding(alert.tree):
        for who, names, known in _EXPORTERS:
            if names.match(one.name) and not re.search(known, told):
                return f"no target is {who}, which has {one.name}"
    return ""


def _all_known(alert: AlertRule, project: Any) -> bool:
    """Whether a rule is evaluated by a Prometheus of which all targets are written down."""
    scrapes = project.monitored.scrapes
    own = alert.source == "prometheus" and not alert.resource and not alert.templated and alert.environment == PRODUCTION
    return own and bool(scrapes) and not any(one.open for one in scrapes)


def _unscraped(alert: AlertRule, project: Any) -> str:
    """The job whose ``up`` an alert needs, where all jobs of the project's Prometheus are known and none is called so."""
    if not _all_known(alert, project) or alert.tree is None:
        return ""
    scrapes = project.monitored.scrapes
    jobs = {one.job for one in scrapes} | {str(one.labels["job"].value) for one in scrapes if "job" in one.labels}
    for one in feeding(alert.tree):
        job = next((held for held in one.matchers if held.label == "job" and held.op == "=" and not held.unknown), None)
        if one.name == "up" and job is not None and not one.alternatives and job.value not in jobs:
            return job.value
    return ""
