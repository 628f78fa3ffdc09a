"""Records go where the policy does not allow it

A handler's sink (a file, a mailbox, another host) or its transport is none of those that the policy names.

## Why it matters

Who may read records, how long they stay and who notices when they stop depends on where they go. A handler that writes to a place of its
own is outside of all that (ASVS 16.2.3).

## How to fix it

Send the records to a sink that the policy allows, or add this one to the policy.

## Examples

```python
# file: logproof.yaml
rules:
  log-sink-outside-policy:
    parameters: {sinks: [stdout, "file /var/log/shop/*"], transports: [tls, unix]}
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "out": {  # expect: writes to file /home/shop/app.log
            "class": "logging.handlers.WatchedFileHandler",
            "filename": "/home/shop/app.log",
            "formatter": "line",
        },
    },
    "root": {"handlers": ["out"], "level": "INFO"},
})
```

```python
# file: logproof.yaml
rules:
  log-sink-outside-policy:
    parameters: {transports: [tls, unix]}
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "out": {  # expect: over udp
            "class": "logging.handlers.SysLogHandler",
            "address": ("localhost", 514),
            "formatter": "line",
        },
    },
    "root": {"handlers": ["out"], "level": "INFO"},
})
```

```python
# file: logproof.yaml
rules:
  log-sink-outside-policy:
    parameters: {sinks: [stdout, "file /var/log/shop/*", syslog], transports: [tls, unix]}
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "out": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": "/var/log/shop/app.log",
            "formatter": "line",
        },
        "machine": {"class": "logging.handlers.SysLogHandler", "address": "/dev/log", "formatter": "line"},
    },
    "root": {"handlers": ["out", "machine"], "level": "INFO"},
})
```

## Settings

`sinks`: the sinks that are allowed: `stdout`, `stderr`, `stream`, `file`, `syslog`, `network`, `mail`, `tracker`, `system`, or one
with its place as a pattern (`file /var/log/shop/*`, `network logs.example:*`). `transports`: what may carry records out of the process:
`tcp`, `udp`, `tls`, `http`, `https`, `smtp`, `smtps`, `unix`. Both are empty unless set: everything is allowed then.
`environments`: which settings are judged. The default is `["production"]`; parameters may differ for each.

```yaml
rules:
  log-sink-outside-policy:
    parameters:
      sinks: [stdout, "file /var/log/shop/*"]
      transports: [tls, https, unix]
```

A sink or transport that is not known (an environment variable) is not told.

## See also

`plain-text-log-transport`, `exposed-log-file`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from checker.logconfig.destinations import HANDED_ON, NULL, OTHER, UNKNOWN, destination
from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.transport import transport
from checker.model import Parameters, Severity
from checker.rule import Message, rule

_NOWHERE = frozenset((HANDED_ON, NULL, OTHER, UNKNOWN))


@rule(
    "LP535",
    "log-sink-outside-policy",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3", "16.4.3"),
    pci=("10.3.3",),
    sinks=[],
    transports=[],
    environments=["production"],
)
def log_sink_outside_policy(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler that somebody writes to and that leads elsewhere."""
    handler = fact.handler
    if not fact.attached and not handler.cls.startswith("docker."):
        return
    ends, by = destination(handler), transport(handler)
    told = ends.told
    allowed = any(ends.kind == one or fnmatchcase(told, one) for one in parameters["sinks"])
    narrower = ends.open and any(one.startswith(f"{ends.kind} ") for one in parameters["sinks"])  # it may be that place
    if parameters["sinks"] and ends.kind not in _NOWHERE and not allowed and not narrower:
        yield Message(f"{handler.name} writes to {told}, which is none of the sinks that the policy allows")
    if parameters["transports"] and by and by not in parameters["transports"]:
        yield Message(f"{handler.name} sends records over {by}, which the policy does not allow")
