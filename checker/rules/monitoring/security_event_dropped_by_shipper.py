"""A shipper drops security events

A stage throws records away by a word that stands in security records, keeps nothing but errors, or keeps only a sample of everything.

## Why it matters

The event was logged, and is gone before anything that could raise an alarm sees it (CWE-778, CWE-223).

## How to fix it

Drop by what is certainly noise (a health check's path), and let records about logins, refusals and rights through before anything samples.

## Examples

```python
# file: promtail.yaml
clients: [{url: "https://logs.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
    pipeline_stages:
      - drop:  # expect: authentication failure
          expression: ".*authentication failure.*"
      - drop: {expression: ".*GET /healthz.*"}
```

```python
# file: promtail.yaml
clients: [{url: "https://logs.shop.net/loki/api/v1/push"}]
positions: {filename: /var/lib/promtail/positions.yaml}
scrape_configs:
  - job_name: auth
    static_configs: [{targets: [localhost], labels: {__path__: /var/log/auth.log}}]
    pipeline_stages:
      - drop: {expression: ".*GET /healthz.*"}
```

Sampling of everything has low confidence: what is sampled may hold no such records.

## See also

`unrouted-log-input`. [CWE-223](https://cwe.mitre.org/data/definitions/223.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Collector, Stage
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import SECURITY, less_sure


def _security(value: object) -> str:
    """The words of a pattern that speak of security; none where it excludes them."""
    text = str(value or "")
    found = SECURITY.search(text)
    if found is None or "(?!" in text or text.startswith(("not ", "!")):
        return ""
    return text.strip(".*^$ ")[:60]


_ERRORS = re.compile(r"[\W_]*(?:(?:err(?:or)?|fatal|crit(?:ical)?|panic|emerg(?:ency)?|severe|alert|exception)s?[\W_]*)+", re.IGNORECASE)
"""Levels at which no login and no refusal is logged."""


def _levels_only(stage: Stage) -> bool:
    """Whether a stage that sees everything lets through what has the level of an error, and no more."""
    told = [str(one.value) for one in stage.patterns if isinstance(one.value, str)]
    return stage.match in ("", "*", "**") and len(told) == 1 and bool(_ERRORS.fullmatch(told[0]))


def _takes_all(stage: Stage) -> bool:
    selector = stage.options.get("selector")
    return (stage.match in ("", "*") or stage.kind in ("sampling", "limit")) and not (selector is not None and selector.value)


def _branches(stage: Stage, collector: Collector) -> bool:
    """Whether something else takes the same records too, so that what a filter leaves out goes another way."""
    taken = {edge.source for edge in collector.edges if edge.target == stage.name}
    return bool(taken) and taken <= {edge.source for edge in collector.edges if edge.target != stage.name}


@rule(
    "LP632",
    "security-event-dropped-by-shipper",
    fact=Collector,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1", "16.2.3"),
    pci=("10.2.1", "10.3.3"),
)
def security_event_dropped_by_shipper(collector: Collector, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each stage that throws away what speaks of security."""
    for stage in collector.stages:
        if collector.kind == "vector" and _branches(stage, collector):
            continue
        if stage.action == "drop":
            told = next((text for one in stage.patterns if (text := _security(one.value))), "")
            if told:
                text = f"{stage.kind} drops records that speak of {told!r}"
                yield Message(text, stage.span, confidence=less_sure(collector))
        elif stage.action == "keep" and _levels_only(stage):
            word = str(stage.patterns[0].value)
            text = f"{stage.kind} keeps nothing but records with {word!r}: refused logins and changes of rights are no errors"
            yield Message(text, stage.span, confidence=less_sure(collector))
        elif stage.action == "sample" and _takes_all(stage):
            yield Message(f"{stage.kind} keeps only a part of all records, those about security too", stage.span, confidence=Confidence.LOW)
