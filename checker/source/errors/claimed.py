"""What a function answers where a clause has swallowed an error: that the work was done, though it was not."""

from __future__ import annotations

from collections.abc import Sequence

from checker.source import ir
from checker.source.ir.ways import Block, Exit
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_SAYING = frozenset(
    {
        "ok",
        "success",
        "successful",
        "succeeded",
        "status",
        "state",
        "result",
        "saved",
        "updated",
        "created",
        "deleted",
        "sent",
        "stored",
        "done",
    }
)
"""Last words of keys that say how it went."""
_WELL = frozenset(
    {"ok", "success", "successful", "succeeded", "saved", "updated", "created", "deleted", "removed", "sent", "stored", "done", "completed"}
)
"""Texts that say that it went well."""
_ILL = frozenset({"error", "errors", "failed", "failures", "failure", "warning", "warnings", "skipped"})
"""Last words of keys that tell what did not go well."""
_DEEPEST = 3
_MOST_STEPS = 40


def claims(fn: Fn, clause: Block, later: Sequence[Block]) -> bool:
    """Whether a clause, or the plain way on from it, ends with an answer which says that all went well: ``return {"ok": True}``."""
    for number, step in enumerate(step for block in (clause, *later) for step in block):
        if number > _MOST_STEPS:
            return False
        if isinstance(step, Exit) and step.kind != "continue":
            return step.kind == "return" and step.value >= 0 and _is_well(fn, step.value, _DEEPEST)
    return False


def _is_well(fn: Fn, value: int, depth: int) -> bool:
    """Whether a value is ``True``, or a mapping or an answer made of one that has such a word."""
    record = fn.body.nodes[value]
    while record[0] == ir.VAR:
        record = fn.body.nodes[record[2]]
    if record[0] == ir.CONST:
        return record[1] is True
    if depth == 0:
        return False
    if record[0] == ir.DICT:
        return _says_so(fn, [(key, given) for key, given in zip(record[1], record[2], strict=True) if isinstance(key, str)])
    if record[0] == ir.CALL:
        mappings = [given for given in record[2] if given >= 0 and fn.body.nodes[given][0] == ir.DICT]
        return _says_so(fn, record[3]) or any(_is_well(fn, given, depth - 1) for given in mappings)
    return False


def _says_so(fn: Fn, items: Sequence[tuple[str, int]]) -> bool:
    told = [split(key)[-1:] for key, _ in items]
    if any(not _ILL.isdisjoint(words) for words in told):
        return False
    return any(not _SAYING.isdisjoint(words) and _tells(fn.body.nodes[value]) for words, (_, value) in zip(told, items, strict=True))


def _tells(record: ir.Node) -> bool:
    return record[0] == ir.CONST and (record[1] is True or (isinstance(record[1], str) and record[1].lower() in _WELL))
