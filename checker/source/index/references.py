"""Tests for what names a secret that is kept elsewhere: ``op://vault/item``, ``keyring:name``, ``${NAME}`` are none themselves."""

from __future__ import annotations

import ast
from collections.abc import Callable

from checker import patterns as re
from checker.source.ir.syntax import last
from checker.source.lexicon.words import split

_KEEPERS = frozenset(
    {"keyring", "keychain", "op", "onepassword", "vault", "env", "file", "ssm", "arn", "awssm", "secretsmanager", "gcpsm", "azkv",
     "doppler", "bitwarden", "secret", "secrets", "ref", "reference"}
)  # fmt: skip
"""What keeps secrets, as such a reference begins."""
_BEGINS = re.compile(r"([a-z][a-z\d-]{0,20})(?:[:@+]|://).{0,40}|\$?\{\{?|\$\(")
"""``op://``, ``keyring:``, ``arn:aws:secretsmanager:``, ``${``, ``{{``"""
_STARTS = frozenset({"prefix", "scheme", "marker"})
"""Words of constants that hold such a beginning: ``KEYRING_PREFIX``."""
_OTHERS = frozenset({"token", "key", "password", "api"})
"""Words of those that hold how a secret itself begins: ``VAULT_TOKEN_PREFIX``."""
_REFERENCES = frozenset({"reference", "references", "ref"})


def begun(call: ast.Call, plain: Callable[[ast.expr], str]) -> list[str]:
    """What ``value.startswith("op://")`` vouches for: the value is written in a file of settings as it is.

    ``plain`` gives the name behind an expression, ``""`` where there is none.
    """
    if not isinstance(call.func, ast.Attribute) or len(call.args) != 1:
        return []
    given = call.args[0].elts if isinstance(call.args[0], ast.Tuple) else call.args
    found = plain(call.func.value) if given and all(map(_begins_one, given)) else ""
    return [f"+{found}"] if found else []


def asked(call: ast.Call, plain: Callable[[ast.expr], str]) -> list[str]:
    """The same of ``is_secret_reference(value)``."""
    found = plain(call.args[0]) if call.args and not _REFERENCES.isdisjoint(split(last(call.func))[-1:]) else ""
    return [f"+{found}"] if found else []


def _begins_one(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found = _BEGINS.fullmatch(node.value)
        return found is not None and (found[1] is None or found[1] in _KEEPERS)
    name = last(node) if isinstance(node, ast.Name | ast.Attribute) else ""
    words = frozenset(split(name)) if name.isupper() else frozenset()
    return not (words.isdisjoint(_STARTS) or words.isdisjoint(_KEEPERS)) and words.isdisjoint(_OTHERS)
