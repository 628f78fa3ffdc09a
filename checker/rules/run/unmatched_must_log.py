"""A name below `must_log` means nothing in the project

The settings say that something must leave a record, and nothing in the project has that name, or nothing calls it.

## Why it matters

A function that was renamed asks for no record any more: the gap is silent, and looks like a project in which all is well.

## How to fix it

Write the name as the code has it now, or take it out. `shop.orders.refund` is the function `refund` of `shop/orders.py`, `*.refund` any
function of that name, `/orders/*/refund` a path, `@admin_only` a decorator.

## Examples

```python
# file: logproof.yaml
vocabulary:
  must_log: [shop.orders.refnd]  # expect: `shop.orders.refnd` below `must_log` means nothing here: did you mean `shop.orders.refund`?
# file: shop/orders.py
import logging

logger = logging.getLogger(__name__)


def refund(order, by):
    logger.info("order_refunded order=%s by=%s", order.id, by.id)
    return order.refund()
```

## See also

`unlogged-required-event`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.outcomes import RequiredUnknown


@rule("LP005", "unmatched-must-log", fact=RequiredUnknown, severity=Severity.MEDIUM, confidence=Confidence.HIGH)
def unmatched_must_log(fact: RequiredUnknown, project: Any, parameters: Parameters) -> Iterator[Message]:
    """Each name that means nothing is one finding."""
    nearest = f": did you mean `{fact.nearest}`?" if fact.nearest else ""
    yield Message(f"`{fact.named}` below `must_log` means nothing here{nearest}")
