"""What a part of an answer says of how all ended: ``result["status"] == "ok"``, ``answer.code != 0``."""

from __future__ import annotations

from checker.source import ir
from checker.source.names.elements import Fn

_ENDED = frozenset({"status", "state", "result", "outcome", "code", "errcode", "error_code"})
"""Parts of an answer that say how it ended."""
_WELL = frozenset({0, 200, "0", "ok", "success", "successful", "succeeded", "authenticated"})
_BADLY = frozenset({1, -1, 401, 403, "error", "fail", "failed", "failure", "denied", "invalid", "rejected"})


def said_to_end(fn: Fn, operands: list[int]) -> bool | None:
    """Whether a part of an answer says that all went well, or that it did not: ``result["status"] == "ok"``; ``None`` for any other."""
    asked, other = fn.body.nodes[operands[0]], fn.body.nodes[operands[1]]
    if asked[0] not in (ir.ATTR, ir.ITEM) or asked[2] not in _ENDED or other[0] != ir.CONST or isinstance(other[1], bool):
        return None
    said = other[1].lower() if isinstance(other[1], str) else other[1]
    return True if said in _WELL else False if said in _BADLY else None


def asks_for_more(fn: Fn, record: ir.Node, answers: frozenset[str]) -> bool:
    """Whether ``.get(key)`` asks for a part of an answer that says nothing of how all ended: ``claims.get("jti")``."""
    key = fn.body.nodes[record[2][0]] if record[2] and record[2][0] >= 0 else [ir.OPAQUE]
    return bool(key[0] == ir.CONST) and key[1] not in answers
