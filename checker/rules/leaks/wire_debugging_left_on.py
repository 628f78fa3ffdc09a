"""Debugging of the wire is left on

A library's wire log is switched on: the debug level of `http.client`, `smtplib` or `imaplib`, pycurl's debug function, the trace of
websocket-client or python-ldap, whole requests of an Azure client, debug logging of urllib3, requests, httpx, boto, paramiko or SOAP
messages, the log of a pexpect session that is sent a password, whole events of AWS Lambda, SQL echo or the trace of SQLite.
It writes requests, answers or statements as they are.

## Why it matters

These logs show what TLS hides: Authorization headers, cookies, signed URLs, request bodies, and the values in SQL statements.
They are written by library code, so no masking of your own log calls sees them. A debugging session's leftover line is enough to put every
credential that the service uses into its log (CWE-532).

## How to fix it

Remove the line, or let an operator switch it on for a while: by an option or an environment variable that is off by default.
If you only want to see which requests are made, log the method, the host and the path yourself.

## Examples

```python
import http.client


def make_client(host: str) -> http.client.HTTPSConnection:
    connection = http.client.HTTPSConnection(host)
    connection.set_debuglevel(1)  # expect: is switched on
    return connection
```

```python
import logging

import boto3


def bucket(name: str):
    boto3.set_stream_logger("botocore", logging.DEBUG)  # expect: is switched on
    return boto3.resource("s3").Bucket(name)
```

Off unless somebody asks for it:

```python
import http.client
import os


def make_client(host: str) -> http.client.HTTPSConnection:
    connection = http.client.HTTPSConnection(host)
    if os.environ.get("SHOP_DEBUG_HTTP") == "1":
        connection.set_debuglevel(1)
    return connection
```

SQL echo writes every statement with its values:

```python
from sqlalchemy import create_engine


def engine(url: str):
    return create_engine(url, echo=True)  # expect: is switched on
```

```python fixed
from sqlalchemy import create_engine


def engine(url: str):
    return create_engine(url, echo=False)  # expect: is switched on
```

## Settings

`setups`: which switches count, by name: `http-client-debug`, `urllib3-debug`, `requests-debug`, `httpx-debug`, `boto-debug`,
`imap-debug`, `mail-debug`, `curl-debug`, `soap-debug`, `websocket-debug`, `ldap-debug`, `azure-debug`, `terminal-log`, `paramiko-debug`,
`sql-echo`, `lambda-event`. A project that wants its SQL in the log leaves that one out:

```toml
[tool.logproof.rules.wire-debugging-left-on.parameters]
setups = ["http-client-debug", "urllib3-debug", "requests-debug", "httpx-debug", "boto-debug"]
```

What stands under a condition, in a script's main part, an example or a command-line tool has low confidence.

## See also

`loguru-diagnose`. [CWE-532](https://cwe.mitre.org/data/definitions/532.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._edits import switched_off
from checker.rules.leaks._wording import called
from checker.source.facts.records import SetupCall

_WRITES = {
    "http-client-debug": "it prints every request with its Authorization header and cookies",
    "urllib3-debug": "it logs every request's address with its query",
    "requests-debug": "it logs every request's address with its query",
    "httpx-debug": "it logs every request's address and the headers of every answer",
    "boto-debug": "it logs every request with its signed headers and its body",
    "imap-debug": "it writes every command as it is sent, that of the login with its password",
    "mail-debug": "it writes every command as it is sent, the login's base64 among them",
    "websocket-debug": "it writes the header of each handshake with its Authorization header and cookies",
    "ldap-debug": "it writes each bind with its password",
    "azure-debug": "it logs requests and answers with their bodies, headers unredacted",
    "terminal-log": "it holds whatever is sent to the program, the password too",
    "curl-debug": "it is given every request with its Authorization header, and every answer",
    "soap-debug": "it logs every message with the password of its security header",
    "paramiko-debug": "it logs the negotiation of every SSH session",
    "sql-echo": "it logs every statement with its values",
    "lambda-event": "it logs every event with its headers, its body and who sent it",
}
"""What a switch, by its name, makes the library write."""
_MILD = frozenset({"sql-echo", "paramiko-debug", "urllib3-debug", "requests-debug"})
"""Switches that show less than whole requests."""
_TELLING = (
    ("oauth", "it logs the tokens and client secrets of the exchange"),
    ("packet dump", "it logs every packet, decrypted"),
    ("httpx", "it logs every request's address with its query"),
)
"""Words of a label that say more of what is written than the switch's name."""


def _off(setup: SetupCall, message: Message, around: Any) -> Message:
    """The fix for SQL echo; the others are lines to be removed by whoever knows why they are there."""
    return switched_off(setup, message, around, "echo", safe=False) if setup.name == "sql-echo" else message


@rule(
    "LP108",
    "wire-debugging-left-on",
    fact=SetupCall,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(532,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("13.4.2", "16.2.5"),
    pci=("8.3.2",),
    judge=_off,
    setups=list(_WRITES),
)
def wire_debugging_left_on(setup: SetupCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a switch that makes a library log what it sends; low where somebody has to ask for it."""
    if setup.name not in _WRITES or setup.name not in parameters["setups"]:
        return
    optional = setup.guarded or setup.main
    place = "by an assignment" if any(name == "value" for name, _ in setup.constants) else f"by {called(setup.text)}"
    telling = next((writes for word, writes in _TELLING if word in setup.label.lower()), "")
    mild = setup.name in _MILD and (not telling or "address" in telling)
    yield Message(
        f"{setup.label} is switched on {place}: {telling or _WRITES[setup.name]}",
        confidence=Confidence.LOW if optional else Confidence.HIGH,
        severity=Severity.MEDIUM if mild else None,
        properties=(("setup", setup.name),),
    )
