"""A second factor is added or removed and no security record is left

A second factor is enrolled, removed or reset, and the function leaves without a record.

## Why it matters

Removing the second factor, or adding one's own, is how a stolen password is made into a lasting entrance (CWE-778).

## How to fix it

Write one record for each change, at info: whose factor, of which kind, by whom, from where.

## Examples

```python
import logging

from flask import Flask
from flask_login import current_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/mfa/off")
def off():
    current_user.disable_totp()  # expect: second factor
    return "off"
```

```python
import logging

from flask import Flask
from flask_login import current_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/mfa/off")
def off():
    logger.info("authn_mfa_change user=%s removed=totp", current_user.get_id())
    current_user.disable_totp()
    return "off"
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
    "LP206",
    "unlogged-mfa-change",
    fact=AuthOutcome,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.5",),
)
def unlogged_mfa_change(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a changed second factor leaves no record."""
    yield from unlogged(outcome, ("authn_mfa_change",), "a changed second factor")
