"""A context suppresses every error

`with suppress(Exception):` around work that somebody wants done.

## Why it matters

It is `except Exception: pass` in fewer characters: whatever goes wrong inside ends the block, the rest of it is not done, and nobody
hears of it (CWE-390).

## How to fix it

Name the errors that are expected: `suppress(FileNotFoundError)`. Where the work must not stop, log what goes wrong.

## Examples

```python
from contextlib import suppress


def settle(bank, orders):
    with suppress(Exception):  # expect: suppress(Exception)
        bank.submit(orders)
        bank.commit()
```

```python
from contextlib import suppress
from pathlib import Path


def settle(bank, orders):
    with suppress(FileNotFoundError):
        Path("day.lock").unlink()
    with suppress(Exception):
        bank.close()
```

## Settings

This rule has no parameters. Clearing up is not reported, nor what a comment gives a reason for.

## See also

`swallowed-exception`. [CWE-390](https://cwe.mitre.org/data/definitions/390.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.errors._reasons import unexplained
from checker.rules.errors._weight import seen, shown, tolerant, unseen
from checker.source.facts.errors import CaughtError


@rule(
    "LP302",
    "suppressed-exception",
    fact=CaughtError,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(390, 391),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
    asvs=("16.3.4", "16.5.3"),
    judge=unexplained,
)
def suppressed_exception(caught: CaughtError, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a block whose every error ends in silence."""
    if not caught.suppress or not caught.broad or caught.cleanup or caught.later or not caught.tried:
        return
    sure = Confidence.LOW if tolerant(caught) or seen(caught) else unseen(caught)
    yield Message(f"suppress({', '.join(caught.types)}) swallows every error of {shown(caught.tried)}", confidence=sure)
