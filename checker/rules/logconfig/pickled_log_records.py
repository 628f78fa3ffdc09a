"""Records are sent as pickles

`SocketHandler` and `DatagramHandler` send each record pickled, in clear text, to whoever listens.

## Why it matters

Who receives them must unpickle them, and unpickling what comes over a network runs whatever code is in it (CWE-502); the records
themselves are readable on the way (CWE-319).

## How to fix it

Send JSON through a local collector, or derive a handler whose `makePickle` gives JSON over TLS.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"net": {"class": "logging.handlers.SocketHandler", "host": "logs.example.com", "port": 9020}},  # expect: pickles
    "root": {"handlers": ["net"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}},
    "root": {"handlers": ["out"], "level": "INFO"},
})
```

## Settings

`environments`: which settings are judged. The default is `["production"]`. What stays on the machine, or goes to a host whose default is
this machine, has low confidence; a socket of the file system is not told of.

## See also

`plain-text-log-transport`. [CWE-502](https://cwe.mitre.org/data/definitions/502.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.sinks import host_of, is_local, is_socket_file, likely_host
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_PICKLING = frozenset(("logging.handlers.SocketHandler", "logging.handlers.DatagramHandler"))


@rule(
    "LP516",
    "pickled-log-records",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(502, 319),
    owasp=("A08:2021", "A09:2021", "A08:2025", "A09:2025"),
    asvs=("1.5.2", "16.4.3"),
    environments=["production"],
)
def pickled_log_records(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler that pickles; on one machine neither severe nor sure, for who may connect there may do more."""
    handler = fact.handler
    if handler.cls in _PICKLING and not is_socket_file(handler):
        setting = handler.options.get("host")
        host = host_of(setting)
        stays = is_local(likely_host(setting))
        severity, confidence = (Severity.LOW, Confidence.LOW) if stays else (None, None)
        to = f" to {host}" if host else ""
        yield Message(f"{handler.name} sends records as pickles in clear text{to}", severity=severity, confidence=confidence)
