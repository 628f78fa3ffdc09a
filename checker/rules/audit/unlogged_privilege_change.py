"""Rights are changed and no security record is left

A role, a group or a permission is given or taken, and the function leaves without a record.

## Why it matters

Raising one's own rights is the step from a small break-in to a large one, and it is a legitimate call of the program's own functions:
only the record tells who did it (CWE-778). OWASP calls the event `privilege_permissions_changed`.

## How to fix it

Write one record for each change, at warning: whose rights, from what to what, by whom.

## Examples

```python
import logging

from flask import Flask, request
from flask_login import current_user

from accounts import find

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/users/<name>/admin")
def promote(name):
    user = find(name)
    user.is_admin = True  # expect: rights
    return "promoted"
```

```python
import logging

from flask import Flask, request
from flask_login import current_user

from accounts import find

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/users/<name>/admin")
def promote(name):
    user = find(name)
    logger.warning("privilege_permissions_changed user=%s to=admin by=%s", name, current_user.get_id())
    user.is_admin = True
    return "promoted"
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
    "LP209",
    "unlogged-privilege-change",
    fact=AuthOutcome,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.2",),
    pci=("10.2.1.5",),
)
def unlogged_privilege_change(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a change of rights leaves no record."""
    yield from unlogged(outcome, ("privilege_permissions_changed", "authz_change", "authz_admin"), "a change of rights")
