"""Alerts end at a receiver that tells nobody

A route leads to a receiver without any integration, or to one whose address is empty or only an example.

## Why it matters

The alert fires, and nobody hears of it (CWE-778). Charts and packages install such receivers, to be filled in.

## How to fix it

Give the receiver a way to reach a person. Where alerts are to be swallowed on purpose, call the receiver `null` or `blackhole`.

## Examples

```python
# file: alertmanager.yml
route:
  receiver: team
  routes:
    - matchers: [severity="critical"]
      receiver: pager  # expect: has no integration
receivers:
  - name: team
    webhook_configs:
      - url: http://127.0.0.1:5001/  # expect: only an example
  - name: pager
```

```python
# file: alertmanager.yml
route:
  receiver: team
  routes:
    - matchers: [alertname="InfoInhibitor"]
      receiver: blackhole
receivers:
  - name: team
    slack_configs: [{channel: "#alerts", api_url_file: /etc/alertmanager/slack}]
  - name: blackhole
```

## Settings

`examples_in`: in which environments addresses that are only examples are reported. The default is `["production"]`; elsewhere they are
less sure.

## See also

`undefined-alert-receiver`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION, TEST
from checker.model import Confidence, Parameters, Severity, Step
from checker.monitoring.alerts import SEVERITIES, first
from checker.monitoring.model import AlertRule, Receiver, Route, Routing
from checker.monitoring.receivers import example, inherited, is_empty, is_only_example, swallows, without_address
from checker.monitoring.routes import reached
from checker.rule import Message, rule
from checker.rules.monitoring._containers import running

_ALERTMANAGER = re.compile(r"(?:^|/)alertmanager(?::|@|$)")
_LOOPBACK = re.compile(r"^https?://(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::(?!9093\b)\d+)?(?:/|$)")
_ITSELF = re.compile(r"^https?://(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|alert-?manager):9093(?:/|$)")
_WAKING = frozenset(("critical", "page", "pager", "high", "emergency", "disaster", "p1", "sev1", "urgent"))
_VALUES = re.compile(r"(?:^|/)(?:[\w.-]*values[\w.-]*|defaults?/[^/]*)\.ya?ml$")
"""Values of a chart and defaults of a role, which are filled in elsewhere."""


@rule(
    "LP604",
    "alert-reaches-nobody",
    fact=Routing,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1", "10.7.2"),
    examples_in=["production"],
)
def alert_reaches_nobody(routing: Routing, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each receiver that is used and reaches nobody."""
    yield from _examples(routing, parameters)
    yield from _itself(routing, project)
    if routing.kind == "elastalert":
        for told_by in routing.receivers.values():
            if is_empty(told_by):
                why = "its alerters only write to a log" if told_by.named else "its list of alerters is empty"
                text = f"the rule {told_by.name} tells nobody: {why}"
                yield Message(text, told_by.span, confidence=Confidence.LOW if routing.environment != PRODUCTION else None)
    if routing.route is None or not routing.receivers:
        return
    yield from _fallen(routing, project)
    told: set[str] = set()
    routes = list(routing.route.walk())
    for route in routes:
        receiver = routing.receivers.get(route.receiver.name) if route.receiver is not None else None
        if receiver is None or receiver.name in told or route.receiver is None:
            continue
        if is_empty(receiver) and _matters(route, routing, receiver):
            told.add(receiver.name)
            what = "what no route takes" if route is routing.route else "what this route takes"
            sure = Confidence.LOW if routing.environment == TEST else None
            yield Message(f"{what} goes to the receiver {receiver.name}, which has no integration", route.receiver.span, confidence=sure)


def _fallen(routing: Routing, project: Any) -> Iterator[Message]:
    """Urgent alerts that take no route, where the default swallows what no route takes."""
    root = routing.route
    held = routing.receivers.get(root.receiver.name) if root is not None and root.receiver is not None else None
    if root is None or root.receiver is None or held is None or not is_empty(held) or not swallows(held.name) or not root.routes:
        return
    if routing.kind != "alertmanager" or routing.environment != PRODUCTION or all(map(is_empty, routing.receivers.values())):
        return
    lost = [one for one in project.monitored.alerts if one.source in ("prometheus", "loki") and _urgent(one) and _ends_at(root, one)]
    if lost:
        more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
        text = f"{lost[0].name}{more}, which is {_urgent(lost[0])}, takes no route and goes to {held.name}, which tells nobody"
        place = Step(lost[0].span, "the first of these alerts")
        yield Message(text, root.receiver.span, related=(place,), confidence=Confidence.MEDIUM)


