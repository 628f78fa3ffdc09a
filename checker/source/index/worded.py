"""Tests of what something is called by a list of words: ``any(word in key for word in SENSITIVE)``."""

from __future__ import annotations

import ast

from checker.source.ir.syntax import last
from checker.source.lexicon.words import split

ANY_WORD = "*"
"""In the place of the words, where the list does not stand in the test."""
_SAME = frozenset({"lower", "upper", "casefold", "strip"})
_MOST_WORDS = 40
PARTS = frozenset({"key", "auth", "pass", "pw", "pwd", "cred", "secret", "token", "private", "sensitive"})
"""Parts of names by which code knows that something is not to be shown."""
_HIDING = frozenset(
    {"sensitive", "secret", "secrets", "redact", "redacted", "hidden", "hide", "mask", "masked", "private", "confidential", "credential",
     "credentials", "password", "passwords", "denied", "deny", "blacklist", "blocklist", "denylist", "excluded", "exclude", "sanitized",
     "scrub", "scrubbed", "censored"}
)  # fmt: skip
"""Words of what a list is called that holds the names of what must not be shown."""
_ALLOWING = frozenset(
    {"allowed", "allow", "allowlist", "whitelist", "whitelisted", "public", "safe", "visible", "shown", "loggable", "permitted",
     "harmless", "nonsecret", "nonsensitive"}
)  # fmt: skip
"""Words of what a list is called that holds the names of what may be shown."""
_ANY_KEY = frozenset(
    {"http", "header", "headers", "key", "keys", "name", "names", "field", "fields", "attr", "attribute", "id", "x", "default"}
)
"""Words of constants that stand for some key, and do not say which."""
ALLOWED = "+"
"""In the place of the words of such a list."""


def constant(node: ast.expr) -> str:
    """What a constant's own name calls the key that it stands for: ``REQUEST_ID_HEADER``; an empty text where it says none."""
    name = last(node) if isinstance(node, ast.Name | ast.Attribute) else ""
    return name if name.isupper() and not set(split(name)) <= _ANY_KEY else ""


def asked(test: ast.Call) -> tuple[str, list[str]]:
    """The name that is looked through for words, and the words; an empty name where a test asks something else."""
    given = test.args[0] if last(test.func) == "any" and len(test.args) == 1 else None
    if not isinstance(given, ast.GeneratorExp | ast.ListComp) or len(given.generators) != 1 or given.generators[0].ifs:
        return "", []
    loop, inner = given.generators[0], given.elt
    one = isinstance(inner, ast.Compare) and len(inner.ops) == 1 and isinstance(inner.ops[0], ast.In)
    if not one or not isinstance(inner, ast.Compare) or not isinstance(loop.target, ast.Name):
        return "", []
    word, name = _plain(inner.left), _plain(inner.comparators[0])
    if word != loop.target.id or not name:
        return "", []
    if not isinstance(loop.iter, ast.Tuple | ast.List | ast.Set):
        return name, [ANY_WORD]
    written = [item.value for item in loop.iter.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    return name, written[:_MOST_WORDS]


def by_item(test: ast.Compare) -> tuple[list[str], list[str]]:
    """What ``data["kind"] in KINDS`` vouches for where it holds, and where it fails: ``@data kind``."""
    left, other = test.left, test.comparators[0]
    if isinstance(left, ast.Call) and isinstance(left.func, ast.Attribute) and left.func.attr == "get" and left.args:
        owner, key = left.func.value, left.args[0]
    elif isinstance(left, ast.Subscript):
        owner, key = left.value, left.slice
    else:
        return [], []
    name = owner.id if isinstance(owner, ast.Name) else ""
    word = key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else ""
    if not (name and word) or len(test.ops) != 1 or (isinstance(other, ast.Constant) and other.value is None):
        return [], []
    told = [f"@{name} {word}"]
    if isinstance(test.ops[0], ast.In | ast.Eq):
        return told, []
    return [], told if isinstance(test.ops[0], ast.NotIn | ast.NotEq) else []


def listed(node: ast.expr, name: str) -> list[str]:
    """The words of a list that stands in the test, and ``ANY_WORD`` of one that is called after what must not be shown; where `name`,
    which is looked up in it, is called by the same word, as in ``password not in passwords``, it holds values and no names.
    """
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        written = [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        return written if len(written) == len(node.elts) <= _MOST_WORDS else []
    if not isinstance(node, ast.Name | ast.Attribute):
        return []
    own = split(name)
    hiding = _HIDING.intersection(split(last(node))).difference(own, [f"{word}s" for word in own])
    return [ANY_WORD] if hiding else []


def allows(node: ast.expr) -> bool:
    """Whether a list is called after what may be shown: ``SAFE_KEYS``, ``settings.PUBLIC_NAMES``."""
    return isinstance(node, ast.Name | ast.Attribute) and not _ALLOWING.isdisjoint(split(last(node)))


def _plain(node: ast.expr) -> str:
    """The name of ``key`` and ``key.lower()``; ``""`` of anything else."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SAME and not node.args:
        node = node.func.value
    return node.id if isinstance(node, ast.Name) else ""
