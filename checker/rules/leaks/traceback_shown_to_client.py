"""A traceback is sent to a client

`traceback.format_exc()` or the text of a caught exception becomes part of an answer.

## Why it matters

A traceback tells an attacker the paths, versions, queries and often the values of the server, and every probe that makes it fail tells
more. Internal exception texts do the same in small. It is CWE-209: detailed error answers are how injections
are found and tuned.

## How to fix it

Log the exception with `logger.exception(...)` and answer with a plain sentence and an id under which the record is found.

## Examples

```python
import traceback

from flask import Flask

app = Flask(__name__)


@app.route("/report")
def report():
    try:
        return build()
    except Exception:
        return traceback.format_exc(), 500  # expect: traceback


def build() -> str:
    raise RuntimeError("no data")
```

The client gets an id, the log gets the traceback:

```python
import logging
import uuid

from flask import Flask

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/report")
def report():
    try:
        return build()
    except Exception:
        incident = uuid.uuid4().hex
        logger.exception("report failed, incident %s", incident)
        return f"Something went wrong. Please quote {incident}.", 500


def build() -> str:
    raise RuntimeError("no data")
```

## Settings

`exception_text`: how sure to be where only the text of a caught exception is sent: `"low"` (the default, which is not shown),
`"medium"` or `"high"`. Many such texts are written for the client; raise it if yours are not:

```toml
[tool.logproof.rules.traceback-shown-to-client.parameters]
exception_text = "medium"
```

## See also

`secret-in-exception-text`. [CWE-209](https://cwe.mitre.org/data/definitions/209.html),
[OWASP Error Handling Cheat Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._wording import called, flow, joined, leaks, named, origins, others, plural, sure
from checker.source.facts.records import Argument, Origin, ResponseCall


@rule(
    "LP107",
    "traceback-shown-to-client",
    fact=ResponseCall,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(209,),
    owasp=("A04:2021", "A10:2025"),
    asvs=("16.5.1",),
    pci=("6.2.4",),
    exception_text="low",
)
def traceback_shown_to_client(answer: ResponseCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for an answer that holds a traceback, or (less sure) an exception's text."""
    found = origins(answer.arguments, _is_internal)
    if not found:
        return
    trace = any(origin.category == "traceback" for origin in found)
    first = next((origin for origin in found if origin.category == "traceback"), found[0])
    found = (first, *(origin for origin in found if origin is not first))
    cap = Confidence.HIGH if trace else Confidence[str(parameters["exception_text"]).upper()]
    many = len(found) > 1 or plural(first.label)
    place = called(answer.callee) if answer.callee and answer.callee != "return" else "the returned answer"
    yield Message(
        f"{joined(named(origin.label) for origin in found)} {'reach' if many else 'reaches'} the client through {place}",
        steps=flow(first, answer, "sent to the client"),
        related=others(found),
        confidence=sure(first, cap),
        severity=Severity.MEDIUM if trace else Severity.LOW,
        properties=(("value", first.text), leaks(found), ("framework", answer.framework)),
    )


def _is_internal(argument: Argument, origin: Origin) -> bool:
    return origin.category in {"traceback", "exception"}
