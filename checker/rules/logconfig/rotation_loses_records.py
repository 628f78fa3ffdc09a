"""logrotate takes the file away from its writer

A block without `copytruncate` and without a `postrotate` script: the file is renamed, and the service goes on writing to the renamed one.

## Why it matters

A process writes to the file that it has opened, whatever its name is by now. After the rotation the log of that name stays empty, the
records go to `app.log.1`, and when that is compressed or deleted they are gone. `copytruncate` has the file copied and emptied in its
place; what is written between the two steps is lost, which a log of who did what must not do (CWE-778).

## How to fix it

Tell the service to open its file anew: a `postrotate` script that sends the signal it has for that (`USR1` to gunicorn and nginx), or a
`logging.handlers.WatchedFileHandler`, which looks for itself. Use `copytruncate` where neither can be had.

## Examples

```python
# file: deploy/logrotate.d/shop
/var/log/gunicorn/*.log {  # expect: keeps writing
    daily
    rotate 400
    compress
    create 0640 shop adm
}
```

```python
# file: deploy/logrotate.d/shop
/var/log/gunicorn/*.log {
    daily
    rotate 400
    compress
    create 0640 shop adm
    postrotate
        systemctl kill -s USR1 gunicorn.service
    endscript
}
```

```python
# file: deploy/logrotate.d/shop
/var/log/shop/audit.log {
    daily
    rotate 400
    copytruncate  # expect: is lost
}
```

## Settings

This rule has no parameters. Files whose handler is in the project are judged by it: `unrotated-log-file` tells of a `FileHandler`, and a
`WatchedFileHandler` is well, as is a remark in the file that names it. What jobs write that begin and end has low confidence, as has
`copytruncate` for other logs than those of logins and actions.

## See also

`unrotated-log-file`, `short-log-retention`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.rotations import WATCHED, covers, tells
from checker.logconfig.surroundings import Rotation
from checker.logconfig.values import ELLIPSIS
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_OF_JOBS = re.compile(r"cron|backup|job|batch|script|import|export|sync|update|download|celery|report|clean", re.IGNORECASE)
"""In the name of what is started anew each time, or looks for its file as Celery's workers do."""
_OPENED_EACH_TIME = re.compile(r"(?:^|/)(?:[wbu]tmp|lastlog|faillog)$")
"""What the system's own programs open for each entry."""
_OF_LOGINS = re.compile(r"auth|audit|secur|log-?in|sudo|session", re.IGNORECASE)
"""In the name of a log that tells who came and what they did."""


@rule(
    "LP540",
    "rotation-loses-records",
    fact=Rotation,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2",),
)
def rotation_loses_records(rotation: Rotation, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for files that are renamed under their writer, or emptied while it writes."""
    name = rotation.patterns[0] if rotation.patterns[0] != ELLIPSIS else "the file"
    truncated = rotation.options.get("copytruncate")
    if truncated is not None:
        same = [one for one in project.configured.facts if isinstance(one, Rotation) and one.options.get("copytruncate") == truncated]
        first = next((one for one in same if any(map(_OF_LOGINS.search, one.patterns))), None)
        sure = first is not None
        if rotation.span != (first or same[0]).span:
            return  # one line that is for all files is told once
        told = f"what is written to {name} while logrotate copies and empties it is lost"
        yield Message(told, truncated.span, severity=Severity.LOW, confidence=Confidence.MEDIUM if sure else Confidence.LOW)
        return
    if tells(rotation) or WATCHED in rotation.options or all(map(_OPENED_EACH_TIME.search, rotation.patterns)):
        return
    if any(covers(rotation, one.file) for one in project.configured.facts if _is_file(one)):
        return
    jobs = any(map(_OF_JOBS.search, rotation.patterns))
    told = f"who has opened {name} keeps writing to it after logrotate has renamed it: it neither copies the file nor tells the service"
    yield Message(told, confidence=Confidence.LOW if jobs else None)


def _is_file(fact: Any) -> bool:
    return isinstance(fact, ConfiguredHandler) and bool(fact.file)
