"""All logging is switched off

`logging.disable(logging.CRITICAL)` in a service's code: no logger writes anything any more. With `logging.WARNING` no warning is
written, and what was refused is a warning.

## Why it matters

Security events, and above `WARNING` errors too, are not recorded, whatever the configuration says, in this process and for good (CWE-778).

## How to fix it

Remove the call. To quiet one library, set the level of its logger.

## Examples

```python
# file: shop/app.py
import logging

from flask import Flask

logging.disable(logging.CRITICAL)  # expect: nothing at all
app = Flask(__name__)
```

```python
# file: shop/app.py
import logging

from flask import Flask

logging.disable(logging.WARNING)  # expect: no warning is logged
app = Flask(__name__)
```

```python
# file: shop/app.py
import logging

from flask import Flask

logging.disable(logging.INFO)
app = Flask(__name__)
```

## Settings

`environments`: which settings are judged. The default is `["production"]`. A call under a condition, in a
function, or in a file that is no service's has low confidence: scripts may be quiet.

## See also

`security-logger-silenced`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import LogSetup
from checker.logconfig.model import level_number
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_SILENCED = {
    50: "nothing at all is logged, not even errors",
    40: "no error is logged",
    30: "no warning is logged, as failed logins and refusals are",
}
"""Level to what it silences; the first that is not above it holds."""


@rule(
    "LP532",
    "logging-switched-off",
    fact=LogSetup,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.4",),
    environments=["production"],
)
def logging_switched_off(setup: LogSetup, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a call that silences warnings or more, and is not undone in the same function."""
    if setup.callee != "logging.disable":
        return
    level = setup.options.get("0") or setup.options.get("level")
    number = level_number(level) if level is not None else max(_SILENCED)
    said = next((text for least, text in _SILENCED.items() if number is not None and number >= least), "")
    if said:
        sure = setup.served and not setup.conditional and not setup.function
        yield Message(f"from here on {said}", confidence=None if sure else Confidence.LOW)
