"""Codes that are compared as they are with what is kept of them: ``if user.otp != request.json["otp"]``, ``user.reset_token == token``."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.hints import Hints
from checker.source import ir
from checker.source.audit.deciding.verifying.looked_up import LINK, one_of
from checker.source.audit.signs.mentions import named
from checker.source.flow.literal import bare, unnamed
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_HINTS = Hints(b"otp", b"Otp", b"OTP", b"_code", b"_token", b"_pin", b"activation_key", b"passcode", b"Codes")
_COLUMNS = (b"\xa4code", b"\xa5token")
_COMPARES = (b"\xa2==", b"\xa2!=")
"""Whole names, as msgpack writes them, of columns of a table that tells what they are for, ``activation.code``; and of comparisons."""
_PURPOSES = frozenset({
    "reset", "verification", "verify", "confirmation", "confirm", "activation", "activate", "recovery", "magic", "pass", "password",
    "login", "mfa", "2fa", "factor", "security", "auth", "email"
})  # fmt: skip
_CODES = frozenset({"token", "code", "pin", "key"})
_WHOLE = frozenset({"otp", "totp", "hotp", "passcode"})
_GIVEN = _CODES | _WHOLE
_OF_NOW = frozenset({"now", "at", "generate_otp"})
"""Methods of what makes codes: https://pyauth.github.io/pyotp/"""
_OF_LOGINS = frozenset({"login", "mfa", "2fa", "factor", "auth", "otp", "totp", "passcode", "pin"})
"""Words of codes that let somebody in."""
_OF_OTHERS = frozenset({
    "subscriber", "subscription", "newsletter", "invite", "invites", "invitation", "order", "booking", "share", "webhook",
    "payment", "coupon", "phone", "mobile", "zip", "postal", "country", "status", "error", "language", "room", "promo",
    "discount", "csrf", "xsrf", "exit", "response", "device", "pairing", "cache", "settings", "config", "last", "previous", "used", "old"
})  # fmt: skip
_SENT = frozenset({
    "request", "req", "form", "data", "payload", "body", "input", "params", "args", "json", "serializer", "validated_data",
    "cleaned_data", "attrs", "obj_in"
})  # fmt: skip


def may_compare(fn: Fn) -> bool:
    """Whether a function may compare such a code; told by its encoded body."""
    data = fn.data
    if _HINTS.within(data):
        return True
    return any(map(data.__contains__, _COLUMNS)) and any(map(data.__contains__, _COMPARES))


def compared(follower: Follower, fn: Fn, operands: list[int]) -> int:
    """The node of the code that is kept, where a test compares it with one that was sent; -1 where it compares something else."""
    for one, other in (operands, operands[::-1]):
        if _is_made(follower, fn, one) and fn.body.nodes[bare(fn, other)][0] != ir.CONST and not _kept(follower, fn, other):
            return one
        kept = _kept(follower, fn, one)
        if _is_a_code(kept) and _is_sent(follower, fn, other):
            return one
    return -1


def entry(follower: Follower, fn: Fn, node: int) -> Verifier:
    """What stands for the comparison where a verifier is asked for."""
    return _LOGIN if _is_made(follower, fn, node) or not _OF_LOGINS.isdisjoint(split(_kept(follower, fn, node))) else LINK


_LOGIN = Verifier(event="authn_login_fail", raises=False)


