"""A check that refuses is passed over when it fails

`try: if not allowed(user): return forbidden() except Exception: pass`: whoever breaks the check comes in.

## Why it matters

The code asks whether somebody may go on, and answers no where they may not. When the question itself fails (a database that does not
answer, a header that cannot be parsed), the clause catches the error, tells nobody, and the request goes on as if the answer had been yes:
it fails open. Who finds an input that breaks the check has found the way in, and no record shows it (CWE-636, CWE-390). Where the refusal
is itself raised inside the `try`, even a plain no is swallowed.

## How to fix it

Refuse where the check fails, and log why: `except Exception: logger.exception("no decision"); return forbidden()`. Keep in the `try` only
what may fail, and name the errors that are expected.

## Examples

```python
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.post("/proxy")
async def forward(request: Request, policy, upstream):
    try:
        if not await policy.allows(request.headers["x-client"], request.url.path):
            return JSONResponse({"error": "not allowed"}, status_code=403)
    except Exception:  # expect: fails open
        pass
    return await upstream.send(request)
```

```python
import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()
logger = logging.getLogger(__name__)


@app.post("/proxy")
async def forward(request: Request, policy, upstream):
    try:
        allowed = await policy.allows(request.headers["x-client"], request.url.path)
    except Exception:
        logger.exception("no decision about %s", request.url.path)
        allowed = False
    if not allowed:
        logger.warning("refused %s", request.url.path)
        return JSONResponse({"error": "not allowed"}, status_code=403)
    return await upstream.send(request)
```

## Settings

This rule has no parameters. A clause that writes a record, notes something, or behind which somebody is refused all the same is not
reported.

## See also

`swallowed-exception`, `unlogged-access-denial`. [CWE-636](https://cwe.mitre.org/data/definitions/636.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.errors import PassedOver


@rule(
    "LP313",
    "check-passed-over",
    fact=PassedOver,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(636, 390),
    owasp=("A01:2021", "A09:2021", "A09:2025", "A10:2025"),
    asvs=("16.5.3", "16.3.4"),
)
def check_passed_over(passed: PassedOver, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a clause."""
    yield Message(f"{passed.types} of a check that {passed.refusal} is swallowed: the request goes on, and the check fails open")
