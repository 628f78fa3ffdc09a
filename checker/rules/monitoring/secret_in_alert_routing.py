"""A secret stands in the configuration of alert routes

A password, a token or a webhook's secret address of a receiver as a literal.

## Why it matters

Who can read the repository can write into the channel that people trust at night (CWE-798), and it stays in the history.

## How to fix it

Use the option that reads it from a file (`api_url_file`, `routing_key_file`, `smtp_auth_password_file`), and change it: it is known now.

## Examples

```python
# file: alertmanager.yml
global:
  smtp_smarthost: mail.shop.net:587
  smtp_auth_username: alerts
  smtp_auth_password: h7Kq-92Lm-ee  # expect: a secret
route: {receiver: team}
receivers:
  - name: team
    email_configs: [{to: team@shop.net}]
```

```python
# file: alertmanager.yml
global:
  smtp_smarthost: mail.shop.net:587
  smtp_auth_username: alerts
  smtp_auth_password_file: /etc/alertmanager/smtp
route: {receiver: team}
receivers:
  - name: team
    email_configs: [{to: team@shop.net}]
```

## Settings

`placeholders`: further words that show that a value is only an example, beside such as `changeme`, `your` and `dummy`.

## See also

`secret-in-shipper-config`. [CWE-798](https://cwe.mitre.org/data/definitions/798.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import DEVELOPMENT, TEST
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Routing
from checker.rule import Message, rule
from checker.rules.monitoring._secrets import secrets


@rule(
    "LP615",
    "secret-in-alert-routing",
    fact=Routing,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(798, 312),
    owasp=("A07:2021", "A07:2025"),
    asvs=("13.3.1",),
    pci=("8.6.2",),
    placeholders=[],
)
def secret_in_alert_routing(routing: Routing, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each literal secret."""
    sure = Confidence.LOW if routing.environment in (DEVELOPMENT, TEST) else None
    held = [("the configuration", routing.settings)]
    held += [(f"the receiver {one.name}", way.options) for one in routing.receivers.values() for way in one.integrations]
    for owner, options in held:
        for name, setting, what in secrets(options, parameters["placeholders"]):
            yield Message(f"{owner} has {what} as a literal in `{name}`", setting.span, confidence=sure)
