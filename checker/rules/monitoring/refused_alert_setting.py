"""Alertmanager refuses its configuration

A receiver has an option that Alertmanager does not know (`subject` of a mail, `body` of a webhook): it reads its file strictly, and one
unknown name is enough. A key that stands twice in one mapping, and a name that two receivers have, are refused as well; so are matchers,
`continue` or time intervals at the root route, a `group_by` or an interval that makes no sense, a credential that is given twice
(`api_url` and `api_url_file`), and in a file that holds the whole configuration an integration that neither has an address or credential
nor finds one in `global`.

## Why it matters

It does not start, or goes on with the file before: no alert of any rule reaches anybody (CWE-778).

## How to fix it

The message says what the option is called; `amtool check-config alertmanager.yml` tells before it is installed.

## Examples

```python
# file: alertmanager.yml
route: {receiver: shop}
receivers:
  - name: shop
    email_configs:
      - to: oncall@shop.net
        from: alerts@shop.net
        smarthost: mail.shop.net:587
        subject: "{{ .GroupLabels.alertname }}"  # expect: `headers`
```

```python
# file: alertmanager.yml
route: {receiver: shop}
receivers:
  - name: shop
    email_configs:
      - to: oncall@shop.net
        from: alerts@shop.net
        smarthost: mail.shop.net:587
        headers: {Subject: "{{ .GroupLabels.alertname }}"}
```

## See also

`unfilled-alert-variable`, `alert-reaches-nobody`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.model import Routing
from checker.rule import Message, rule

_MEANT = {
    "email": {
        "subject": "`headers` holds the subject", "body": "the text is `html` or `text`", "message": "the text is `html` or `text`",
        "smtp_smarthost": "it is `smarthost`", "smtp_from": "it is `from`", "smtp_require_tls": "it is `require_tls`",
        "smtp_auth_username": "it is `auth_username`", "smtp_auth_password": "it is `auth_password`", "username": "it is `auth_username`",
        "password": "it is `auth_password`", "title": "`headers` holds the subject",
    },
    "slack": {
        "webhook_url": "it is `api_url`", "url": "it is `api_url`", "slack_api_url": "it is `api_url`", "message": "it is `text`",
        "body": "it is `text`", "description": "it is `text`",
    },
    "webhook": {
        "body": "the body is fixed", "headers": "they stand in `http_config`", "method": "it is always POST", "title": "the body is fixed",
        "text": "the body is fixed", "message": "the body is fixed", "basic_auth": "it stands in `http_config`",
        "bearer_token": "it stands in `http_config`", "authorization": "it stands in `http_config`",
        "tls_config": "it stands in `http_config`",
    },
    "pagerduty": {"title": "it is `description`", "summary": "it is `description`", "integration_key": "it is `routing_key`"},
    "telegram": {"token": "it is `bot_token`", "chat": "it is `chat_id`", "text": "it is `message`", "chatid": "it is `chat_id`"},
    "discord": {"url": "it is `webhook_url`", "text": "it is `message`", "api_url": "it is `webhook_url`"},
    "msteams": {"url": "it is `webhook_url`", "message": "it is `text`"},
}  # fmt: skip
"""Options that are written for others and were never known, by kind of integration (Alertmanager's configuration, 0.15 to 0.28)."""


@rule(
    "LP620",
    "refused-alert-setting",
    fact=Routing,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    pci=("10.7.2",),
)
def refused_alert_setting(routing: Routing, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each such option of each receiver."""
    if routing.kind != "alertmanager":
        return
    sure = None if routing.environment == PRODUCTION else Confidence.LOW
    for again in routing.repeated:
        what = (
            f"two receivers are called {again.name}"
            if again.name in routing.receivers
            else f"the key {again.name} stands twice in one mapping"
        )
        yield Message(f"Alertmanager refuses the file: {what}", again.span, confidence=sure)
    for refusal in routing.refusals:
        yield Message(f"Alertmanager refuses the file: {refusal.text}", refusal.span, confidence=sure)
    for receiver in routing.receivers.values():
        for integration in receiver.integrations:
            meant = _MEANT.get(integration.kind, {})
            told: set[str] = set()
            for path, setting in integration.options.items():
                name = path.partition(".")[0]
                if name in meant and name not in told:
                    told.add(name)
                    text = f"Alertmanager refuses the file: {integration.kind}_configs of {receiver.name} know no `{name}`, {meant[name]}"
                    yield Message(text, setting.span, confidence=sure)
