"""Nothing tells when the log pipeline itself falls silent

The project ships logs and has alert rules, and none of them looks at the shipper or asks whether log lines still come.

## Why it matters

An attacker who stops the shipper, or a full disk, ends every alarm that reads logs; PCI DSS asks for the failure of logging to be detected
(CWE-778).

## How to fix it

Alert on the shipper's own metrics (`up{job="fluent-bit"} == 0`, `promtail_dropped_entries_total`), or on missing lines:
`absent_over_time({app="auth"}[15m])`.

## Examples

```python
# file: promtail.yaml
clients: [{url: "https://logs.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:  # expect: falls silent
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
# file: alerts.yaml
groups:
  - name: auth
    rules:
      - {alert: Guessing, expr: 'sum(rate({job="auth"} |= "failed" [5m])) > 1'}
      - {alert: Refused, expr: 'sum(rate({job="auth"} |= "refused" [5m])) > 1'}
      - {alert: Locked, expr: 'sum(rate({job="auth"} |= "locked" [5m])) > 1'}
```

```python
# file: promtail.yaml
clients: [{url: "https://logs.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
# file: alerts.yaml
groups:
  - name: auth
    rules:
      - {alert: Guessing, expr: 'sum(rate({job="auth"} |= "failed" [5m])) > 1'}
      - {alert: Refused, expr: 'sum(rate({job="auth"} |= "refused" [5m])) > 1'}
      - {alert: Silent, expr: 'absent_over_time({job="auth"}[15m])'}
```

A bare `up == 0` or `probe_success == 0` looks after the shipper only where Prometheus scrapes it, or its store.

## Settings

`least`: how many alert rules a project must have before one is missed. The default is 3.

## See also

`alert-cannot-fire`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.tree import selectors
from checker.monitoring.model import AlertRule, Collector, Scrape
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import less_sure

_OWN = re.compile(
    r"fluentbit_|fluentd_|promtail_|loki_|otelcol_|vector_|filebeat|logstash|alloy|absent|\bup\b|fluent-?bit|promtail|otel|log_messages_total"
    r"|node_systemd_unit|container_last_seen|kube_daemonset|kube_pod|kube_deployment|probe_success|scrape_",
    re.IGNORECASE,
)
_PROGRAMS = re.compile(
    r"fluent|promtail|loki|otel|opentelemetry|vector|beat|logstash|alloy|agent|collector|log|elastic|opensearch|kafka|splunk|container|docker|kube"
    r"|k8s|^node\b|node[-_]?exporter|^host|\$|\{|^\W*$",
    re.IGNORECASE,
)
"""What the name of a job holds that may be a shipper's, its store's or its machine's; a pattern of signs alone fits every job."""
_SHIPPING = re.compile(
    r"fluent|promtail|loki|otel|opentelemetry|vector|beat|logstash|alloy|agent|collector|log|elastic|opensearch|kafka|splunk|\$|\{",
    re.IGNORECASE,
)
"""What the name or the address of a scraped job holds that may be a shipper's or its store's."""
_REACHED = frozenset(("up", "probe_success"))
"""Whether what is scraped, or what a prober is sent to, answers."""
_JOBS = frozenset(("job", "service", "app", "application", "name", "container"))


@rule(
    "LP614",
    "pipeline-silence-unalarmed",
    fact=Collector,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.7.2",),
    least=3,
)
def pipeline_silence_unalarmed(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for the project's first shipper where no rule looks after any."""
    live = {PRODUCTION, collector.environment}
    alerts = [one for one in project.monitored.alerts if one.language in ("promql", "logql") and one.environment in live]
    if len(alerts) < parameters["least"] or collector is not project.monitored.collectors[0]:
        return
    unscraped = _unscraped(project.monitored.scrapes)
    if any(_looks(one, unscraped=unscraped) for one in alerts):
        return
    text = f"{len(alerts)} alert rules, and none of them tells when {collector.kind} falls silent"
    yield Message(text, collector.span, confidence=less_sure(collector))


def _unscraped(scrapes: Sequence[Scrape]) -> bool:
    """Whether the jobs that Prometheus reads are all known, and none is a shipper's or its store's."""
    named = (word for one in scrapes for word in (one.job, *one.targets))
    return bool(scrapes) and not any(one.open for one in scrapes) and not any(map(_SHIPPING.search, named))


def _looks(alert: AlertRule, *, unscraped: bool) -> bool:
    """Whether a rule may notice that a shipper has stopped; one that is not understood may."""
    if alert.tree is None:
        return True
    asked = list(selectors(alert.tree))
    if asked and all(one.name in _REACHED and not one.alternatives for one in asked):
        return not unscraped and not all(any(map(_is_another, one.matchers)) for one in asked)
    return bool(_OWN.search(str(alert.expression.value)))


def _is_another(matcher: Matcher) -> bool:
    """Whether only jobs that ship no logs are asked for."""
    return matcher.label in _JOBS and matcher.op in ("=", "=~") and not matcher.unknown and not _PROGRAMS.search(matcher.value)
