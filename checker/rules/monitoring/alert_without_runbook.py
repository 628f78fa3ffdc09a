"""An alert's runbook is missing

There is none though the other rules have one, it is a reminder to write one, it is no address, or the file that it names is not there.

## Why it matters

Who is woken by it has to find out first what it means and what may be done (CWE-778).

## How to fix it

Write down what the alert means, what to look at and whom to ask, and link it: `runbook_url: https://...`, or a file of the repository.

## Examples

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiDown
        expr: up{job="api"} == 0
        for: 5m
        annotations:
          runbook_url: TODO  # expect: TODO
      - alert: WebDown
        expr: up{job="web"} == 0
        for: 5m
        annotations:
          runbook_url: docs/runbooks/web-down.md  # expect: is not there
```

```python
# file: alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiDown
        expr: up{job="api"} == 0
        for: 5m
        annotations:
          runbook_url: https://wiki.shop.net/runbooks/api-down
          summary: The API does not answer
```

Where no rule of a file has a runbook, that is told once: at the first whose severity wakes somebody, if a receiver tells anybody, else with
low confidence. Where some have one, but it is no habit, a missing one has low confidence.

## See also

`alert-without-owner`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION, Setting
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.alerts import RUNBOOKS, SEARCHED, SEVERITIES, first
from checker.monitoring.model import AlertRule
from checker.rule import Message, rule

_SOMEBODY = (
    r"(?:[\w.-]+[./])?(?:your[-_]?(?:org(?:ani[sz]ation)?|company|domain|team|repo(?:sitory)?|user(?:name)?|account|name|project|wiki|host)"
    r"|my[-_]?(?:org|company|domain))\b"
)
"""Where the name of the own house is to be filled in: ``github.com/your-org/...``"""
_UNWRITTEN = re.compile(
    r"^\W{0,9}(?:todo|tbd|fixme|n/?a|none|xxx+|placeholder|coming soon|to be (?:written|done|defined|added)|missing|-+|\?+)\b"
    r"|<[^<>]{0,200}(?:runbook|url|link|todo)[^<>]{0,200}>"
    r"|^https?://(?:www\.)?(?:[\w-]+\.)*example\.(?:com|org|net)(?:[/:]|$)|^https?://(?:todo|tbd|changeme)\b"
    rf"|^https?://{_SOMEBODY}",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(rf"https?://(?P<host>(?:[\w-]+\.)*example\.(?:com|org|net)(?=[/:]|$)|{_SOMEBODY})", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|\{\{|\[\[|\$\{|www\.|(?<![\w.-])[\w.-]+\.[a-z]{2,}/", re.IGNORECASE)
_FILE = re.compile(r"^\.{0,2}/?[\w./-]+\.(?:md|rst|adoc|txt|html?)(?:#.*)?$")

_WAKING = frozenset(("critical", "crit", "page", "pager", "emergency", "fatal", "disaster", "sev1", "sev-1", "p0", "p1"))
_SOME = 3
"""Of so many rules of a file one at least is worth a page on what to do."""


@rule(
    "LP612",
    "alert-without-runbook",
    fact=AlertRule,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1",),
)
def alert_without_runbook(alert: AlertRule, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a runbook that helps nobody."""
    if alert.language in SEARCHED:
        return
    found = first({**alert.annotations, **alert.labels}, RUNBOOKS)
    if found is None:
        yield from _missing(alert, project)
        return
    name, setting = found
    problem = _problem(name, setting, alert, project)
    if problem and (host := _example_host(setting)):
        alike = [one for one in project.monitored.beside(alert) if _example_host_of(one) == host]
        if alert is not alike[0]:
            return  # one page is to be put in their place, and is told of once
        problem += f", and so are those of {len(alike) - 1} more" if len(alike) > 1 else ""
    if problem:
        yield Message(f"the runbook of the alert {alert.name} {problem}", setting.span)


def _example_host(setting: Setting) -> str:
    """The host of an address that is only an example, ``""`` where it is none."""
    found = _EXAMPLE.match(str(setting.value or "").strip())
    return found["host"].lower() if found is not None else ""


def _example_host_of(alert: AlertRule) -> str:
    found = first({**alert.annotations, **alert.labels}, RUNBOOKS)
    return _example_host(found[1]) if found is not None else ""


def _missing(alert: AlertRule, project: Any) -> Iterator[Message]:
    """Where no rule of a file has one, that is told once, at the first that wakes somebody."""
    sure = not alert.templated and alert.environment == PRODUCTION
    beside = project.monitored.beside(alert)
    if len(beside) < _SOME or any(first({**one.annotations, **one.labels}, RUNBOOKS) is not None for one in beside):
        habits = project.monitored.habits(alert.span.path)
        known = sure and habits.usual(habits.runbook)
        yield Message(f"the alert {alert.name} has no runbook", confidence=None if known else Confidence.LOW)
        return
    waking = [one for one in beside if _wakes(one)]
    if alert is not (waking or beside)[0]:
        return
    told = any(receiver.integrations for routing in project.monitored.routings for receiver in routing.receivers.values())
    text = f"none of the {len(beside)} alert rules of the file has a runbook" + (f", {alert.name} wakes somebody" if waking else "")
    yield Message(text, confidence=None if sure and waking and told else Confidence.LOW)


def _wakes(alert: AlertRule) -> bool:
    found = first(alert.labels, SEVERITIES)
    return found is not None and str(found[1].value).lower() in _WAKING


def _problem(name: str, setting: Setting, alert: AlertRule, project: Any) -> str:
    """What is wrong with it; only an annotation that is called so must be an address, a ``runbook`` may be the text itself."""
    told = str(setting.value if setting.value is not None else "").strip()
    if setting.unknown:
        return ""
    if not told:
        return "is empty"
    if _UNWRITTEN.search(told):
        return f"is only {told[:60]!r}"
    if _FILE.match(told):
        path = told.partition("#")[0].removeprefix("./").lstrip("/")
        beside = f"{alert.span.path.rpartition('/')[0]}/{path}".lstrip("/")
        there = any(".." in one.split("/") or project.monitored.exists(one) for one in (path, beside))
        return "" if there else f"names the file {path}, which is not there"
    return f"is no address: {told[:60]!r}" if name.lower().endswith(("url", "uri")) and not _ADDRESS.search(told) else ""
