"""Options of a command line that are given no text: a switch, a number."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_ACTIONS = frozenset({"store_true", "store_false", "store_const", "append_const", "count", "help", "version", "BooleanOptionalAction"})
_FLAGS = frozenset({"is_flag", "count"})
_NUMBERS = frozenset({"int", "float", "bool"})


def is_switch(option: ast.Call) -> bool:
    """Whether an option holds no text: ``action="store_true"``, ``is_flag=True``, ``type=int``, ``"--shout/--no-shout"``."""
    for keyword in option.keywords:
        said = keyword.value
        if keyword.arg == "action" and (getattr(said, "value", None) in _ACTIONS or _name(said) in _ACTIONS):
            return True
        if keyword.arg in _FLAGS and getattr(said, "value", None) is True:
            return True
        if keyword.arg == "type" and _name(said) in _NUMBERS:
            return True
    return any("/" in name for name in _written(option))


def names(option: ast.Call) -> Iterator[str]:
    """What an option is called, and the name under which it is kept: ``--token``, ``dest="shows_token"``."""
    for name in _written(option):
        yield from (part.strip().lstrip("-") for part in name.split("/"))
    for keyword in option.keywords:
        if keyword.arg == "dest" and isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str):
            yield keyword.value.value


def _written(option: ast.Call) -> list[str]:
    return [given.value for given in option.args if isinstance(given, ast.Constant) and isinstance(given.value, str)]


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
