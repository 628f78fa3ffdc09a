"""A login succeeds and leaves no security record

Somebody is let in, a session or a token is made, and the function leaves without a record.

## Why it matters

Without the successful ones, failed logins cannot be read: which of the guesses worked, and what was done from then on (CWE-778). OWASP
calls the event `authn_login_success`.

## How to fix it

Write one record for each login, at info: who, from where, and how.

## Examples

```python
import logging

from flask import Flask, abort, request
from flask_login import login_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/login")
def login():
    user = find(request.form["name"])
    if not user.check_password(request.form["password"]):
        logger.warning("authn_login_fail user=%s", user.id)
        abort(401)
    login_user(user)  # expect: a login
    return "welcome"


def find(name): ...
```

```python
import logging

from flask import Flask, abort, request
from flask_login import login_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/login")
def login():
    user = find(request.form["name"])
    if not user.check_password(request.form["password"]):
        logger.warning("authn_login_fail user=%s", user.id)
        abort(401)
    logger.info("authn_login_success user=%s from=%s", user.id, request.remote_addr)
    login_user(user)
    return "welcome"


def find(name): ...
```

## Settings

What changes something is vocabulary: add your own function below `changes`, and a function that writes your records below `trails`.

## See also

[OWASP Logging Vocabulary](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.audit._saying import unlogged
from checker.source.facts.outcomes import AuthOutcome


@rule(
    "LP202",
    "unlogged-login-success",
    fact=AuthOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.2",),
)
def unlogged_login_success(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a login leaves no record."""
    yield from unlogged(outcome, ("authn_login_success",), "a login")
