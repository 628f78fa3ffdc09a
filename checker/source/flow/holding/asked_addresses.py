"""The address of an answer: the one that was asked for, with the secrets of its query.

``requests.get(url, params={"api_key": key}).url``
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import plain, source
from checker.source.flow.origin import IN_QUERY, UNKNOWN, Flow, Found, in_address, mark, merge
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ASKS = frozenset({"get", "post", "put", "patch", "delete", "head", "request"})
_PREPARED = frozenset({"requests.Request", "Request"})
_CLIENTS = frozenset({"requests", "httpx", "aiohttp"})
"""Libraries whose answers know the address that was asked for."""
_SESSIONS = frozenset({"session", "client", "http"})
"""Last words of names for such a library's client that another module has made."""


def asked(follower: Follower, fn: Fn, owner: int) -> Flow:
    """What the address of an answer or a request shows; unknown for what is neither."""
    record = source(fn, owner)
    if record[0] == ir.ATTR and record[2] == "request":
        record = source(fn, record[1])
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    if callee[0] == ir.ATTR and callee[2] == "prepare":  # requests.Request("GET", url, params=params).prepare()
        record = source(fn, callee[1])
        callee = [ir.ATTR, -1, "request"] if record[0] == ir.CALL and follower.text(fn, record[1]) in _PREPARED else callee
    if callee[0] != ir.ATTR or callee[2] not in _ASKS or not (_knows_clients(fn) or _is_client(follower, fn, record, callee)):
        return UNKNOWN
    given = [plain(argument) for argument in record[2]] + [value for name, value in record[3] if name in ("url", "params")]
    sent = merge([follower.flow(fn, value) for value in given])
    query = merge([follower.flow(fn, value) for name, value in record[3] if name == "params"])
    written = mark(Flow(tuple(in_address(item) for item in query.found if _is_put_in(item))), IN_QUERY).found
    return Flow((*(item for item in sent.found if item.category == "url" and item.member), *written))


def _knows_clients(fn: Fn) -> bool:
    return not fn.module.tops.isdisjoint(_CLIENTS)


def _is_client(follower: Follower, fn: Fn, call: ir.Node, callee: ir.Node) -> bool:
    """Whether what a module is given is a client by its name, and by the query that it sends: ``session.get(url, params=...)``."""
    name = follower.text(fn, callee[1]) if any(key == "params" for key, _ in call[3]) else ""
    return not _SESSIONS.isdisjoint(split(name.rpartition(".")[2])[-1:])


def _is_put_in(item: Found) -> bool:
    """Whether a mapping is known to hold a secret, or one is written out in it, which stands in the address then."""
    held = item.category == "secret" or (item.category == "container" and bool(item.member) and item.kind != "variables")
    return held and item.confidence > Confidence.LOW
