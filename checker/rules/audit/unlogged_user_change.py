"""A user is created or deleted and no security record is left

An account is created, deleted or switched off, and the function leaves without a record.

## Why it matters

Accounts that nobody asked for, and accounts that vanish, are among the first signs of an intruder with rights (CWE-778). OWASP calls the
events `user_created`, `user_updated` and `user_deleted`.

## How to fix it

Write one record for each, at info or warning: which account, by whom, with which rights.

## Examples

```python
import logging

from flask import Flask, request
from flask_login import current_user

from accounts import users

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.delete("/users/<name>")
def remove(name):
    users.delete_user(name)  # expect: user
    return "gone"
```

```python
import logging

from flask import Flask, request
from flask_login import current_user

from accounts import users

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.delete("/users/<name>")
def remove(name):
    logger.warning("user_deleted user=%s by=%s", name, current_user.get_id())
    users.delete_user(name)
    return "gone"
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
    "LP208",
    "unlogged-user-change",
    fact=AuthOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.5",),
)
def unlogged_user_change(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a created or deleted user leaves no record."""
    yield from unlogged(outcome, ("user_created", "user_deleted"), "a created or deleted user")
    yield from unlogged(outcome, ("user_updated",), "an account that is switched on or off")
