"""What is called a database's or a proxy's address and is another: the name of a data source, the place of a service."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.lexicon.words import Telling, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SOURCE = "dsn="
"""Before the name under which ODBC keeps a connection (SQLDriverConnect): ``connect(f"DSN={dsn};UID={user}")``."""
_SERVICES = frozenset({"api_base", "base_url", "endpoint", "endpoint_url", "api_url", "server_url"})
"""What a client's settings call the address of what it asks."""


def is_another(follower: Follower, fn: Fn, telling: Telling, text: str) -> bool:
    """Whether a function's own code shows that what is called such an address carries no login."""
    if telling.label == "database URL" and split(text.rpartition(".")[2])[-1:] == ("dsn",):
        return _names_a_source(follower, fn, text)
    stores = fn.head.stores if telling.label == "proxy URL" else ()
    return any(store.name in _SERVICES and follower.text(fn, store.value) == text for store in stores)


def _names_a_source(follower: Follower, fn: Fn, text: str) -> bool:
    nodes = fn.body.nodes
    for record in nodes:
        for before, part in pairwise(record[1] if record[0] == ir.JOIN else ()):
            written = nodes[before][1] if nodes[before][0] == ir.CONST else None
            before_it = isinstance(written, str) and written.lower().endswith(_SOURCE) and not written.endswith(f"{text}=")  # f"{dsn=}"
            if before_it and follower.text(fn, part) == text:
                return True
    return False
