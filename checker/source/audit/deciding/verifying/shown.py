"""Who is asked whether a password fits the hash that is kept, told by what is given: ``context.verify(pwd, user.pwd_hash)``; the row that
keeps its hash itself is given the password alone: ``user.verify(form.password)``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.signs.mentions import words_of
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ASKED = frozenset({"verify", "verify_hash", "check", "check_hash", "compare", "compare_hash", "matches"})
_SHOWN = frozenset({"password", "passwd", "pwd", "passphrase", "pw", "passcode"})
_KEPT = frozenset({"hash", "hashed", "digest", "encrypted", "pwhash", "passhash"})
_ALONE = frozenset({"verify", "verify_hash", "compare", "compare_hash", "matches"})
_OF_RULES = frozenset({"policy", "strength", "validator", "validators", "rules", "rule", "requirements", "schema", "pattern", "captcha"})
"""Words of who is asked whether a new password is a good one."""
_NEW = frozenset({"new", "confirm", "confirmation", "repeat", "again", "salt"})
_OF_PASSWORDS = Verifier(event="authn_login_fail")


def verifier(follower: Follower, fn: Fn, call: int, name: str) -> Verifier | None:
    """What a call decides that is given a password and a hash, or a password alone."""
    record = fn.body.nodes[call]
    given = [one for one in (*record[2], *(value for _, value in record[3])) if one >= 0]
    if name in _ALONE and len(given) == 1:
        return _OF_PASSWORDS if _is_shown_alone(follower, fn, record, given[0]) else None
    if name not in _ASKED or len(given) != 2:
        return None
    words = [frozenset(_words(follower, fn, one)) for one in given]
    shown = [one for one in words if not _SHOWN.isdisjoint(one) and _KEPT.isdisjoint(one) and _NEW.isdisjoint(one)]
    kept = [one for one in words if not _KEPT.isdisjoint(one) and _NEW.isdisjoint(one)]
    return _OF_PASSWORDS if len(shown) == 1 and len(kept) == 1 else None


def _is_shown_alone(follower: Follower, fn: Fn, record: ir.Node, given: int) -> bool:
    """Whether somebody's row is asked whether a password is theirs, and no rule whether a new one is good."""
    words = {*words_of(fn, given), *_words(follower, fn, given)}
    owner = {word for part in follower.text(fn, record[1]).split(".")[:-1] for word in split(part)}
    hashed = not _KEPT.isdisjoint(words) or not _NEW.isdisjoint(words)
    return bool(owner) and not _SHOWN.isdisjoint(words) and not hashed and _OF_RULES.isdisjoint(owner)


def _words(follower: Follower, fn: Fn, node: int) -> tuple[str, ...]:
    """Words of what is given, or of what was kept under another name: ``kept = user.password_hash``."""
    nodes = (node, unnamed(fn, node)) if fn.body.nodes[node][0] == ir.VAR else (node,)
    return tuple(word for one in nodes for part in follower.text(fn, one).split(".")[-2:] for word in split(part))  # form.password.data
