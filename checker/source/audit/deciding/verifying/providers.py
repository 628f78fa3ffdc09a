"""What another provider answers a login with: the state that must come back unchanged, the code that is exchanged for a token.

RFC 6749, sections 4.1.2 and 10.12: a state that is not the one that was sent, or a code that is no good, is a login that failed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.signs.mentions import named
from checker.source.ir.ways import Put, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

SESSION_USER = frozenset({"user", "user_id", "userid", "username", "uid", "logged_in", "_user_id", "account", "usr", "login"})
"""Keys under which a session keeps who is logged in."""
_LETTING_IN = frozenset({
    "login_user", "login", "auth_login", "django_login", "log_in", "login_and_redirect", "create_access_token", "create_session",
    "set_secure_cookie", "set_signed_cookie", "set_login_cookie", "set_session_user", "start_session", "remember", "sign_in"
})  # fmt: skip
_STATES = frozenset({"state", "nonce"})
_STEPS = 6


def lets_in(fn: Fn) -> bool:
    """Whether a function logs somebody in: other callbacks connect a calendar, or a shop."""
    if not _LETTING_IN.isdisjoint(fn.head.called):
        return True
    return any(isinstance(step, Put) and step.value >= 0 and step.key in SESSION_USER for step in walk(fn.steps))


def compared(follower: Follower, fn: Fn, operands: list[int]) -> int:
    """The node of the state that a login's callback compares with the one that it sent; -1 where a test compares something else."""
    for one, other in (operands, operands[::-1]):
        if _is_state(follower, fn, one) and not _STATES.isdisjoint(word for name in named(fn, other) for word in split(name)):
            return one if lets_in(fn) else -1
    return -1


def _is_state(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether a value is called a state, or is kept or sent under that key."""
    for _ in range(_STEPS):
        record = fn.body.nodes[node]
        if record[0] == ir.VAR and _STATES.isdisjoint(split(record[1])[-1:]):
            node = record[2]
        elif record[0] in (ir.TOUCHED, ir.CHECKED):
            node = record[1]
        elif record[0] == ir.CALL and record[2] and record[2][0] >= 0:
            key = fn.body.nodes[record[2][0]]
            return bool(key[0] == ir.CONST and isinstance(key[1], str) and not _STATES.isdisjoint(split(key[1])[-1:]))
        elif record[0] == ir.ITEM:
            return isinstance(record[2], str) and not _STATES.isdisjoint(split(record[2])[-1:])
        else:
            break
    return not _STATES.isdisjoint(split(follower.text(fn, node).rpartition(".")[2])[-1:])
