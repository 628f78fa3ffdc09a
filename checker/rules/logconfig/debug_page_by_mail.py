"""Error mails hold the whole debug page

`AdminEmailHandler` with `include_html`: each error is mailed with the variables of every stack frame, the settings and the request.

## Why it matters

Django blanks what is called a password or token and knows no other secret. Personal data, session cookies and queries leave by mail, and
stay in many mailboxes (CWE-532, CWE-201).

## How to fix it

Leave `include_html` out, or send errors to a tracker that removes what is sensitive.

## Examples

```python
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "mail_admins": {
            "level": "ERROR",
            "class": "django.utils.log.AdminEmailHandler",
            "include_html": True,  # expect: the debug page
        },
        "console": {"class": "logging.StreamHandler"},
    },
    "root": {"handlers": ["console", "mail_admins"], "level": "INFO"},
}
```

```python
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "mail_admins": {"level": "ERROR", "class": "django.utils.log.AdminEmailHandler"},
        "console": {"class": "logging.StreamHandler"},
    },
    "root": {"handlers": ["console", "mail_admins"], "level": "INFO"},
}
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

## See also

`mail-handler-without-tls`. [CWE-201](https://cwe.mitre.org/data/definitions/201.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule


@rule(
    "LP531",
    "debug-page-by-mail",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(532, 201),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.5",),
    environments=["production"],
)
def debug_page_by_mail(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler that is attached and mails Django's debug page."""
    setting = fact.handler.options.get("include_html")
    if setting is None or setting.value is not True or not fact.handler.cls.endswith("AdminEmailHandler"):
        return
    if fact.attached and not fact.only_debugging:
        told = f"{fact.handler.name} mails the debug page of each error: variables of all frames, settings, the request"
        yield Message(told, setting.span, confidence=Confidence.MEDIUM if setting.open else None)
