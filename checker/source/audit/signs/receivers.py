"""On what a change is made: on a list of the function's own, or on another server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import bare, source
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

OF_ANYTHING = frozenset({"append", "add", "update", "remove", "insert", "execute", "store", "merge"})
"""Changes that are one of the function's only where a table's is made."""
_STEPS = 6


_KINDS = ("Client", "Api")
"""Last words of classes that ask a server: ``UserApi``, as generated from its description."""
_OWN_STORES = frozenset(
    {"db", "database", "mongo", "redis", "dynamo", "dynamodb", "sql", "postgres", "ldap", "firestore", "storage", "test"}
)
"""Words of clients of what keeps the project's own data."""


_PROVIDERS = frozenset({"keycloak", "auth0", "okta", "cognito"})
"""Words of what asks a provider that keeps other servers' users, and records for itself."""
_VERBS = frozenset({"get", "post", "put", "patch", "delete", "request"})
"""Methods by which a client asks a server."""
_PLACES = frozenset({"path", "url", "uri", "endpoint", "route", "resource"})
"""Parameters of such a method that say what is asked for."""
_LIBRARIES = frozenset({"requests", "httpx", "aiohttp", "urllib3", "urllib", "http"})
"""Libraries by which servers are asked."""


def _of_a_server(name: str) -> bool:
    words = split(name)
    return words[-1:] == ("client",) and _OWN_STORES.isdisjoint(words)


def is_local(fn: Fn, callee: int, name: str) -> bool:
    """Whether a call fills a list of the function's own: ``roles.append(role)``."""
    record = fn.body.nodes[callee]
    if name not in OF_ANYTHING or record[0] != ir.ATTR:
        return False
    owner = fn.body.nodes[record[1]]
    return owner[0] not in (ir.ATTR, ir.CALL) and not (owner[0] in (ir.GLOBAL, ir.IMPORT, ir.CLASS) and owner[1][:1].isupper())


def is_client(follower: Follower, fn: Fn, callee: int) -> bool:
    """Whether a call is made to another server, which records for itself: ``keystoneclient(request).users.create()``."""
    record = fn.body.nodes[callee]
    entity = follower.names.entity(fn, record[1]) if record[0] == ir.ATTR else None
    inherited = record[0] == ir.ATTR and fn.owner is not None and follower.text(fn, record[1]).startswith("super(")
    cls = entity[1] if entity is not None and entity[0] == "inst" else fn.owner if inherited else None
    if cls is not None and (_is_called_client(cls) or _asks_a_server(follower, cls)):
        return True
    node = callee
    for _ in range(_STEPS):
        record = fn.body.nodes[bare(fn, node)]
        if record[0] == ir.ATTR and _of_a_server(record[2]):
            return True
        if node != callee and not _PROVIDERS.isdisjoint(split(follower.text(fn, node).removesuffix("()").rpartition(".")[2])):
            return True
        if record[0] == ir.CALL and follower.text(fn, record[1]).rpartition(".")[2].lower().endswith("client"):
            return True
        if record[0] not in (ir.ATTR, ir.CALL):
            break
        node = record[1]
    return record[0] in (ir.GLOBAL, ir.PARAM) and follower.text(fn, callee).partition(".")[0].endswith("client")


def _is_called_client(cls: Cls) -> bool:
    return cls.name.endswith(_KINDS) and _of_a_server(f"{cls.name.lower()}_client")


def _asks_a_server(follower: Follower, cls: Cls) -> bool:
    """Whether objects of a class, or one below it, send requests: ``def delete(self, path, ...)`` that calls ``self.session.request()``."""
    return any(_sends(base, follower.tables.server_modules) for base in follower.names.mro(cls)[0])


def _sends(cls: Cls, servers: frozenset[str]) -> bool:
    if cls.module.tops.isdisjoint(_LIBRARIES) or not cls.module.tops.isdisjoint(servers):
        return False
    heads = (cls.module.functions[at].head for name, at in cls.record.methods.items() if name.lstrip("_") in _VERBS)
    return any(not _PLACES.isdisjoint(head.params[1:4]) and not _VERBS.isdisjoint(head.called) for head in heads)


def is_sent(fn: Fn, call: int) -> bool:
    """Whether a call is given the address of what is changed, which another server has: ``self.parent.delete(f"accounts/{pk}")``."""
    record = fn.body.nodes[call]
    callee = fn.body.nodes[record[1]]
    if callee[0] != ir.ATTR or callee[2] not in _VERBS or not record[2] or record[2][0] < 0:
        return False
    address = source(fn, record[2][0])
    pieces = [fn.body.nodes[part] for part in address[1]] if address[0] == ir.JOIN else [address]
    return any(piece[0] == ir.CONST and isinstance(piece[1], str) and "/" in piece[1] for piece in pieces)
