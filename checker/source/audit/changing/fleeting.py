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
_SESSIONS = frozenset({"session"})
"""What keeps such a one until its owner has shown another: ``request.session.clear_totp_secret()``."""
_OF_CLIENTS = "request"
_SAYING = frozenset({"purpose", "purpose__in", "kind", "type", "token_type", "usage", "action"})
"""Keywords that tell what a token is for."""
_STEPS = 6


def is_fleeting(fn: Fn, call: int, event: str) -> bool:
    """Whether a call makes or deletes such a token, or only changes what a session keeps while a second factor is set up."""
    if event.startswith("authn_token"):
        return _is_of_token(fn, call)
    return event == "authn_mfa_change" and _is_of_session(fn, call)


def _is_of_token(fn: Fn, call: int) -> bool:
    """The same of a token, by its function's name or by what its query is asked for:
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


def _is_of_session(fn: Fn, call: int) -> bool:
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    owner = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR else [ir.OPAQUE]
    if owner[0] != ir.ATTR or owner[2] not in _SESSIONS:  # that of a database is another: db.session.delete(device)
        return False
    of = fn.body.nodes[owner[1]]
    return (fn.head.params[of[1]] if of[0] == ir.PARAM else of[2] if of[0] == ir.ATTR else "") == _OF_CLIENTS


def _name(fn: Fn, call: int) -> str:
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    return str(callee[2]) if callee[0] == ir.ATTR else ""
