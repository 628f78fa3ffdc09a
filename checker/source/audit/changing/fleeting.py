"""Tokens that last for one flow alone, or are out of date: an invitation, the challenge of a second factor that is set up."""

from __future__ import annotations

from checker.source import ir
from checker.source.audit.signs.mentions import words_of
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_FLOWS = frozenset({"setup", "challenge", "challenges", "enrolment", "enrollment", "nonce", "state", "captcha"})
_TIDYING = frozenset({"purge", "prune", "cleanup", "expired", "stale", "vacuum", "housekeeping"})
"""Words of functions that make, use or take away such ones."""
_OF_LINKS = frozenset({
    "magic", "link", "reset", "verification", "confirmation", "confirm", "activation", "invitation", "invite", "unsubscribe", "setup",
    "challenge", "csrf"
})  # fmt: skip
_SHOWN = frozenset({"reset", "confirm", "confirmation", "activation", "verification", "invite", "invitation"})
"""Words of classes to which somebody shows such a token, which is used up by that."""
_DELETES = "delete"
_SAYING = frozenset({"purpose", "purpose__in", "kind", "type", "token_type", "usage", "action"})
"""Keywords that tell what a token is for."""
_STEPS = 6


def is_fleeting(fn: Fn, call: int) -> bool:
    """Whether a call makes or deletes such a token, by its function's name or by what its query is asked for:
    ``Token.objects.filter(purpose=INVITATION).delete()``.
    """
    if not (_FLOWS | _TIDYING).isdisjoint(split(fn.name)):
        return True
    record = fn.body.nodes[call]
    if fn.owner is not None and not _SHOWN.isdisjoint(split(fn.owner.name)) and _name(fn, call) == _DELETES:
        return True  # class PasswordResetView: def post(self, ...): link.token.delete()
    for _ in range(_STEPS):
        if record[0] != ir.CALL:
            return False
        if any(key in _SAYING and not _OF_LINKS.isdisjoint(words_of(fn, value)) for key, value in record[3]):
            return True
        callee = fn.body.nodes[record[1]]
        record = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR else [ir.OPAQUE]
    return False


def _name(fn: Fn, call: int) -> str:
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    return str(callee[2]) if callee[0] == ir.ATTR else ""
