"""Websockets that are closed because somebody may not go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.ways.paths import Way
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Called
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

CLOSING = frozenset({"close", "sendClose"})
_CODES = {4401: 401, 3000: 401, 1008: 403, 4403: 403, 4003: 403, 3003: 403}
"""Codes that a websocket is closed with: those of the RFC, of IANA's table, and what most servers of their own say 401 and 403 with."""
_OF_POLICY = 1008
_ABOUT_PERSONS = frozenset({
    "token", "tokens", "jwt", "auth", "authentication", "authenticated", "authenticate", "authorization", "authorized", "unauthorized",
    "unauthenticated", "permission", "permissions", "forbidden", "denied", "access", "allowed", "login", "user", "account", "credentials",
    "credential", "key", "apikey", "password", "session", "origin", "secret", "signature", "member", "admin", "rights", "role", "policy",
    "refused", "rejected", "banned", "blocked"
})  # fmt: skip
"""Words of a reason by which it is said that somebody may not go on."""
_SOCKETS = frozenset({"starlette", "fastapi", "channels", "websockets", "aiohttp", "tornado", "quart", "autobahn", "sanic", "litestar"})
_CONNECTING = frozenset({"connect", "websocket_connect"})
_CHANNELS = "channels"
"""A consumer of Channels that closes what it has not accepted refuses it, with 403:
https://channels.readthedocs.io/en/latest/topics/consumers.html#websocketconsumer
"""


def may_close(fn: Fn) -> bool:
    """Whether a function may end a websocket; told by its head."""
    return not CLOSING.isdisjoint(fn.head.called) and not fn.module.tops.isdisjoint(_SOCKETS)


def closes(follower: Follower, fn: Fn) -> bool:
    """Whether a function ends a websocket with a code that says that somebody may not go on."""
    if not may_close(fn):
        return False
    called = (fn.body.nodes[call] for call in fn.body.calls)
    return any(status(fn, record, None) for record in called if follower.text(fn, record[1]).rpartition(".")[2] in CLOSING)


def status(fn: Fn, record: ir.Node, way: Way | None) -> int:
    """401 or 403 where a websocket is closed with a code of theirs: ``close(code=4403)``, ``close(WS_1008_POLICY_VIOLATION)``.

    1008 says that a policy forbids it, and is sent for a wrong message, too, as the reason tells then:
    https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1
    """
    if _is_of_a_message(fn, record):
        return 0
    given = [*record[2][:1], *(value for key, value in record[3] if key == "code")]
    for one in given:
        made = fn.body.nodes[unnamed(fn, one)] if one >= 0 else [ir.OPAQUE]
        if made[0] == ir.CONST and isinstance(made[1], int) and made[1] in _CODES:
            return _CODES[made[1]]
        if made[0] in (ir.ATTR, ir.IMPORT) and str(made[2] if made[0] == ir.ATTR else made[1]).endswith("WS_1008_POLICY_VIOLATION"):
            return 403
    refuses = not given and fn.name in _CONNECTING and fn.owner is not None and _CHANNELS in fn.module.tops
    return 403 if refuses and not _is_accepted(fn, way) else 0


def _is_of_a_message(fn: Fn, record: ir.Node) -> bool:
    """Whether a policy is named for what was sent, and not for who sent it: ``close(code=1008, reason="Unknown channel")``."""
    said = [value for key, value in record[3] if key == "reason" and value >= 0] or list(record[2][1:2])
    made = fn.body.nodes[unnamed(fn, said[0])] if said and said[0] >= 0 else [ir.OPAQUE]
    if made[0] != ir.CONST or not isinstance(made[1], str) or not made[1]:
        return False
    codes = [fn.body.nodes[one] for one in (*record[2][:1], *(value for key, value in record[3] if key == "code")) if one >= 0]
    own = any(one[0] == ir.CONST and one[1] in _CODES and one[1] != _OF_POLICY for one in codes)
    return not own and _ABOUT_PERSONS.isdisjoint(made[1].lower().replace("-", " ").replace(".", " ").replace(":", " ").split())


def _is_accepted(fn: Fn, way: Way | None) -> bool:
    """Whether a way accepts the websocket before."""
    calls = (fn.body.nodes[fn.body.nodes[one.node][1]] for one in (way.entries if way is not None else ()) if isinstance(one, Called))
    return any(callee[0] == ir.ATTR and callee[2] == "accept" for callee in calls)
