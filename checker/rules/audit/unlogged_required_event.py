"""What the project says must leave a record leaves none

The settings name functions, routes and decorators below `must_log`; this finds each way out of them on which no record is written.

## Why it matters

Which events count is the project's own affair: a refund, an export of customers, a switched-off alarm. Where one of them can pass without
a record, nobody can say later that it happened (CWE-778; ASVS 16.3.3 asks that the documented events are logged).

## How to fix it

Write a record on every way out, the refused and the failed ones too: what, who, on what, from where, and how it ended. A record in a
caller, in a decorator of the project's own, in an error handler or in an audit table counts; debug level, print and metrics do not.

## Examples

```python
# file: logproof.yaml
vocabulary:
  must_log:
    - shop.orders.refund
    - {event: customers_exported, routes: [/admin/**]}
# file: shop/orders.py
import logging

logger = logging.getLogger(__name__)


def refund(order, by):
    if order.closed:
        return None  # expect: refund() must leave a record, and returns None without one, while another way out is recorded
    order.pay_back()
    logger.info("order_refunded order=%s by=%s", order.id, by.id)
    return order
# file: shop/web.py
from flask import Flask, render_template

app = Flask(__name__)


@app.get("/admin/customers.csv")
def customers():
    return render_template("customers.csv")  # expect: customers() must leave a record
```

The first again, with a record on each way:

```python
# file: logproof.yaml
vocabulary:
  must_log: [shop.orders.refund]
# file: shop/orders.py
import logging

logger = logging.getLogger(__name__)


def refund(order, by):
    if order.closed:
        logger.warning("order_refund_refused order=%s by=%s", order.id, by.id)
        return None
    order.pay_back()
    logger.info("order_refunded order=%s by=%s", order.id, by.id)
    return order
```

## Settings

`vocabulary.must_log` lists what must leave a record; nothing does by default. An entry is a function's dotted name (`shop.orders.refund`,
`*.refund` for any of that name; of a library's function every call of the project counts), a path as the code writes it
(`/orders/*/refund`: `*` is one part, `**` any number; `POST /orders` for one method), a decorator (`@admin_only`), or a table of `event`,
`calls`, `routes` and `decorators`. What writes a record is vocabulary too: add your own below `trails`. The lists `verifiers`, `refusals`,
`changes` and `boundaries` extend the other rules of this family in the same way.

## See also

`unmatched-must-log`, `unlogged-access-denial`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.audit._saying import advice
from checker.source.facts.outcomes import RequiredOutcome


@rule(
    "LP217",
    "unlogged-required-event",
    fact=RequiredOutcome,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.3",),
    pci=("10.2.1",),
)
def unlogged_required_event(outcome: RequiredOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each way out without a record."""
    name = outcome.function.rpartition(".")[2]
    gap = ", while another way out is recorded" if outcome.gap else ""
    yield Message(
        f"{name}() must leave a record, and {outcome.way} without one{gap}",
        related=outcome.looked,
        confidence=outcome.confidence,
        help=advice(outcome.helper),
        properties=(("event", outcome.event), ("way", outcome.way), ("named", outcome.named)),
    )
