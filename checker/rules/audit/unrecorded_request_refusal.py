"""An address is refused and no record is left

The server was told to ask an address and a check finds that it may not: a host that is not on the list, an address of the own net. The way
out that follows leaves no record.

## Why it matters

Who asks a server for `http://169.254.169.254/` or for a host of the own net tries to get round its walls (CWE-918). The check holds, and
nobody learns that somebody is trying (CWE-778). OWASP's vocabulary calls it `input_validation_fail`.

## How to fix it

Write one record at warning before the way out: which address, who asked, from where. Where an exception is raised, its handler may do so.

## Examples

```python
from urllib.parse import urlparse

import requests
from flask import Flask, abort, request

app = Flask(__name__)
HOSTS = {"images.example.com", "cdn.example.com"}


@app.post("/preview")
def preview():
    url = request.json["url"]
    if urlparse(url).hostname not in HOSTS:
        abort(400)  # expect: preview() refuses an address and leaves no record of it
    return requests.get(url, timeout=5).text
```

```python
import ipaddress
import logging
import socket

logger = logging.getLogger(__name__)


def resolved(host):
    address = socket.gethostbyname(host)
    if ipaddress.ip_address(address).is_private:
        logger.warning("input_validation_fail: %r leads into the own net", host)
        raise ValueError(host)
    return address
```

## Settings

What tells whether an address may be asked is vocabulary, `targets`.

## See also

`unrecorded-outbound-request`.
[OWASP Logging Vocabulary](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.audit._saying import advice
from checker.source.facts.security import RefusedTarget


@rule(
    "LP215",
    "unrecorded-request-refusal",
    fact=RefusedTarget,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(778, 918),
    owasp=("A10:2021", "A01:2025", "A09:2021", "A09:2025"),
    asvs=("16.3.3",),
    pci=("10.2.1",),
)
def unrecorded_request_refusal(refused: RefusedTarget, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each function."""
    name = refused.function.rpartition(".")[2]
    gap = ", while another way out is recorded" if refused.gap else ""
    yield Message(
        f"{name}() refuses an address and leaves no record of it: {refused.way}{gap}",
        related=(refused.check, *refused.looked),
        confidence=refused.confidence,
        help=advice(refused.helper),
        properties=(("event", "input_validation_fail"), ("way", refused.way)),
    )
