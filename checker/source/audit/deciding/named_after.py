"""Exceptions of a project that are called after what is not right: ``except WrongTokenTypeError:``, ``except InvalidPassword:``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.hints import Hints
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.audit.deciding.exits import Exits
    from checker.source.names.lookup import Names

_NOT_RIGHT = frozenset({
    "wrong", "invalid", "incorrect", "bad", "mismatch", "expired", "revoked", "rejected", "used", "decoding", "forged", "tampered", "failed"
})  # fmt: skip
_TOKENS = frozenset({"token", "jwt", "jws", "signature", "otp", "totp", "ticket"})
_SECRETS = frozenset({"password", "credential", "credentials", "passcode", "passphrase", "pin"})
_FORGED = frozenset({"csrf", "xsrf", "captcha", "access", "device", "push"})
"""Words of tokens that show nobody's identity, or that another server takes."""
_HINTS = Hints(*(word.capitalize().encode() for word in sorted(_NOT_RIGHT)))
_OF_TOKENS = Verifier(event="authn_token_reuse")
_OF_PASSWORDS = Verifier(event="authn_login_fail")


def may_catch(fn: Fn) -> bool:
    """Whether a function may catch such an exception; told by its encoded body before that is read."""
    return _HINTS.within(fn.data) and any(_of(name.rpartition(".")[2]) for one in fn.body.handlers for name in one.types)


def refused(names: Names, exits: Exits, fn: Fn, types: list[str]) -> Verifier | None:
    """What stands for the verifier where all classes that are caught are the project's own, and one says what is not right; else ``None``.

    Who raises one that is a refusal by itself is judged where it is raised.
    """
    found = [_of(name.rpartition(".")[2]) for name in types]
    told = next((one for one in found if one is not None), None)
    if told is None:
        return None
    classes = [names.lookup(fn, name) for name in types]
    own = all(one is not None and one[0] == "cls" and not exits.is_refusal(fn, one[1]) for one in classes)
    return told if own else None


def asked(names: Names, fn: Fn, calls: Iterable[int]) -> int:
    """The first of the calls that a function of the project answers, else the first of all; -1 where there is none."""
    made = list(calls)
    return next((call for call in made if names.callees(fn, call)), made[0] if made else -1)


@once
def _of(name: str) -> Verifier | None:
    words = split(name)
    if _NOT_RIGHT.isdisjoint(words) or not _FORGED.isdisjoint(words):
        return None
    if "link" in words and not {"expired", "used"}.isdisjoint(words):
        return _OF_TOKENS
    return _OF_TOKENS if not _TOKENS.isdisjoint(words) else _OF_PASSWORDS if not _SECRETS.isdisjoint(words) else None
