"""A server answers that it has failed, and nothing records why

`except Exception: return jsonify(error="internal error"), 500` without a record.

## Why it matters

Had the error been let through, the framework would have logged it with its traceback. A clause that catches every error and answers with
a 500 of its own takes its place: whoever asked is told, and whoever runs the service is not. There is a number in an access log, and
nobody can say which line failed, for whom, or since when. Attackers look for such answers, because they show what can be broken without
being seen (CWE-778, CWE-390). Where the answer holds the error's own text, the client even learns more than the log (CWE-209).

## How to fix it

Write `logger.exception("what was being done")` in the clause, before the answer. Better still, leave the clause out: an error handler of
the application answers with a 500 and logs, for all of its functions.

## Examples

```python
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.post("/orders")
def order(cart: dict, shop):
    try:
        return shop.order(cart)
    except Exception as error:  # expect: answered with 500
        raise HTTPException(status_code=500, detail=str(error))
```

```python
import logging

from fastapi import FastAPI, HTTPException

app = FastAPI()
logger = logging.getLogger(__name__)


@app.post("/orders")
def order(cart: dict, shop):
    try:
        return shop.order(cart)
    except ValueError as error:
        raise HTTPException(status_code=400, detail=str(error))
    except Exception as error:
        logger.exception("the order failed")
        raise HTTPException(status_code=500, detail="internal error") from error
```

A message on the next page tells the user, and nobody else:

```python
from flask import Flask, flash, redirect, request

app = Flask(__name__)


@app.post("/invoices")
def invoice(shop):
    try:
        shop.send_invoice(request.form["order"])
    except Exception:  # expect: answered with a message to the user
        flash("The invoice could not be sent.", "error")
    return redirect("/orders")


@app.post("/limits")
def limit(shop):
    try:
        total = float(request.form["total"])
    except Exception:
        flash("That is no number.", "error")
        return redirect("/limits")
    return shop.limit(total)
```

## Settings

This rule has no parameters. A message to the user (`flash`, Django's `messages.error`) counts where the clause guards work that is more
than reading and converting, and the message does not say what went wrong. What is asked whether the service works (`health`, `ready`,
`ping`) is not reported, nor is a 503. A record counts wherever it is written: in the clause, by what makes the answer, by a decorator, a
middleware or an error handler of the application. Where it is not certain that one of these is passed, the finding is of low confidence, as
it is where the error is stored in an object or handed to a function of the project's that makes no answer (`job.fail(str(error))`).

## See also

`swallowed-exception`, `lost-traceback`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html),
[OWASP Error Handling Cheat Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.errors._weight import acts
from checker.source.facts.errors import AnsweredError


@rule(
    "LP312",
    "unrecorded-server-error",
    fact=AnsweredError,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778, 390),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
    asvs=("16.3.4", "16.5.1"),
)
def unrecorded_server_error(answered: AnsweredError, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a clause; low where something around it may record the error."""
    told = "; the client is told its text" if answered.shown else ""
    plain = answered.status.isdecimal() or (acts(answered.tried) and not answered.shown)  # else what somebody typed is told to be wrong
    yield Message(
        f"{answered.types} is answered with {answered.status}, and no record says what went wrong{told}",
        confidence=Confidence.MEDIUM if answered.sure and plain else Confidence.LOW,
    )
