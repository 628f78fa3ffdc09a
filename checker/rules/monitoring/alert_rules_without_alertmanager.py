"""Alert rules are evaluated, and their alerts are sent to nobody

Prometheus or Loki is given alert rules, and no Alertmanager; or one at `localhost`, which in a container is the container itself.

## Why it matters

The alert fires, stands on a page that nobody looks at, and no person hears of it (CWE-778). Nothing complains: the server starts, and the
rules are green.

## How to fix it

Name the Alertmanager: `alerting.alertmanagers` in `prometheus.yml`, `ruler.alertmanager_url` in Loki's configuration.

## Examples

```python
# file: prometheus.yml
global: {scrape_interval: 15s}
rule_files:  # expect: no Alertmanager
  - rules/*.yml
scrape_configs:
  - {job_name: shop, static_configs: [{targets: ["shop:8000"]}]}
# file: rules/shop.yml
groups:
  - name: shop
    rules:
      - {alert: ShopDown, expr: 'up{job="shop"} == 0', for: 2m, labels: {severity: critical}}
```

```python
# file: prometheus.yml
global: {scrape_interval: 15s}
rule_files:
  - rules/*.yml
alerting:
  alertmanagers:
    - static_configs: [{targets: ["alertmanager:9093"]}]
scrape_configs:
  - {job_name: shop, static_configs: [{targets: ["shop:8000"]}]}
# file: rules/shop.yml
groups:
  - name: shop
    rules:
      - {alert: ShopDown, expr: 'up{job="shop"} == 0', for: 2m, labels: {severity: critical}}
```

It speaks only where a rule file that the server reads, by its name, is there and holds alerts. Where a compose file runs the server, it
tells with medium confidence of an Alertmanager by a name that none of the compose files has a service for.

## See also

`alert-reaches-nobody`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from checker.logconfig.model import PRODUCTION, Setting
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import AlertRule, Evaluator
from checker.rule import Message, rule
from checker.rules.monitoring._containers import running, services

_IMAGES = {"prometheus": re.compile(r"prometheus(?!.*(?:alertmanager|exporter|push))"), "loki": re.compile(r"(?:^|/)loki")}
_MANAGER = re.compile(r"alertmanager", re.IGNORECASE)
_BARE = re.compile(r"^(?:https?://)?(?P<host>[A-Za-z][\w-]{0,60}):\d{2,5}/?$")
"""An address by a name that only a network of containers knows."""
_ITSELF = re.compile(r"^(?:https?://)?(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(?::\d+)?(?:/|$)", re.IGNORECASE)


@rule(
    "LP617",
    "alert-rules-without-alertmanager",
    fact=Evaluator,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1", "10.7.2"),
)
def alert_rules_without_alertmanager(server: Evaluator, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a server whose alerts go nowhere."""
    held = [one for one in project.monitored.alerts if one.source == server.kind and _reads(server, one)]
    if not held or server.discovered:
        return
    sure = Confidence.LOW if server.environment != PRODUCTION or all(one.environment != PRODUCTION for one in held) else None
    if not server.managers:
        text = f"{len(held)} alert rules are evaluated here, and no Alertmanager is named that their alerts go to"
        yield Message(text, server.span, confidence=sure)
        return
    if all(map(_is_itself, server.managers)) and _in_a_container(server, project):
        first = server.managers[0]
        text = f"{len(held)} alert rules send their alerts to {first.value}: in a container that is the container itself"
        yield Message(text, first.span, confidence=sure or Confidence.MEDIUM)
    elif all(_is_nobody(one, server, project) for one in server.managers):
        first = server.managers[0]
        text = f"{len(held)} alert rules send their alerts to {first.value}: no compose file has a service of that name, or an Alertmanager"
        yield Message(text, first.span, confidence=sure or Confidence.MEDIUM)


def _is_nobody(address: Setting, server: Evaluator, project: Any) -> bool:
    """Whether a compose file runs the server, whose network knows no such name."""
    name = _BARE.match(str(address.value)) if not address.unknown and not address.open else None
    found = [one for one, _ in running(server.span.path, _IMAGES[server.kind], project)]
    if name is None or not found or any(one.network for one in found):
        return False
    names = {called.lower() for one in services(project) for called in (one.name, one.container)}
    managers = (one for one in services(project) if _MANAGER.search(f"{one.image} {one.name} {one.container}"))
    return name["host"].lower() not in names and not any(managers)


def _reads(server: Evaluator, alert: AlertRule) -> bool:
    """Whether a rule's file is one of those that are named; a file may lie in another folder once it is installed."""
    name = alert.span.path.rpartition("/")[2]
    return server.kind == "loki" or any(fnmatchcase(name, str(one.value).rpartition("/")[2]) for one in server.files)


def _is_itself(address: Setting) -> bool:
    return not address.unknown and not address.open and bool(_ITSELF.match(str(address.value)))


def _in_a_container(server: Evaluator, project: Any) -> bool:
    """Whether a compose file runs it in a network of its own, and an Alertmanager beside it."""
    found = [one for one, _ in running(server.span.path, _IMAGES[server.kind], project)]
    managers = [one for one in services(project) if _MANAGER.search(one.image)]
    return bool(found and managers) and not any(one.network for one in (*found, *managers))
