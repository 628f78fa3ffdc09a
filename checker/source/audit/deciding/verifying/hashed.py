"""Passwords that are hashed anew and compared with what is kept: ``encrypt(given, user.salt) != user.password``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import bare, unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

HASHES = frozenset(
    {"hash", "hashed", "encrypt", "encrypted", "crypt", "md5", "sha1", "sha256", "sha512", "pbkdf2", "scrypt", "hmac", "digest", "hashpw"}
)
_KEPT = frozenset({"password", "passwd", "pwd", "pw", "passhash", "pwhash", "password_hash", "hashed_password", "pass_hash", "pw_hash"})
"""Names of what is kept of a password."""
_OF_CHANGES = frozenset({"new", "confirm", "confirmation", "repeat", "again"})
_PASSWORDS = frozenset({"password", "passwd", "pwd", "passphrase"})
_MOST_STEPS = 12


def compared(follower: Follower, fn: Fn, operands: list[int]) -> int:
    """The call that hashes what somebody sent, where a test compares its result with what is kept; -1 for all other tests."""
    for one, other in (operands, operands[::-1]):
        call = _hash(follower, fn, one)
        if call >= 0 and _is_kept(follower, fn, other):
            return call
        if (call := _of_itself(follower, fn, one, other)) >= 0:
            return call
    return -1


def _of_itself(follower: Follower, fn: Fn, one: int, other: int) -> int:
    """The call by which somebody's row makes of a password what it keeps of one: ``user.secured(given) != user.password``."""
    record, kept = fn.body.nodes[unnamed(fn, one)], fn.body.nodes[_plain(follower, fn, unnamed(fn, other))]
    if record[0] != ir.CALL or kept[0] != ir.ATTR or kept[2] not in _KEPT or len(record[2]) != 1 or record[2][0] < 0:
        return -1
    callee = fn.body.nodes[record[1]]
    owner = follower.text(fn, callee[1]) if callee[0] == ir.ATTR else ""
    given = split(follower.text(fn, record[2][0]).rpartition(".")[2])
    same = owner not in ("", "...") and owner == follower.text(fn, kept[1])
    about = not _PASSWORDS.isdisjoint((*split(str(callee[2])), *given))
    return unnamed(fn, one) if same and about and _OF_CHANGES.isdisjoint(given) else -1


def _plain(follower: Follower, fn: Fn, node: int) -> int:
    """What ``str()`` is given."""
    record = fn.body.nodes[node]
    made = record[0] == ir.CALL and follower.text(fn, record[1]) in ("str", "bytes") and len(record[2]) == 1 and record[2][0] >= 0
    return int(record[2][0]) if made else node


def _is_kept(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether a value is what is kept of a password: an attribute, an item, ``account.get("password")``; also under another name."""
    record = fn.body.nodes[node]
    if record[0] == ir.VAR and (held := unnamed(fn, node)) != node and fn.body.nodes[held][0] == ir.ATTR and _is_kept(follower, fn, held):
        return True
    if record[0] == ir.CALL:
        callee = fn.body.nodes[record[1]]
        key = fn.body.nodes[record[2][0]] if record[2] and record[2][0] >= 0 else [ir.OPAQUE]
        kept = str(key[1]) if callee[0] == ir.ATTR and callee[2] == "get" and key[0] == ir.CONST else ""
    elif record[0] in (ir.ATTR, ir.ITEM, ir.VAR):
        kept = follower.text(fn, node).rpartition(".")[2]
    else:
        return False
    return not _KEPT.isdisjoint((kept.lower(), *split(kept)[-1:]))


def _hash(follower: Follower, fn: Fn, node: int) -> int:
    """The call that hashes what somebody sent, behind ``.hexdigest()`` and the like; -1 where there is none."""
    for _ in range(_MOST_STEPS):
        node = bare(fn, node, ir.ATTR, ir.ITEM, ir.UNPACK)
        record = fn.body.nodes[node]
        if record[0] != ir.CALL:
            break
        name = follower.text(fn, record[1]).rpartition(".")[2]
        given = {word for one in record[2] if one >= 0 for word in split(follower.text(fn, one))}
        if not HASHES.isdisjoint(split(name)):
            return node if _OF_CHANGES.isdisjoint(given) else -1
        node = record[1]
    return -1
