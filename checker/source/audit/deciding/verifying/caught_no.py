"""What a clause says that has caught an exception: that a verifier's answer was no."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source.audit.deciding.refusing.breakdowns import BROAD
from checker.source.audit.deciding.refusing.exits import Exits
from checker.source.audit.deciding.verifying import by_password, looked_up, named_after, new_passwords
from checker.source.audit.deciding.verifying.decisions import Decisions, Verified
from checker.source.audit.deciding.verifying.derived import COMPARISON
from checker.source.audit.deciding.verifying.handed_up import HandedUp
from checker.source.audit.deciding.verifying.library_says import LibrarySays, asks
from checker.source.audit.project.recording.records import Records
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.ways.paths import Handling, made_in
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_OF_TOKENS = frozenset({
    "token", "jwt", "jws", "jose", "signature", "expired", "invalid", "auth", "authentication", "credential", "credentials",
    "password", "ldap", "permission", "bad", "verify", "mismatch", "login", "unauthorized", "unauthenticated", "decode", "value",
    "key", "type", "http", "claims", "verification", "error", "failed", "denied"
})  # fmt: skip
_OF_CODE = frozenset({"TypeError", "AttributeError", "IndexError", "KeyError", "NameError", "ImportError", "OSError", "TimeoutError"})
"""Errors of which none says that a token is not right: of what was kept in an older form, of what is not there."""
_UNPACKED = frozenset({"ValueError"})
"""What a header that has other parts than expected raises: ``scheme, token = header.split()``."""
_WRONG = frozenset({"wrong", "invalid", "incorrect", "bad", "mismatch", "failed", "failure", "rejected"})
_RIGHT = frozenset({"match", "matching", "valid", "correct"})
_SHOWN = frozenset({"password", "credential", "credentials", "login", "passcode", "authentication"})
SECRETS = frozenset({"password", "passwd", "pwd", "credentials", "secret", "token", "code", "pin", "otp"})
"""Words of what somebody shows."""
_OF_LOGINS = frozenset({"login", "signin", "logon", "authenticate", "auth"})


class CaughtNo:
    """Reads clauses."""

    def __init__(self, follower: Follower, decisions: Decisions, exits: Exits, says: LibrarySays, records: Records) -> None:
        self._follower = follower
        self._decisions = decisions
        self._exits = exits
        self._library_says = says
        self._handed_up = HandedUp(follower, decisions, says, records)

    def forget(self) -> None:
        """Know nothing of any function."""
        self._handed_up.forget()

    def told(self, fn: Fn, entry: Handling) -> Iterator[Verified]:
        """The verifier whose no a clause has caught, where it is one."""
        types = fn.body.handlers[entry.handler].types
        names = {name.rpartition(".")[2] for name in types} - _OF_CODE
        if types and all(map(new_passwords.breaks_a_rule, names)):
            return
        words = {word for name in names for word in split(name)}
        for call in made_in(entry.step):
            found = by_password.entry(self._follower, fn, call) if not names.isdisjoint(looked_up.NOT_THERE) else None
            if found is not None:
                yield Verified(call, found, True)
                return
            verifier = self._decisions.verifier(fn, call)
            if verifier is None:
                continue
            fits = (not words.isdisjoint(_OF_TOKENS) or not types) and not (names == _UNPACKED and _is_told_apart(fn, entry))
            if fits or (verifier.raises and not BROAD.isdisjoint(types)):
                yield Verified(call, verifier, True)
                return
        if (raised := self._handed_up.refused(fn, entry)) is not None:
            yield Verified(*raised, True)
            return
        asked = self._asked_with_secrets(fn, entry) if any(map(_is_wrong, names)) and _lets_people_in(fn) else -1
        if asked >= 0:
            yield Verified(asked, COMPARISON, True)
            return
        said = named_after.refused(self._follower.names, self._exits, fn, types)
        asked = named_after.asked(self._follower, fn, made_in(entry.step), types) if said is not None else -1
        if said is not None and asked >= 0:
            yield Verified(asked, said, True)
            return
        if (said := self._library_says.refused(self._follower.names, fn, types)) is not None:
            names_of = {call: self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] for call in made_in(entry.step)}
            if not any("signed" in split(name) for name in names_of.values()):  # token.make_signed_token(key)
                yield from (Verified(call, said, True) for call in [call for call, name in names_of.items() if asks(name)][-1:])

    @staticmethod
    def _asked_with_secrets(fn: Fn, entry: Handling) -> int:
        """The last call inside a ``try`` that is given a password or the like, -1 where there is none."""
        given = (call for call in reversed(tuple(made_in(entry.step))) if not SECRETS.isdisjoint(words_of(fn, call)))
        return next(given, -1)


@once
def _is_wrong(name: str) -> bool:
    """Whether an exception of that name says that what somebody showed is wrong: ``WrongPassword``, ``InvalidCredentialsError``."""
    words = split(name)
    wrong = not _WRONG.isdisjoint(words) or ("not" in words and not _RIGHT.isdisjoint(words))  # PasswordDoesNotMatch
    return wrong and not _SHOWN.isdisjoint(words)


def _is_told_apart(fn: Fn, entry: Handling) -> bool:
    """Whether what was caught is told from what else the same ``try`` catches after it, or from a signature that is wrong."""
    if any(one.handler == entry.handler for one in entry.step.handlers[:-1]):
        return True
    names = (name for one in entry.step.handlers[:-1] for name in fn.body.handlers[one.handler].types)
    return any("signature" in split(name.rpartition(".")[2]) for name in names)


def _lets_people_in(fn: Fn) -> bool:
    """Whether a function is about logins, by its name or its class's."""
    words = (*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ()))
    return not _OF_LOGINS.isdisjoint(words)
