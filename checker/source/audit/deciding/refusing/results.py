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
    if name in ("Err", "Failure") or (name[:1].isupper() and split(name)[:1] == ("invalid",)):  # return InvalidToken()
        return True
    made = name[:1].isupper() and not _OF_ANSWERS.isdisjoint(split(name)[-1:])  # LoginResult(False, "no")
    return bool(made and record[2] and record[2][0] >= 0 and _is_false(nodes, record[2][0]))


def _is_false(nodes: list[ir.Node], node: int) -> bool:
    return nodes[node][:2] == [ir.CONST, False] and nodes[node][1] is False


def complaining(fn: Fn, node: int) -> int:
    """The call whose answer a test finds an error in, -1 for none: ``made = create_account(mail)``, ``if made.get("error")``."""
    record = fn.body.nodes[node]
    if record[0] == ir.COND and record[1] == "in":
        key, asked = fn.body.nodes[record[2][0]], record[2][1]
        named = key[1] if key[0] == ir.CONST else ""
    elif record[0] in (ir.ITEM, ir.ATTR):
        named, asked = record[2], record[1]
    else:
        callee = fn.body.nodes[record[1]] if record[0] == ir.CALL and record[2] and record[2][0] >= 0 else [ir.OPAQUE]
        key = fn.body.nodes[record[2][0]] if callee[0] == ir.ATTR and callee[2] == "get" else [ir.OPAQUE]
        named, asked = (key[1], callee[1]) if key[0] == ir.CONST else ("", node)
    call = unnamed(fn, asked) if named in BADLY else -1
    return call if call >= 0 and fn.body.nodes[call][0] == ir.CALL else -1


def gives_nobody(fn: Fn, value: int) -> bool:
    """Whether a tuple has nobody where another one that is given back has somebody: ``return role, None`` beside ``return role, user``."""
    record: ir.Node = fn.body.nodes[unnamed(fn, value)] if value >= 0 else [ir.OPAQUE]
    others = [one for one in (fn.body.nodes[unnamed(fn, other)] for other in fn.body.returns) if one[0] == ir.SEQ]
    if record[0] != ir.SEQ:
        return False
    for at, part in enumerate(record[1]):
        if part >= 0 and fn.body.nodes[part][:2] == [ir.CONST, None]:
            beside = [one[1][at] for one in others if len(one[1]) == len(record[1])]
            if any(one >= 0 and fn.body.nodes[one][0] != ir.CONST for one in beside):
                return True
    return False


def weighs(fn: Fn) -> bool:
    """Whether a question is answered by what a comparison says, ``return membership is not None``, and with a plain no after an error: its
    no is no way of its own.
    """
    given = [fn.body.nodes[unnamed(fn, value)] for value in fn.body.returns]
    plainly = any(one[0] == ir.CONST and one[1] is False for one in given)
    return plainly and any(one[0] in (ir.COND, ir.OPAQUE) for one in given)


def given(fn: Fn) -> list[int]:
    """All that a function may give back; of ``return user if user.check_password(given) else None`` both."""
    found: list[int] = []
    for value in fn.body.returns:
        made = fn.body.nodes[unnamed(fn, value)]
        found += made[1] if made[0] == ir.UNION else [value]
    return found


def chooses(fn: Fn, call: int) -> bool:
    """Whether one of two values is given back by what a call says: ``return user if checkpw(given, user.password) else None``."""
    chosen = any(fn.body.nodes[unnamed(fn, value)][0] == ir.UNION for value in fn.body.returns)
    return chosen and call not in fn.body.effects


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
