"""Tests whether what was looked up is there: ``if row``, ``if document.exists``, ``if known.get(name)``, ``if agents.delete(name)``."""

from __future__ import annotations

import ast

from checker.source.ir.syntax import last
from checker.source.lexicon.words import split

_CLIENTS = frozenset({"requests", "httpx", "session", "client", "http"})
"""Last words of names for what sends requests."""
_CARRIES_OUT = frozenset(
    {"delete", "remove", "discard", "unregister", "toggle", "enable", "disable", "stop", "kill", "cancel", "revoke", "rename"}
)
"""First words of methods that answer whether there was such a thing: ``if agents.delete_agent(name)``."""
_THERE = frozenset({"exists", "found"})
"""What an object tells that stands for a thing whether there is one or not."""


def found(test: ast.expr) -> str:
    """The name of what was looked up and is there: ``row``, ``document.exists``; an empty text where a test asks something else."""
    if isinstance(test, ast.Attribute) and test.attr in _THERE:
        test = test.value
    return test.id if isinstance(test, ast.Name) else ""


def asks(method: ast.Attribute) -> bool:
    """Whether a method looks up what it is given, or does something to it: ``known.get(name)``; ``requests.get(url)`` asks a server."""
    if method.attr.lstrip("_").partition("_")[0] in _CARRIES_OUT:
        return True
    return method.attr == "get" and _CLIENTS.isdisjoint(split(last(method.value))[-1:])
