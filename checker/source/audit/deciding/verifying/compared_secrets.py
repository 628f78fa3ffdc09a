"""Tests that find out whether what somebody shows is the right one, among others that a verifier makes: ``row.token != given``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.verifying.caught_no import SECRETS
from checker.source.audit.deciding.verifying.hashed import HASHES
from checker.source.audit.signs.mentions import named, words_of
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms


def decides(terms: Terms, fn: Fn, condition: int) -> bool:
    """Whether a test asks another verifier, or compares a secret with what is kept of one; not with a word of the program's own."""
    if condition < 0:
        return False
    if any(map(terms.verifiers.tells, named(fn, condition))):
        return True
    record = fn.body.nodes[condition]
    if record[0] != ir.COND or record[1] not in ("==", "!="):
        return False
    sides = record[2]
    if any(fn.body.nodes[side][0] == ir.CONST for side in sides):
        return False
    return any(not (SECRETS | HASHES).isdisjoint(words_of(fn, side)) for side in sides)
