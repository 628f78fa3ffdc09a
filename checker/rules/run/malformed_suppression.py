"""A suppression comment is malformed and hides nothing

A comment that begins with `logproof:` must name rules that exist and give a reason: `# logproof: ignore[secret-in-log] why it is fine`.

## Why it matters

Somebody meant to hide a finding and did not, or would hide more than was meant. A comment with a mistake in it hides nothing at all,
so that a slip of the pen never widens it.

## How to fix it

Write the rule's name or code between the brackets and the reason behind them; `until=2027-01-31` may stand at the end.
A rule that the policy locks cannot be hidden; neither can a rule about the run itself (`LP0xx`).

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def count(tokens: list[str]) -> None:
    logger.info("%d tokens", len(tokens))  # logproof: ignore[secret-in-logs] only a number  # expect: there is no rule `secret-in-logs`
    logger.info("%d tokens", len(tokens))  # logproof: ignore[secret-in-log]  # expect: the reason is missing
    logger.info("%d tokens", len(tokens))  # logproof: ignore  # expect: it must name the rules
```
"""

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.run_facts import Comment


@rule("LP002", "malformed-suppression", fact=Comment, severity=Severity.LOW, confidence=Confidence.HIGH)
def malformed_suppression(fact: Comment, project: Any, parameters: Parameters) -> Iterator[Message]:
    """Each comment with an error is one finding."""
    if fact.error:
        yield Message(f"this comment hides nothing: {fact.error}")
