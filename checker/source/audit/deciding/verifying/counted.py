"""Failed logins that are counted: whoever counts one has found that what was shown is wrong, ``increment_failed_login_count(user)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.audit.deciding.verifying.decisions import Verified
from checker.source.audit.ways.paths import Guard, Handling, Way
from checker.source.ir.ways import Called
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_COUNTING = frozenset({"increment", "incr", "increase", "inc", "bump", "add", "count", "update", "raise"})
"""Verbs; to track, to note or to register one may be to record it."""
_FAILED = frozenset({"failed", "failure", "failures", "invalid", "wrong", "bad"})
_LOGINS = frozenset({"login", "logins", "signin", "logon", "auth", "authentication", "password", "attempt", "attempts"})
_COUNTED = Verifier(event="authn_login_fail")


def may_count(fn: Fn) -> bool:
    """Whether a function has anybody count a failed login; told by its head. Who counts it is asked by others."""
    return not _counts(fn.name) and any(map(_counts, fn.head.called))


def failing(follower: Follower, fn: Fn, way: Way) -> tuple[int, Verified | None]:
    """The call that counts one on a way that a test or a handler led to and that ends by an answer; and from where on a record tells."""
    decided = -1
    for position, entry in enumerate(way.entries if way.exit is not None and may_count(fn) else ()):
        if isinstance(entry, Guard | Handling):
            decided = position
        elif decided >= 0 and isinstance(entry, Called) and _counts(follower.text(fn, fn.body.nodes[entry.node][1]).rpartition(".")[2]):
            return decided + 1, Verified(entry.node, _COUNTED, True)
    return 0, None


@once
def _counts(name: str) -> bool:
    words = split(name)
    return words[:1] != () and words[0] in _COUNTING and not _FAILED.isdisjoint(words) and not _LOGINS.isdisjoint(words)
