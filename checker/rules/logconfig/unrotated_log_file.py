"""A log file grows without bound

`FileHandler`: nothing rotates the file.

## Why it matters

It grows until the disk is full; then logging fails, and often the service with it. A file of years is also more than anybody needs to
keep of personal data (CWE-779, CWE-400).

## How to fix it

Write to stdout, use `WatchedFileHandler` with logrotate, or `RotatingFileHandler` with `maxBytes` and `backupCount`.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "/var/log/shop/app.log"}},  # expect: nothing rotates
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"file": {"class": "logging.handlers.WatchedFileHandler", "filename": "/var/log/shop/app.log"}},
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

## Settings

`environments`: which settings are judged. The default is `["production"]`.

A logrotate file of the project that names the log file is taken into account, also one that a script or a playbook writes to
`/etc/logrotate.d`: `FileHandler` keeps the old file open, so that needs `copytruncate` or a script that makes the service open it anew;
`WatchedFileHandler` notices by itself. A file whose name is not known is told of where the project has no such file.

supervisord rotates what its programs write, unless `stdout_logfile_maxbytes` (or that of stderr, or its own) is 0.

## See also

`rotation-never-rotates`. [CWE-779](https://cwe.mitre.org/data/definitions/779.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.idle import idle_handlers
from checker.logconfig.model import Handler
from checker.logconfig.rotations import rotation_of, tells
from checker.logconfig.sinks import PLAIN_FILES, file_of
from checker.logconfig.surroundings import Rotation
from checker.logconfig.values import AND, ELLIPSIS
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import at

_LASTING = re.compile(
    r"the parameter (?:(?:log|logger|app|application|service|component|module|project)_?)?(?:name|file|filename)|__name__"
)
"""Why the name of a file is not known that is the same with each start."""
_WHOLE = frozenset(("dictConfig", "ini", "django"))
"""Kinds of configurations that say themselves which logger has which handler; code may attach one later."""


@rule(
    "LP512",
    "unrotated-log-file",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(779, 400),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2",),
    environments=["production"],
)
def unrotated_log_file(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a plain file that no rotation of the project's covers."""
    handler, pipeline = fact.handler, fact.pipeline
    name = fact.file if fact.file.strip(f"{ELLIPSIS}/") else ""  # of no part of which anything is known
    if handler.cls not in PLAIN_FILES or not (name or _is_some_file(fact, project)):
        return
    if fact.only_debugging or handler in idle_handlers(pipeline, project.configured.pipelines):
        return
    mode = handler.options.get("mode")
    if mode is not None and str(mode.value).startswith("w"):
        return  # it begins anew with each start
    if not name:
        yield Message(f"nothing rotates the file that {handler.name} writes, whatever its name is")
        return
    rotation = rotation_of(name, project.configured.facts)
    one_time = (ELLIPSIS in name.rpartition("/")[2] and not _is_called_alike(handler)) or "{" in name  # a file of a session, a day, a job
    if rotation is not None:
        if not tells(rotation):
            what = f"{handler.name} goes on writing to the file that logrotate moved away: {name}"
            related = (at(rotation.span, "it neither copies the file nor tells the service"),)
            yield Message(what, related=related, confidence=Confidence.LOW if one_time else None)
        return
    idle = (
        pipeline.kind in _WHOLE
        and not fact.attached
        and not any(ref.name == handler.name for one in pipeline.handlers.values() for ref in one.targets)
    )
    doubtful = one_time or idle or fact.of_data or (pipeline.kind == "code" and not pipeline.server)
    same = _of_one_command(fact, project)
    if same[0].name != handler.name:
        return  # told there
    what, writes = ("files", "write") if len(same) > 1 else ("file", "writes")
    told = f"nothing rotates the {what} that {' and '.join(one.name for one in same)} {writes}: {', '.join(map(file_of, same))}"
    yield Message(told, confidence=Confidence.LOW if doubtful else None)


def _of_one_command(fact: ConfiguredHandler, project: Any) -> list[Handler]:
    """The handler, and those that the same line of a command gives files which nothing rotates."""
    if fact.pipeline.kind in _WHOLE or fact.pipeline.kind == "code":
        return [fact.handler]
    own, facts = fact.handler.span, project.configured.facts
    beside = sorted(fact.pipeline.handlers.values(), key=lambda one: one.span)
    told = (one for one in beside if (one.span.path, one.span.line) == (own.path, own.line) and one.cls in PLAIN_FILES)
    return [one for one in told if file_of(one) and rotation_of(file_of(one), facts) is None]


def _is_some_file(fact: ConfiguredHandler, project: Any) -> bool:
    """Whether a logger writes to a file whose name is not known, in a project that rotates none from outside."""
    given = fact.handler.options.get("filename")
    if given is None or not (given.unknown or given.open) or any(isinstance(one, Rotation) for one in project.configured.facts):
        return False
    if fact.pipeline.kind == "code":  # who asks for a file by an option rotates it; of a file alone nobody knows who asks
        return fact.pipeline.server and project.configured.modules <= 1
    return fact.pipeline.kind in _WHOLE and fact.attached


def _is_called_alike(handler: Handler) -> bool:
    """Whether the part of a file's name that is not known is the same with each start: that of a logger or a service."""
    return bool(_LASTING.fullmatch(handler.options["filename"].open.rpartition(AND)[2]))
