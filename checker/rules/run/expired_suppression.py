"""A suppression or a waiver has expired

Its last day is over: it hides nothing any more, and what it hid is reported again.

## Why it matters

A date was set so that somebody looks again. If an expired entry went unseen, the leak that it stands for would be taken for a new one,
or the entry would be renewed by habit.

## How to fix it

Fix what it hid. Where the reason still holds, set a later date on purpose; where nothing is hidden any more, remove the entry.

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def count(tokens: list[str]) -> None:
    logger.info("%d tokens", len(tokens))  # logproof: ignore[LP101] for the audit until=2020-01-31  # expect: expired on 2020-01-31
```
"""

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.run_facts import ExpiredSuppression


@rule("LP004", "expired-suppression", fact=ExpiredSuppression, severity=Severity.MEDIUM, confidence=Confidence.HIGH)
def expired_suppression(fact: ExpiredSuppression, project: Any, parameters: Parameters) -> Iterator[Message]:
    """Each expired comment or waiver is one finding."""
    what = "this comment" if fact.kind == "comment" else f"the waiver for `{fact.rules[0]}`"
    owner = f"; its owner is {fact.owner}" if fact.owner else ""
    owner += f", its ticket {fact.ticket}" if fact.ticket else ""
    yield Message(f"{what} expired on {fact.until} and hides nothing any more{owner}")
