"""An application's debug mode is left on

`app.run(host="0.0.0.0", debug=True)`: whoever makes the application fail reads its traceback and its source.

## Why it matters

In debug mode a web framework answers an error with its traceback: paths, versions, queries, and the source around each line. Werkzeug's
debugger, which Flask starts, adds a console in the page that runs any code (its PIN has been guessed more than once). It is active debug
code (CWE-489), and it shows inside information to a client (CWE-215, CWE-209).

## How to fix it

Leave `debug` out, and switch it on from outside where you develop: `flask run --debug`, or a setting that is off by default. Run the
application in production by a server of its own: gunicorn, uvicorn, waitress.

## Examples

```python
from flask import Flask

app = Flask(__name__)
app.run(host="0.0.0.0", port=8080, debug=True)  # expect: the debugger is switched on
```

```python
from fastapi import FastAPI

app = FastAPI(title="shop", debug=True)  # expect: holds its traceback
```

```python
import os

from fastapi import FastAPI
from flask import Flask

app = Flask("shop")
api = FastAPI(debug=os.environ.get("SHOP_DEBUG") == "1")

if __name__ == "__main__":
    app.run(debug=True)
```

```python
# file: shop/settings/production.py
from shop.settings.base import *

DEBUG = True  # expect: the settings of production
ALLOWED_HOSTS = ["shop.example.com"]
# file: shop/settings/development.py
from shop.settings.base import *

DEBUG = True
```

## Settings

`setups`: which switches count, by name: `werkzeug-debugger`, `traceback-pages`, `django-debug`. Django's `DEBUG` counts in settings that
are called production's, and in a lone `settings.py` whose `ALLOWED_HOSTS` let others in; elsewhere it has low confidence. A server that is
started for who develops has low confidence: in a script's main part or in an example, and only for the same machine; so has what stands
under a condition. `app.debug = True` and `app.config["DEBUG"] = True` only matter where a server for development runs: they have medium
confidence, and low confidence in a program that is started by hand.

## See also

`traceback-shown-to-client`. [CWE-489](https://cwe.mitre.org/data/definitions/489.html), [Flask: debug
mode](https://flask.palletsprojects.com/en/stable/quickstart/#debug-mode).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

from checker.logconfig.environment import environment_of
from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._wording import called
from checker.source.facts.records import SetupCall
from checker.source.lexicon.words import split

_SHOWS = {
    "werkzeug-debugger": "whoever meets an error sees its traceback and the source, and may run code",
    "traceback-pages": "the answer to an error holds its traceback",
    "django-debug": "the answer to an error holds its traceback and the settings",
}
"""What a switch, by its name, shows to a client."""
_SETTINGS = "django-debug"
_NAMED = frozenset({"prod", "production", "live"})
"""Words of settings that are used where clients are served."""
_HERE = frozenset({"local", "localhost", "test", "internal", "example", "invalid"})
"""Last parts of the names of hosts that only who develops can ask."""
_OF_WHO_DEVELOPS = re.compile(r"(?:^|/)(?:dev|demo|example|sample|test|tutorial)")
"""Folders of projects beside the one that is served: ``devproject/``."""
_IN_PARTS = re.compile(r"(?:^|/)settings/")
"""Settings in a folder of their own are taken over by those of each environment."""
_STARTS = frozenset({"run", "run_server", "run_simple"})
"""Methods that start a server, where others make an application that any server may run."""
_SHOWN = frozenset({"example", "examples", "demo", "demos", "tutorial", "tutorials", "docs", "mock", "mocks", "fake"})
"""Words of folders of programs that nobody serves clients with."""
_AT_HAND = frozenset({"mock", "fake", "dev", "devserver"})
"""Words of the names of such programs."""


@rule(
    "LP110",
    "debugger-left-on",
    fact=SetupCall,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(489, 215, 209),
    owasp=("A04:2021", "A10:2025"),
    asvs=("13.4.2", "16.5.1"),
    pci=("6.2.4",),
    setups=list(_SHOWS),
)
def debugger_left_on(setup: SetupCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for an application that shows its errors to clients; low where it is started for who develops."""
    if setup.name not in _SHOWS or setup.name not in parameters["setups"]:
        return
    if setup.name == _SETTINGS:
        yield from _in_settings(setup)
        return
    if any(name == "value" for name, _ in setup.constants):
        yield from _assigned(setup)
        return
    hosts = [host for _, value in setup.constants if (host := _address(value)) is not None]
    elsewhere = setup.main and not any(host.is_unspecified for host in hosts)
    starts = setup.text.rpartition(".")[2] in _STARTS
    for_development = starts and (elsewhere or any(host.is_loopback for host in hosts) or _is_for_show(setup.span.path))
    yield Message(
        f"{setup.label} is switched on by {called(setup.text)}: {_SHOWS[setup.name]}",
        confidence=Confidence.LOW if setup.guarded or for_development else Confidence.HIGH,
        severity=Severity.MEDIUM if setup.name == "traceback-pages" else None,
        properties=(("setup", setup.name),),
    )


def _assigned(setup: SetupCall) -> Iterator[Message]:
    """One finding for `app.debug = True`, which tells whatever starts the application; low in a program that somebody starts by hand."""
    by_hand = setup.main or _is_for_show(setup.span.path)
    yield Message(
        f"{setup.label} is switched on by `{setup.text}`: where `app.run()` or `flask run` serves it, {_SHOWS[setup.name]}",
        confidence=Confidence.LOW if setup.guarded or by_hand else Confidence.MEDIUM,
        severity=Severity.MEDIUM,
        properties=(("setup", setup.name),),
    )


def _in_settings(setup: SetupCall) -> Iterator[Message]:
    """One finding where Django's debug mode is on in settings that are called production's, or that let others in and are the only ones."""
    path = setup.span.path
    beside = {name for name, _ in setup.constants}
    if environment_of(path) != PRODUCTION or _OF_WHO_DEVELOPS.search(path) or not (beside - {"value", "*"} or "settings" in path):
        return
    hosts = [value for name, value in setup.constants if name == "ALLOWED_HOSTS" and isinstance(value, str)]
    alone = path.rpartition("/")[2] == "settings.py" and "*" not in beside and not _IN_PARTS.search(path)
    served = any(_is_elsewhere(host) for host in hosts)
    named = not _NAMED.isdisjoint(split(path.replace("/", "_").removesuffix(".py")))
    sure = Confidence.HIGH if named else Confidence.MEDIUM if alone and served else Confidence.LOW
    yield Message(
        f"DEBUG is switched on in {'the settings of production' if named else 'these settings'}: {_SHOWS[setup.name]}",
        confidence=sure,
        severity=Severity.MEDIUM,
        properties=(("setup", setup.name),),
    )


def _is_elsewhere(host: str) -> bool:
    """Whether a host that a server answers for is more than the machine of who develops."""
    address = _address(host.strip("[]"))
    if address is not None:
        return not (address.is_loopback or address.is_unspecified)
    return host == "*" or ("." in host.strip(".") and host.rpartition(".")[2] not in _HERE)


def _address(value: object) -> IPv4Address | IPv6Address | None:
    """The address that a server is bound to: ``0.0.0.0`` and ``::`` are reached from other machines, ``127.0.0.1`` is not."""
    try:
        return ip_address(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _is_for_show(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return not _SHOWN.isdisjoint(split(folder)) or not _AT_HAND.isdisjoint(split(name))
