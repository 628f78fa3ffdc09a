"""A logger gets one more handler at each call

A function makes a handler and adds it to a logger without asking whether it has one, and is called again for the same logger.

## Why it matters

`logging` keeps a logger for its name: the second call finds the first one's handler there. From then on each record is written twice,
after the third call three times. A log in which everything stands several times miscounts refused logins, and fills its disk (CWE-779).

## How to fix it

Set logging up once, where the process starts, and let modules ask for their logger alone: `logging.getLogger(__name__)`. Where it must
stay, add the handler only if there is none yet: `if not logger.handlers:`.

## Examples

```python
# file: shop/logs.py
import logging


def get_logger(name):
    logger = logging.getLogger(name)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)  # expect: gets one more handler at each call of get_logger()
    return logger

# file: shop/stock.py
from shop.logs import get_logger

logger = get_logger("shop")

# file: shop/orders.py
from flask import Flask

from shop import stock
from shop.logs import get_logger

app = Flask(__name__)
logger = get_logger("shop")
```

Each module's own logger is made once:

```python
# file: shop/logs.py
import logging


def get_logger(name):
    logger = logging.getLogger(name)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    return logger

# file: shop/stock.py
from shop.logs import get_logger

logger = get_logger(__name__)

# file: shop/orders.py
from flask import Flask

from shop import stock
from shop.logs import get_logger

app = Flask(__name__)
logger = get_logger(__name__)
```

## Settings

`environments`: which settings are judged. The default is `["production"]`. Counted are calls with the same name in one module or in modules
that are imported together, and calls in what serves a request or runs as a task. Of what is no service's it is told with low confidence.

## See also

`record-written-twice`. [CWE-779](https://cwe.mitre.org/data/definitions/779.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import LogSetup
from checker.logconfig.readers.handlers_again import CALLEE
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at


@rule(
    "LP541",
    "handler-added-again",
    fact=LogSetup,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    cwe=(779,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    environments=["production"],
)
def handler_added_again(call: LogSetup, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for the call that adds the handler, with the calls of its function that come together."""
    if call.callee != CALLEE:
        return
    calls = list(call.options.values())
    name = str(calls[0].value)
    told = "the module's logger" if name.startswith("of ") else "the root logger" if name == "root" else f"the logger {name}"
    often = "whenever that is served" if len(calls) == 1 else "that is called here and there"
    related = tuple(at(one.span, "it is called here" if number == 0 else "and here") for number, one in enumerate(calls))
    yield Message(
        f"{told} gets one more handler at each call of {call.function}(), {often}: each record is written as often",
        related=related,
        confidence=None if call.served else Confidence.LOW,
    )
