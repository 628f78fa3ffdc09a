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

## Settings

`setups`: which switches count, by name: `werkzeug-debugger`, `traceback-pages`. A server that is started for who develops has low
confidence: in a script's main part or in an example, and only for the same machine; so has what stands under a condition.

## See also

`traceback-shown-to-client`. [CWE-489](https://cwe.mitre.org/data/definitions/489.html), [Flask: debug
mode](https://flask.palletsprojects.com/en/stable/quickstart/#debug-mode).
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._wording import called
from checker.source.facts.records import SetupCall
from checker.source.lexicon.words import split

_SHOWS = {
    "werkzeug-debugger": "whoever meets an error sees its traceback and the source, and may run code",
    "traceback-pages": "the answer to an error holds its traceback",
}
"""What a switch, by its name, shows to a client."""
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


def _address(value: object) -> IPv4Address | IPv6Address | None:
    """The address that a server is bound to: ``0.0.0.0`` and ``::`` are reached from other machines, ``127.0.0.1`` is not."""
    try:
        return ip_address(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _is_for_show(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return not _SHOWN.isdisjoint(split(folder)) or not _AT_HAND.isdisjoint(split(name))
