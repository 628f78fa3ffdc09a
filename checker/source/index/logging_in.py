"""What a call takes as a password or a key by its place: ``server.login(user, given)``, ``auth=(user, given)``, ``Fernet(given)``."""

from __future__ import annotations

import ast
from itertools import pairwise

from checker.source.ir.syntax import dotted
from checker.source.lexicon.words import split

_SECOND = frozenset(
    {"HTTPBasicAuth", "HTTPDigestAuth", "HTTPProxyAuth", "HttpNtlmAuth", "BasicAuth", "DigestAuth", "PlainCredentials", "username_pw_set"}
)
"""Last parts of calls of libraries that take a user and a password, and nothing before them."""
_LOGIN = "login"
_BEHIND = frozenset({_LOGIN, "connect", "Connection", "FTP", "FTP_TLS", "simple_bind", "simple_bind_s", "bind_s"})
"""Last parts of calls that take it right behind a user, wherever that one stands: ``connect(host, port, user, given)``."""
_PAIRS = frozenset({"auth", "basic_auth", "http_auth", "proxy_auth"})
"""Keywords and attributes of clients that take both as a pair."""
_USERS = frozenset({"user", "username", "login", "uname", "usr", "email", "mail", "account", "sender", "address", "userid"})
"""Last words of names for who logs in."""
_STRICT = frozenset({"user", "username", "login", "uname", "usr", "dn"})
"""The same where anything else may be connected to: a device has an address, a signal a sender."""
_BESIDE = frozenset(
    {"request", "req", "remember", "me", "session", "force", "forced", "fresh", "duration", "timeout", "backend", "scope", "scopes", "role",
     "roles", "url", "host", "domain", "tenant", "otp", "flag", "permanent", "ip", "device", "redirect", "next", "user", "username", "db",
     "database", "name", "port", "callback", "handler", "receiver", "slot", "func", "options", "config", "path", "file", "filename", "id"}
)  # fmt: skip
"""Last words of names for what else such a call is given behind a user."""
_KEPT = {"set_password": -1, "generate_password_hash": 0, "check_password_hash": 1, "hashpw": 0, "checkpw": 0}
"""Last parts of calls that keep a password, hash it or hold it against a hash, by its place: ``user.set_password(given)``."""
KEYS = {
    "Fernet": "fernet_key", "SigningKey": "signing_key", "load_pem_private_key": "private_key", "load_der_private_key": "private_key",
    "load_ssh_private_key": "private_key", "from_private_bytes": "private_key",
}  # fmt: skip
"""Last parts of calls of libraries that are given a key first of all, and what that is."""
NAMES = _SECOND | _BEHIND | _KEPT.keys() | KEYS.keys()


def by_place(node: ast.Call, last: str) -> ast.expr | None:
    """The password that a call takes, behind a user or alone; or the key that it takes first of all."""
    given = node.args
    if any(isinstance(one, ast.Starred) for one in given):
        return None
    if last in KEYS:
        return given[0] if given else None
    if last in _KEPT:
        at = _KEPT[last]
        if last == "set_password" and len(given) == 2:  # whose it is may stand first or last
            return None
        return given[at] if len(given) > max(at, 0) and _BESIDE.isdisjoint(_last_word(given[at])) else None
    if last in _SECOND:
        return given[1] if len(given) > 1 else None
    if last == _LOGIN and not isinstance(node.func, ast.Attribute):
        return None
    users = _USERS if last == _LOGIN else _STRICT
    pairs = ((_last_word(user), after) for user, after in pairwise(given))
    return next((after for user, after in pairs if not users.isdisjoint(user) and _BESIDE.isdisjoint(_last_word(after))), None)


def in_pair(name: str, given: ast.expr | None) -> ast.expr | None:
    """The password of ``auth=(user, given)``; a pair of which the first is no user's name is a key and its secret, or a host and a port."""
    pair = given.elts if name in _PAIRS and isinstance(given, ast.Tuple) else []
    return pair[1] if len(pair) == 2 and not _USERS.isdisjoint(_last_word(pair[0])) else None


def _last_word(node: ast.expr) -> tuple[str, ...]:
    return split(dotted(node).rpartition(".")[2])[-1:]
