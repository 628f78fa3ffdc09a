"""Whether somebody gave anything at all: who comes without a name, a secret or an argument has failed nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.ways.paths import Guard, Way
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_REQUIRED = (("required",), ("mandatory",))
"""Last words of parameters that say whether somebody must log in."""
_GIVEN = frozenset({"username", "user", "login", "email", "name", "password", "passwd", "token", "code", "otp"})
"""Keys below which somebody gives what is needed to log in."""


def is_given_nothing(follower: Follower, fn: Fn, way: Way) -> bool:
    """Whether the last test found that who asks gave no name, or no secret, at all, ``if username: log.warning(...)``, or need not."""
    last = next((entry for entry in reversed(way.entries) if isinstance(entry, Guard)), None)
    if last is None:
        return False
    return (not last.holds and _is_given(follower, fn, last.condition)) or _needs_none(follower, fn, last.condition, last.holds)


def _needs_none(follower: Follower, fn: Fn, node: int, holds: bool) -> bool:
    """Whether nobody has to log in there: a browser asks beforehand, ``request.method == "OPTIONS"``, or ``if not auth_required``."""
    record = fn.body.nodes[node]
    if record[0] == ir.COND and record[1] == "not":
        return _needs_none(follower, fn, int(record[2][0]), not holds)
    if record[0] == ir.COND and record[1] == "==":
        return holds and any(fn.body.nodes[one][:2] == [ir.CONST, "OPTIONS"] for one in record[2])
    return record[0] == ir.PARAM and not holds and split(fn.head.params[record[1]])[-1:] in _REQUIRED


def _is_given(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether a test asks for what somebody gives to log in: a parameter, ``kwargs.get("password")``, or either of these."""
    record = fn.body.nodes[node]
    if record[0] == ir.COND and record[1] in ("or", "and"):
        return all(_is_given(follower, fn, one) for one in record[2])
    if record[0] != ir.CALL or len(record[2]) not in (1, 2) or follower.text(fn, record[1]).rpartition(".")[2] != "get":
        return bool(record[0] == ir.PARAM)
    key = fn.body.nodes[record[2][0]] if record[2][0] >= 0 else [ir.OPAQUE]
    return key[0] == ir.CONST and key[1] in _GIVEN


def is_no_argument(fn: Fn, node: int, holds: bool) -> bool:
    """Whether a function was given nothing at all: ``if data is None``."""
    record = fn.body.nodes[node]
    if record[0] != ir.COND or record[1] not in ("is", "is not", "=="):
        return False
    absent = fn.body.nodes[record[2][1]][:2] == [ir.CONST, None]
    return absent and holds == (record[1] != "is not") and fn.body.nodes[record[2][0]][0] == ir.PARAM
