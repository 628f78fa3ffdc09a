"""Gathered errors are thrown away

`await asyncio.gather(*jobs, return_exceptions=True)` whose result nobody looks at.

## Why it matters

With `return_exceptions=True` the errors are part of the result. Where the result is thrown away, so are they: each of the jobs may have
failed, and nobody hears of it (CWE-252, CWE-391).

## How to fix it

Go through the result and log what is an exception; or leave `return_exceptions` out; or use `asyncio.TaskGroup`.

## Examples

```python
import asyncio


async def deliver(mails, send):
    await asyncio.gather(*(send(mail) for mail in mails), return_exceptions=True)  # expect: asyncio.gather()
```

```python
import asyncio
import logging

logger = logging.getLogger(__name__)


async def deliver(mails, send):
    results = await asyncio.gather(*(send(mail) for mail in mails), return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            logger.error("a mail was not sent", exc_info=result)


async def stop(tasks):
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def give_up(connection, error):
    await asyncio.gather(connection.close(error), return_exceptions=True)
```

## Settings

This rule has no parameters. To wait for what was cancelled, for a task that others keep or for those that an object keeps, and to close,
is not reported, nor what a comment gives a reason for. Where all that is gathered tells of its own errors, it is of low confidence.

## See also

`unkept-task`, `swallowed-exception`. [Python: asyncio.gather](https://docs.python.org/3/library/asyncio-task.html#asyncio.gather).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.errors._reasons import unforgiven
from checker.source.facts.errors import LostOutcome
from checker.source.lexicon.words import split

_ENDING = frozenset(
    {
        "close", "aclose", "stop", "shutdown", "cleanup", "cancel", "exit", "aexit", "teardown", "terminate", "disconnect", "kill",
        "dispose", "drain", "finish", "end", "abort", "quit", "unload",
    }
)  # fmt: skip
"""Words of functions that end something: what fails there has often happened already."""


@rule(
    "LP303",
    "discarded-gather-errors",
    fact=LostOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(252, 391),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
    asvs=("16.3.4",),
    judge=unforgiven,
)
def discarded_gather_errors(lost: LostOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a call whose errors are kept in a result that nothing keeps."""
    if lost.kind != "gather" or lost.clears_up:
        return
    ending = not _ENDING.isdisjoint(split(lost.function.rpartition(".")[2].strip("_")))
    yield Message(
        f"{lost.callee}() keeps errors in its result, and nothing looks at the result",
        confidence=Confidence.LOW if ending or lost.reported else Confidence.HIGH,
    )
