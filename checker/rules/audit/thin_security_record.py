"""A security record leaves out who it was or where it came from

The record tells that a login failed, that access was denied, that a right was changed; the user or the request is at hand, and not in it.

## Why it matters

A course of events can be put together only from records that say who, from where and how it ended (OWASP ASVS 5.0 16.2.1, PCI DSS 10.2.2).
"login failed" a thousand times may be one forgotten password or one attacker.

## How to fix it

Put the account, the client's address and the outcome into the record, each as a field of its own. What every record of a request should
have is best bound once: `structlog.contextvars`, loguru's `contextualize`, a `logging.Filter`. Projects that do so are left alone.

## Examples

```python
# file: logproof.yaml
rules:
  thin-security-record: {enabled: true}
# file: web.py
import logging

from flask import Flask, abort, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/login")
def login():
    username = request.form["username"]
    if not check(username, request.form["password"]):
        logger.warning("login failed")  # expect: a record of authn_login_fail lacks who and where from, and the code has `username`
        abort(401)
    return "welcome"


def check(username, password): ...
```

```python
# file: logproof.yaml
rules:
  thin-security-record: {enabled: true}
# file: web.py
import logging

from flask import Flask, abort, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/login")
def login():
    username = request.form["username"]
    if not check(username, request.form["password"]):
        logger.warning("login failed: user=%r from=%s", username, request.remote_addr)
        abort(401)
    return "welcome"


def check(username, password): ...
```

## Settings

What the text of such a record says is vocabulary, `records`; what it must name, `traits`.

## See also

`unlogged-login-failure`, `forged-log-line`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.security import ThinRecord


@rule(
    "LP216",
    "thin-security-record",
    fact=ThinRecord,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.1",),
    pci=("10.2.2",),
    enabled=False,
)
def thin_security_record(record: ThinRecord, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each record."""
    held = " and ".join(f"`{name}`" for name in record.held)
    yield Message(
        f"a record of {record.event} lacks {' and '.join(record.lacks)}, and the code has {held}",
        properties=(("event", record.event), ("lacks", ", ".join(record.lacks))),
    )
