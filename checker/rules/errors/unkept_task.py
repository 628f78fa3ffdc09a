"""A task is started and nothing keeps it

`asyncio.create_task(work())` as a statement of its own.

## Why it matters

Nobody awaits the task, so nobody gets its error: asyncio complains when the task is collected as garbage, which may be late or never. And
because the event loop holds only a weak reference, the task can be collected in the middle of its work, which then simply stops
(CWE-391).

## How to fix it

Keep the task and await it, or start it in an `asyncio.TaskGroup`. What is to run on its own is kept in a set and taken out of it by
`add_done_callback`, which can log the error.

## Examples

```python
import asyncio


async def order(cart, mail):
    cart.close()
    asyncio.create_task(mail.send(cart))  # expect: asyncio.create_task()
```

```python
import asyncio

running = set()


async def order(cart, mail):
    cart.close()
    task = asyncio.create_task(mail.send(cart))
    running.add(task)
    task.add_done_callback(running.discard)


async def both(first, second):
    async with asyncio.TaskGroup() as group:
        group.create_task(first())
        group.create_task(second())


class Session:
    def __init__(self, connection):
        self.connection = connection

    def __del__(self):
        asyncio.get_running_loop().create_task(self.connection.close())
```

## Settings

This rule has no parameters. What a destructor starts is not reported: it can neither wait nor keep. Nor is what only closes something, or
tells the other end so. A task that catches and tells its own errors (but for those of a call or two around a `try` that guards more),
also those of what it runs in a thread, that only waits and cancels another, that tells all who are connected, or that waits for a place
in a queue or at a semaphore is of low confidence: nothing is lost but, rarely, the task.

## See also

`discarded-gather-errors`. [Python: asyncio.create_task](https://docs.python.org/3/library/asyncio-task.html#asyncio.create_task).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.errors._reasons import unaccepted
from checker.source.facts.errors import LostOutcome
from checker.source.lexicon.words import split

_WAITING = {"put": "queue", "acquire": "semaphore"}
"""Calls that only wait for something that keeps its waiters, and what it is called."""


@rule(
    "LP304",
    "unkept-task",
    fact=LostOutcome,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(391,),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
    asvs=("16.3.4",),
    judge=unaccepted,
)
def unkept_task(lost: LostOutcome, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a task that nothing refers to; less sure where the loop is only known by its name, or it tells of its errors."""
    if lost.kind == "task" and not lost.clears_up:
        what = f" for {lost.target}()" if lost.target else ""
        sure = Confidence.LOW if lost.reported or _is_handed_on(lost.target) else Confidence.HIGH if lost.sure else Confidence.MEDIUM
        yield Message(
            f"{lost.callee}() makes a task{what} that nothing keeps: its error is lost, and it may stop at any time", confidence=sure
        )


def _is_handed_on(target: str) -> bool:
    """Whether what runs only tells all that are connected, who ask again where they were not reached, or waits for a place in a queue or
    at a lock, which keeps those that wait."""
    owner, _, name = target.rpartition(".")
    return split(name)[:1] == ("broadcast",) or _WAITING.get(name, "") in split(owner.rpartition(".")[2])[-1:]
