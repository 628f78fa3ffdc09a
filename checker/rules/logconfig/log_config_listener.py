"""Whoever reaches a port can run code

`logging.config.listen()` takes configurations from the network and evaluates parts of them.

## Why it matters

Python's documentation warns of it: a configuration's classes and arguments are looked up and called with `eval()`, so any local user
runs code as the service (CWE-95).

## How to fix it

Do without it: reload a file on a signal. If it must be, give `verify` a function that checks a signature.

## Examples

```python
import logging.config

thread = logging.config.listen(9030)  # expect: runs code
thread.start()
```

```python
import logging.config

from shop.signatures import verified

thread = logging.config.listen(9030, verify=verified)
thread.start()
```

## Settings

This rule has no parameters.

## See also

`pickled-log-records`. [CWE-95](https://cwe.mitre.org/data/definitions/95.html),
[logging.config.listen](https://docs.python.org/3/library/logging.config.html#logging.config.listen).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import LogSetup
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule


@rule(
    "LP524",
    "log-config-listener",
    fact=LogSetup,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(95,),
    owasp=("A03:2021", "A05:2025"),
    asvs=("1.3.2",),
)
def log_config_listener(setup: LogSetup, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a listener that does not verify what it is sent."""
    if setup.callee == "logging.config.listen" and "verify" not in setup.options and "1" not in setup.options:
        yield Message("whoever can connect to this port runs code: logging.config.listen() evaluates what it is sent")
