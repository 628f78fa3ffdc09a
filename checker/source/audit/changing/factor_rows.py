"""Second factors that are told by the class of their row, wherever it is written: ``session.add(WebAuthnCredential(...))``."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import tables
from checker.source.audit.changing.kinds import plain
from checker.source.audit.signs.mentions import named
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_DOING = frozenset(
    {"add", "create", "acreate", "bulk_create", "abulk_create", "get_or_create", "update_or_create", "insert", "save", "delete", "adelete"}
)
_BY_THEMSELVES = frozenset({"webauthn", "passkey", "passkeys", "u2f", "fido2", "totp", "hotp"})
_PAIRS = frozenset({
    ("recovery", "code"), ("recovery", "codes"), ("backup", "code"), ("backup", "codes"), ("security", "key"), ("otp", "device"),
    ("mfa", "device"), ("mfa", "method"), ("mfa", "factor"), ("mfa", "credential"), ("two", "factor"), ("fido", "credential"),
    ("fido", "key"), ("authenticator", "device"), ("web", "authn"), ("u2", "f"), ("google", "authenticator"),
    ("yubikey", "otp"), ("static", "device")
})  # fmt: skip
_OTHERS = frozenset({
    "challenge", "session", "attempt", "log", "event", "form", "serializer", "schema", "request", "response", "error", "exception", "view",
    "service", "repository", "manager", "policy", "settings", "config", "setup", "create", "read", "in", "out", "dto", "audit", "history"
})  # fmt: skip
"""Last words of classes that are about second factors and are none."""
_USING = frozenset(
    {
        "verify",
        "consume",
        "use",
        "redeem",
        "check",
        "validate",
        "login",
        "authenticate",
        "challenge",
        "setup",
        "begin",
        "start",
        "unconfirmed",
    }
)
"""Words of functions that use one up, or begin to make one that does not count yet."""

_PASSING = frozenset(
    {"last_used", "last_used_at", "sign_count", "counter", "last_t", "drift", "modified", "updated", "updated_at", "used_at"}
)
"""Columns of such a row that each login sets."""
_COUNTING = frozenset({"confirmed", "is_confirmed", "verified", "is_verified", "enabled", "is_enabled"})
"""Columns that say whether such a row counts yet."""
_BEGINNING = frozenset({"random_base32", "random_hex", "provisioning_uri"})
"""Calls that show that a code is still wanted before the row counts."""


def may_touch(fn: Fn, known: dict[Module, bool]) -> bool:
    """Whether a function may change such a row; told by its head, and by the names of its module, which ``known`` remembers."""
    if _DOING.isdisjoint(fn.head.called) or not _BEGINNING.isdisjoint(fn.head.called) or not _USING.isdisjoint(split(fn.name)):
        return False
    if fn.module not in known:
        known[fn.module] = any(map(is_factor, fn.module.functions[0].body.final))
    return known[fn.module]


def changed(follower: Follower, fn: Fn, call: int) -> str:
    """What a call does to such a row, as a message has it: ``calls delete()``; ``""`` where it does nothing to one."""
    record = fn.body.nodes[call]
    callee = fn.body.nodes[record[1]]
    if callee[0] != ir.ATTR or callee[2] not in _DOING:
        return ""
    if any(key in _COUNTING and fn.body.nodes[value][:2] == [ir.CONST, False] for key, value in record[3]):
        return ""  # TOTPDevice.objects.create(user=user, confirmed=False)
    if any(key == "update_fields" and _PASSING.issuperset(_texts(fn, value)) for key, value in record[3]):
        return ""  # key.save(update_fields=["last_used"])
    rows = record[2][:1] if tables.is_store(follower, fn, callee[1]) else [callee[1]]
    for row in rows:
        names = [name for name in named(fn, plain(fn, row), 12) if name[:1].isupper() and not name.isupper()] if row >= 0 else []
        if names and is_factor(names[0]):
            return f"calls {callee[2]}()"
    return ""


def _texts(fn: Fn, node: int) -> list[str]:
    record = fn.body.nodes[plain(fn, node)]
    items = [fn.body.nodes[one] for one in record[1]] if record[0] == ir.SEQ else []
    return [str(one[1]) if one[0] == ir.CONST else "" for one in items] or [""]


@once
def is_factor(name: str) -> bool:
    """Whether a class of that name keeps a second factor."""
    words = split(name)
    if not name[:1].isupper() or name.isupper() or not _OTHERS.isdisjoint(words[-1:]):
        return False
    return not _BY_THEMSELVES.isdisjoint(words) or any(pair in _PAIRS for pair in itertools.pairwise(words))
