"""What is kept of a token or a code that somebody shows says that it is no good any more: ``if found.is_expired(): raise``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.verifying import looked_up
from checker.source.flow.literal import bare, unnamed
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_VOID = frozenset({
    "is_expired", "expired", "has_expired", "used", "is_used", "used_at", "consumed", "is_consumed", "consumed_at", "already_used",
    "is_stale", "too_old"
})  # fmt: skip
_UNTIL = frozenset(
    {"expires_at", "expires", "expiry", "expiration", "expires_on", "expire_at", "valid_until", "expiration_date", "expired_at"}
)


def void(follower: Follower, fn: Fn, node: int) -> int:
    """The look-up of a code that is asked whether it is used up or too old, -1 for any other test: ``found.is_expired()``."""
    record = fn.body.nodes[unnamed(fn, node)]
    if record[0] == ir.CALL:
        record = fn.body.nodes[record[1]]
    return _looked_up(follower, fn, record[1]) if record[0] == ir.ATTR and record[2] in _VOID else -1


def too_old(follower: Follower, fn: Fn, operands: list[int]) -> tuple[int, bool]:
    """The look-up of a code whose date is compared, and whether the date stands first: ``found.expires_at < now()``; -1 for none."""
    for at, operand in enumerate(operands[:2]):
        record = fn.body.nodes[unnamed(fn, operand)]
        while record[0] == ir.CALL and fn.body.nodes[record[1]][0] == ir.ATTR:  # expires_at.replace(tzinfo=UTC)
            record = fn.body.nodes[unnamed(fn, fn.body.nodes[record[1]][1])]
        if record[0] == ir.ATTR and record[2] in _UNTIL and (found := _looked_up(follower, fn, record[1])) >= 0:
            return found, at == 0
    return -1, False


def _looked_up(follower: Follower, fn: Fn, node: int) -> int:
    at = bare(fn, node, ir.SET)
    return at if looked_up.asked(follower, fn, at) else -1
