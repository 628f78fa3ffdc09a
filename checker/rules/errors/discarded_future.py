"""Work is handed to a pool, and nobody asks how it ended

`pool.submit(charge, order)` as a statement of its own.

## Why it matters

A pool keeps the error of what it runs in the future that it gives back. Nothing raises or prints it: where the future is thrown away,
so is the error, and not even the end of `with ThreadPoolExecutor()` tells of it. The same holds for `pool.map(...)` whose results nobody
reads, for `asyncio.run_coroutine_threadsafe(...)` and for `apply_async` of a pool of `multiprocessing`. A plain thread would at least
print its traceback (CWE-252, CWE-391).

## How to fix it

Keep the futures and ask each for its `result()`, or give each a callback by `add_done_callback` that logs its `exception()`. What nobody
can wait for catches its errors itself and logs them.

## Examples

```python
from concurrent.futures import ThreadPoolExecutor


def charge(client, order):
    client.charge(order.card, order.total)


def charge_all(client, orders):
    with ThreadPoolExecutor() as pool:
        for order in orders:
            pool.submit(charge, client, order)  # expect: charge()


def remind_all(client, orders):
    with ThreadPoolExecutor() as pool:
        pool.map(client.remind, orders)  # expect: reads its results
```

```python
import logging
from concurrent.futures import ThreadPoolExecutor

logger = logging.getLogger(__name__)


def charge(client, order):
    client.charge(order.card, order.total)


def charge_all(client, orders):
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(charge, client, order) for order in orders]
        reminders = pool.map(client.remind, orders)
    for future in futures:
        future.result()
    return list(reminders)


def remind(client, order):
    try:
        client.remind(order)
    except Exception:
        logger.exception("no reminder for order %s", order.id)


def remind_all(client, orders):
    with ThreadPoolExecutor() as pool:
        for order in orders:
            pool.submit(remind, client, order)


def stop(pool, connection):
    pool.submit(connection.close)
```

## Settings

This rule has no parameters. What only ends, wakes or sets something is not reported, nor is a pool that is given `error_callback` or
`callback`. Work that catches and tells its own errors, or that a decorator stands around, is of low confidence; where only its name says
that something is a pool (`executor`), it is of medium confidence.

## See also

`unkept-task`, `discarded-gather-errors`. [Python: Future.result](https://docs.python.org/3/library/concurrent.futures.html#future-objects).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.errors._reasons import unaccepted
from checker.source.facts.errors import LostOutcome


@rule(
    "LP311",
    "discarded-future",
    fact=LostOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(252, 391),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
    asvs=("16.3.4",),
    judge=unaccepted,
)
def discarded_future(lost: LostOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a future that nothing refers to."""
    if lost.kind == "future" and not lost.clears_up:
        what = f"{lost.target}()" if lost.target.replace(".", "").isidentifier() else "what it is given"
        sure = Confidence.LOW if lost.reported else Confidence.HIGH if lost.sure else Confidence.MEDIUM
        kept = "reads its results" if lost.callee.endswith(".map") else "keeps its future"
        yield Message(f"{lost.callee}() runs {what}, and nothing {kept}: an error is never heard of", confidence=sure)
