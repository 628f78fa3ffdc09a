"""Somebody's account is asked whether it may log in at all: ``if not user.is_active: raise HTTPException(400, "Inactive user")``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_IN = frozenset({"is_active", "active", "is_approved", "approved", "is_enabled", "enabled"})
"""Attributes that are true of who may log in."""
_OUT = frozenset({
    "is_banned", "banned", "is_locked", "locked", "is_locked_out", "is_disabled", "disabled", "is_suspended", "suspended", "is_blocked",
    "blocked", "is_deactivated", "deactivated", "inactive", "is_inactive"
})  # fmt: skip
"""Attributes that are true of who may not."""
_OF_LOGINS = frozenset({"login", "signin", "logon", "authenticate"})
_PERSONS = (("user",), ("account",), ("admin",), ("member",))
"""Last words of names for somebody's row."""
_NUMBERS = (("id",), ("pk",), ("uid",))
_WHO_ASKS = frozenset({"current_user", "request.user", "self.request.user", "g.user", "flask.g.user"})
"""Who is inside already."""


def is_by_number(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether somebody is asked for by a number alone, which proves nothing: ``users.authenticate(session["user_id"])``."""
    record = fn.body.nodes[call]
    given = [*record[2], *(value for _, value in record[3])]
    if len(given) != 1 or given[0] < 0:
        return False
    asked = fn.body.nodes[unnamed(fn, given[0])]
    name = follower.text(fn, given[0]).rpartition(".")[2]
    if asked[0] == ir.ITEM and isinstance(asked[2], str):
        name = asked[2]
    elif asked[0] == ir.CALL and asked[2] and asked[2][0] >= 0:  # session.get("user_id")
        key = fn.body.nodes[asked[2][0]]
        name = str(key[1]) if key[0] == ir.CONST else name
    return split(name)[-1:] in _NUMBERS and "session" not in split(name)


def kept_out(follower: Follower, terms: Terms, fn: Fn, node: int, holds: bool) -> int:
    """The attribute by which a login is refused where a test held, or failed; -1 where it is none."""
    negated = False
    record = fn.body.nodes[node]
    while record[0] == ir.COND and record[1] == "not":
        negated, node = not negated, record[2][0]
        record = fn.body.nodes[node]
    node = unnamed(fn, node)
    record = fn.body.nodes[node]
    if record[0] != ir.ATTR or not (record[2] in _IN or record[2] in _OUT) or (record[2] in _OUT) != (holds != negated):
        return -1
    owner = follower.text(fn, record[1])
    if split(owner.rpartition(".")[2])[-1:] not in _PERSONS or owner in _WHO_ASKS or _OF_LOGINS.isdisjoint(split(fn.name)):
        return -1
    return node if any(map(terms.verifiers.tells, fn.head.called)) else -1
