"""Tables that a program keeps itself of what lets somebody in: ``api_keys.get(given)`` finds nobody where the key is a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

VALID = frozenset({"keys", "tokens", "sessions", "secrets", "codes", "users", "accounts", "credentials", "apikeys", "usernames", "emails"})
"""Last words of collections of what lets somebody in."""
OF_REQUESTS = frozenset({"request", "headers", "META", "cookies", "COOKIES", "environ", "args", "form", "handler", "GET", "POST"})
SECRETS = frozenset({"token", "apikey", "key", "credentials", "password", "secret", "code", "otp", "assertion", "ticket", "jwt"})


def asks(follower: Follower, fn: Fn, record: ir.Node) -> bool:
    """Whether a ``get()`` looks for what somebody shows in such a table: ``users_by_token.get(token)``,
    ``state.api_keys.get(token.credentials)``.
    """
    first = fn.body.nodes[record[2][0]] if record[2] and record[2][0] >= 0 else [ir.OPAQUE]
    owner = follower.text(fn, record[1]).rpartition(".")[0].replace("()", "").split(".")
    if first[0] == ir.ATTR and VALID.isdisjoint(split(owner[-1])[-1:]):
        return False
    shown = fn.head.params[first[1]] if first[0] == ir.PARAM else str(first[2]) if first[0] == ir.ATTR else ""
    return not SECRETS.isdisjoint(split(shown)) and OF_REQUESTS.isdisjoint(owner)
