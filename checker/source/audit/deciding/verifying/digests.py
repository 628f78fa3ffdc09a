"""Signatures that are made anew and compared as texts: ``"sha256=" + hmac.new(key, body, sha256).hexdigest() != sent``."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import bare
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MADE = frozenset({"hmac.new", "hmac.digest", "hmac.HMAC", "django.utils.crypto.salted_hmac"})
_HASHED = frozenset({"hashlib.sha1", "hashlib.sha256", "hashlib.sha512", "hashlib.md5", "hashlib.new"})
_SIGNATURES = frozenset({"signature", "sig", "sign", "hmac"})
"""Words of what is compared with a plain hash: else that may be a file's."""
_ENCODING = frozenset({"b64encode", "urlsafe_b64encode", "standard_b64encode", "hexlify", "b2a_hex", "str", "bytes", "quote"})
_SENT = frozenset({
    "signature", "sig", "sign", "signed", "hmac", "mac", "digest", "token", "hash", "header", "headers", "checksum", "received", "given",
    "provided", "actual", "x"
})  # fmt: skip
"""Words of what was sent to be compared."""
_MOST_STEPS = 12


def may_compare(called: Collection[str]) -> bool:
    """Whether a function that calls these names makes a digest."""
    return "hexdigest" in called or "digest" in called


def compared(follower: Follower, fn: Fn, operands: list[int]) -> int:
    """The call that signs what came, where a test compares its result with the signature that came with it; -1 for all other tests."""
    made = [_signed(follower, fn, one) for one in operands]
    for at, call in enumerate(made):
        if call < 0 or made[1 - at] >= 0:
            continue
        entity = follower.names.entity(fn, fn.body.nodes[call][1])
        telling = _SENT if entity is not None and entity[1] in _MADE else _SIGNATURES
        if not telling.isdisjoint(split(follower.text(fn, operands[1 - at]))):
            return call
    return -1


def _signed(follower: Follower, fn: Fn, node: int) -> int:
    """The call of `hmac` or `hashlib` that a text is made with, behind encodings and a word before it; -1 where there is none."""
    for _ in range(_MOST_STEPS):
        node = bare(fn, node)
        record = fn.body.nodes[node]
        if record[0] == ir.JOIN and record[1]:
            node = record[1][-1]
        elif record[0] == ir.CALL:
            entity = follower.names.entity(fn, record[1])
            callee = fn.body.nodes[record[1]]
            if entity is not None and entity[0] == "lib" and entity[1] in _MADE | _HASHED:
                return node
            if callee[0] == ir.ATTR and not (record[2] and callee[2] in _ENCODING):
                node = callee[1]  # .hexdigest(), .decode()
            elif record[2] and record[2][0] >= 0 and follower.text(fn, record[1]).rpartition(".")[2] in _ENCODING:
                node = record[2][0]
            else:
                break
        else:
            break
    return -1
