"""A secret is written to a log

A password, token, key or cookie value reaches a log call, an error tracker, a trace, or what a server or a library prints. The value is
followed from where it is born: through names, f-strings, dicts, objects, keyword arguments, function calls and other modules.

## Why it matters

Logs are copied to places that were never meant to hold a secret: shippers, search clusters, backups, tickets, a colleague's terminal.
Whoever can read any of them can log in as your users or your service, and a leaked secret has to be changed everywhere it is used.
This is CWE-532; a level of DEBUG is no excuse, because it is switched on exactly when something goes wrong and everybody is looking.

## How to fix it

Leave the value out and log what you really want to know: who, which key, how many, whether it matched.
If records must be tied to one credential, log its id or its last four characters. To keep a secret out for good, hold it as `SecretStr`
or in a field with `repr=False`, so that it shows as `***` wherever it ends up.

## Examples

The name says what the value is, whatever the level:

```python
import logging

logger = logging.getLogger(__name__)


def login(user: str, password: str) -> None:
    logger.debug("login of %s with %s", user, password)  # expect: the password reaches logger.debug()
```

Say what happened instead:

```python
import logging

logger = logging.getLogger(__name__)


def login(user: str, password: str) -> None:
    logger.debug("login of %s, password of %d characters", user, len(password))
```

The leak may be far from where the secret was read; every step is shown:

```python
# file: shop/gateway.py
import os

from shop.audit import note


def connect() -> None:
    api_key = os.environ["PAYMENT_API_KEY"]
    note("connecting", api_key)


# file: shop/audit.py
import logging

LOG = logging.getLogger(__name__)


def note(event: str, detail: str) -> None:
    LOG.info("%s: %s", event, detail)  # expect: API key reaches LOG.info()
```

Encoding is not masking:

```python
import base64
import logging

logger = logging.getLogger(__name__)


def call(session, token: str) -> None:
    header = base64.b64encode(token.encode())
    logger.info("sending %s", header)  # expect: token
```

What code prints that is no command's own is kept by whoever runs it as a service; what a command-line tool prints was asked for, and is
left alone, but for a secret of its environment that it prints beside words:

```python
# file: shop/broker.py
class Broker:
    def __init__(self, host: str, password: str) -> None:
        self.host = host
        self.password = password

    def connect(self) -> None:
        print("connecting to", self.host, "with", self.password)  # expect: password


# file: shop/cli.py
import click


@click.command()
def token() -> None:
    access_token = issue_token()
    click.echo(access_token)
```

A helper that really masks is recognised by reading its body, and so are types that hide their value:

```python
import logging

from pydantic import SecretStr

logger = logging.getLogger(__name__)


def last_four(value: str) -> str:
    return "***" + value[-4:]


def rotate(api_key: str, password: SecretStr) -> None:
    logger.info("rotating %s, password %s", last_four(api_key), password)
```

## Confidence

A bare `token`, `cookie` or `pin` is a credential beside a login, a session or a user, and a word, a mark or a state elsewhere: it is
told with low confidence where none of the module's names speaks of one. The last word of a name says what it is: a `token_delta` is a
difference and a `credential_purpose` a purpose, told with low confidence, and `token_bytes`, `password_new` or `API_KEY_OPENAI` are the
secret (the vocabulary's `carriers`). What is called
`token`, `secret`, `secret_key`, `credentials` or `pin` and is used as one by no line of a project that uses credentials elsewhere
(sent behind `Bearer`, compared, asked for, handed on as `password=`), is told with low confidence, unless the record itself says what it
is: `"got the token %s"`; and so is a `token` that the record calls a job's, a page's or a coin's: `"job %s is done"`.
What is called `credential` or, in a file that says enough, `credentials` and no more is told by what is read of it or put into it.
What is handed on as a name or a file (`create(secret_name=args.secret)`) is not told. What another
program takes as its `--password`, or a client behind a user (`login(user, given)`, `auth=(user, given)`), is one, whatever the code
calls it. What a function of the project prints that it was given, outside of a
server and not for debugging, is what a tool has to say to its user, and told with low confidence; so is the code of a device
that a command shows on the screen. What asks a CI runner to hide a value, `::add-mask::`, is not told. In a folder called `test`, `mock`
or `fake`, and in a file called `fake_provider.py`, stands what takes a server's place in tests; what a `cracker` guesses it is there to
show.

## Settings

Say in a line what your project calls its own masking function, secrets, harmless names and log calls:

```toml
[tool.logproof.vocabulary]
sanitizers = ["myproj.text.scrub"]
secrets = ["voucher_code"]
harmless = ["token_bucket"]
sinks = ["myproj.audit.record"]
```

## See also

`container-in-log` for whole objects that carry secrets, `credentials-in-logged-url` for addresses, `secret-in-exception-text` for secrets
that take the way through an exception.
[CWE-532](https://cwe.mitre.org/data/definitions/532.html),
[OWASP Logging Cheat Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker import patterns as re
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._wording import escaped_by_exception, log_message, origins
from checker.source.facts.records import Argument, LogCall, Origin
from checker.source.lexicon.words import split

_ADVICE = (
    (r"private|certificate", "Log the key's fingerprint or its file's path."),
    (r"\b(otp|pin|code|captcha)", "Log only whether it matched; a one-time code in a log is a way in while it is valid."),
    (r"cookie|session", "Log the user's id, or a keyed digest of the session's id if records must be tied together."),
    (r"\b(jwt|bearer|authorization)", "Log single claims, for example the token's `sub` or `jti`, never the token."),
    (r"token|key", "Log its id or its last four characters."),
    (r"hash|salt", "Leave it out: a stolen hash is guessed offline."),
    (r"pass|pwd|phrase", "Leave it out and log the user or the outcome; hold it as `SecretStr`, so that it shows as `***` everywhere."),
)
"""A remedy for the kind of secret that a label names; the first match holds."""
_PLACE = re.compile(r"\b(?:to|into|from|in|at|file|path|folder|directory)\b[\s:='\"`(\[]*(?:%(?:\(\w+\))?[rs]|\{[^{}]*\})")
"""``Writing private key to %s``: the value is where the key is kept."""
_WRITTEN = re.compile(
    r"\b(?:saved|written|stored|exported|dumped) (?:to|in|into|as|at)\b[\s:='\"`(\[]*(?:%(?:\(\w+\))?[rs]|\{[^{}]*\})", re.IGNORECASE
)
"""``PUK saved to %s``: whatever it is called, the value is a file."""
_ABSENT = re.compile(
    r"(?:%[rs]|\{[^{}]*\})[\"'`\])]*\s+(?:(?:is|was|are|has|have|does|do|could)\s+)?"
    r"(?:not (?:been )?(?:found|configured|exist\w*|set|be found|present)|(?:does|do)n't exist|missing|already exists?"
    r"|(?:been )?(?:created|deleted|updated|removed))\b",
    re.IGNORECASE,
)
"""``Secret %s not found``: what is looked for, made or removed is said by its name."""
_NO_SECRET = (
    (frozenset({"token", "one-time code"}), re.compile(r"captcha", re.IGNORECASE)),
    (
        frozenset({"token"}),
        re.compile(r"\b(?:csrf|xsrf|protection token|push notification|(?:unrecogni[sz]ed|unexpected) token)\b", re.IGNORECASE),
    ),
    (
        frozenset({"API key", "secret", "password", "token"}),
        re.compile(r"\b(?:is|are|be|as|still|has) (?:[\w${}-]+ ){0,3}(?:placeholder|reference)\b", re.IGNORECASE),
    ),
)
"""Labels, and what a message says of a value that opens nothing: of a captcha, of a page's form, of a device that is told something, of a
word that a parser has met, or that nobody has filled in."""
_KEPT_BY_NAME = frozenset({"secret", "secrets", "credentials"})
"""Labels of what is called by a name in a store."""
_KEPT_IN_FILES = frozenset({"secret key", "key", "credentials", "cookie"})
"""Labels of what is as often the file that it is kept in."""
_SHOWS = frozenset({"print", "show", "view", "display", "reveal"})
"""First words of functions that write for who runs a command."""
_MAKES = frozenset({"create", "generate", "new"})
"""Words of functions that make a wallet."""
_SCREEN = frozenset({"print", "stderr", "click"})
_TYPED_IN = frozenset({("device", "code"), ("user", "code")})
"""Last words of names for what who logs in on another device is told, and types in there."""
_FOR_DEBUGGING = frozenset({"debug", "log", "trace", "dbg", "verbose"})
"""Words of functions that keep a log, if only on the screen."""
_FEW = 2
"""A record with more values may mean another one."""
_LAST_NAME = re.compile(r"\w+")
_WORD = re.compile(r"[a-z]+")
_BETWEEN = frozenset({"of", "for", "the", "with", "id", "no", "number", "named", "called"})
_NUMBERED = frozenset(
    {"job", "task", "page", "cursor", "batch", "operation", "query", "step", "slot", "coin", "currency", "symbol", "pair", "price",
     "amount", "balance", "swap", "supply"}
)  # fmt: skip
"""What has a token by which it is asked for again, or is a coin."""
_MASKS = re.compile(r"^\s*(?:::add-mask::|##vso\[task\.setsecret\]|##vso\[task\.setvariable [^\]]{0,200}issecret=true)", re.IGNORECASE)
"""What a runner of GitHub or Azure is told on standard output so that it hides the value in its log, this line included."""
_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[rsdifx]|\{[^{}]*\}")


@rule(
    "LP101",
    "secret-in-log",
    fact=LogCall,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    cwe=(532, 312),
    owasp=("A09:2021", "A09:2025"),
    asvs=("14.2.4", "16.2.5"),
    pci=("8.3.2",),
)
def secret_in_log(call: LogCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a log call that writes secrets: the surest named first, the others after it."""
    found = origins(call.arguments, _is_secret)
    if found and not _MASKS.search(call.template):
        yield from log_message(call, found, _cap(call, found[0]), advice=_advice(found[0].label))


