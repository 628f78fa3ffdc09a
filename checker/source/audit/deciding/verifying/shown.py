"""Who is asked whether a password fits the hash that is kept, told by what is given: ``context.verify(pwd, user.pwd_hash)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ASKED = frozenset({"verify", "verify_hash", "check", "check_hash", "compare", "compare_hash", "matches"})
_SHOWN = frozenset({"password", "passwd", "pwd", "passphrase", "pw", "passcode"})
_KEPT = frozenset({"hash", "hashed", "digest", "encrypted", "pwhash", "passhash"})
_NEW = frozenset({"new", "confirm", "confirmation", "repeat", "again", "salt"})
_OF_PASSWORDS = Verifier(event="authn_login_fail")


def verifier(follower: Follower, fn: Fn, call: int, name: str) -> Verifier | None:
    """What a call decides that is given a password and a hash."""
    record = fn.body.nodes[call]
    given = [one for one in (*record[2], *(value for _, value in record[3])) if one >= 0]
    if name not in _ASKED or len(given) != 2:
        return None
    words = [frozenset(_words(follower, fn, one)) for one in given]
    shown = [one for one in words if not _SHOWN.isdisjoint(one) and _KEPT.isdisjoint(one) and _NEW.isdisjoint(one)]
    kept = [one for one in words if not _KEPT.isdisjoint(one) and _NEW.isdisjoint(one)]
    return _OF_PASSWORDS if len(shown) == 1 and len(kept) == 1 else None


def _words(follower: Follower, fn: Fn, node: int) -> tuple[str, ...]:
    """Words of what is given, or of what was kept under another name: ``kept = user.password_hash``."""
    nodes = (node, unnamed(fn, node)) if fn.body.nodes[node][0] == ir.VAR else (node,)
    return tuple(word for one in nodes for part in follower.text(fn, one).split(".")[-2:] for word in split(part))  # form.password.data
