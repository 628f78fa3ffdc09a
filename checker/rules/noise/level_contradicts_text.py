"""A record's level contradicts its text

`logger.info("payment failed")` and `logger.error("server started")`.

## Why it matters

Alerts and whoever reads the log go by the level. A failure at info is seen by nobody until a customer calls, and an error that is none
teaches people to ignore errors.

## How to fix it

Choose the level by what somebody has to do: `error` where something did not work that should have, `warning` where it may not work for
long, `info` for what is meant to happen.

## Examples

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def pay(order):
    logger.info("payment of %s failed", order)  # expect: tells a failure at info
    logger.error("server started")  # expect: tells a success at error
```

```python policy=tidy
import logging

logger = logging.getLogger(__name__)


def pay(order):
    logger.error("payment of %s failed", order)
    logger.error("the server is not started")
    logger.info("no payment failed, %d done", 3)
    logger.info("will stop if a payment failed")
```

## Settings

`failures`, `successes`: words that tell a failure at info, and a success at error or critical.

## See also

`record-in-hot-loop`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import LogCall

_TURNING = (
    "no not n't never without zero 0 if when whether unless until once may might could should would can cannot can't unable before"
    " after while for expected num number count retry retrying ignoring ignored ignore skipping skipped skip previous previously"
    " last any all some recorded recording reported marked saved stored handled"
)
"""Words that turn a failure behind them around, or make a count or a condition of it."""
_MILD = re.compile(
    r"\b(?:will (?:re-?)?try|retry(?:ing)?|try(?:ing)? again|fall(?:s|ing)? back|fallback|expected|instead)\b|(?:%\w|\}) \w+ failed\b"
)
"""What goes on after the failure, or a count of failures: neither contradicts the level."""
_UNDOING = (
    "no not n't never without unable failed failure failing fail fails error errors unsuccessful unsuccessfully could cannot can't"
    " if when until before after while already undone bad wrong invalid but except exception exceptions warning warnings timed"
    " timeout should must unexpected unexpectedly missing only none neither refused denied rejected reject aborted canceled"
    " cancelled unknown unsupported"
)
"""Words that make no success of what else says one."""


@rule(
    "LP409",
    "level-contradicts-text",
    fact=LogCall,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
    owasp=("A09:2021", "A09:2025"),
    failures=[
        "failed",
        "failure",
        "fatal",
        "crashed",
        "corrupted",
        "could not",
        "unable to",
        "error while",
        "error during",
        "error occurred",
        "error occured",
        "exception occurred",
        "exception occured",
        "exception while",
    ],
    successes=["success", "successful", "successfully", "succeeded", "started", "completed", "finished"],
)
def level_contradicts_text(call: LogCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a record whose words say the opposite of its level."""
    text = call.template.lower()
    if not text or call.sink not in ("logging", "loguru", "structlog"):
        return
    if call.level == "info" and _says(text, parameters["failures"], _TURNING) and not _MILD.search(text):
        yield Message(f"{call.callee}() tells a failure at {call.level}: {_shown(call.template)}")
    elif call.level in ("error", "critical") and _says(text, parameters["successes"]) and not _says(text, _UNDOING.split()):
        yield Message(f"{call.callee}() tells a success at {call.level}: {_shown(call.template)}")


def _says(text: str, words: Iterable[str], turning: str = "") -> bool:
    """Whether one of the words stands in the text, and none of the turning ones before it."""
    match = _pattern(tuple(words)).search(text)
    if match is None:
        return False
    before = text[: match.start()]
    return not (turning and (_pattern(tuple(turning.split())).search(before) or before.rstrip().endswith("%d")))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])(?!\s*[=:/(])")


def _shown(template: str) -> str:
    text = " ".join(template.split())
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