def _urgent(alert: AlertRule) -> str:
    """The severity that wakes somebody, ``""`` for others."""
    found = first(alert.labels, SEVERITIES)
    known = found is not None and alert.environment == PRODUCTION and not found[1].unknown
    return str(found[1].value) if found is not None and known and str(found[1].value).lower() in _WAKING else ""


def _ends_at(root: Route, alert: AlertRule) -> bool:
    labels = {key: str(one.value) if not one.unknown and "{{" not in str(one.value) else None for key, one in alert.labels.items()}
    return reached(root, {"alertname": alert.name, **labels}) == (root,)


def _matters(route: Route, routing: Routing, receiver: Receiver) -> bool:
    """A name such as null says that it is meant, unless nothing at all reaches anybody; a default may be empty where routes take all."""
    root = routing.route
    reaching = any(not is_empty(one) for one in routing.receivers.values())
    if swallows(receiver.name):
        return route is root and not reaching
    return not (route is root and routing.route is not None and routing.route.routes and _takes_all(root))


def _takes_all(root: Route | None) -> bool:
    return root is not None and any(not route.matchers and not route.unknown for route in root.routes)


def _itself(routing: Routing, project: Any) -> Iterator[Message]:
    """A webhook of an address that leads from Alertmanager's container to itself, where it alone listens, at its own port."""
    if routing.kind != "alertmanager" or routing.route is None or routing.environment != PRODUCTION:
        return
    yield from _own_port(routing)
    given_to = [service for service, _ in running(routing.span.path, _ALERTMANAGER, project)]
    if not given_to or any(service.network for service in given_to):
        return
    used = {one.receiver.name for one in routing.route.walk() if one.receiver is not None}
    for receiver in routing.receivers.values():
        for integration in receiver.integrations if receiver.name in used else ():
            url = integration.options.get("url")
            known = url is not None and not url.unknown and not url.open and isinstance(url.value, str)
            if url is not None and known and _LOOPBACK.match(str(url.value)) and example(integration) is None:
                text = f"the receiver {receiver.name} sends to {str(url.value)[:80]}, which is the container of Alertmanager itself"
                yield Message(text, url.span, confidence=Confidence.MEDIUM)


def _own_port(routing: Routing) -> Iterator[Message]:
    """A webhook at the port where Alertmanager itself listens, which takes alerts of Prometheus and no notifications."""
    used = {one.receiver.name for one in routing.route.walk() if one.receiver is not None} if routing.route is not None else set()
    for receiver in routing.receivers.values():
        for integration in receiver.integrations if receiver.name in used else ():
            url = integration.options.get("url") if integration.kind == "webhook" else None
            if url is not None and not url.unknown and not url.open and _ITSELF.match(str(url.value)):
                told = f"the receiver {receiver.name} sends to {str(url.value)[:80]}"
                text = f"{told}, where Alertmanager itself listens, which takes none of these"
                yield Message(text, url.span, confidence=Confidence.MEDIUM)


def _examples(routing: Routing, parameters: Parameters) -> Iterator[Message]:
    sure = None if routing.environment in parameters["examples_in"] else Confidence.LOW
    told: set[str] = set()
    used = {one.receiver.name for one in routing.route.walk() if one.receiver is not None} if routing.route is not None else set()
    for receiver in routing.receivers.values():
        if routing.kind == "alertmanager" and used and receiver.name not in used:
            continue  # a remainder of the package's own file
        for integration in receiver.integrations:
            found = example(integration)
            general = routing.settings.get(name) if (name := inherited(integration)) else None
            bare = without_address(integration) or (general if general is not None and general.value == "" else None)
            if bare is not None and not bare.unknown and not bare.open and found is None:
                sure_of_it = Confidence.LOW if _VALUES.search(bare.span.path) else sure
                yield Message(
                    f"the receiver {receiver.name} tells nobody: the address it sends to is empty", bare.span, confidence=sure_of_it
                )
            elif general is not None and is_only_example(general) and name not in told:
                told.add(name)
                text = f"the receiver {receiver.name} sends by global's {name} to {str(general.value)[:80]}, which is only an example"
                yield Message(text, general.span, confidence=sure)
            elif found is not None:
                span = integration.options[found[0]].span
                yield Message(f"the receiver {receiver.name} sends to {found[1][:80]}, which is only an example", span, confidence=sure)
