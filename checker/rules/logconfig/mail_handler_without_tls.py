"""Log mails are sent without TLS

`SMTPHandler` to another host without TLS: with `credentials` and without `secure`, or without credentials at all.

## Why it matters

Password and error reports, with whatever data they hold, cross the network in clear text (CWE-319).

## How to fix it

Give `secure: []` (or a tuple), which makes the handler speak STARTTLS. Python looks at it only where there are `credentials`: without an
account, hand the mails to the machine's own mail server and let that speak TLS.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "mail": {  # expect: without TLS
            "class": "logging.handlers.SMTPHandler",
            "mailhost": ["mail.example.com", 587],
            "fromaddr": "shop@example.com",
            "toaddrs": ["ops@example.com"],
            "subject": "shop",
            "credentials": ["shop", "%SECRET%"],
            "level": "ERROR",
        },
    },
    "root": {"handlers": ["mail"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "mail": {
            "class": "logging.handlers.SMTPHandler",
            "mailhost": "localhost",
            "fromaddr": "shop@example.com",
            "toaddrs": ["ops@example.com"],
            "subject": "shop",
            "level": "ERROR",
        },
    },
    "root": {"handlers": ["mail"], "level": "INFO"},
})
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

## See also

`secret-in-logging-config`, `plain-text-log-transport`. [CWE-319](https://cwe.mitre.org/data/definitions/319.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.sinks import host_of, is_local
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule


@rule(
    "LP513",
    "mail-handler-without-tls",
    fact=ConfiguredHandler,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(319, 523),
    owasp=("A02:2021", "A09:2021", "A04:2025", "A09:2025"),
    asvs=("12.3.1", "16.4.3"),
    environments=["production"],
)
def mail_handler_without_tls(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a mail handler that sends in clear text to another host."""
    handler = fact.handler
    if handler.cls != "logging.handlers.SMTPHandler":
        return
    credentials, secure = handler.options.get("credentials"), handler.options.get("secure")
    host = host_of(handler.options.get("mailhost"))
    given = secure is not None and bool(secure.unknown or secure.open or secure.value is not None)
    logs_in = credentials is not None and bool(credentials.unknown or credentials.open or credentials.value)
    if is_local(host) or (given and logs_in):
        return
    if logs_in:
        yield Message(f"{handler.name} logs in to the mail server and sends without TLS: `secure` is missing")
    elif host:
        why = ": `secure` counts only with `credentials`" if given else ""
        told = f"{handler.name} sends its records to {host} without TLS{why}"
        yield Message(told, confidence=Confidence.MEDIUM, severity=Severity.MEDIUM)
