"""A whole object that carries secrets is written to a log

Request headers, cookies, a body, the environment, `vars(self)`, `locals()`, a settings object, or a dataclass or model whose text
shows a secret field: the log call names none of the secrets inside and writes all of them.

## Why it matters

Of 94 leaks that were found and fixed in public Python packages, more than half were of this kind, because nothing at the log call
looks like a secret. Headers hold the Authorization header and the session cookie, the environment holds every credential of the process,
and a new secret field in a model is in the log from the day it is added (CWE-532).

## How to fix it

Log the keys, a count, or the few values that you need, chosen by an allow-list. A list of keys to remove is not enough: it does not know
the next secret. For your own classes, mark secret fields with `repr=False` or type them as `SecretStr`.

## Examples

```python
import logging

from flask import Flask, request

LOG = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/pay", methods=["POST"])
def pay() -> str:
    LOG.info("pay called: %s", request.headers)  # expect: headers reach LOG.info()
    return "ok"
```

An allow-list keeps what is useful:

```python
import logging

from flask import Flask, request

LOG = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/pay", methods=["POST"])
def pay() -> str:
    LOG.info("pay called, type %r, headers %r", request.headers.get("Content-Type"), sorted(request.headers.keys()))
    return "ok"
```

A class shows its fields wherever it is formatted:

```python
# file: shop/config.py
from dataclasses import dataclass
import msgspec


class Database(msgspec.Struct):
    host: str
    user: str
    password: str


# file: shop/start.py
import logging

from shop.config import Database

logger = logging.getLogger(__name__)


def start(database: Database) -> None:
    logger.info("starting with %s", database)  # expect: its text shows the password
```

One word in the class keeps the secret out of every log:

```python
import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass
class Database:
    host: str
    user: str
    password: str = field(repr=False)


def start(database: Database) -> None:
    logger.info("starting with %s", database)
```

`locals()` and the environment are everything at once:

```python
import logging
import os

logger = logging.getLogger(__name__)


def dump() -> None:
    logger.error("cannot start: %s", dict(os.environ))  # expect: environ
    logger.error("cannot start: %s", sorted(os.environ.keys()))
```

## Confidence

`headers` of a client are told with low confidence where none of the module's names speaks of a login, a token or a user; and those of a
parameter that has a default, which a caller adds to those of the login, where no call of the project puts one into them. So are those of a
message that goes through a broker, and those of httpx unless they are made a dict or a list: their text hides the login. The body of a
request is told where its function, class, file or route is there for logins, tokens or users, where the function sees the requests of every
route, as a middleware does, and where a secret is read of it; elsewhere, and under `data` or `json` of a call's keywords where no login is
known to go through it, with low confidence. So are headers and bodies that become attributes of a trace: who records a call has mostly
asked for its contents; and what is only called settings where a record that is not for debugging shows nothing else: it says what was
chosen. A body or an answer beside something that is masked is told so too, unless a secret in it is known: who wrote the record has asked
what a reader may see; or an option asks for what goes over the wire (`if log_response:`). So is what an option asks for by name (`if
settings.log_bodies:`), and an event of Amazon's services, of which a function reads records or the detail and no body; and what is told by
its kind alone where it was handed on and more became of it on the way than that, one header of all, a line that is put together. What only
another branch makes of a message, `elif op == KEYS: load(data)`, says nothing of those that this one writes. Of the environment those
variables are not told whose names begin with what says their kind, `if key.startswith("DOCKER_LABEL_"):`; with one word, `APP_`, a
program's own begin.

## Settings

If your project selects or masks in a way that the tool does not see, name the function:

```toml
[tool.logproof.vocabulary]
sanitizers = ["myproj.text.public_headers"]
```

## See also

`secret-in-log` for a single value.
[CWE-532](https://cwe.mitre.org/data/definitions/532.html),
[OWASP Logging Cheat Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker import patterns as re
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._wording import escaped_by_exception, log_message, named, origins, plural, told_by_name
from checker.source.facts.records import ONE, Argument, LogCall, Origin
from checker.source.lexicon.words import split

_CARRIES = {
    "headers": ("carry the Authorization header and cookies", "Log `sorted(headers)` or the single headers you need."),
    "cookies": ("carry the session's id", "Log the cookies' names, or nothing."),
    "body": ("may hold passwords, tokens and personal data", "Log its length and content type, or chosen fields."),
    "form": ("may hold passwords, tokens and personal data", "Log the fields' names, or chosen fields."),
    "response": ("may hold tokens and personal data", "Log the status and the length, or chosen fields."),
    "environ": ("hold every secret that the process was given", "Log the variables' names, or the few values you need."),
    "argv": ("may hold passwords and tokens that were given as options", "Log the command's name and the harmless options."),
    "variables": ("show every value inside, secrets included", "Log the values you need by name."),
    "settings": ("hold the passwords and keys among the rest", "Log the settings' names, or the few values you need."),
    "event": ("hold the caller's headers and body", "Log the event's type and id."),
    "session": ("hold what identifies the user's session", "Log the user's id."),
}
"""By a container's kind: what it carries (in the plural), and what to log in its place."""
_FAILURE = re.compile(
    r"fail|error|unable|invalid|malformed|unexpected|refused|denied|could ?n.t|can ?n.t|problem|wrong|unavailable|timed out|\bretry"
    r"|\bnon[- ]?(?:200|2xx|ok)\b|\bnot (?:200|2xx|ok)\b",
    re.IGNORECASE,
)
"""Words of a record that tells why something went wrong: then an answer is the reason that a server gave."""
_REFUSED = re.compile(r"(?:e|ex|exc|err|error|exception)\.response\b")
"""What an error of a client holds: the answer to the call that failed."""
_ANSWERED = frozenset({"response", "resp", "res", "ret", "result", "answer", "reply", "body", "rsp", "json", "text", "content", "info"})
"""Last words of names for what a server sent back."""
_ANSWERED_WITH = "response"
"""In the label of headers that a server sent."""
_RECEIVED = "the request's body"
"""Label of what a client sent: no answer, whatever the function is called that logs it."""
_OF_LOGINS = frozenset({"auth", "login", "token", "oauth", "session", "credential", "credentials"})
"""Words of names for what a server sent back to a login."""
_FOR_EVERYBODY = frozenset({"info", "warning", "error", "critical"})
"""Levels that are on where nobody looks for a fault."""
_OF_ANOTHER_TYPE = re.compile(
    r"\bnon-(?:dict|mapping|object|list)\b|\b(?:invalid|unexpected|wrong)\b[^:]{0,60}\btype\b|\binvalid \w+ object\b"
    r"|\b(?:is|was) not (?:an? )?(?:\w+ )?(?:dict|mapping|dictionary)\b",
    re.IGNORECASE,
)
"""Messages about an object of another type than the one that is known to hold a secret."""
_NUMBERS = re.compile(r"\b(?:bool|boolean|int|integer|float|number|numeric)\b", re.IGNORECASE)
"""Words of a record that one variable is no number or switch: what is read as one is no secret."""
_BODIES = frozenset({"body", "form", "response"})
"""Kinds of containers whose contents are another thing with each call."""
_NO_MORE = frozenset({"a dump of the whole object", "all keyword arguments"})
"""Labels of what holds anything: only a secret that is known to be inside is worth telling."""
_GIVEN = "passed to "
_THROUGH = "passed through "
_BECAME = (_THROUGH, "returned by ", "computed by ", "stored in ")
"""Beginnings of the steps by which something is handed on."""
_ASKS = frozenset({("is",), ("are",), ("has",), ("should",), ("can",), ("must",), ("matches",)})
"""First words of functions that say yes or no to one thing: ``if should_keep(name, value):``."""
_WHOLE = ("headers", "environment", "cookies")
"""Last words of what an object holds that is no secret, and may have one."""
_DIRECT = 2
"""Steps of what is made and handed to who writes it."""
_SINGULAR = {"carry": "carries", "hold": "holds", "show": "shows", "may": "may"}


