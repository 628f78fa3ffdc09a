"""A token or key is made or revoked and no security record is left

An API key, an access token or the like is created, revoked or deleted, and the function leaves without a record.

## Why it matters

A key outlives the session it was made in: it is what an intruder leaves behind. When one was made, by whom and for what must be known
(CWE-778). OWASP calls the events `authn_token_created` and `authn_token_revoked`.

## How to fix it

Write one record for each, at info: the token's id (never the token), whose it is, by whom, with which rights.

## Examples

```python
import logging

from flask import Flask
from flask_login import current_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/keys")
def add():
    key = current_user.create_api_key()  # expect: token
    return key.text
```

```python
import logging

from flask import Flask
from flask_login import current_user

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/keys")
def add():
    logger.info("authn_token_created user=%s", current_user.get_id())
    key = current_user.create_api_key()
    return key.text
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
    "LP207",
    "unlogged-token-change",
    fact=AuthOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.5",),
)
def unlogged_token_change(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which a made or revoked token leaves no record."""
    yield from unlogged(outcome, ("authn_token_created", "authn_token_revoked", "authn_token_delete"), "a made or revoked token")
