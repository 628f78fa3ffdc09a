r"""Input from outside can forge a log line

Text that a client controls is written to a line-oriented log as it came. A line break in it starts a line of the client's making.

## Why it matters

With `name=x%0A2024-05-01 INFO login of admin from 10.0.0.1` in a query, an attacker writes records that look like yours: false tracks,
false alarms, or an entry that a monitoring rule reacts to. Terminal control characters can hide lines from whoever reads the file with
`tail`. It is CWE-117, and part of the OWASP Top 10's category on logging.

## How to fix it

Write the value with `%r` (or `{value!r}`), which shows line breaks and control characters as `\n` and `\x1b`. For all records at once,
log JSON, or use a formatter that escapes. Values that cannot hold a line break (numbers, UUIDs, typed route parameters) need nothing.

## Examples

```python
import logging

from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/search")
def search() -> str:
    term = request.args.get("term", "")
    logger.info("search for %s", term)  # expect: reaches logger.info()
    return "ok"
```

`%r` keeps it on one line (`--fix=unsafe` writes it, for the quotes change the line's look):

```python fixed
import logging

from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/search")
def search() -> str:
    term = request.args.get("term", "")
    logger.info("search for %r", term)  # expect: reaches logger.info()
    return "ok"
```

A route parameter that the framework has converted is harmless, any other is not:

```python
import logging

from fastapi import FastAPI

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/orders/{order_id}")
def order(order_id: int) -> dict[str, int]:
    logger.info("order %s", order_id)
    return {"order": order_id}


@app.get("/shops/{shop}")
def shop(shop: str) -> dict[str, str]:
    logger.info("shop %s", shop)  # expect: reaches logger.info()
    return {"shop": shop}
```

What a client says in a field of text is text, in a body as in a form:

```python
import logging

from fastapi import FastAPI
from pydantic import BaseModel

logger = logging.getLogger(__name__)
app = FastAPI()


class Order(BaseModel):
    title: str
    count: int


@app.post("/orders")
def add(order: Order) -> dict[str, int]:
    logger.info("%s pieces", order.count)
    logger.info("order of %s", order.title)  # expect: `order.title` reaches logger.info()
    return {}
```

Structured records are written with every value quoted:

```python
import structlog
from flask import Flask, request

log = structlog.get_logger()
app = Flask(__name__)


@app.route("/search")
def search() -> str:
    log.info("search", term=request.args.get("term", ""))
    return "ok"
```

## Settings

If your project escapes in a way that the tool does not see, name the function:

```toml
[tool.logproof.vocabulary]
sanitizers = ["myproj.text.one_line"]
```

## See also

[CWE-117](https://cwe.mitre.org/data/definitions/117.html),
[OWASP Logging Cheat Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#event-collection).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker import patterns as re
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._edits import quoted
from checker.rules.leaks._wording import log_message, origins
from checker.source.facts.records import Argument, LogCall, Origin

_TEXT_SINKS = frozenset({"logging", "loguru"})
"""Sinks that write lines of text; structlog, trackers and tracing keep fields apart."""
_SERVER_SINKS = frozenset({"print", "stderr", "warnings"})
"""Sinks that are a log only in a server; elsewhere they are a command-line tool's own output."""
_ESCAPED = frozenset({"repr", "bytes", "json", "base64", "escaped", "digest", "len", "masked"})
"""Marks of a value that holds no raw line break any more."""
_TEXTS = (".text()", ".get_data(as_text=True)")
"""What gives a body as text, whatever is in it."""
_ONE_LINE = re.compile(
    r"\b(?:headers|method|scheme|META|cookies|COOKIES|host|get_host|user_agent|referrer|referer|uri|full_url|base_url|host_url"
    r"|query_string|remote_addr|getHeader|mimetype|content_type|raw_path|getCookie|get_cookie|authorization|FILES|environ|build_absolute_uri|HTTP_[A-Z_]+)\b"
    r"|\bscope\[['\"](?:type|asgi|http_version|method|scheme|client|server|headers|query_string|raw_path|root_path|route|endpoint|app|router|user|auth|session|state)\b"
)
"""Parts of a request in which a web server accepts no line break."""
_AS_SENT = re.compile(
    r"\b(?:REQUEST_URI|RAW_URI|QUERY_STRING|REQUEST_METHOD|REMOTE_ADDR|CONTENT_TYPE|CONTENT_LENGTH|SERVER_[A-Z]+|HTTP_[A-Z_]+)\b"
)
"""Variables of CGI (RFC 3875) that hold a part of the request as it came: percent-encoded, or of a header. ``PATH_INFO`` is decoded."""
_PATH = re.compile(r"\.(?:path|path_info|full_path|get_full_path)\b(?:\(\))?$")
"""The path as a whole: a server decodes it, but the routes decide what can be in it, except where all requests go through."""
_BESIDE = frozenset({"extra", "exc_info", "stack_info", "stacklevel", "file", "end", "sep", "flush", "category"})
"""Keywords whose values are not part of the line."""


