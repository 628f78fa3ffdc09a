"""Access is denied and no security record is left

A request is refused for want of a right (403, or 401 for the wrong user) and the function leaves without a record.

## Why it matters

Somebody who tries one door after the other, or a stolen session that reaches for another user's data, shows in refusals. Without a record
of them there is nothing to raise an alarm on, and nothing to tell afterwards what was tried (CWE-778). OWASP calls the event `authz_fail`.

## How to fix it

Write one record for each refusal, at warning: who asked, for what, and which right was missing. Best once, where all refusals come by.

## Examples

```python
from flask import Flask, abort
from flask_login import current_user

app = Flask(__name__)


@app.delete("/orders/<int:order_id>")
def remove(order_id):
    if not current_user.is_admin:
        abort(403)  # expect: denied
    return "gone"
```

```python
import logging

from flask import Flask, abort
from flask_login import current_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.delete("/orders/<int:order_id>")
def remove(order_id):
    if not current_user.is_admin:
        logger.warning("authz_fail user=%s order=%s", current_user.id, order_id)
        abort(403)
    return "gone"
```

An error handler that records every refusal serves all of them:

```python
import logging

from flask import Flask, abort, request
from flask_login import current_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.delete("/orders/<int:order_id>")
def remove(order_id):
    if not current_user.is_admin:
        abort(403)
    return "gone"


@app.errorhandler(403)
def denied(error):
    logger.warning("authz_fail user=%s path=%s", current_user.get_id(), request.path)
    return "no", 403
```

## Settings

What refuses is vocabulary: add your own exceptions and helpers below `refusals`.

## See also

`unlogged-login-failure`.
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
    "LP203",
    "unlogged-access-denial",
    fact=AuthOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025", "A01:2021", "A01:2025"),
    asvs=("16.3.2",),
    pci=("10.2.1.4",),
)
def unlogged_access_denial(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a refusal leaves no record."""
    yield from unlogged(outcome, ("authz_fail",), "a denied access")