def _cap(call: LogCall, first: Origin) -> Confidence:
    """Low where the message says of its one value, which is part of no other, that it is a place; or of what opens nothing;
    or where a command prints what it is there to print, or what is to be typed in elsewhere."""
    place = (
        len(first.steps) == 1
        and len(_PLACEHOLDER.findall(call.template)) == 1
        and (_WRITTEN if first.label not in _KEPT_IN_FILES else _PLACE).search(call.template)
    )
    stored = first.label in _KEPT_BY_NAME and len(_PLACEHOLDER.findall(call.template)) <= _FEW and _ABSENT.search(call.template)
    nothing = any(first.label in labels and said.search(call.template) for labels, said in _NO_SECRET)
    words = split(first.text.rpartition(".")[2])[-2:]
    typed = words in _TYPED_IN and call.sink in _SCREEN and not call.server
    weak = place or stored or nothing or typed or _is_shown(call, first) or _is_said(call, first) or _is_number(call, first)
    return Confidence.LOW if weak else Confidence.HIGH


def _is_number(call: LogCall, first: Origin) -> bool:
    """Whether the message calls a bare token what has a number, a place or a price: ``"job %s is done"``, ``"price of %s"``."""
    if first.label != "token" or first.passed or split((_LAST_NAME.findall(first.text) or [""])[-1]) != ("token",):
        return False
    fields = list(_PLACEHOLDER.finditer(call.template))
    at = next((argument.position - 1 for argument in call.arguments if first in argument.origins), -1)
    at = 0 if len(fields) == 1 else at  # which part of an f-string it is, nobody knows
    if not 0 <= at < len(fields):
        return False
    before = call.template[fields[at - 1].end() if at else 0 : fields[at].start()].lower()
    words = [word for word in _WORD.findall(before) if word not in _BETWEEN]
    return not _NUMBERED.isdisjoint(words[-1:])


