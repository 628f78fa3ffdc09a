"""A request goes where a client says, neither checked nor recorded

The host of a request that the server sends comes from a parameter or the body of a request that it was sent. Nothing on the way asks where
that leads, and no record says where it went.

## Why it matters

A client can make the server ask what only the server can reach: metadata services, databases, routers (request forgery, CWE-918;
OWASP A10:2021). Without a check and without a record nobody keeps them from it, and nobody sees it afterwards (CWE-778).

## How to fix it

Take the host from a list, or compare the parsed host with one; refuse addresses of the own net after the name is resolved. Record each
request with its target, and each refusal.

## Examples

```python
import requests
from flask import Flask, request

app = Flask(__name__)


@app.post("/preview")
def preview():
    url = request.json["url"]
    return requests.get(url, timeout=5).text  # expect: requests.get() asks an address that a client controls
```

Checked against a list:

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
        app.logger.warning("input_validation_fail: preview of %r refused for %s", url, request.remote_addr)
        abort(400)
    return requests.get(url, timeout=5).text
```

The host is always the same:

```python
import requests
from flask import Flask, request

app = Flask(__name__)


@app.get("/weather")
def weather():
    return requests.get(f"https://api.example.com/{request.args['city']}", params=request.args, timeout=5).json()
```

## Settings

What sends a request is vocabulary, `clients`; what tells whether an address may be asked, `targets`. A function whose name says that it
judges addresses (`is_safe_url`, `check_host`) is believed.

## See also

`unrecorded-request-refusal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.security import OutboundRequest


@rule(
    "LP214",
    "unrecorded-outbound-request",
    fact=OutboundRequest,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(918, 778),
    owasp=("A10:2021", "A01:2025", "A09:2021", "A09:2025"),
    asvs=("16.3.3",),
    pci=("10.2.1",),
)
def unrecorded_outbound_request(sent: OutboundRequest, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each call that sends such a request."""
    yield Message(
        f"{sent.callee}() asks an address that a client controls ({sent.origin}), and nothing checks or records it",
        steps=sent.steps,
        related=sent.looked,
        confidence=sent.confidence,
        properties=(("event", "outbound_request"), ("origin", sent.origin)),
    )
