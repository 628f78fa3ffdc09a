"""Calls that are named as verifiers are, and verify nobody: of a password that is chosen, of a number, of a header that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.verifying import accounts, new_passwords
from checker.source.audit.signs import forms
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_DECODING = frozenset({"b64decode", "urlsafe_b64decode", "standard_b64decode", "decodebytes", "decodestring", "a2b_base64"})
"""How the name and the password are taken out of a header of the Basic scheme."""
_READING = _DECODING | {
    "decode", "encode", "split", "rsplit", "partition", "rpartition", "strip", "lstrip", "rstrip", "lower", "upper", "startswith",
    "removeprefix", "replace", "get", "len", "isinstance", "str", "bytes", "tuple", "list", "unquote", "ValueError", "debug"
}  # fmt: skip
"""What else is called to read it."""
_VALID = "is_valid"
_SECRETS = frozenset({
    "password", "passwd", "pwd", "passphrase", "passcode", "code", "otp", "totp", "pin", "token", "secret", "key", "ticket", "signature",
    "assertion", "answer", "response", "credential", "credentials", "pass", "pw"
})  # fmt: skip
"""Words of fields by which somebody proves who they are."""
_PLAIN = frozenset({"Form", "ModelForm", "FlaskForm", "BaseForm"})
"""Forms of libraries that have no field of their own."""


_OF_WHO_ASKS = frozenset({
    "user", "request", "req", "auth", "login", "current", "web", "http", "flask", "django", "db", "account", "member", "admin", "sso"
})  # fmt: skip
"""Words before ``session`` by which it is that of whoever asks."""


def verifies_nobody(follower: Follower, fn: Fn, call: int, name: str, dotted: str) -> bool:
    """Whether a call named as a verifier is none."""
    if new_passwords.judges_strength(follower, fn, call, name, dotted) or new_passwords.is_asked_of(follower, fn, call):
        return True
    if name == "authenticate" and accounts.is_by_number(follower, fn, call):
        return True
    if is_ones_own(follower, fn, call) or _is_state_of_a_flow(follower, fn, call):
        return True
    if name == _VALID and _asks_for_no_secret(follower, fn, call):
        return True
    callees = [callee for callee, _ in follower.names.callees(fn, call)]
    return bool(callees) and all(map(only_reads, callees))


def is_ones_own(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a program itself logs in at another server, with what its client was made with: ``await self._client.authenticate()``,
    ``radio_session.check_login()``.
    """
    record = fn.body.nodes[call]
    callee = fn.body.nodes[record[1]]
    if record[2] or record[3] or callee[0] != ir.ATTR:
        return False
    words = split(follower.text(fn, callee[1]).rpartition(".")[2])
    return "client" in words or (words[-1:] == ("session",) and len(words) > 1 and _OF_WHO_ASKS.isdisjoint(words))


def _is_state_of_a_flow(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a program that logs in itself compares the state of its own OAuth flow: ``compare_digest(state, self._expected_state)``; a
    server does so where somebody comes back to it.
    """
    given = [follower.text(fn, one).removesuffix("()").rpartition(".")[2] for one in fn.body.nodes[call][2] if one >= 0]
    of_flow = len(given) == 2 and all(split(name)[-1:] == ("state",) for name in given)
    return of_flow and fn.module.tops.isdisjoint(follower.tables.server_modules)


def _asks_for_no_secret(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a form of the project's only asks who somebody is, to send them a link: ``class LoginForm: email = EmailField()``."""
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    entity = follower.names.entity(fn, callee[1]) if callee[0] == ir.ATTR else None
    if entity is None or entity[0] != "inst" or forms.lets_in(fn):
        return False
    classes, libraries = follower.names.mro(entity[1])
    fields = [field.name for cls in classes for field in cls.record.fields]
    plain = all(name.rpartition(".")[2] in _PLAIN for name in libraries)
    return plain and bool(fields) and _SECRETS.isdisjoint(word for name in fields for word in split(name))


def only_reads(fn: Fn) -> bool:
    """Whether a function takes a header apart, and compares nothing in it with what somebody has."""
    called = fn.head.called
    if _DECODING.isdisjoint(called) or not _READING.issuperset(called):
        return False
    nodes = fn.body.nodes
    equal = (one for one in nodes if one[0] == ir.COND and one[1] in ("==", "!=", "is", "is not"))
    return all(any(nodes[side][0] == ir.CONST for side in one[2]) for one in equal)
