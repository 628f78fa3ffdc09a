"""A password is changed and no security record is left

A password is set, changed or reset, and the function leaves without a record.

## Why it matters

Who has broken into an account changes its password first. When and from where it was changed is what the owner and the investigator ask
(CWE-778). OWASP calls the event `authn_password_change`.

## How to fix it

Write one record for each change, at info: whose password, by whom, from where. Never the password.

## Examples

```python
import logging

from flask import Flask, request
from flask_login import current_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/password")
def change():
    current_user.set_password(request.form["new"])  # expect: password
    return "changed"
```

```python
import logging

from flask import Flask, request
from flask_login import current_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/password")
def change():
    logger.info("authn_password_change user=%s from=%s", current_user.get_id(), request.remote_addr)
    current_user.set_password(request.form["new"])
    return "changed"
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
    "LP205",
    "unlogged-password-change",
    fact=AuthOutcome,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.5",),
)
def unlogged_password_change(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a changed password leaves no record."""
    yield from unlogged(outcome, ("authn_password_change",), "a changed password")
