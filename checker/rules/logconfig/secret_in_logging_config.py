"""A secret stands in the logging configuration

Credentials of a mail, HTTP or webhook handler as a literal.

## Why it matters

Who can read the repository has the password, for ever: it stays in the history (CWE-798).

## How to fix it

Read it from the environment or a secret store, and change it: it is known now.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "mail": {
            "class": "logging.handlers.SMTPHandler",
            "mailhost": ["mail.example.com", 587],
            "fromaddr": "shop@example.com",
            "toaddrs": ["ops@example.com"],
            "subject": "shop",
            "credentials": ["shop", "h7Kq-92Lm-ee"],  # expect: a password
            "secure": [],
        },
    },
    "root": {"handlers": ["mail"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import os
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "mail": {
            "class": "logging.handlers.SMTPHandler",
            "mailhost": ["mail.example.com", 587],
            "fromaddr": "shop@example.com",
            "toaddrs": ["ops@example.com"],
            "subject": "shop",
            "credentials": [os.environ["MAIL_USER"], os.environ["MAIL_PASSWORD"]],
            "secure": [],
        },
    },
    "root": {"handlers": ["mail"], "level": "INFO"},
})
```

## Settings

`placeholders`: further words that show that a value is only an example, beside such as `changeme`, `your` and `dummy`.

## See also

`mail-handler-without-tls`. [CWE-798](https://cwe.mitre.org/data/definitions/798.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.model import Setting
from checker.logconfig.text.placeholders import is_example
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_SECRET = re.compile(
    r"(?:^|[_-])(?:password|passwd|pwd|secret|token|apikey|api[_-]key|access[_-]key|secret[_-]key|auth[_-]token|bot_token|webhook|webhook_url|dsn)$",
    re.IGNORECASE,
)
_IN_URL = re.compile(r"^[a-z][a-z0-9+.-]*://[^/\s:@]*:(?P<secret>[^/\s@]+)@", re.IGNORECASE)
_WEBHOOK = re.compile(r"hooks\.slack\.com/services/\w+/\w+/\w+|discord(?:app)?\.com/api/webhooks/\d+/|api\.telegram\.org/bot\d+:")
_PAIRS = ("credentials", "auth")
"""Options that take a user and a password."""
_SHORTEST = 4
_MEANT = ("secret", "password", "passwd")
"""Values that say only what is meant to stand there."""


@rule(
    "LP514",
    "secret-in-logging-config",
    fact=ConfiguredHandler,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(798, 312),
    owasp=("A07:2021", "A07:2025"),
    asvs=("13.3.1",),
    pci=("8.6.2",),
    placeholders=[],
)
def secret_in_logging_config(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each option that holds a secret as a literal."""
    handler = fact.handler
    for name, setting in handler.options.items():
        if setting.unknown or setting.open:
            continue
        label = _label(name, setting, parameters)
        if label:
            yield Message(f"{handler.name} has {label} as a literal in `{name}`", setting.span)


def _label(name: str, setting: Setting, parameters: Parameters) -> str:
    value = setting.value
    if name in _PAIRS and isinstance(value, tuple) and len(value) > 1:
        return "a password" if _is_secret(value[1], parameters) else ""
    if not isinstance(value, str):
        return ""
    match = _IN_URL.match(value)
    if match and _is_secret(match["secret"], parameters):
        return "a password"
    if _WEBHOOK.search(value):
        return "a webhook's secret address"
    if _SECRET.search(name) and not value.startswith(("http://", "https://")) and _is_secret(value, parameters):
        return "a secret"
    return ""


def _is_secret(value: Any, parameters: Parameters) -> bool:
    """Whether a text may be a secret, and is no example of one."""
    if not isinstance(value, str) or len(value) < _SHORTEST or value.startswith(("ext://", "cfg://", "$", "%", "{", "settings.", "os.")):
        return False
    return not is_example(value, (*_MEANT, *parameters["placeholders"]))
