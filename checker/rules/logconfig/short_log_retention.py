"""Logs are kept shorter than the policy asks

A rotation times its number of files is less than the days that the policy wants; `rotate 0` of logrotate keeps none at all, and a file
that is opened with mode `w` is emptied whenever the service starts.

## Why it matters

Break-ins are often found months later; without the logs of that time nobody can tell what was taken. PCI DSS 10.5.1 wants twelve
months, three of them at hand.

## How to fix it

Raise `backupCount` (`rotate`), or send the records to a store that keeps them, and waive this for the local copy.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "file": {
            "class": "logging.FileHandler",
            "filename": "/var/log/shop/app.log",
            "mode": "w",  # expect: empties
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "file": {
            "class": "logging.handlers.TimedRotatingFileHandler",
            "filename": "/var/log/shop/app.log",
            "when": "midnight",
            "backupCount": 400,
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

```python
# file: deploy/logrotate.d/shop
/var/log/shop/auth.log {
    daily
    rotate 0  # expect: keeps none
}
```

## Settings

supervisord empties a file whenever it is full where `stdout_logfile_backups` is 0, which is told too.

`days`: how long logs must be kept. The default, 0, asks for nothing; a policy pack sets it. `least`: what is told where nothing is asked
for, logs that are gone in so many days. `environments`: which settings are judged.
The default is `["production"]`.

## See also

`unrotated-log-file`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.model import Handler
from checker.logconfig.sinks import PLAIN_FILES, SUPERVISED
from checker.model import Confidence, Parameters, Severity, Span
from checker.rule import Message, rule

_INTERVALS = {"hourly": 1 / 24, "daily": 1.0, "weekly": 7.0, "monthly": 30.0, "yearly": 365.0}
_OF_LOGINS = re.compile(r"auth|audit|secur|log-?in|sudo|session", re.IGNORECASE)
"""In the name of a log that tells who came and what they did."""
_MANY = 3
"""More of one file are told together."""
_DAYS = {"midnight": 1.0, "d": 1.0, "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86400, "w": 7.0}


@rule(
    "LP526",
    "short-log-retention",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2",),
    pci=("10.5.1",),
    days=0,
    least=7,
    environments=["production"],
)
def short_log_retention(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a file that rotates by time and keeps too few, or none."""
    handler, wanted = fact.handler, parameters["days"]
    if handler.cls == "logrotate":
        yield from _by_logrotate(fact, project, parameters)
        return
    if handler.cls == SUPERVISED:
        yield from _of_supervisor(fact)
        return
    if fact.file and (handler.cls in PLAIN_FILES or _never_by_size(handler)):
        yield from _emptied(fact)
        return
    if handler.cls != "logging.handlers.TimedRotatingFileHandler" or not (wanted or fact.pipeline.server):
        return
    when, interval, count = (handler.options.get(name) for name in ("when", "interval", "backupCount"))
    if any(one is not None and one.unknown for one in (when, interval, count)) or count is None or not isinstance(count.value, int):
        return
    unit = str(when.value).lower() if when is not None else "h"
    length = _DAYS.get(unit, _DAYS.get(unit[:1]))
    if length is None or not count.value:
        return
    times = interval.value if interval is not None and isinstance(interval.value, int | float) else 1
    kept = length * times * (count.value + 1)
    yield from _short(handler.name, "", kept, count.span, parameters)


def _short(keeper: str, what: str, kept: float, span: Span, parameters: Parameters) -> Iterator[Message]:
    """What is kept for less than the policy wants, or, where no policy says anything, for so short that nobody will have looked."""
    wanted, least = parameters["days"], parameters["least"]
    length = f"{kept:.3g} days" if kept >= 1 else f"{kept * 24:.3g} hours"
    told = f"{keeper} keeps {length}{what}"
    if kept < wanted:
        yield Message(f"{told}, and the policy wants {wanted}", span)
    elif not wanted and kept < least:
        late = f"{told}: what is noticed a week later cannot be looked up"
        yield Message(late, span, severity=Severity.LOW, confidence=Confidence.MEDIUM)


def _never_by_size(handler: Handler) -> bool:
    """Whether a handler that rotates by size has none: then it keeps the mode that it is given; with a size it always appends."""
    size = handler.options.get("maxBytes")
    return handler.cls == "logging.handlers.RotatingFileHandler" and (
        size is None or (not size.unknown and not size.open and not size.value)
    )


def _emptied(fact: ConfiguredHandler) -> Iterator[Message]:
    """A file that begins anew with each start; for a tool that runs once that is as it should be."""
    mode = fact.handler.options.get("mode")
    if mode is not None and not mode.open and isinstance(mode.value, str) and mode.value.startswith("w"):
        sure = fact.pipeline.server and not fact.only_debugging
        told = f"{fact.handler.name} empties {fact.file} at each start: what was logged before a crash or a restart is gone"
        yield Message(told, mode.span, confidence=Confidence.MEDIUM if sure else Confidence.LOW)


def _of_supervisor(fact: ConfiguredHandler) -> Iterator[Message]:
    """A file that supervisord empties whenever it is full."""
    count = fact.handler.options.get("backupCount")
    if count is not None and count.value == 0 and not fact.file.startswith("/dev/"):
        yield Message(f"supervisord empties {fact.file} whenever it is full: it keeps no backup", count.span, confidence=Confidence.MEDIUM)


def _by_logrotate(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    handler = fact.handler
    count, name = handler.options.get("rotate"), handler.options["created"].value
    if count is not None and count.value == 0:
        yield Message(f"logrotate keeps none of {name}: `rotate 0` deletes what it rotates", count.span)
        return
    length = _length(handler)
    if length is None:
        return
    found = (one for one in project.configured.facts if isinstance(one, ConfiguredHandler) and one.span.path == fact.span.path)
    short = [one for one in found if one.handler.cls == "logrotate" and _is_short(_length(one.handler), parameters)]
    many = len(short) > _MANY
    if many and fact.span != next((one for one in short if _OF_LOGINS.search(_name(one))), short[0]).span:
        return  # told there
    more = f" (and too few of {len(short) - 1} more)" if many else ""
    yield from _short("logrotate", f" of {name}{more}", *length, parameters)


def _name(fact: ConfiguredHandler) -> str:
    return str(fact.handler.options["created"].value)


def _length(handler: Handler) -> tuple[float, Span] | None:
    """For how many days logrotate keeps a file, and what says so."""
    count, interval, age = (handler.options.get(name) for name in ("rotate", "interval", "maxage"))
    lengths = [(float(age.value), age.span)] if age is not None and age.value > 0 else []
    if count is not None and count.value > 0 and interval is not None:
        lengths.append((_INTERVALS[interval.value] * (count.value + 1), count.span))
    return min(lengths, key=lambda one: one[0]) if lengths else None


def _is_short(length: tuple[float, Span] | None, parameters: Parameters) -> bool:
    return length is not None and length[0] < (parameters["days"] or parameters["least"])
