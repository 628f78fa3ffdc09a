"""Whether code is a server's, whose standard output is its log, and whether it speaks HTTP."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source.flow.backwards import Follower
from checker.source.flow.places import COMMAND_MODULES
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_HTTP = frozenset(
    [
        "requests",
        "httpx",
        "aiohttp",
        "urllib",
        "urllib3",
        "http",
        "httplib",
        "httplib2",
        "six",
        "flask",
        "django",
        "rest_framework",
        "fastapi",
        "starlette",
        "tornado",
        "webob",
        "keystoneauth1",
        "twisted",
        "sanic",
        "bottle",
        "pyramid",
        "websockets",
        "websocket",
        "quart",
        "treq",
        "falcon",
    ]
)
_CLIENTS = frozenset({"requests", "httpx", "aiohttp", "urllib3"})
_HTTP_WORDS = frozenset({"http", "https", "client", "rpc", "api", "rest", "session", "httpclient", "webhook"})
_TOOLS = ("cli", "ctl", "cmd")
"""Ends of the names of packages that are one command-line program: ``shopcli``."""
_COMMAND_WORDS = frozenset(
    {"cli", "commands", "management", "script", "scripts", "bin", "tools", "cmd", "command", "__main__", "main", "printer", "printers"}
)
_FOR_READERS = frozenset({"example", "examples", "demo", "demos", "tutorial", "tutorials"})
"""Words of folders of programs that show how something is used."""
_ASKING = frozenset({"input", "getpass", "raw_input"})
"""Calls of a dialogue: who is asked reads what is printed."""


def speaks_http(follower: Follower, fn: Fn) -> bool:
    """Whether the code sends or answers requests, by its imports or its names."""
    return not fn.module.tops.isdisjoint(_HTTP) or not follower.by_name.words(fn).isdisjoint(_HTTP_WORDS)


def is_left_behind(fn: Fn, kind: str) -> bool:
    """Whether code that is neither a server's nor a command's own prints: nobody asked for it, and who runs it as a service keeps it.

    A program that says with `logging` what it does prints nothing that was asked for either, but for what stands in its main part itself.
    """
    asked_for = fn.module.facts.main and ("logging" not in fn.module.tops or fn.head.parent < 0)
    return kind in ("print", "stderr") and not asked_for and not of_command(fn, kind)


def is_server(follower: Follower, fn: Fn, kind: str = "") -> bool:
    """Server code: the module imports a web framework, or is imported beside one, and is no command-line program."""
    module = fn.module
    if of_command(fn, kind):
        return False
    if kind == "print" and not module.tops.isdisjoint(_CLIENTS) and not module.facts.main:
        return True  # a library that speaks HTTP: what it prints is left from looking for a fault
    return not module.tops.isdisjoint(follower.tables.server_modules)


def of_command(fn: Fn, kind: str) -> bool:
    """Whether code belongs to a command-line program, whose output is what somebody asked for."""
    module = fn.module
    if kind != "click" and not module.tops.isdisjoint(COMMAND_MODULES):
        return True
    if kind == "print" and not _COMMAND_WORDS.isdisjoint((*_words(module.path), fn.name)):
        return True
    if kind == "print" and (module.path.partition("/")[0].lower().endswith(_TOOLS) or _is_command(fn)):
        return True
    if kind == "print" and not _FOR_READERS.isdisjoint(split(module.path.rpartition("/")[0])):
        return True
    if kind == "print" and not _ASKING.isdisjoint(fn.head.called):
        return True
    return kind in ("print", "stderr") and any("parse" in name and "arg" in name for one in module.functions for name in one.head.called)


def _words(path: str) -> Iterator[str]:
    """Words of a path; a folder ``main`` is the first blueprint of many a server, or Java's habit, and no program's beginning."""
    folders, _, name = path.rpartition("/")
    yield from (word for word in split(folders) if word != "main")
    yield from split(name)


def _is_command(fn: Fn) -> bool:
    """Whether a method is a command's, by the names of its class and of what that inherits: ``class Token(BasicCommand)``."""
    return fn.owner is not None and any("command" in split(name)[-2:] for name in (fn.owner.name, *fn.owner.record.bases))
