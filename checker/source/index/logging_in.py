"""What a call takes as a password by its place: ``server.login(user, given)``, ``HTTPBasicAuth(user, given)``, ``auth=(user, given)``."""

from __future__ import annotations

import ast

from checker.source.ir.syntax import dotted
from checker.source.lexicon.words import split

_SECOND = frozenset(
    {"HTTPBasicAuth", "HTTPDigestAuth", "HTTPProxyAuth", "HttpNtlmAuth", "BasicAuth", "DigestAuth", "PlainCredentials", "username_pw_set"}
)
"""Last parts of calls of libraries that take a user and a password, and nothing before them."""
_LOGIN = "login"
_PAIRS = frozenset({"auth", "basic_auth", "http_auth", "proxy_auth"})
"""Keywords and attributes of clients that take both as a pair."""
_USERS = frozenset({"user", "username", "login", "uname", "usr", "email", "mail", "account", "sender", "address", "userid"})
"""Last words of names for who logs in."""
_BESIDE = frozenset(
    {"request", "req", "remember", "me", "session", "force", "forced", "fresh", "duration", "timeout", "backend", "scope", "scopes", "role",
     "roles", "url", "host", "domain", "tenant", "otp", "flag", "permanent", "ip", "device", "redirect", "next", "user", "username"}
)  # fmt: skip
"""Last words of names for what else a method of that name is given behind a user."""
NAMES = _SECOND | {_LOGIN}


def by_place(node: ast.Call, last: str) -> ast.expr | None:
    """The password that a call takes behind a user; of a method that is only called ``login``, where the first is called one."""
    given = node.args
    if len(given) < 2 or any(isinstance(one, ast.Starred) for one in given[:2]):
        return None
    if last == _LOGIN:
        logs_in = isinstance(node.func, ast.Attribute) and len(given) == 2 and _is_user(given[0])
        return given[1] if logs_in and _BESIDE.isdisjoint(_last_word(given[1])) else None
    return given[1]


def in_pair(name: str, given: ast.expr | None) -> ast.expr | None:
    """The password of ``auth=(user, given)``; a pair of which the first is no user's name is a key and its secret, or a host and a port."""
    pair = given.elts if name in _PAIRS and isinstance(given, ast.Tuple) else []
    return pair[1] if len(pair) == 2 and _is_user(pair[0]) else None


def _is_user(node: ast.expr) -> bool:
    return not _USERS.isdisjoint(_last_word(node))


def _last_word(node: ast.expr) -> tuple[str, ...]:
    return split(dotted(node).rpartition(".")[2])[-1:]
