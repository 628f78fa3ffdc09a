"""An inhibition has no `equal`

While one alert fires anywhere, all alerts that the targets match are held back everywhere.

## Why it matters

One critical alert on a test machine silences the warnings of the whole installation (CWE-778, CWE-223).

## How to fix it

Name the labels that source and target must share: `equal: [alertname, cluster, namespace]`.

## Examples

```python
# file: alertmanager.yml
route:
  receiver: team
receivers:
  - name: team
    slack_configs: [{channel: "#alerts", api_url_file: /etc/alertmanager/slack}]
inhibit_rules:
  - source_matchers: [severity="critical"]  # expect: everywhere
    target_matchers: [severity="warning"]
```

```python
# file: alertmanager.yml
route:
  receiver: team
receivers:
  - name: team
    slack_configs: [{channel: "#alerts", api_url_file: /etc/alertmanager/slack}]
inhibit_rules:
  - source_matchers: [severity="critical"]
    target_matchers: [severity="warning"]
    equal: [alertname, cluster]
  - source_matchers: [alertname="DatacenterDown"]
    target_matchers: [severity="warning"]
```

A source that is one alert by its name is less sure: an outage of everything may well silence everything.

## See also

`shadowed-alert-route`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import TEST
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Inhibition, Routing
from checker.monitoring.patterns import values
from checker.rule import Message, rule


@rule(
    "LP606",
    "inhibition-without-equal",
    fact=Routing,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.7.2",),
)
def inhibition_without_equal(routing: Routing, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each inhibition whose source and target need share nothing."""
    for one in routing.inhibitions:
        if one.equal or one.unknown or not one.targets:
            continue
        source = ", ".join(map(str, one.sources)) or "any alert"
        target = ", ".join(map(str, one.targets))
        sure = Confidence.LOW if _is_named(one) or routing.kind == "alertmanager-crd" or routing.environment == TEST else None
        yield Message(f"one alert with {source} holds back those with {target} everywhere: there is no `equal`", one.span, confidence=sure)


def _is_named(one: Inhibition) -> bool:
    """Whether the source or the target is one alert, or both share a label's only value."""
    if any(matcher.label == "alertname" for matcher in (*one.sources, *one.targets)):
        return True
    fixed = {(matcher.label, found) for matcher in one.sources if (found := values(matcher)) is not None and len(found) == 1}
    return any((matcher.label, values(matcher)) in fixed for matcher in one.targets)