def _is_shown(call: LogCall, first: Origin) -> bool:
    """Whether a function that is called ``print_export_line`` or ``show_settings`` writes for who runs it; ``print_password`` is a leak.

    A recovery phrase is shown once, when it is made, for its owner to write down.
    """
    if call.sink != "print" or call.server:
        return False
    words = split(call.function.rpartition(".")[2])
    if first.label == "recovery phrase" and not _MAKES.isdisjoint(words):
        return True
    return len(words) > 1 and (words[0] in _SHOWS or "export" in words) and frozenset(first.label.split()).isdisjoint(words)


def _is_said(call: LogCall, first: Origin) -> bool:
    """Whether a project's own function prints what it is given, no server's and not for debugging: what a tool has to say to its user.

    Of 19 that were printed in this way or that one was a leak.
    """
    if call.sink not in _SCREEN or call.server or not (call.inner or first.crossed):
        return False
    words = {*split(call.callee.rpartition(".")[2]), *split(call.function), *call.template.lower().strip("[]").split()[:1]}
    return _FOR_DEBUGGING.isdisjoint(words)


def _is_secret(argument: Argument, origin: Origin) -> bool:
    return origin.category == "secret" and not escaped_by_exception(origin)


def _advice(label: str) -> str:
    return next((advice for pattern, advice in _ADVICE if re.search(pattern, label, re.IGNORECASE)), "")
