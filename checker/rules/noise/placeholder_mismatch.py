"""A record has more or fewer values than placeholders

`logger.info("%s paid %s", customer)`: the template asks for two values and is given one.

## Why it matters

`logging` formats a record only when it writes it, catches the error that this gives, and prints "--- Logging error ---" with a traceback
to standard error. The record is lost, at the very moment for which somebody wrote it; most often that is in an error handler that no test
runs. Without any value the template is written as it stands, placeholders included. loguru formats with `{}`, so that a value for `%s`
vanishes.

## How to fix it

Give each placeholder its value: `%s` for `logging`, `{}` for loguru. A sign of percent in a template that gets values is written `%%`. An
exception needs no placeholder where `logger.exception(...)` or `exc_info=True` writes it with its traceback. `--fix=unsafe` puts a `%s` for
each value behind a text that has none, and for each `{}`; for loguru it puts a `{}` for each `%s`.

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def pay(customer, total):
    logger.info("%s paid %s", customer)  # expect: 2 placeholders
```

```python
import logging

logger = logging.getLogger(__name__)


def pay(customer, total):
    logger.warning("payment failed:", customer)  # expect: no placeholder
    logger.info("paid {}", total)  # expect: no placeholder
```

```python fixed
import logging

logger = logging.getLogger(__name__)


def pay(customer, total):
    logger.warning("payment failed: %s", customer)  # expect: no placeholder
    logger.info("paid %s", total)  # expect: no placeholder
```

```python
import logging

logger = logging.getLogger(__name__)


def pay(customer, total):
    logger.info("%s paid %s", customer, total)
    logger.info("%(who)s paid", {"who": customer})
    logger.info("100 % done")
```

loguru has its own placeholders:

```python
from loguru import logger


def pay(customer):
    logger.info("%s paid %.2f", customer, customer.total)  # expect: loguru
    logger.info("{} paid", customer)
```

```python fixed
from loguru import logger


def pay(customer):
    logger.info("{} paid {:.2f}", customer, customer.total)  # expect: loguru
    logger.info("{} paid", customer)
```

## Settings

This rule has no parameters.

## See also

`eager-formatting`. [Python: logging of variable data](https://docs.python.org/3/howto/logging.html#logging-variable-data), [loguru:
formatting](https://loguru.readthedocs.io/en/stable/overview.html#modern-string-formatting-using-braces-style).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.noise._missing import placed
from checker.source.facts.records import Record
from checker.source.ir.shapes import BROKEN, KEYED, LACKING


@rule(
    "LP401",
    "placeholder-mismatch",
    fact=Record,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    judge=placed,
)
def placeholder_mismatch(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a template that does not fit its values; low where it is not known what kind of logger it is."""
    if record.built != "literal" or record.spread or (record.unknown and record.sink == "logging"):
        return
    text = _loguru(record) if record.sink == "loguru" else _logging(record) if record.sink == "logging" else ""
    if text:
        yield Message(f"{record.callee}() {text}", confidence=Confidence.HIGH if record.maker else Confidence.LOW)


def _logging(record: Record) -> str:
    wanted, given = record.wanted, record.given
    values = f"{given} value{'s' * (given > 1)}" if given else "no value"
    if wanted == BROKEN:
        return f"has a template that is none, and {values}: the record is lost" if given else ""
    if wanted == LACKING:
        return "has a template that names a key which the mapping lacks: the record is lost"
    if wanted == KEYED:
        return f"has a template with names and {values} where one mapping belongs: the record is lost" if given > 1 else ""
    if wanted == given or (record.mapping and wanted == 0):
        return ""
    told = f"has {wanted} placeholder{'s' * (wanted > 1)}" if wanted else "has no placeholder"
    kept = "they are written as they stand" if wanted > 1 else "it is written as it stands"
    return f"{told} and {values}: {'the record is lost' if given else kept}"


def _loguru(record: Record) -> str:
    if not record.given or record.fields < 0:
        return ""
    if record.fields == 0 and record.wanted > 0:
        return f"has %-placeholders, which loguru writes as they stand, without the value{'s' * (record.given > 1)}"
    return (
        f"has {record.fields} fields and {record.given} value{'s' * (record.given > 1)}: it raises" if record.fields > record.given else ""
    )
