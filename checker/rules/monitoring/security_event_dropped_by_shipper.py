"""A shipper drops security events

A stage throws records away by a word that stands in security records or by a level that refused logins have, keeps nothing but errors,
or keeps only a sample of everything.

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
from checker.rules.monitoring._tags import fits


def _security(value: object) -> str:
    """The words of a pattern that speak of security; none where it excludes them."""
    text = str(value or "")
    found = SECURITY.search(text)
    if found is None or "(?!" in text or text.startswith(("not ", "!")):
        return ""
    return text.strip(".*^$ ")[:60]


_SMALL = r"(?:(?:lvl|level|severity|levelname|log)\W{0,6})?"
_ERRORS = re.compile(
    rf"[\W_]*(?:(?:{_SMALL}(?:err(?:or)?|fatal|crit(?:ical)?|panic|emerg(?:ency)?|severe|alert|exception)s?|[efcai])[\W_]+)*"
    rf"{_SMALL}(?:err(?:or)?|fatal|crit(?:ical)?|panic|emerg(?:ency)?|severe|alert|exception)s?[\W_]*",
    re.IGNORECASE,
)
"""Levels at which no login and no refusal is logged."""
_WARNINGS = re.compile(
    rf"[\W_]*(?:{_SMALL}(?:trace|debug|verbose|info(?:rmation(?:al)?)?|notice|warn(?:ing)?|dbg|inf|wrn)s?[\W_]+)*"
    rf"{_SMALL}(?:warn(?:ing)?|wrn)s?(?:[\W_]+{_SMALL}(?:trace|debug|verbose|info(?:rmation(?:al)?)?|notice|warn(?:ing)?|dbg|inf|wrn)s?)*[\W_]*",
    re.IGNORECASE,
)
"""Levels at which refused logins are logged, and nothing but levels."""
_NUMBERED = re.compile(
    r"severity_number\s*(?:<\s*(?:SEVERITY_NUMBER_(?:WARN[234]|ERROR|FATAL)|1[4-9]|2\d)|<=\s*(?:SEVERITY_NUMBER_(?:WARN|ERROR|FATAL)|1[3-9]|2\d))"
)
_OF_SERVERS = re.compile(
    r"nginx|apache|httpd|haproxy|traefik|envoy|kube|etcd|coredns|mysql|postgres|mongo|redis|kafka|journal|kernel|systemd", re.IGNORECASE
)
"""Programs of which a stage may well keep the errors alone."""


def _bare(stage: Stage) -> str:
    """The patterns of levels without their switches, their escapes and what stands for any text."""
    told = (one.value if isinstance(one.value, str) else "?" for one in stage.patterns)
    text = " ".join(re.sub(r"\((\w{1,9})\)\?", r"\1", re.sub(r"^/([^/]*)/[a-z]*$", r"\1", one)) for one in told)
    return re.sub(r"\(\?[a-z]*:?|\\[bBsSwW][*+?]?|\.[*+]\??", " ", text)


def _of_programs(stage: Stage, collector: Collector) -> bool:
    """Whether the stage sees whatever a program of the project writes, and not a server's records alone."""
    selector = stage.options.get("selector")
    told = f"{stage.match} {selector.value if selector is not None else ''}"
    if _OF_SERVERS.search(told):
        return False
    if collector.kind in ("fluent-bit", "fluentd") and stage.match not in ("", "*", "**"):
        return any(one.name and fits(stage.match, one.name) for one in collector.inputs)
    return True


def _levels_only(stage: Stage, collector: Collector) -> bool:
    """Whether a stage lets through what has the level of an error, and no more."""
    return _of_programs(stage, collector) and bool(_ERRORS.fullmatch(_bare(stage)))


def _warnings(stage: Stage, collector: Collector) -> str:
    """The levels that a stage throws away, where warnings are among them."""
    if not _of_programs(stage, collector) or not stage.patterns:
        return ""
    written = [str(one.value or "") for one in stage.patterns]
    if _WARNINGS.fullmatch(_bare(stage)) or any(_NUMBERED.search(one) for one in written):
        return ", ".join(written)[:60]
    return ""


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
            levels = "" if told else _warnings(stage, collector)
            if told or levels:
                what = f"records that speak of {told!r}" if told else f"records by their level ({levels}): refused logins are warnings"
                yield Message(f"{stage.kind} drops {what}", stage.span, confidence=less_sure(collector))
        elif stage.action == "keep" and _levels_only(stage, collector):
            word = ", ".join(str(one.value) for one in stage.patterns)
            text = f"{stage.kind} keeps nothing but records with {word!r}: refused logins and changes of rights are no errors"
            yield Message(text, stage.span, confidence=less_sure(collector))
        elif stage.action == "sample" and _takes_all(stage):
            yield Message(f"{stage.kind} keeps only a part of all records, those about security too", stage.span, confidence=Confidence.LOW)
