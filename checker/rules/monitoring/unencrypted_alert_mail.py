"""Alerts are mailed in clear text

A receiver's mail goes to another host, and `require_tls` (or `smtp_require_tls`) is switched off.

## Why it matters

The mail server's password and what the alert says cross the network for everybody to read (CWE-319), and whoever stands between can swallow
the alert.

## How to fix it

Leave `require_tls` on, which is the default, or use port 465, where TLS comes first.

## Examples

```python
# file: alertmanager.yml
global:
  smtp_smarthost: mail.shop.net:587
  smtp_require_tls: false  # expect: mail.shop.net
route: {receiver: ops}
receivers:
  - name: ops
    email_configs:
      - to: ops@shop.net
```

```python
# file: alertmanager.yml
global:
  smtp_smarthost: mail.shop.net:587
route: {receiver: ops}
receivers:
  - name: ops
    email_configs:
      - to: ops@shop.net
      - to: night@shop.net
        smarthost: mail.shop.net:465
        require_tls: false
      - to: local@shop.net
        smarthost: localhost:25
        require_tls: false
```

## See also

`secret-in-alert-routing`. [CWE-319](https://cwe.mitre.org/data/definitions/319.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import DEVELOPMENT, TEST, Setting
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.fields import flag
from checker.monitoring.model import Routing
from checker.rule import Message, rule
from checker.rules.monitoring._shippers import is_inside, is_remote

_TLS_FIRST = "465"


@rule(
    "LP616",
    "unencrypted-alert-mail",
    fact=Routing,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(319,),
    owasp=("A02:2021", "A04:2025"),
    asvs=("12.3.1",),
)
def unencrypted_alert_mail(routing: Routing, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each place that switches TLS off for mail that is sent."""
    told: set[Setting] = set()
    mails = (way.options for one in routing.receivers.values() for way in one.integrations if way.kind == "email")
    for options in mails:
        off = options.get("require_tls", routing.settings.get("smtp_require_tls"))
        server = options.get("smarthost", routing.settings.get("smtp_smarthost"))
        if off is None or flag(off) is not False or off in told:
            continue
        host, _, port = _address(server).rpartition(":")
        if port == _TLS_FIRST or not is_remote(host):
            continue
        told.add(off)
        sure = Confidence.LOW if is_inside(host) or routing.environment in (DEVELOPMENT, TEST) else None
        yield Message(f"mail to {host} is sent without TLS: `require_tls` is off", off.span, confidence=sure)


def _address(server: Setting | None) -> str:
    """Host and port, ``""`` where they are not known."""
    if server is None or server.unknown or not isinstance(server.value, str) or "<" in server.value or "\u2026" in server.value:
        return ""
    return server.value if ":" in server.value else f"{server.value}:"
