"""The same event is written twice on one way

A record says, with the same text and the same values, what another one on the same way through the function has just said.

## Why it matters

Who counts events counts it twice, and who reads looks for a second occurrence that never was.

## How to fix it

Keep the one that stands where the outcome is known, at the level that it deserves.

## Examples

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def close(order):
    logger.info("closing order %s", order.id)
    order.close()
    if order.paid:
        logger.info("order %s is closed", order.id)
        order.archive()
    logger.info("order %s is closed", order.id)  # expect: the same record was written before on this way, in line 10
```

Two ways, one record on each:

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def close(order):
    if order.paid:
        order.archive()
        logger.info("order %s is closed", order.id)
        return
    order.remind()
    logger.info("order %s is closed", order.id)
```

Ruled lines, and what another answer says:

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def fetch(session, url):
    answer = session.get(url)
    logger.debug("-------------")
    logger.debug("status %s", answer.status_code)
    logger.debug("-------------")
    if answer.status_code == 401:
        session.renew()
        answer = session.get(url)
        logger.debug("status %s", answer.status_code)
    return answer
```

## See also

`error-logged-twice`, `record-in-hot-loop`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity, Step
from checker.rule import Message, rule
from checker.source.facts.records import RepeatedRecord


@rule(
    "LP405",
    "repeated-record",
    fact=RepeatedRecord,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
)
def repeated_record(record: RepeatedRecord, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each record that says again what was said."""
    other = "" if record.level else ", at another level"
    yield Message(
        f"the same record was written before on this way, in line {record.first.line}{other}",
        related=(Step(record.first, "written here before"),),
    )
