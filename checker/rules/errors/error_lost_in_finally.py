"""A finally is left by return, and the error on its way there is lost

`finally: return result`: whatever was raised in the `try` is gone, also what no clause catches.

## Why it matters

A `return`, `break` or `continue` in a `finally` ends the exception that is being raised, without a clause that says so: the caller gets a
value as if all had gone well, and nobody hears of the error, nor can the program be interrupted there (CWE-584). Python 3.14 warns of it.

## How to fix it

Let the `finally` only clear up, and put the `return` behind it. Where errors shall not reach the caller, catch those that are
expected and log them.

## Examples

```python
def settle(bank, orders):
    done = []
    try:
        for order in orders:
            done.append(bank.submit(order))
    finally:
        bank.close()
        return done  # expect: return
```

```python
def settle(bank, orders):
    done = []
    try:
        for order in orders:
            done.append(bank.submit(order))
    finally:
        bank.close()
    return done


def stop(threads):
    try:
        threads.join()
    finally:
        for thread in threads:
            if thread.daemon:
                continue
            thread.kill()
```

## Settings

This rule has no parameters.

## See also

`swallowed-exception`. [CWE-584](https://cwe.mitre.org/data/definitions/584.html),
[PEP 765](https://peps.python.org/pep-0765/).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.errors import LostOutcome


@rule(
    "LP310",
    "error-lost-in-finally",
    fact=LostOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(584,),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
    asvs=("16.5.3",),
)
def error_lost_in_finally(lost: LostOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each statement that leaves; low where a clause before catches every error that is expected to come."""
    if lost.kind == "finally":
        sure = Confidence.HIGH if lost.sure else Confidence.LOW
        yield Message(f"{lost.callee} in a finally ends every error that is on its way: nobody hears of it", confidence=sure)