@rule(
    "LP103",
    "container-in-log",
    fact=LogCall,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(532, 312),
    owasp=("A09:2021", "A09:2025"),
    asvs=("14.2.4", "16.2.5"),
    pci=("8.3.2",),
)
def container_in_log(call: LogCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a log call that writes whole objects which carry secrets."""
    found = origins(call.arguments, _is_container)
    if found:
        cap = Confidence.LOW if call.opted or _is_told_of(call, found) or _is_left(call, found) or _are_far(found) else _cap(call, found[0])
        yield from log_message(call, found, cap, because=_because(found), advice=_CARRIES.get(found[0].kind, ("", ""))[1])


def _is_container(argument: Argument, origin: Origin) -> bool:
    """A container whose secret is not already told by name (`secret-in-log`) for the same argument."""
    return origin.category == "container" and not escaped_by_exception(origin) and not told_by_name(argument, origin)


def _is_told_of(call: LogCall, found: tuple[Origin, ...]) -> bool:
    """Whether what is only called settings is all that a record shows which is not for debugging: of levels and regions, not of passwords.

    Who looks for a fault writes all parameters of a connection; of 8 records that say what was chosen none showed a secret.
    """
    only = found[0]
    told = len(found) > 1 or only.member or only.confidence > Confidence.MEDIUM
    return not told and only.kind == "settings" and call.level in _FOR_EVERYBODY


def _is_left(call: LogCall, found: tuple[Origin, ...]) -> bool:
    """Whether bodies and answers, in which nothing is known to be secret, are all that a record shows of which something else is hidden;
    or it is what is left of items that another branch writes with a mask.

    Who has put a mask on the login's header and shows the body has asked what is secret in both.
    """
    return call.masked or (call.hiding and all(_is_unknown(one) for one in found))


def _is_unknown(one: Origin) -> bool:
    """Whether it is a body, or what a server answered, in which no secret is known."""
    return not one.member and (one.kind in _BODIES or (one.kind == "headers" and _ANSWERED_WITH in one.label))


def _cap(call: LogCall, first: Origin) -> Confidence:
    """Low for an answer that says why something went wrong, for one variable of the environment that is handed on, for what holds
    anything, and for what a trace is given of a call on purpose, unless a secret in it is known."""
    failed = call.failing or call.level in ("error", "critical") or bool(_FAILURE.search(call.template) or _REFUSED.match(first.text))
    given = first.kind == "body" and not first.member and first.label != _RECEIVED  # what a function that raises is told of an answer
    raises = given and split(call.function.rpartition(".")[2])[:1] == ("raise",)
    why = raises or (failed and _is_answer(first))
    one = first.text.endswith("items()") or ONE in first.passed
    handed = first.kind == "environ" and first.crossed > 0 and one
    number = first.kind == "environ" and one and call.failing and _NUMBERS.search(call.template)
    anything = (first.label in _NO_MORE or call.sink == "tracing") and (not first.member or "headers" in first.member)
    other = first.kind not in _BODIES and _OF_ANOTHER_TYPE.search(call.template)
    return Confidence.LOW if why or handed or number or anything or other else Confidence.HIGH


def _are_far(found: tuple[Origin, ...]) -> bool:
    """Whether all that is worth telling was handed on, and became another thing on the way: a line of a record, a part, one of all."""
    return all(map(_is_far, (one for one in found if one.confidence > Confidence.LOW)))


def _is_far(one: Origin) -> bool:
    """Of 22 records of what is told by its kind alone that a question was asked of, that a function made something else of, or that was
    handed on, one showed a secret. Headers that became a text or an item and were handed on are still headers, from caller to caller."""
    if one.member and not one.member.endswith(_WHOLE):
        return False
    steps = [step.text for step in one.steps]
    given = [step.removeprefix(_GIVEN).strip("`").lstrip("_") for step in steps if step.startswith(_GIVEN)]
    if any(split(name.rpartition(".")[2].removesuffix("()"))[:1] in _ASKS for name in given):
        return True
    if one.kind == "headers" and not one.member:
        return bool(given) and any(step.startswith(_BECAME) for step in steps)
    return any(step.startswith(_THROUGH) for step in steps) or bool(given and len(steps) > _DIRECT)


def _is_answer(first: Origin) -> bool:
    """Whether it is what a server answered, and not to a login: a key that is read of it is not in the answer to a failed call."""
    if (first.kind == "response" and not first.member) or (first.kind == "headers" and _ANSWERED_WITH in first.label):
        return True
    words = split(first.text.removesuffix("()"))
    read = first.kind in ("response", "members") and first.confidence < Confidence.HIGH
    return read and not _ANSWERED.isdisjoint(words[-1:]) and _OF_LOGINS.isdisjoint(words)


def _because(found: tuple[Origin, ...]) -> str:
    """What the first one carries: the secret that is known to be in it, or what its kind usually holds."""
    first = found[0]
    many = plural(first.label)
    if first.member:
        whose = f"the text of {named(first.label)}" if len(found) > 1 else "their text" if many else "its text"
        return f"{whose} shows {named(first.member)}"
    carries = _CARRIES.get(first.kind, ("may hold secrets", ""))[0]
    if first.kind == "headers" and "response" in first.label:
        carries = "carry the cookies that are being set"
    word, rest = carries.split(" ", 1)
    subject = "they" if many else "it"
    if len(found) > 1:
        subject = named(first.label)
    return f"{subject} {word if many else _SINGULAR[word]} {rest}"
