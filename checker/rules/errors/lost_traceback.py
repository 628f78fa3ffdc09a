"""An error is logged without its traceback

`except Exception as error: logger.error(str(error))`: what went wrong is told, but not where.

## Why it matters

The text of an exception is often a single word: a `KeyError` says `'id'`, an `AssertionError` nothing at all. Without the traceback
nobody can tell which line it came from, and the error cannot be found before it happens again.

## How to fix it

`logger.exception("what was being done")`, or `exc_info=True` on the call. The fix adds `exc_info=True`; it is safe where the logger is
known to be one of `logging`.

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def settle(bank):
    try:
        bank.submit()
    except Exception as error:
        logger.error(str(error))  # expect: traceback
```

```python fixed
import logging

logger = logging.getLogger(__name__)


def settle(bank):
    try:
        bank.submit()
    except Exception as error:
        logger.error(str(error), exc_info=True)  # expect: traceback
```

```python
import logging

logger = logging.getLogger(__name__)


def settle(bank):
    try:
        bank.submit()
        bank.close()
    except Exception:
        logger.error("the day was not closed")  # expect: neither the error nor its traceback
```

```python
import logging

logger = logging.getLogger(__name__)


def settle(bank):
    try:
        bank.submit()
    except ConnectionError as error:
        logger.error("the bank cannot be reached: %s", error)
    except Exception:
        logger.exception("the day was not closed")
```

Where a single call of a library is guarded, and the record tells the error's class beside its own words, little is lost:

```python
import logging
import shutil

logger = logging.getLogger(__name__)


def archive(old, new):
    try:
        shutil.move(old, new)
    except Exception as error:
        logger.error("cannot rename %s to %s: %r", old, new, error)
```

## Settings

`levels`: of which records it is told. The default is `["error", "critical"]`: who warns has mostly chosen to leave the traceback out.
Where nothing is done but to close or to end something, or to see whether something works (`health_check`), where a value is converted
alone (`b64decode(proof)`), where one file is read and converted, where nothing but a request is sent, its status asked for
(`raise_for_status()`) and its answer read, where an exit code is returned (`return 1`), where it
is done on the way out of another error or of a `finally`, or where the error has been asked what it is (`if isinstance(error,
NotFound)`), it is of low confidence. Ruff's `TRY400`, silenced on the spot, silences it too: somebody has decided that.

## See also

`swallowed-exception`, `error-logged-at-debug`. [Python:
Logger.exception](https://docs.python.org/3/library/logging.html#logging.Logger.exception).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from checker.model import Confidence, Edit, Fix, Parameters, Severity, Span
from checker.rule import Message, rule
from checker.rules.errors._reasons import unchosen
from checker.rules.errors._weight import asks_or_ends, ends
from checker.rules.errors._words import ASKING_A_SERVER, CONVERTING, OPENING, READING_A_FILE
from checker.source.facts.errors import CaughtError, Heard


def _with_traceback(caught: CaughtError, message: Message, around: Any) -> Message | None:
    """The fix: the same call with ``exc_info=True``; nothing where a comment tells another linter that it shall be so."""
    if unchosen(caught, message, around) is None:
        return None
    call = around.node
    made = next((one for one in caught.heard if one.span == message.span), None)
    if made is None or type(call).__name__ != "Call" or not call.args or made.kind != "logging":
        return message
    if any(arg.star == "**" or (arg.keyword and arg.keyword.value == "exc_info") for arg in call.args):
        return message
    last = around.range(call.args[-1].value)
    edit = Edit(Span(last.path, last.end_line, last.end_column, last.end_line, last.end_column), ", exc_info=True")
    return replace(message, fix=Fix("Write the traceback too", (edit,), safe=bool(made.maker)))


@rule(
    "LP305",
    "lost-traceback",
    fact=CaughtError,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.1",),
    judge=_with_traceback,
    levels=["error", "critical"],
)
def lost_traceback(caught: CaughtError, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for the gravest record of a clause that ends the error's way and writes its text alone."""
    if caught.suppress or "raise" in caught.ways or any(one.traceback for one in caught.heard):
        return
    if any(one.kind in ("function", "name") or one.declined for one in caught.heard):
        return  # what a function of the project's writes is not known well enough; who writes exc_info=False has chosen
    records = [one for one in caught.heard if one.level in parameters["levels"] and one.kind in ("logging", "loguru", "structlog")]
    records.sort(key=lambda one: one.expected)  # of the errors that nobody asked for it is known least
    if records and (any(one.error for one in records) or (not caught.uses and (caught.broad or records[0].callee.endswith(".exception")))):
        one: Heard = next((one for one in records if one.error), records[0])
        known = caught.single and one.named  # one call, and what went wrong there: the traceback adds little
        elsewhere = (
            (caught.keeps and caught.uses) or caught.ways == ("exit",) or caught.coded
        )  # who gets it may show it; who started it reads the text
        little = known or one.expected or elsewhere or ends(caught.tried) or _adds_little(caught)
        little = little or (one.error and (asks_or_ends(caught) or _asks_a_server(caught) or _reads_a_file(caught)))
        sure = Confidence.MEDIUM if caught.broad and one.maker and not little else Confidence.LOW
        what = "writes the error's text without its traceback" if one.error else "writes neither the error nor its traceback"
        yield Message(f"{one.callee}() {what}", span=one.span, confidence=sure)


def _adds_little(caught: CaughtError) -> bool:
    """Whether the error comes on the way out of another, from what is no other way to the same, or its text says it all: a value is
    converted, and nothing else."""
    return (caught.cleanup and not caught.leaves) or (bool(caught.tried) and CONVERTING.issuperset(caught.tried))


def _asks_a_server(caught: CaughtError) -> bool:
    """Whether a request is sent and its answer read, and nothing else: the text says which address and status were the matter."""
    return not {"raise_for_status", "urlopen"}.isdisjoint(caught.tried) and ASKING_A_SERVER.issuperset(caught.tried)


def _reads_a_file(caught: CaughtError) -> bool:
    """Whether one file is read and converted, and nothing else: the text says which file and where in it."""
    return not OPENING.isdisjoint(caught.tried) and READING_A_FILE.issuperset(caught.tried)
