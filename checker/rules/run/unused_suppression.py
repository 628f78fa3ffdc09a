"""A suppression or a waiver hides nothing any more

The comment names a rule that ran and found nothing at the statement that it covers; or a waiver of the settings or of a policy covers no
finding at all.

## Why it matters

The next leak on that line would be hidden by a comment that was written for another one. A comment that does nothing also tells the
reader of a danger that is not there.

## How to fix it

Remove it; `logproof check --fix` does so with a comment. Neither is called unused for a rule that did not run, nor a waiver where not
all files were looked at that its `path` names.

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
from checker.run_facts import UnusedSuppression


@rule("LP003", "unused-suppression", fact=UnusedSuppression, severity=Severity.LOW, confidence=Confidence.HIGH)
def unused_suppression(fact: UnusedSuppression, project: Any, parameters: Parameters) -> Iterator[Message]:
    """Each idle comment, idle part of one, or idle waiver is one finding."""
    if fact.waived:
        followed = "; ".join(f"its {what} is {word}" for what, word in (("owner", fact.owner), ("ticket", fact.ticket)) if word)
        told = f"the waiver for `{fact.rules[0]}` in {fact.waived} covers no finding"
        yield Message(f"{told}; {followed}" if followed else told)
        return
    names = " and ".join(f"`{rule}`" for rule in fact.rules)
    finds = "finds" if len(fact.rules) == 1 else "find"
    rest = "the comment is not needed" if fact.whole else f"the comment need not name {'it' if len(fact.rules) == 1 else 'them'}"
    yield Message(f"{names} {finds} nothing here: {rest}", fix=fact.fix)
