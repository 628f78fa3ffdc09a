"""A variable stands where Alertmanager fills none in

`api_url: ${SLACK_WEBHOOK_URL}`: Alertmanager reads its file as it is written, and its container starts with nothing that fills it in first.

## Why it matters

The address or the password is the text `${...}`: Alertmanager does not start, or every message it sends is refused (CWE-778).

## How to fix it

Use the options that read from files (`api_url_file`, `bot_token_file`, `smtp_auth_password_file`), or write the file with `envsubst` before
it is mounted.

## Examples

```python
# file: docker-compose.yml
services:
  alertmanager:
    image: prom/alertmanager:v0.28.0
    environment: ["SLACK_WEBHOOK_URL=${SLACK_WEBHOOK_URL}"]
    volumes: ["./alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro"]
# file: alertmanager.yml
route: {receiver: team}
receivers:
  - name: team
    slack_configs:
      - api_url: ${SLACK_WEBHOOK_URL}  # expect: fills in no variables
        channel: "#alerts"
```

```python
# file: docker-compose.yml
services:
  alertmanager:
    image: prom/alertmanager:v0.28.0
    volumes: ["./alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro", "./secrets:/etc/alertmanager/secrets:ro"]
# file: alertmanager.yml
route: {receiver: team}
receivers:
  - name: team
    slack_configs:
      - api_url_file: /etc/alertmanager/secrets/slack
        channel: "#alerts"
```

It speaks only where a compose file mounts this very file into the official image.

## See also

`alert-reaches-nobody`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from checker.logconfig.model import PRODUCTION, Setting
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Routing
from checker.rule import Message, rule
from checker.rules.monitoring._containers import given, running, services

_OFFICIAL = re.compile(r"^(?:docker\.io/|quay\.io/)?(?:prom|prometheus)/alertmanager(?::|@|$)")
_FILLING = re.compile(r"envsubst|gomplate|confd|\bsed\b|\b(?:ba|a)?sh\b|template|entrypoint", re.IGNORECASE)
_VARIABLE = re.compile(r"the placeholder (?P<variable>\$(?:\{[^}\s]{1,60}\}|[A-Z][A-Z0-9_]{2,40}))")
_NAMED = re.compile(r"(?:^|/)alert-?manager(?!\S*(?:tmpl|templ|example|sample|dist))[\w.-]*\.ya?ml$", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:^|[._])(?:url|api_url|webhook_url|to|from|smarthost|smtp_\w+|auth_password|auth_username|routing_key|service_key|api_key|user_key|token"
    r"|bot_token|chat_id|password|credentials|slack_api_url|opsgenie_api_key)$"
)


@rule(
    "LP618",
    "unfilled-alert-variable",
    fact=Routing,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.4.1.1", "10.7.2"),
)
def unfilled_alert_variable(routing: Routing, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each receiver, and for the whole, that a variable stays in."""
    if routing.kind != "alertmanager" or not _as_written(routing, project):
        return
    sure = Confidence.LOW if routing.environment != PRODUCTION else None
    ways = [way for one in routing.receivers.values() for way in one.integrations]
    parts = [(f"the receiver {one.name}", way.options) for one in routing.receivers.values() for way in one.integrations]
    whole = {
        name: one for name, one in routing.settings.items() if not name.startswith("smtp_") or any(way.kind == "email" for way in ways)
    }
    told: set[str] = set()
    for owner, options in (("the configuration", whole), *parts):
        found = _unfilled(options)
        if found is not None and found[1] not in told:
            told.add(found[1])
            text = f"{owner} has {found[1]} in `{found[0]}`: Alertmanager fills in no variables, and nothing does before it starts"
            yield Message(text, options[found[0]].span, confidence=sure)


def _as_written(routing: Routing, project: Any) -> bool:
    """Whether the file is mounted into the official image, whose command does nothing to it."""
    path = routing.span.path
    if project.configured.modules <= 1 and not services(project):  # of a file alone what is seen counts: nothing fills it in
        return bool(_NAMED.search(path))
    found = [service for service, _ in running(path, _OFFICIAL, project)]
    return bool(found) and not any(one.context is not None or _FILLING.search(one.command) for one in given(path, project))


def _unfilled(options: Mapping[str, Setting]) -> tuple[str, str] | None:
    """The option and the variable."""
    for name, setting in options.items():
        match = _VARIABLE.search(setting.unknown or setting.open) if _TOLD.search(name) else None
        if match is not None:
            return name, match["variable"]
    return None
