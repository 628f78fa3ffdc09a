"""A session ends and leaves no security record

A function logs somebody out, or drops the session, without a record.

## Why it matters

Where a session began is recorded and where it ended is not, nobody can tell whether what came later was still its owner (CWE-778). OWASP
calls the event `session_logout`.

## How to fix it

Write one record for each logout, at info: who, and whether by hand, by time or by an administrator.

## Examples

```python
import logging

from flask import Flask
from flask_login import current_user, logout_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/logout")
def logout():
    logout_user()  # expect: logout
    return "bye"
```

```python
import logging

from flask import Flask
from flask_login import current_user, logout_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/logout")
def logout():
    logger.info("session_logout user=%s", current_user.get_id())
    logout_user()
    return "bye"
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
    "LP204",
    "unlogged-logout",
    fact=AuthOutcome,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.2",),
)
def unlogged_logout(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a logout leaves no record."""
    yield from unlogged(outcome, ("session_logout",), "a logout")
