"""A test of alert rules names what is not there

`promtool test rules` is given a file of rules that does not exist, or a test asks for an alert that none of its files has.

## Why it matters

A test that expects no alert of that name passes whatever the rules do, and whoever renamed or removed the alert is not told (CWE-778).

## How to fix it

Call the alert and the file in the test as they are called, and run `promtool test rules` before each merge.

## Examples

```python
# file: monitoring/alerts.yml
groups:
  - name: logins
    rules:
      - alert: ManyLoginFailures
        expr: sum(rate(login_failures_total[5m])) > 1
# file: monitoring/alerts_test.yml
rule_files: [alerts.yml, tokens.yml]  # expect: tokens.yml, which is not there
tests:
  - interval: 1m
    input_series:
      - {series: login_failures_total, values: 0+0x20}
    alert_rule_test:
      - eval_time: 10m
        alertname: ManyFailedLogins  # expect: no rule of alerts.yml is called ManyFailedLogins
        exp_alerts: []
```

```python
# file: monitoring/alerts.yml
groups:
  - name: logins
    rules:
      - alert: ManyLoginFailures
        expr: sum(rate(login_failures_total[5m])) > 1
# file: monitoring/tests/alerts_test.yml
rule_files: [../*.yml]
tests:
  - interval: 1m
    input_series:
      - {series: login_failures_total, values: 0+0x20}
    alert_rule_test:
      - eval_time: 10m
        alertname: ManyLoginFailures
        exp_alerts: []
```

Files that are made by a build are not known: where Jsonnet or a Makefile stands beside the test, a missing file is less sure.

## See also

`unloaded-alert-rules`, `alert-cannot-fire`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import AlertRule
from checker.monitoring.ruletests import RuleTest
from checker.rule import Message, rule

_MADE = ("Makefile", "jsonnetfile.json", "mixin.libsonnet", "alerts.jsonnet", "main.jsonnet", "generate.sh", "build.sh", "Taskfile.yml")


@rule(
    "LP625",
    "alert-test-of-nothing",
    fact=RuleTest,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1",),
)
def alert_test_of_nothing(test: RuleTest, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each file that is missing, and one for each name of an alert that no file has."""
    if test.templated or any(one.unknown or one.open or not isinstance(one.value, str) for one in test.files):
        return
    folder = test.span.path.rpartition("/")[0]
    sure = _sure(folder, project)
    alerts: list[AlertRule] = []
    whole = bool(test.files)
    for file in test.files:
        path = posixpath.normpath(posixpath.join(folder, str(file.value)))
        found = [one for one in project.monitored.alerts if fnmatchcase(one.span.path, path)]
        alerts += found
        missing = not path.startswith(("/", "..")) and not set("*?[") & set(path) and not project.monitored.exists(path)
        whole = whole and (bool(found) or (missing and sure is not Confidence.LOW))
        if missing and not found:
            yield Message(f"the tests read {file.value}, which is not there", file.span, confidence=sure)
    names = {one.name for one in alerts}
    if not whole or not names or any(one.templated or "{{" in one.name or "$" in one.name for one in alerts):
        return
    told: set[str] = set()
    for named in test.expected:
        if named.name and named.name not in names | told:
            told.add(named.name)
            near = difflib.get_close_matches(named.name, names, 1, 0.75)
            hint = f", did you mean {near[0]}?" if near else ""
            files = ", ".join(dict.fromkeys(one.span.path.rpartition("/")[2] for one in alerts[:200]))
            yield Message(f"no rule of {files} is called {named.name}{hint}", named.span)


def _sure(folder: str, project: Any) -> Confidence:
    """A file that a build makes is not there before it."""
    folders = [folder, folder.rpartition("/")[0], ""]
    made = any(project.monitored.exists(posixpath.join(one, name)) for one in folders for name in _MADE)
    return Confidence.LOW if made else Confidence.MEDIUM
