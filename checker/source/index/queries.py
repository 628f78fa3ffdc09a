"""Secrets that a server reads of an address: ``request.args.get("token")``, ``self.get_argument("access_token")``."""

from __future__ import annotations

import ast

from checker.source.ir.syntax import last

QUERIED = "?"
"""What is noted, among what a function calls, where it reads one."""
NAMES = frozenset({"get", "getlist", "get_argument", "get_query_argument"})
_OF_ADDRESS = frozenset({"get_argument", "get_query_argument"})
"""Methods of a handler itself."""
_QUERIES = frozenset({"args", "GET", "query_params", "query"})
_SECRETS = frozenset({
    "token", "access_token", "auth_token", "api_token", "session_token", "bearer_token", "id_token", "jwt", "api_key", "apikey", "password",
    "client_secret", "access_key",
})  # fmt: skip


def in_call(node: ast.Call) -> tuple[str, ...]:
    """What is noted of a call that may read one."""
    callee, key = node.func, node.args[0] if node.args else None
    if not isinstance(callee, ast.Attribute) or not isinstance(key, ast.Constant) or key.value not in _SECRETS:
        return ()
    reads = callee.attr in _OF_ADDRESS or (isinstance(callee.value, ast.Attribute) and callee.value.attr in _QUERIES)
    return (QUERIED,) if reads else ()


def by_key(node: ast.expr, key: str) -> bool:
    """Whether an item is one: ``request.GET["token"]``."""
    return key in _SECRETS and isinstance(node, ast.Attribute) and last(node) in _QUERIES
