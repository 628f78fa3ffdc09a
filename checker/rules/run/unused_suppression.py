"""A suppression comment hides nothing any more

The comment names a rule that ran and found nothing at the statement that it covers.

## Why it matters

The next leak on that line would be hidden by a comment that was written for another one. A comment that does nothing also tells the
reader of a danger that is not there.

## How to fix it

Remove it; `logproof check --fix` does. A comment is never called unused for a rule that did not run.

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def count(tokens: list[str]) -> None:
    logger.info("%d tokens", len(tokens))  # logproof: ignore[secret-in-log] only a number  # expect: `secret-in-log` finds nothing here
```

```python fixed
import logging

logger = logging.getLogger(__name__)


def count(tokens: list[str]) -> None:
    logger.info("%d tokens", len(tokens))  # expect: `secret-in-log` finds nothing here
```
"""

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts import UnusedSuppression


@rule("LP003", "unused-suppression", fact=UnusedSuppression, severity=Severity.LOW, confidence=Confidence.HIGH)
def unused_suppression(fact: UnusedSuppression, project: Any, parameters: Parameters) -> Iterator[Message]:
    """Each idle comment, or idle part of one, is one finding."""
    names = " and ".join(f"`{rule}`" for rule in fact.rules)
    finds = "finds" if len(fact.rules) == 1 else "find"
    rest = "the comment is not needed" if fact.whole else f"the comment need not name {'it' if len(fact.rules) == 1 else 'them'}"
    yield Message(f"{names} {finds} nothing here: {rest}", fix=fact.fix)
