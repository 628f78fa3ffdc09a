"""Exceptions of a project that are called after what is not right: ``except WrongTokenTypeError:``, ``except InvalidPassword:``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.hints import Hints
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.audit.deciding.refusing.exits import Exits
    from checker.source.flow.backwards import Follower
    from checker.source.names.lookup import Names

_NOT_RIGHT = frozenset({
    "wrong", "invalid", "incorrect", "bad", "mismatch", "expired", "revoked", "rejected", "used", "decoding", "forged", "tampered", "failed"
})  # fmt: skip
_TOKENS = frozenset({"token", "jwt", "jws", "signature", "otp", "totp", "ticket"})
_SECRETS = frozenset({"password", "credential", "credentials", "passcode", "passphrase", "pin"})
_LOGINS = frozenset({"login", "signin", "logon", "authentication", "sso"})
_SIGNING_IN = ("sign", "in")
_REFUSED = frozenset({"refused", "denied", "failure", "failed", "rejected"})
"""Said of a login as a whole: ``class SignInRefused(Exception)``."""
_FORGED = frozenset({"csrf", "xsrf", "captcha", "access", "device", "push"})
"""Words of tokens that show nobody's identity, or that another server takes."""
_UNFIT = frozenset({"invalid", "bad", "rejected", "failed"})
"""Those that are also said of a new password, which breaks a rule."""
_KEEPING = frozenset({
    "create", "register", "update", "reset", "set", "add", "save", "signup", "sign", "invite", "validate", "store", "new", "make", "recover"
})  # fmt: skip
"""First words of calls that are given a password to keep it, or to see whether it may be chosen."""
_CLIENT = "Client"
_CLIENTS = frozenset({"client", "clients", "sdk"})
"""Words of files of what asks another server."""
_HINTS = Hints(*(word.capitalize().encode() for word in sorted(_NOT_RIGHT | _REFUSED)))
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
    if of_a_client(names, fn, types):
        return None
    classes = [names.lookup(fn, name) for name in types]
    own = all(one is not None and one[0] == "cls" and not exits.is_refusal(fn, one[1]) for one in classes)
    return told if own else None


def of_a_client(names: Names, fn: Fn, types: list[str]) -> bool:
    """Whether what is caught is an error of a client of another server, which has refused ours, by its name and by where it is defined:
    ``except ForgeClientInvalidToken`` of ``forge_client.py``.
    """
    last = [name.rpartition(".")[2] for name in types]
    if not last or not all(0 < name.find(_CLIENT) < len(name) - len(_CLIENT) for name in last):
        return False
    found = [names.lookup(fn, name) for name in types]
    return all(one is not None and one[0] == "cls" and not _CLIENTS.isdisjoint(split(one[1].module.parts[-1])) for one in found)


def asked(follower: Follower, fn: Fn, calls: Iterable[int], types: list[str]) -> int:
    """The first of the calls that a function of the project answers, else the first of all; -1 where there is none, or where a new
    password may not be chosen: ``except InvalidPassword:`` of ``users.create(form)``.
    """
    made = list(calls)
    first = next((call for call in made if follower.names.callees(fn, call)), made[0] if made else -1)
    telling = [name for name in (one.rpartition(".")[2] for one in types) if _of(name) is not None]
    chosen = first >= 0 and all(map(_is_unfit, telling))
    called = split(follower.text(fn, fn.body.nodes[first][1]).rpartition(".")[2]) if chosen else ()
    return -1 if called[:1] and called[0] in _KEEPING else first


@once
def _is_unfit(name: str) -> bool:
    """Whether an exception of that name may be about a password that somebody chooses: ``InvalidPasswordException``."""
    words = frozenset(split(name))
    return "password" in words and words.isdisjoint(_TOKENS | (_NOT_RIGHT - _UNFIT)) and not words.isdisjoint(_UNFIT)


@once
def _of(name: str) -> Verifier | None:
    words = split(name)
    if not _REFUSED.isdisjoint(words) and (not _LOGINS.isdisjoint(words) or words[:2] == _SIGNING_IN):
        return _OF_PASSWORDS
    if _NOT_RIGHT.isdisjoint(words) or not _FORGED.isdisjoint(words):
        return None
    if "link" in words and not {"expired", "used"}.isdisjoint(words):
        return _OF_TOKENS
    return _OF_TOKENS if not _TOKENS.isdisjoint(words) else _OF_PASSWORDS if not _SECRETS.isdisjoint(words) else None
