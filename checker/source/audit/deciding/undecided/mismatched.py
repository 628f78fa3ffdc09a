"""Tests of what is asked for, and of nobody's right to it: two things that do not belong together, a name of another form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.ways.paths import Guard
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_KEYS = frozenset({"id", "pk", "uuid"})
_WHOSE = frozenset({
    "user", "users", "account", "owner", "admin", "member", "author", "login", "session", "token", "key", "device", "employee", "person",
    "customer", "creator", "me", "current", "principal", "tenant", "org", "organization", "organisation"
})  # fmt: skip
"""Words of who may have something, and of what somebody shows."""
_MATCHES = frozenset({"re.match", "re.fullmatch"})
_WITH_A_PATTERN = 2
"""Arguments of ``re.match(pattern, text)``."""


def is_unrelated(follower: Follower, fn: Fn, decided: Guard) -> bool:
    """Whether two things do not belong together, of which nobody is a person: ``if view.sketch_id != sketch.id``."""
    record = fn.body.nodes[decided.condition]
    if record[0] != ir.COND or record[1] not in ("!=", "==") or decided.holds == (record[1] == "=="):
        return False
    texts = [follower.text(fn, one) for one in record[2]]
    for part, whole in (texts, texts[::-1]):
        owner, _, key = whole.rpartition(".")
        name = owner.rpartition(".")[2]
        if key in _KEYS and name and part.endswith(f".{name}_{key}"):
            return _WHOSE.isdisjoint(split(name))
    return False


def is_misspelt(follower: Follower, fn: Fn, refusing: Iterable[int]) -> bool:
    """Whether a name has characters that it must not have: ``if re.match("^[a-z]+$", key) is None``."""
    asked = [fn.body.nodes[call] for call in refusing]
    if len(asked) != 1 or follower.text(fn, asked[0][1]) not in _MATCHES or len(asked[0][2]) < _WITH_A_PATTERN:
        return False
    given = asked[0][2][1]
    return given >= 0 and fn.body.nodes[given][0] == ir.PARAM and (_WHOSE - {"key"}).isdisjoint(split(follower.text(fn, given)))
