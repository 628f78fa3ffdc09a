"""A signature or token does not verify and leaves no security record

A token is decoded, a signature compared or a signed link read; it is expired, forged or used again; and the function leaves without a
record.

## Why it matters

Tokens that do not verify are how forged and stolen ones are seen: someone tries algorithms, replays an old link, or signs with a
guessed key (CWE-778). OWASP calls the events `authn_token_reuse` and `crypt_*`; without a record the attempts stay unseen until one works.

## How to fix it

Record the failure where it is handled: which token (its id, never the token), whose it claims to be, from where, and why it failed.

## Examples

```python
import jwt
from fastapi import Depends, FastAPI, HTTPException

app = FastAPI()


def current_user(token: str = Depends(lambda: "")):
    try:
        return jwt.decode(token, "key", algorithms=["HS256"])
    except jwt.InvalidTokenError:
        raise HTTPException(401) from None  # expect: does not verify
```

```python
import logging

import jwt
from fastapi import Depends, FastAPI, HTTPException

logger = logging.getLogger(__name__)
app = FastAPI()


def current_user(token: str = Depends(lambda: "")):
    try:
        return jwt.decode(token, "key", algorithms=["HS256"])
    except jwt.InvalidTokenError as error:
        logger.warning("authn_token_invalid: %s", type(error).__name__)
        raise HTTPException(401) from None
```

## Settings

What verifies is vocabulary: add your own function below `verifiers`.

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
    "LP211",
    "unlogged-verification-failure",
    fact=AuthOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.4",),
)
def unlogged_verification_failure(outcome: AuthOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a function in which something signed does not verify and nothing tells of it."""
    yield from unlogged(outcome, ("authn_token_reuse", "signature_verify_fail"), "a token or signature that does not verify")
