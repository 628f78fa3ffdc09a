"""Tokens that are read and not verified: ``jwt.decode(token, options={"verify_signature": False})``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source, values
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_READING = frozenset({"decode", "jwt"})
_UNVERIFIED = frozenset({"unverified", "unvalidated", "unsafe", "insecure", "insecurely", "without", "noverify", "peek"})
"""Words of functions that say themselves that nothing is verified."""
_VERIFIES = ("verify_signature", "verify")
"""Options of PyJWT and python-jose: https://pyjwt.readthedocs.io/en/stable/api.html#jwt.decode."""


def is_read(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a call gives what stands in a token, whoever wrote it."""
    record = fn.body.nodes[call]
    words = split(follower.text(fn, record[1]).rpartition(".")[2]) if record[0] == ir.CALL else ()
    if not _UNVERIFIED.isdisjoint(words):
        return True
    if _READING.isdisjoint(words):
        return False
    if _is_without(follower, fn, call):
        return True
    callees = [callee for callee, _ in follower.names.callees(fn, call)]
    return bool(callees) and all(_only_reads(follower, callee) for callee in callees)


def _only_reads(follower: Follower, fn: Fn) -> bool:
    """Whether a function of the project takes tokens apart, and verifies none of them."""
    made = [call for call in fn.body.calls if follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] == "decode"]
    read = [call for call in made if _is_without(follower, fn, call)]
    return bool(read) and all(call in read or len(fn.body.nodes[call][2]) < 2 for call in made)


def _is_without(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a library is asked not to verify."""
    record = fn.body.nodes[call]
    asked = [(fn, value) for name, value in record[3] if name == "verify"]
    for options in [value for name, value in record[3] if name == "options"] + [one for one in record[2][2:] if one >= 0]:
        where, written = _written(follower, fn, options)
        asked += [(where, value) for name in _VERIFIES for value in values(where, written, name)]
    return bool(asked) and all(source(where, value)[:2] == [ir.CONST, False] for where, value in asked)


def _written(follower: Follower, fn: Fn, options: int) -> tuple[Fn, int]:
    """Where options are written out: in the call, or as a constant of a module."""
    record = source(fn, options)
    if record[0] not in (ir.GLOBAL, ir.IMPORT):
        return fn, options
    names = follower.names
    found = names.binding(fn, record[1]) if record[0] == ir.GLOBAL else names.imported_value(record[1], fn.module)
    return found or (fn, options)
