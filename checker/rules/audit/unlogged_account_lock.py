"""An account is locked or unlocked and no security record is left

An account is locked, blocked or opened again, and the function leaves without a record.

## Why it matters

A lock is the answer to an attack; without a record of it nobody learns of the attack, nor that an accomplice opened the account again
(CWE-778). OWASP calls the event `authn_login_lock`.

## How to fix it

Write one record for each, at warning: which account, why, by whom or by which limit.

## Examples

```python
import logging

from flask import Flask
from flask_login import current_user

from accounts import find

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/users/<name>/lock")
def lock(name):
    user = find(name)
    user.lock_account()  # expect: account
    return "locked"
```

```python
import logging

from flask import Flask
from flask_login import current_user

from accounts import find

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/users/<name>/lock")
def lock(name):
    user = find(name)
    logger.warning("authn_login_lock user=%s by=%s", name, current_user.get_id())
    user.lock_account()
    return "locked"
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
    "LP210",
    "unlogged-account-lock",
    fact=AuthOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.5",),
)
def unlogged_account_lock(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a locked or unlocked account leaves no record."""
    yield from unlogged(outcome, ("authn_login_lock", "authn_login_fail_max"), "a locked or unlocked account")
