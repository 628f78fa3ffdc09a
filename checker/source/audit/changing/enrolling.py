"""Verifiers that are asked while something is set up, a second factor or an account: what they refuse is no login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing.changes import Changes
from checker.source.audit.deciding.verifying.decisions import Verified
from checker.source.ir.ways import Called, Stored, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SETTING_UP = frozenset({"setup", "confirm", "enroll", "enrol", "register", "registration", "add", "activate", "enable", "totp"})
_TOTP, _LOGIN = "totp", "auth"
_BEGINNING = frozenset({"setup", "enroll", "enrol", "enrollment", "enrolment"})
_TAKING_AWAY = frozenset({"disable", "delete", "remove", "deactivate", "reset"})
"""Words of functions that take a second factor away, for which somebody shows who they are."""
_SIGNING_UP = frozenset({"register", "signup", "registration"})
_ASKING = frozenset({"verify", "check", "validate", "login", "signin", "challenge", "authenticate"})
_FACTORS = frozenset({"otp", "totp", "hotp", "token", "code", "webauthn", "device", "mfa", "registration"})
_PASSWORDS = frozenset({"password", "authenticate", "credentials"})


class Enrolling:
    """Tells by the function's name, by whom it asks and by what it changes."""

    def __init__(self, follower: Follower, changes: Changes) -> None:
        self._follower = follower
        self._changes = changes

    def sets_up(self, fn: Fn, verified: Verified) -> bool:
        """Whether a second factor is tried while it is set up: that is no login."""
        words = (*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ()))
        if not _TAKING_AWAY.isdisjoint(words):
            return False
        steps = (one for one in walk(fn.steps) if isinstance(one, Called | Stored))
        asked = self._asked_words(fn, verified)
        factor = asked.isdisjoint(_PASSWORDS)
        if factor and any((change := self._changes.of(fn, one)) is not None and change[0] == "authn_mfa_change" for one in steps):
            return True
        if verified.entry.event != "authn_login_fail" or fn.body.nodes[verified.call][0] != ir.CALL:
            return False
        if factor and not _BEGINNING.isdisjoint(asked):  # service.verify_setup_code(code)
            return True
        setting = _SETTING_UP.intersection(words)
        begins = bool(setting) and _ASKING.isdisjoint(words) and not (setting == {_TOTP} and _LOGIN in words)  # create_token_totp_auth
        return begins and factor and not _FACTORS.isdisjoint(asked)

    def _asked_words(self, fn: Fn, verified: Verified) -> frozenset[str]:
        """Words of who was asked, none where it is a comparison."""
        record = fn.body.nodes[verified.call]
        return frozenset(split(self._follower.text(fn, record[1])) if record[0] == ir.CALL else ())

    def is_new(self, fn: Fn, verified: Verified) -> bool:
        """Whether somebody who has just signed up is logged in at once: that fails for nobody."""
        asked = self._follower.text(fn, fn.body.nodes[verified.call][1]) if fn.body.nodes[verified.call][0] == ir.CALL else ""
        if asked.rpartition(".")[2] not in ("login", "authenticate", "aauthenticate"):
            return False
        return not _SIGNING_UP.isdisjoint(split(fn.name)) or self._has_set(fn, verified.call)

    def _has_set(self, fn: Fn, asked: int) -> bool:
        """Whether the password was given just before: ``user.set_password(new)`` and then ``authenticate(password=new)``."""
        calls = fn.body.calls
        before = calls[: calls.index(asked)] if "set_password" in fn.head.called and asked in calls else []
        return any(self._follower.text(fn, fn.body.nodes[call][1]).endswith(".set_password") for call in before)
