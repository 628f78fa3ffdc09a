"""A login fails and leaves no security record

A password, a second factor or a key is checked, the check says no, and the function leaves (401, a form shown again, a redirect, an
exception) without a record.

## Why it matters

Password guessing and credential stuffing are seen in failed logins and nowhere else. Where they are not recorded, nobody can raise an
alarm, lock an account or tell afterwards which one was broken into (CWE-778). OWASP calls the event `authn_login_fail`.

## How to fix it

Write one record for each failure, at warning or info, on every way out: who tried, from where, and why it failed. Never the password.

## Examples

```python
from flask import Flask, abort, request, session

app = Flask(__name__)


@app.post("/login")
def login():
    user = find(request.form["name"])
    if not user.check_password(request.form["password"]):
        abort(401)  # expect: login
    session["user_id"] = user.id
    return "welcome"


def find(name): ...
```

`--fix=unsafe` writes the record where a project's own function for such events fits as it is called elsewhere, else by the module's logger:

```python fixed
import logging

from flask import Flask, abort, request, session

logger = logging.getLogger(__name__)

app = Flask(__name__)


@app.post("/login")
def login():
    user = find(request.form["name"])
    if not user.check_password(request.form["password"]):
        logger.warning(
            "authn_login_fail outcome=failure user=%r source=%r", user.id, request.remote_addr
        )
        abort(401)  # expect: login
    session["user_id"] = user.id
    return "welcome"


def find(name): ...
```

```python
import logging

from flask import Flask, abort, request, session

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/login")
def login():
    user = find(request.form["name"])
    if not user.check_password(request.form["password"]):
        logger.warning("authn_login_fail user=%s from=%s", user.id, request.remote_addr)
        abort(401)
    session["user_id"] = user.id
    return "welcome"


def find(name): ...
```

The record counts wherever it is written: in the function, in what it calls, in a caller or an error handler that gets the exception, in
a decorator, a middleware, or a receiver that is connected to the framework's signal.

```python
import logging

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

logger = logging.getLogger(__name__)
app = FastAPI()


@app.post("/token")
def token(name: str, password: str):
    if not verify_password(name, password):
        raise HTTPException(401)
    return {"token": "..."}


@app.exception_handler(HTTPException)
def refused(request: Request, error: HTTPException):
    logger.warning("%s refused with %s", request.url.path, error.status_code)
    return JSONResponse({}, error.status_code)


def verify_password(name, password): ...
```

## Settings

What verifies is vocabulary: add your own function below `verifiers`, and a function that writes your records below `trails`.

## See also

`unlogged-access-denial`, `unlogged-verification-failure`.
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
    "LP201",
    "unlogged-login-failure",
    fact=AuthOutcome,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.4",),
)
def unlogged_login_failure(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a failed login leaves no record."""
    yield from unlogged(outcome, ("authn_login_fail",), "a failed login")