def _by_repr(call: LogCall, message: Message, around: Any) -> Message:
    """The fix: ``%r`` for each raw value of a ``%`` template."""
    raw = [argument for argument in call.arguments if any(_is_raw(argument, origin) for origin in argument.origins)]
    return quoted(call, message, around, frozenset(argument.position for argument in raw)) if call.sink == "logging" else message


@rule(
    "LP106",
    "forged-log-line",
    fact=LogCall,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(117,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.1",),
    pci=("6.2.4",),
    judge=_by_repr,
)
def forged_log_line(call: LogCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a log call that writes a client's text with its line breaks."""
    if call.escaped or not _writes_lines(call):
        return
    written = [one for one in call.arguments if _has_room(call, one)]
    found = origins(written, lambda argument, origin: _is_raw(argument, origin) and not _is_one_line(origin))
    raw = found or origins(written, _is_raw)
    cap = Confidence.MEDIUM if found else Confidence.LOW
    # Redaction hides secrets and lets line breaks through.
    yield from log_message(call, raw, cap, because="a line break in it starts a forged record", redaction_helps=False)


def _has_room(call: LogCall, argument: Argument) -> bool:
    """Whether the text has a place for a value behind it: ``info("received ", query)`` is lost, and shows it by ``repr`` on stderr.

    So does loguru's ``{extra}`` with what is given by keyword: ``info("received", query=query)``.
    """
    if call.sink == "loguru" and argument.name and call.template:
        return f"{{{argument.name}" in call.template
    return call.sink != "logging" or argument.position == 0 or not call.template or "%" in call.template or bool(call.inner)


def _is_one_line(origin: Origin) -> bool:
    """Whether it is a part of a request in which no line break can be, by the server or by its routes."""
    text = origin.text.replace("environ", "") if origin.kind == "wsgi" else origin.text
    if _ONE_LINE.search(text) or _AS_SENT.search(origin.text) or _is_raw_path(origin):
        return True
    return bool(_PATH.search(origin.text)) and "unrouted" not in origin.passed


def _is_raw_path(origin: Origin) -> bool:
    """Tornado, Twisted and the like hand the path on as it came, percent-encoded."""
    raw = (
        ("path", "uri", "url")
        if origin.kind in {"tornado", "twisted", "sockets", "http"}
        else ("url",)
        if origin.kind in {"flask", "django", "drf", "wsgi", "pyramid", "bottle", "quart"}
        else ()
    )
    return bool(raw) and origin.text.endswith(raw)


def _writes_lines(call: LogCall) -> bool:
    return call.sink in _TEXT_SINKS or (call.server and call.sink in _SERVER_SINKS)


def _is_raw(argument: Argument, origin: Origin) -> bool:
    """Untrusted text as it came; whole dicts and lists show their values by ``repr`` and are left out, and a body told as one."""
    bodies = [other.confidence for other in argument.origins if other.category == "container" and other.text == origin.text]
    whole = any(sure > Confidence.LOW or not origin.text.endswith(_TEXTS) for sure in bodies) or _is_message(origin)
    return origin.category == "untrusted" and not origin.passed & _ESCAPED and argument.name not in _BESIDE and not whole


def _is_message(origin: Origin) -> bool:
    """What ``receive()`` of an ASGI connection gives is a dict: ``{"type": "websocket.receive", "text": ...}``."""
    return origin.kind in {"fastapi", "starlette", "asgi"} and origin.text.endswith(".receive()")
