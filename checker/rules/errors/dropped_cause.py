"""An exception is raised in the place of another one that it does not name

`except Exception: raise PaymentError("failed") from None`: what really happened is gone.

## Why it matters

`from None` takes the first exception out of the traceback. Where the new one does not repeat it, nobody who reads the log can tell a
wrong password from a full disk (CWE-755).

## How to fix it

`raise PaymentError("failed") from error`. Where the client must not see the cause, log it before.

## Examples

```python
def pay(bank, order):
    try:
        bank.submit(order)
    except Exception:
        raise RuntimeError("payment failed") from None  # expect: from None
```

```python
def pay(bank, order):
    try:
        bank.submit(order)
    except Exception as error:
        raise RuntimeError("payment failed") from error


def price(prices, name):
    try:
        return prices[name]
    except KeyError:
        raise AttributeError(name) from None
```

## Settings

This rule has no parameters. Where nothing is written, sent or settled, `from None` is of low confidence: it is mostly meant, so that a
secret or a library's inner life is not shown. To translate an expected error (`KeyError` to `AttributeError`) is not reported. Where `from`
is left out the traceback still shows both, as long as somebody writes it: that is of low confidence.

## See also

`lost-traceback`. [Python: exception chaining](https://docs.python.org/3/tutorial/errors.html#exception-chaining).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.errors._reasons import unexplained
from checker.rules.errors._weight import loses
from checker.source.facts.errors import CaughtError


@rule(
    "LP307",
    "dropped-cause",
    fact=CaughtError,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(755,),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
    judge=unexplained,
)
def dropped_cause(caught: CaughtError, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each exception that takes the place of one that nobody expected."""
    for place in caught.dropped if caught.broad else ():
        sure = Confidence.MEDIUM if loses(caught.tried) else Confidence.LOW
        yield Message("from None drops an error that nobody expected, and nothing has told of it", span=place, confidence=sure)
    for place in caught.unnamed if caught.broad and not caught.uses else ():
        text = "another error is raised in the place of one that nobody expected, without from"
        yield Message(text, span=place, confidence=Confidence.LOW)
