"""On what a change is made: on a list of the function's own, or on another server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import bare
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

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
    if entity is not None and entity[0] == "inst" and entity[1].name.endswith(_KINDS) and _of_a_server(f"{entity[1].name.lower()}_client"):
        return True
    node = callee
    for _ in range(_STEPS):
        record = fn.body.nodes[bare(fn, node)]
        if record[0] == ir.ATTR and _of_a_server(record[2]):
            return True
        if record[0] == ir.CALL and follower.text(fn, record[1]).rpartition(".")[2].lower().endswith("client"):
            return True
        if record[0] not in (ir.ATTR, ir.CALL):
            break
        node = record[1]
    return record[0] in (ir.GLOBAL, ir.PARAM) and follower.text(fn, callee).partition(".")[0].endswith("client")