def _is_made(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether a value is the code of now, or of a count, of whoever has the secret: ``str(pyotp.TOTP(user.secret).now())``."""
    record = fn.body.nodes[bare(fn, node)]
    while record[0] == ir.CALL and len(record[2]) == 1 and _is_plain(follower, fn, record):
        record = fn.body.nodes[bare(fn, record[2][0])]
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    if callee[0] != ir.ATTR or callee[2] not in _OF_NOW:
        return False
    return not _WHOLE.isdisjoint(split(follower.text(fn, bare(fn, callee[1])).removesuffix("()").rpartition(".")[2])[-1:])


def _kept(follower: Follower, fn: Fn, node: int) -> str:
    """What keeps a code: a column of a row that was found, or a place in the session; ``""`` for what was sent."""
    record = fn.body.nodes[bare(fn, node)]
    while record[0] == ir.CALL and len(record[2]) == 1 and _is_plain(follower, fn, record):  # str(user.otp)
        record = fn.body.nodes[bare(fn, record[2][0])]
    if record[0] == ir.ATTR and record[2].isupper():  # a member of an enumeration: stage.key != Stage.LOGIN_BY_CODE
        return ""
    if stored := _of_a_store(follower, fn, record):
        return stored
    if record[0] in (ir.ATTR, ir.ITEM):
        owner, name = record[1], str(record[2])
    elif record[0] == ir.CALL and record[2] and record[2][0] >= 0 and fn.body.nodes[record[1]][0] == ir.ATTR:
        callee, key = fn.body.nodes[record[1]], fn.body.nodes[record[2][0]]
        if callee[2] not in ("get", "pop") or key[0] != ir.CONST or not isinstance(key[1], str):
            return ""
        owner, name = callee[1], key[1]
    else:
        return ""
    root = f"{follower.text(fn, unnamed(fn, owner))}.{follower.text(fn, owner)}".replace("()", "")  # sent = request.get_json()
    parts = root.split(".")
    if "session" in parts[-1:]:
        return name
    if not _SENT.isdisjoint(parts) or parts[-1] in ("self", "cls", "...") or not _OF_OTHERS.isdisjoint(split(root.replace(".", "_"))):
        return ""
    return f"{parts[-1]}_{name}" if name in _CODES else name  # activation.code


def _of_a_store(follower: Follower, fn: Fn, record: ir.Node) -> str:
    """What one of many codes is that are kept by whose they are: ``reset_codes[email]``, ``redis.get(f"otp:{email}")``; ``""`` for none."""
    if record[0] == ir.ITEM and not isinstance(record[2], str):
        return one_of(follower.text(fn, record[1]))
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL and record[2] and record[2][0] >= 0 else [ir.OPAQUE]
    if callee[0] != ir.ATTR or callee[2] not in ("get", "pop"):
        return ""
    key = fn.body.nodes[unnamed(fn, record[2][0])]
    if key[0] == ir.JOIN:
        texts = (fn.body.nodes[part][1] for part in key[1] if part >= 0 and fn.body.nodes[part][0] == ir.CONST)
        return "_".join(word for text in texts if isinstance(text, str) for word in split(text.replace(":", "_").strip("_")))
    return one_of(follower.text(fn, callee[1])) if key[0] != ir.CONST else ""


def _is_plain(follower: Follower, fn: Fn, record: ir.Node) -> bool:
    return record[2][0] >= 0 and follower.text(fn, record[1]) in ("str", "int")


def _is_sent(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether a value is called a code and is none that is kept, or written down in the program."""
    record = fn.body.nodes[node]
    if record[0] == ir.CONST:
        return False
    names = [one for one in named(fn, node, 4) if split(one)]
    return any(not _GIVEN.isdisjoint(split(one)[-1:]) for one in names) and _kept_plainly(follower, fn, node) == ""


def _kept_plainly(follower: Follower, fn: Fn, node: int) -> str:
    kept = _kept(follower, fn, node)
    return kept if _is_a_code(kept) else ""


@once
def _is_a_code(name: str) -> bool:
    """Whether a column keeps what a link or a message has in it: ``reset_token``, ``login_code``, ``otp``."""
    words = split(name)
    if not _OF_OTHERS.isdisjoint(words):
        return False
    if not _WHOLE.isdisjoint(words[-1:]) or (words[-1:] == ("code",) and not _WHOLE.isdisjoint(words)):
        return True
    pairs = (*pairwise(words), *zip(words, words[2:], strict=False))
    return any(first in _PURPOSES and last in _CODES for first, last in pairs if last == words[-1])
