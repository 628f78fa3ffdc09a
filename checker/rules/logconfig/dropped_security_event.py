"""A security event is logged, and the configuration drops it

A failed login is written at INFO, and the logger that it goes to is at WARNING: nobody will ever see it.

## Why it matters

The code looks right in review, and the audit passes on paper, but the record never leaves the process. Log-in failures, refused access and
changed rights are the events that alarms and investigations live on (CWE-778).

## How to fix it

Lower the level, or add the handler, at the place that the message names; or log the event at the level that gets through.

## Examples

```python
# file: shop/accounts.py
import logging

logger = logging.getLogger(__name__)


def login(user, password):
    if not user.check_password(password):
        logger.info("login failed for account %s", user.pk)  # expect: dropped
        return None
    return user

# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
})
```

```python
# file: shop/accounts.py
import logging

logger = logging.getLogger(__name__)


def login(user, password):
    if not user.check_password(password):
        logger.warning("login failed for account %s", user.pk)
        return None
    return user

# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
})
```

## Settings

`events`: words of a message that make it a security event, as a regular expression of Python's `re`, case ignored; the default knows the
names of the OWASP logging vocabulary and plain wordings. `successes`: the same for what went well (somebody logged in or out), which
counts at `INFO` and above. `loggers`: words in a logger's name that make all of its records security events.
`environments`: which settings are judged. The default is `["production"]`.

## See also

`security-logger-silenced`, `root-without-handler`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html),
[OWASP Logging Vocabulary](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from checker.logconfig.model import LogPipeline
from checker.logconfig.routing import Dropped, dropped, dropped_by_level, may_write
from checker.model import Confidence, Parameters, Severity, Step
from checker.rule import Message, rule
from checker.source.facts.records import LogCall

_INFO, _WARNING = 20, 30
_LEVELS = {"debug": 10, "info": 20, "warning": 30, "warn": 30, "error": 40, "exception": 40, "critical": 50}
_EVENTS = (
    r"\bauthn_(?:login|password|token|impossible)|\bauthz_(?:fail|change|admin)"
    r"|\b(?:log-?in|sign-?in|authentication|password check)\b.{0,20}\b(?:fail|failed|failure|denied|rejected|refused)"
    r"|\bfailed (?:to )?(?:log-?in|sign-?in|authenticat\w+)"
    r"|\b(?:invalid|wrong|bad|incorrect) (?:credentials?|password|login|token|signature|otp)\b"
    r"|\b(?:access|permission|authorization) (?:was )?(?:denied|refused)|\bunauthori[sz]ed\b|\bforbidden\b|\bbrute.?force"
    r"|\baccount (?:is |was )?(?:locked|disabled)|\bcsrf\b.{0,20}\bfail|\bprivilege\w* (?:changed|granted|escalat\w+)"
)
_SUCCESSES = (
    r"\b(?:user|account|admin\w*|member|operator)\b.{0,40}\blogged[ -]?(?:in|out)\b"
    r"|\b(?:log-?in|sign-?in|authentication)\b.{0,12}\bsucce|\bsuccess\w* (?:log-?in|sign-?in|authenticat\w+|logged[ -]in)"
)


@rule(
    "LP527",
    "dropped-security-event",
    fact=LogCall,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(778, 223),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.3.1", "16.3.2"),
    pci=("10.2.1.4",),
    events=_EVENTS,
    successes=_SUCCESSES,
    loggers=["security", "audit"],
    environments=["production"],
)
def dropped_security_event(call: LogCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for an event that every whole configuration of the environment drops, or that nothing is set up for."""
    level = _LEVELS.get(call.level)
    name = _name(call, project)
    if call.sink != "logging" or level is None or name is None:
        return
    success = level >= _INFO and bool(call.template) and bool(_pattern(parameters["successes"]).search(call.template))
    if not success and not _is_event(call.template, name if level >= _INFO else "", parameters):
        return  # a debug record is none because of its logger alone
    if project.configured.bare:
        yield from _unconfigured(call, name, level)
        return
    pipelines = [one for one in project.configured.pipelines if one.environment in parameters["environments"]]
    in_parts = any(may_write(one, name) for one in pipelines if one.partial)
    first = _in_parts(pipelines, name, level, project) if in_parts else _in_all(pipelines, name, level)
    if first is None:
        return
    by_name = not success and not _is_event(call.template, "", parameters)
    steps = ((call.span, f"written by the logger {name or 'root'} at {call.level.upper()}"), (first.span, first.why))
    told = f"this security event is dropped: {first.why}"
    chosen = by_name and "audit" not in name and first.why.startswith(f"the logger {name} takes")  # its own level leaves out the chatter
    confidence = Confidence.LOW if chosen else Confidence.MEDIUM if first.open or success or in_parts else None
    yield Message(told, steps=tuple(Step(*one) for one in steps), confidence=confidence)


def _in_all(pipelines: list[LogPipeline], name: str, level: int) -> Dropped | None:
    """What drops it in the first of the configurations, where each whole one drops it."""
    found = [dropped(one, name, level) for one in pipelines if not one.partial]
    return found[0] if found and None not in found else None


def _in_parts(pipelines: list[LogPipeline], name: str, level: int, project: Any) -> Dropped | None:
    """What drops it where code sets up parts: a level alone is certain, and only where all of the code was followed."""
    return dropped_by_level(pipelines, name, level) if not project.configured.given_up else None


def _unconfigured(call: LogCall, name: str, level: int) -> Iterator[Message]:
    """Of a service in which nothing sets logging up: servers configure their own loggers, and Python prints warnings and worse alone."""
    if level < _WARNING:
        written = Step(call.span, f"written by the logger {name or 'root'} at {call.level.upper()}")
        why = "nothing sets logging up, and without that Python writes nothing below WARNING"
        told = f"this security event is dropped: {why}"
        yield Message(told, steps=(written,), severity=Severity.MEDIUM, confidence=Confidence.MEDIUM)


def _name(call: LogCall, project: Any) -> str | None:
    if call.logger != "__name__":
        return call.logger
    return next((name for name, path in project.configured.own_loggers if path == call.span.path), None)


def _is_event(template: str, name: str, parameters: Parameters) -> bool:
    if not set(name.lower().split(".")).isdisjoint(parameters["loggers"]):
        return True
    return bool(template) and bool(_pattern(parameters["events"]).search(template))


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
