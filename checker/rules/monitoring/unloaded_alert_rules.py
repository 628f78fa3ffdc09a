"""No server reads a file of alert rules

Prometheus' own file stands beside it, and names no file of rules, or only others.

## Why it matters

The alerts are written, reviewed and never evaluated; nothing says so (CWE-778).

## How to fix it

Name the file below `rule_files` of `prometheus.yml`, and mount it where that path leads.

## Examples

```python
# file: prometheus/prometheus.yml
rule_files: [recording.yml]
scrape_configs:
  - {job_name: shop, static_configs: [{targets: ["shop:8000"]}]}
# file: prometheus/alerts.yml
groups:
  - name: shop
    rules:
      - alert: ShopDown  # expect: prometheus.yml does not name alerts.yml
        expr: up{job="shop"} == 0
        for: 5m
```

```python
# file: prometheus/prometheus.yml
rule_files: [recording.yml, alerts.yml]
scrape_configs:
  - {job_name: shop, static_configs: [{targets: ["shop:8000"]}]}
# file: prometheus/alerts.yml
groups:
  - name: shop
    rules:
      - alert: ShopDown
        expr: up{job="shop"} == 0
        for: 5m
```

Only the name of a file is compared: it may lie in another folder once it is installed, or be mounted under another name by a compose file.
Where a compose file mounts `prometheus.yml` and nothing at the path that it names, the rules are reported too.

## See also

`alert-rules-without-alertmanager`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.logconfig.surroundings import ComposeService
from checker.model import Confidence, Parameters, Severity, Step
from checker.monitoring.model import AlertRule, Evaluator
from checker.rule import Message, rule
from checker.rules.monitoring._containers import running, services

_SERVER = re.compile(r"(?:^|/)prometheus(?::|@|$)")
_OTHERS = re.compile(r"vmalert|thanos|mimir|cortex|victoria", re.IGNORECASE)
"""Programs that evaluate rules too, and are told of their files elsewhere."""


@rule(
    "LP623",
    "unloaded-alert-rules",
    fact=AlertRule,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1", "10.7.2"),
)
def unloaded_alert_rules(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each file, at its first alert."""
    if alert.source != "prometheus" or alert.resource or alert.templated or alert is not project.monitored.beside(alert)[0]:
        return
    absent = _not_given(alert, project)
    if absent is not None:
        server, pattern = absent
        yield Message(
            f"no server reads the rules of this file: {pattern} of {server.span.path.rpartition('/')[2]} is not there in its container",
            related=(Step(server.span, "the server's own file"),),
            confidence=None if alert.environment == PRODUCTION == server.environment else Confidence.LOW,
        )
        return
    servers = [one for one in project.monitored.facts if isinstance(one, Evaluator) and one.kind == "prometheus"]
    beside = [one for one in servers if _beside(one, alert.span.path)]
    if not beside or any(_OTHERS.search(f"{one.image} {one.name}") for one in services(project)):
        return
    names = _names(alert.span.path, project)
    if any(_reads(one, names) for one in servers):
        return
    near = beside[0]
    file, own = alert.span.path.rpartition("/")[2], near.span.path.rpartition("/")[2]
    told = f"{own} does not name {file}" if near.files else f"{own} names no file of rules"
    live = alert.environment == PRODUCTION and near.environment == PRODUCTION
    yield Message(
        f"no server reads the rules of this file: {told}",
        related=(Step(near.span, "the server's own file"),),
        confidence=None if live else Confidence.LOW,
    )


def _not_given(alert: AlertRule, project: Any) -> tuple[Evaluator, str] | None:
    """The server and its pattern that means this file, where nothing is mounted there in any container that has the server's file."""
    file = alert.span.path.rpartition("/")[2]
    if any(outside and (alert.span.path == outside or alert.span.path.startswith(f"{outside}/")) and _SERVER.search(one.image)
           for one in services(project) for outside, _ in one.mounts):  # fmt: skip
        return None
    for server in project.monitored.facts:
        if not isinstance(server, Evaluator) or server.kind != "prometheus" or any(one.unknown or one.open for one in server.files):
            continue
        named = [str(one.value) for one in server.files if str(one.value).rpartition("/")[2] == file]
        started = list(running(server.span.path, _SERVER, project)) if named else []
        if started and all(one.context is None and not _lies(named[0], at, one) for one, at in started):
            return server, named[0]
    return None


def _lies(pattern: str, own: str, service: ComposeService) -> bool:
    """Whether something is mounted at the path, or at a folder that it is in, apart from the server's own file."""
    path = pattern if pattern.startswith("/") else posixpath.normpath(posixpath.join(own.rpartition("/")[0], pattern))
    return any(inside.rstrip("/") == path or path.startswith(inside.rstrip("/") + "/") for _, inside in service.mounts)


def _beside(server: Evaluator, path: str) -> bool:
    """Whether the file lies in the folder of the server's own file or below it; below the root that says nothing."""
    folder = server.span.path.rpartition("/")[0]
    return path.rpartition("/")[0] == folder or (bool(folder) and path.startswith(f"{folder}/"))


def _names(path: str, project: Any) -> list[str]:
    """What the file is called, here and where compose files mount it."""
    mounted = [inside for service in services(project) for outside, inside in service.mounts if outside == path]
    return [path.rpartition("/")[2], *(one.rpartition("/")[2] for one in mounted)]


def _reads(server: Evaluator, names: Sequence[str]) -> bool:
    """Whether a pattern fits, or one is not known."""
    return any(one.unknown or one.open or fnmatchcase(name, str(one.value).rpartition("/")[2]) for one in server.files for name in names)
