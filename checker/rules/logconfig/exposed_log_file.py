"""A log file lies where others can read it

In a folder that the web server serves, in `/tmp`, or open to everybody by its mode: `os.chmod`, a handler that sets `os.umask(0)`,
`chmod` in a Dockerfile, `create` of logrotate.

## Why it matters

Logs hold names, addresses, paths and often tokens. A log below `static/` or `media/` is one request away from anybody; in `/tmp` any
user of the machine can read it, or put a link in its place (CWE-532, CWE-552).

## How to fix it

Write to a folder of the service's own (`/var/log/shop`, mode 0750) with mode 0640, or to stdout. Who else needs the file gets it by a
group.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "file": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": "/srv/shop/static/app.log",  # expect: is served
            "maxBytes": 10_000_000,
            "backupCount": 9,
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
            "class": "logging.handlers.RotatingFileHandler",
            "filename": "/var/log/shop/app.log",
            "maxBytes": 10_000_000,
            "backupCount": 9,
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
})
```

```python
import os

LOG = "/var/log/shop/app.log"
os.chmod(LOG, 0o666)  # expect: others
```

```python
# file: shop/handlers.py
import logging.handlers
import os


class SharedFileHandler(logging.handlers.RotatingFileHandler):
    def _open(self):
        before = os.umask(0)  # expect: files of SharedFileHandler
        stream = super()._open()
        os.umask(before)
        return stream
```

## Settings

`served`: names of folders that web servers serve. `environments`: which settings are judged. The default is `["production"]`. Of the files
that logrotate makes so that others may read and not write them, those are told by default whose names say that they tell of logins
(`auth.log`, `audit.log`): 0644 is usual. A folder of an application's below `/var/www`, beside `/var/www/html`, is told with low
confidence: which of its folders is served nobody knows.

## See also

`unrotated-log-file`. [CWE-552](https://cwe.mitre.org/data/definitions/552.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.idle import idle_handlers
from checker.logconfig.model import Handler, Setting
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_SHARED = re.compile(r"^/(?:var/)?tmp/|^/dev/shm/")
_BESIDE = re.compile(r"^/var/www/(?!html/)[^/]+/")
"""Where applications are put on servers: what is served of them is a folder inside, and `/var/www/html` by default."""
_OTHERS = 0o006
_OF_LOGINS = re.compile(r"auth|audit|secur|log-?in|sudo|session", re.IGNORECASE)
"""In the name of a log that tells who came and what they did."""


@rule(
    "LP518",
    "exposed-log-file",
    fact=ConfiguredHandler,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(532, 552),
    owasp=("A01:2021", "A09:2021", "A01:2025", "A09:2025"),
    asvs=("16.4.2",),
    pci=("10.3.1",),
    served=["static", "staticfiles", "media", "public", "public_html", "www", "htdocs", "wwwroot"],
    environments=["production"],
)
def exposed_log_file(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a file in a served or shared folder, or one whose mode lets others in."""
    handler = fact.handler
    mode = handler.options.get("chmod")
    if mode is not None and isinstance(mode.value, int) and mode.value & _OTHERS:
        yield _by_mode(handler, mode)
    name = fact.file
    if not name or handler in idle_handlers(fact.pipeline, project.configured.pipelines):
        return
    span = handler.options["filename"].span
    folders = [part.lower() for part in name.split("/")[:-1]]
    served = next((part for part in parameters["served"] if part in folders), "")
    if served and not name.startswith(("/var/log/", "/usr/")):
        told = f"{handler.name} writes to {name}: the folder {served} is served by the web server"
        yield Message(told, span, confidence=Confidence.LOW if served == "www" and _BESIDE.match(name) else None)
    elif _SHARED.match(name):
        told = f"{handler.name} writes to {name}, into a folder of all users of the machine"
        yield Message(told, span, severity=Severity.MEDIUM, confidence=Confidence.MEDIUM)


def _by_mode(handler: Handler, mode: Setting) -> Message:
    """Others may write everywhere but to what is theirs; that they may read is the default of many systems."""
    named = handler.options.get("created")
    which = f"{named.value}" if named is not None else "the log file"
    writes, reads = mode.value & 0o002, mode.value & 0o004
    what = "read it and write to it" if writes and reads else "write to it" if writes else "read it"
    told = f"the mode {mode.value:#o} of {which} lets others {what}"
    read_only = handler.cls == "logrotate" and not writes
    told_apart = Confidence.MEDIUM if _OF_LOGINS.search(which) else Confidence.LOW  # 0644 is what most systems make of every log
    severity, confidence = (Severity.LOW, told_apart) if read_only else (Severity.MEDIUM, None)
    return Message(told, mode.span, severity=severity, confidence=confidence)
