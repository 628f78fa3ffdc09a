"""loguru writes the values of variables into tracebacks

`logger.add(..., diagnose=True)`: every traceback then shows the values of the variables in each line of the stack.

## Why it matters

An exception in a function that handles a password writes the password into the log, though no log call names it, and the same holds for
each of its callers. loguru's own documentation advises to switch it off in production for that reason (CWE-532).

## How to fix it

Write `diagnose=False` at each `logger.add(...)` of the service (leaving it out is not enough: loguru's default is on), and remove the
default handler with `logger.remove()`. For local work, make it depend on a setting that is off by default.

## Examples

```python
import sys

from loguru import logger

logger.remove()
logger.add(sys.stderr, level="INFO", diagnose=True)  # expect: diagnose
```

```python fixed
import sys

from loguru import logger

logger.remove()
logger.add(sys.stderr, level="INFO", diagnose=False)  # expect: diagnose
```

A developer's own choice:

```python
import os
import sys

from loguru import logger

logger.remove()
logger.add(sys.stderr, level="INFO", diagnose=os.environ.get("SHOP_DIAGNOSE") == "1")
```

## Settings

This rule has no parameters.

## See also

`wire-debugging-left-on`, `secret-in-exception-text`. [CWE-532](https://cwe.mitre.org/data/definitions/532.html),
[loguru: security considerations](https://loguru.readthedocs.io/en/stable/resources/recipes.html#security-considerations-when-using-loguru).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._edits import switched_off
from checker.rules.leaks._wording import called
from checker.source.facts.records import SetupCall


def _off(setup: SetupCall, message: Message, around: Any) -> Message:
    """The fix: the same handler without it."""
    return switched_off(setup, message, around, "diagnose", safe=True)


@rule(
    "LP109",
    "loguru-diagnose",
    fact=SetupCall,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(532,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("13.4.2", "16.2.5"),
    pci=("8.3.2",),
    judge=_off,
)
def loguru_diagnose(setup: SetupCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler whose tracebacks show variables; low where somebody has to ask for it."""
    if setup.name != "loguru-diagnose":
        return
    yield Message(
        f"{setup.label} is switched on by {called(setup.text)}: every traceback shows the values of variables",
        confidence=Confidence.LOW if setup.guarded or setup.main else Confidence.HIGH,
        properties=(("setup", setup.name),),
    )
