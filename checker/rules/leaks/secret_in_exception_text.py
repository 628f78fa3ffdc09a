"""A secret stands in the text of an exception

`raise E(f"... {password}")`: whoever catches the exception writes its text to a log, an error tracker or an answer without knowing what
is in it. The finding stands at the `raise`, with the steps on to the log where one was found in the project.

## Why it matters

Exceptions travel furthest of all values: every layer may log them, error trackers collect them, web frameworks show them to clients, and a
traceback repeats them for each `raise ... from`. Nobody who writes `logger.error("failed: %s", error)` can see that a password comes
along. It is CWE-532, and CWE-209 where the text goes to a client.

## How to fix it

Say what went wrong without the value: which setting, which user, which host. Who handles the exception and needs the value can be given
it as an attribute, which is not part of the text.

## Examples

The log is in another module than the secret:

```python
# file: shop/gateway.py
class GatewayError(Exception):
    pass


def pay(order_id: int, api_key: str) -> None:
    raise GatewayError(f"order {order_id} was refused for key {api_key}")  # expect: API key


# file: shop/views.py
import logging

from shop.gateway import GatewayError, pay

logger = logging.getLogger(__name__)


def checkout(order_id: int, api_key: str) -> None:
    try:
        pay(order_id, api_key)
    except GatewayError as error:
        logger.error("payment failed: %s", error)
```

Name the thing, not its value:

```python
import logging

logger = logging.getLogger(__name__)


class GatewayError(Exception):
    pass


def pay(order_id: int, api_key: str) -> None:
    raise GatewayError(f"order {order_id} was refused for the key ending in {api_key[-4:]}")


def checkout(order_id: int, api_key: str) -> None:
    try:
        pay(order_id, api_key)
    except GatewayError as error:
        logger.error("payment failed: %s", error)
```

A secret in an exception's text is reported even where no log was found: someone else's handler will write it.

```python
def unlock(vault: str, password: str) -> None:
    raise PermissionError(f"vault {vault} does not open with {password}")  # expect: the password stands in the text of PermissionError
```

## Confidence

An error that shows a key, a PIN or a code says that it is one: where its text speaks of something else (`f"batch {pin} was not found"`), it
is told with low confidence. So is what a server answered, outside of an `except` clause: it is why the error is raised, and a server
that refuses gives no token.

## Settings

`categories`: what counts. The default is `["secret", "grave", "url", "container"]`; add `"personal"` for names and addresses, which the
pack `privacy` has:

```python policy=privacy
import logging

logger = logging.getLogger(__name__)


def admit(user) -> None:
    if not user.active:
        raise PermissionError(f"{user.email} is not active")  # expect: the e-mail address stands in the text of PermissionError


def serve(user) -> None:
    try:
        admit(user)
    except PermissionError as error:
        logger.warning("refused: %s", error)
```

If your project masks in a way that the tool does not see, name the function:

```toml
[tool.logproof.vocabulary]
sanitizers = ["myproj.text.scrub"]
```

## See also

`secret-in-log`, `traceback-shown-to-client`.
[CWE-532](https://cwe.mitre.org/data/definitions/532.html), [CWE-209](https://cwe.mitre.org/data/definitions/209.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from checker.model import Confidence, Parameters, Severity, Step
from checker.rule import Message, rule
from checker.rules.leaks._in_errors import REPEATED, are_signed, cap
from checker.rules.leaks._wording import escaped_by_exception, joined, leaks, named, origins, others, plural, sure
from checker.source.facts.records import Argument, Origin, RaiseText
from checker.source.lexicon.words import split

_OF_ANOTHER_TYPE = re.compile(
    r"\b(?:(?:is|was) not|must be|should be|has to be|expected) (?:an? |of type |instance of )*"
    r"(?:str|string|bytes?|text|bool|boolean|int|integer|number|callable|list|dict|tuple|type)\b",
    re.IGNORECASE,
)
"""Messages about a value of the wrong type: then it is not the secret."""

_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
_FILLED = re.compile(r"\{[^{}]*\}")
_NAME = re.compile(r"\w+")
_SAID_BY_NAME = frozenset({"API key", "access key", "PIN", "one-time code", "credentials", "cookie"})
"""Labels of what an error calls by its name where it shows it."""
_SPEAKS = frozenset(
    {"key", "keys", "apikey", "token", "tokens", "secret", "secrets", "jwt", "bearer", "auth", "credential", "credentials", "creds",
     "authorization", "cookie", "code", "otp", "password", "login"}
)  # fmt: skip
"""Words by which an error says what it shows."""


def _judged(raised: RaiseText, message: Message, around: Any) -> Message | None:
    """The message, with low confidence where the error speaks of a value of the wrong type or of something else, or fails a test.

    None where the error of a form is given what is wrong by the fields' names: ``ValidationError({"password": errors})``.
    """
    checks = raised.exception == "AssertionError" and split(raised.function.rpartition(".")[2])[:1] == ("assert",)  # for tests
    source = f"{around.source} {raised.said}"
    if checks or raised.exception == "TypeError" or _OF_ANOTHER_TYPE.search(source) or _is_unnamed(raised, message, source):
        return replace(message, confidence=Confidence.LOW)
    if not raised.exception.rpartition(".")[2].endswith("ValidationError"):
        return message
    call = getattr(around.node, "exc", None)
    arguments = getattr(call, "args", ())
    given = arguments[0].value if arguments else None
    value = dict(message.properties)["value"]
    named = getattr(given, "value", "") == value and any(
        origin.text == value and origin.kind == "members" for argument in raised.arguments for origin in argument.origins
    )
    return None if named or type(given).__name__ == "Dict" else message


def _is_unnamed(raised: RaiseText, message: Message, source: str) -> bool:
    """Whether the text that stands in the ``raise`` speaks of something else than what was found in it: ``f"run {pin} was not found"``.

    Who shows a key says that it is one: of 14 that no word spoke of all were names of variables, numbers or batches. A password or a token
    that is made part of a text is one whatever is said; of what stands in a dict the text says the dict's name: ``f"refused: {data}"``.
    """
    value = dict(message.properties)["value"]
    inside = (argument for argument in raised.arguments if not any(one.kind == "members" for one in argument.origins))
    first = next((one for argument in inside for one in argument.origins if one.text == value and one.category == "secret"), None)
    if first is None or first.label not in _SAID_BY_NAME or REPEATED in first.passed:
        return False
    texts = " ".join(_LITERAL.findall(source))
    words = {part for word in _NAME.findall(_FILLED.sub(" ", texts)) for part in split(word)}
    wanted = {*split(first.label.replace(" ", "_").lower()), *split((_NAME.findall(value) or [""])[-1])}
    return bool(words) and "=}" not in texts and words.isdisjoint(wanted | _SPEAKS)


@rule(
    "LP105",
    "secret-in-exception-text",
    fact=RaiseText,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(532, 209),
    owasp=("A09:2021", "A09:2025", "A04:2021", "A10:2025"),
    asvs=("14.2.4", "16.2.5", "16.5.1"),
    pci=("8.3.2",),
    judge=_judged,
    categories=["secret", "grave", "url", "container"],
)
def secret_in_exception_text(raised: RaiseText, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a ``raise`` whose text holds something sensitive; surer where a log or an answer writes that text."""
    categories = frozenset(parameters["categories"])

    def wanted(argument: Argument, origin: Origin) -> bool:
        return origin.category in categories and not escaped_by_exception(origin)

    found = tuple(sorted(origins(raised.arguments, wanted), key=lambda origin: not are_signed(origin)))
    if not found:
        return
    written = (*raised.logged, *raised.shown)
    yield Message(
        _text(raised, found),
        steps=_steps(raised, found[0], written),
        related=(*others(found), *written[1:]),
        confidence=sure(found[0], Confidence.LOW if raised.settled and not written else cap(found[0], bool(written))),
        properties=(("value", found[0].text), leaks(found), ("exception", raised.exception)),
    )


