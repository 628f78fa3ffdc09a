"""A hook for uncaught errors does nothing with them

`sys.excepthook = lambda *error: None`: the last place where an error could be heard is deaf.

## Why it matters

`sys.excepthook`, `threading.excepthook` and an event loop's exception handler get what nobody caught. A hook that does nothing makes the
program end, or a thread die, without a word (CWE-391).

## How to fix it

Log the error with `exc_info` and call the hook that was there before (`sys.__excepthook__`, `loop.default_exception_handler`).

## Examples

```python
import sys
import threading

sys.excepthook = lambda *error: None  # expect: sys.excepthook


def quiet(args):
    pass


threading.excepthook = quiet  # expect: threading.excepthook
```

```python
import logging
import sys

logger = logging.getLogger(__name__)


def hook(kind, error, traceback):
    logger.critical("uncaught", exc_info=(kind, error, traceback))
    sys.__excepthook__(kind, error, traceback)


sys.excepthook = hook
```

## Settings

This rule has no parameters.

## See also

`swallowed-exception`. [Python: sys.excepthook](https://docs.python.org/3/library/sys.html#sys.excepthook).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.errors import LostOutcome


@rule(
    "LP309",
    "silent-exception-hook",
    fact=LostOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(391,),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
    asvs=("16.5.4",),
)
def silent_exception_hook(lost: LostOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a hook that calls nothing; low where it calls something that is not known to report."""
    if lost.kind == "hook":
        sure = Confidence.HIGH if lost.sure else Confidence.LOW
        yield Message(f"{lost.callee} gets {lost.target}, which tells nobody of an uncaught error", confidence=sure)
