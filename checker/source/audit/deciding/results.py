"""Verdicts that stand in an object or a dict: ``return Result(ok=False, error="no")``, ``return {"success": False}``, ``Err("no")``."""

from __future__ import annotations

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.flow.operands import operands
from checker.source.ir.ways import Branch, Exit, Loop, Put, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_WELL = frozenset({
    "ok", "success", "successful", "succeeded", "is_success", "is_ok", "valid", "is_valid", "authenticated", "is_authenticated", "verified"
})  # fmt: skip
"""Parts of an answer that are true where all went well."""
BADLY = frozenset(
    {"error", "errors", "err", "error_message", "failed", "failure", "is_error", "is_err", "is_failure", "has_error", "has_errors"}
)
"""Parts of an answer that are true where it did not."""
_FAILING = frozenset({"fail", "failure", "failed", "error", "err", "reject", "rejected", "denied", "unauthorized"})
_OF_ANSWERS = frozenset({"result", "outcome", "verdict", "answer", "status"})


def says_no(nodes: list[ir.Node], record: ir.Node) -> bool:
    """Whether a value says by one of its parts, or by how it is made, that all did not go well."""
    if record[0] == ir.DICT:
        return any(key in _WELL and _is_false(nodes, value) for key, value in zip(record[1], record[2], strict=True))
    if record[0] != ir.CALL:
        return False
    if any(key in _WELL and _is_false(nodes, value) for key, value in record[3]):
        return True
    callee = nodes[record[1]]
    if callee[0] == ir.ATTR and callee[2] in _FAILING:  # Result.failure("no")
        owner = nodes[callee[1]]
        return owner[0] in (ir.GLOBAL, ir.IMPORT, ir.CLASS) and not _OF_ANSWERS.isdisjoint(split(str(owner[1]).rpartition(".")[2])[-1:])
    name = str(callee[1]).rpartition(".")[2] if callee[0] in (ir.GLOBAL, ir.IMPORT, ir.CLASS) else ""
    if name in ("Err", "Failure"):
        return True
    made = name[:1].isupper() and not _OF_ANSWERS.isdisjoint(split(name)[-1:])  # LoginResult(False, "no")
    return bool(made and record[2] and record[2][0] >= 0 and _is_false(nodes, record[2][0]))


def _is_false(nodes: list[ir.Node], node: int) -> bool:
    return nodes[node][:2] == [ir.CONST, False] and nodes[node][1] is False


def weighs(fn: Fn) -> bool:
    """Whether a question is answered by what a comparison says, ``return membership is not None``, and with a plain no after an error: its
    no is no way of its own.
    """
    given = [fn.body.nodes[unnamed(fn, value)] for value in fn.body.returns]
    plainly = any(one[0] == ir.CONST and one[1] is False for one in given)
    return plainly and any(one[0] in (ir.COND, ir.OPAQUE) for one in given)


def is_used(fn: Fn, call: int) -> bool:
    """Whether anything is done with what a call gives; ``check_auth(user)`` alone raises, or lets go on."""
    if call in fn.body.returns or any(call in operands(record) for record in fn.body.nodes[call + 1 :]):
        return True
    if any(store.value == call for store in fn.head.stores):
        return True
    return any(
        (isinstance(step, Branch) and any(arm.condition == call for arm in step.arms))
        or (isinstance(step, Loop) and step.condition == call)
        or (isinstance(step, Exit | Put) and step.value == call)
        for step in walk(fn.steps)
    )