def _text(raised: RaiseText, found: tuple[Origin, ...]) -> str:
    many = len(found) > 1 or plural(found[0].label)
    subject = f"{joined(named(origin.label) for origin in found)} {'stand' if many else 'stands'} in the text of {raised.exception}"
    holds = found[0].category == "container" and found[0].kind == "members" and found[0].member
    shows = f": it shows {named(found[0].member)}" if holds else ""
    if raised.logged:
        return f"{subject}, which is logged {_place(raised, raised.logged[0])}{shows}"
    if raised.shown:
        return f"{subject}, which is sent to a client {_place(raised, raised.shown[0])}{shows}"
    return f"{subject}, which whoever catches it may log{shows}"


def _place(raised: RaiseText, step: Step) -> str:
    same = step.span.path == raised.span.path
    return f"in line {step.span.line}" if same else f"in {step.span.path}, line {step.span.line}"


def _steps(raised: RaiseText, first: Origin, written: tuple[Step, ...]) -> tuple[Step, ...]:
    """From the value's birth through the ``raise`` to the first place that writes the text; nothing where nothing moves."""
    here = (raised.span.path, raised.span.line)
    before = tuple(step for step in first.steps if (step.span.path, step.span.line) != here)
    if not before and not written:
        return ()
    return (*before, Step(raised.span, f"becomes part of the text of {raised.exception}"), *written[:1])
