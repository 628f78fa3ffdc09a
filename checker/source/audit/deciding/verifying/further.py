"""What a verifier gives beside its verdict: ``user, roles = verify_key(key)``, where a key without roles has all of them."""

from __future__ import annotations

from checker.source import ir
from checker.source.names.elements import Fn

_MOST_STEPS = 8


def asked(fn: Fn, condition: int) -> bool:
    """Whether a test asks for another part than the first of what a call gave: ``if roles is not None: ...``."""
    node = condition
    for _ in range(_MOST_STEPS):
        record = fn.body.nodes[node]
        if record[0] == ir.COND and record[1] in ("not", "is", "is not", "==", "!="):
            node = record[2][0]
        elif record[0] == ir.VAR:
            node = record[2]
        elif record[0] in (ir.TOUCHED, ir.CHECKED):
            node = record[1]
        else:
            return bool(record[0] == ir.UNPACK and record[2] != 0)
    return False
