"""Where a change is certain: behind the call that makes it, what keeps it, and the test of whether it came to anything."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker.model import Span
from checker.source.cst.at_hand import blocks, ends

_KEEPING = frozenset({"save", "asave", "commit"})
_NEXT = 6
"""So many statements behind a change are asked whether they keep it, or whether it was made."""
_STRAIGHT = ast.Expr | ast.Assign | ast.AugAssign | ast.AnnAssign
_COUNTS = frozenset({
    "rowcount", "deleted_count", "matched_count", "modified_count", "success", "succeeded", "is_success", "is_ok", "ok", "successful"
})  # fmt: skip
"""Attributes and keys of a result that say whether anything was done."""
_LEAVING = frozenset({"abort", "fail", "exit"})
_ERRORS = frozenset({"error", "errors", "failed"})
_NOTHING: tuple[object, ...] = (None, 0, False)
DONE, FAILED, MIXED, OTHER = "done", "failed", "mixed", ""
_INVERTED = {DONE: FAILED, FAILED: DONE, MIXED: MIXED, OTHER: OTHER}


def settled(chain: list[ast.stmt], place: Span) -> tuple[list[ast.stmt], bool] | None:
    """The chain down to the statement by which a change is certain, and whether that is so behind it or before it; ``None`` where no line
    is one that is reached exactly when it was made.
    """
    statement = chain[-1]
    if isinstance(statement, ast.If):
        return _asked_at_once(chain, statement, place)
    if isinstance(statement, ast.Return | ast.Raise):
        return None  # before it, it is not done yet
    block = _block(chain)
    at = block.index(statement)
    last, made = statement, _names_of(statement)
    for following in block[at + 1 : at + 1 + _NEXT]:
        verdict = _verdict(following.test, made) if isinstance(following, ast.If) else OTHER
        if isinstance(following, ast.If) and verdict == FAILED and _leaves(following.body) and not following.orelse:
            last = following
        elif isinstance(following, ast.If) and verdict == DONE:
            kept = _leaves(following.body) or not any(map(_keeps_inside, block[block.index(following) + 1 :]))
            return ([*chain[:-1], following, following.body[0]], False) if kept else None
        elif verdict != OTHER:
            return None
        elif not isinstance(following, _STRAIGHT):
            break
        elif _keeps(following):
            last = following
        elif not made.isdisjoint(_read(following)):
            made = made | _names_of(following)
    rest = block[block.index(last) + 1 :]
    if any(_keeps_inside(one) for one in rest) or _is_asked_later(chain, made):
        return None
    return [*chain[:-1], last], True


def _asked_at_once(chain: list[ast.stmt], statement: ast.If, place: Span) -> tuple[list[ast.stmt], bool] | None:
    """``if user.delete(): ...``, or ``if not user.delete(): raise ...``."""
    test = statement.test
    refused = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    asked = test.operand if isinstance(test, ast.UnaryOp) and refused else test
    asked = asked.value if isinstance(asked, ast.Await) else asked
    if not isinstance(asked, ast.Call) or asked.lineno != place.line:
        return None
    if not refused:
        return [*chain, statement.body[0]], False
    return (chain, True) if _leaves(statement.body) and not statement.orelse and statement not in _others(chain) else None


def _leaves(block: list[ast.stmt]) -> bool:
    """Whether a block never comes to its end: ``raise``, ``return``, ``abort(404)``."""
    last = block[-1].value if isinstance(block[-1], ast.Expr) else None
    name = last.func if isinstance(last, ast.Call) else None
    return ends(block) or (
        isinstance(name, ast.Name | ast.Attribute) and (name.id if isinstance(name, ast.Name) else name.attr) in _LEAVING
    )


def _others(chain: list[ast.stmt]) -> list[ast.stmt]:
    """The statements that are an ``elif``, as far as that is told by where they stand."""
    around = chain[-2] if len(chain) > 1 else None
    return around.orelse if isinstance(around, ast.If) and len(around.orelse) == 1 else []


def _block(chain: list[ast.stmt]) -> list[ast.stmt]:
    blocks_around = blocks(chain[-2]) if len(chain) > 1 else ()
    return next((list(block) for block in blocks_around if chain[-1] in block), [chain[-1]])


def _is_asked_later(chain: list[ast.stmt], made: set[str]) -> bool:
    """Whether a test behind one of the blocks around asks whether it was made: ``try: rows = delete()``, ``if not rows: ...``."""
    for depth in range(len(chain) - 1, 1, -1):
        if isinstance(chain[depth - 1], ast.FunctionDef | ast.AsyncFunctionDef):
            return False
        around = _block(chain[:depth])
        for one in around[around.index(chain[depth - 1]) + 1 :][:_NEXT]:
            if isinstance(one, ast.If) and _verdict(one.test, made) != OTHER:
                return True
            made = made if made.isdisjoint(_read(one)) else made | _names_of(one)
    return False


def _names_of(statement: ast.stmt) -> set[str]:
    """Names that a statement gives a value."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target] if isinstance(statement, ast.AnnAssign) else []
    return {node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _read(statement: ast.stmt) -> Iterator[str]:
    return (node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))


def _verdict(test: ast.expr, made: set[str]) -> str:
    """What holds where a test of a change's result does: it was made, it was not, one of several, or nothing of the kind."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _INVERTED[_verdict(test.operand, made)]
    if isinstance(test, ast.BoolOp):
        parts = {_verdict(one, made) for one in test.values}
        if parts == {OTHER}:
            return OTHER
        return FAILED if isinstance(test.op, ast.Or) and FAILED in parts and DONE not in parts else MIXED
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.comparators[0], ast.Constant):
        asked = _result(test.left, made)
        return _compared(test.ops[0], test.comparators[0].value) if asked == DONE else asked
    return _result(test, made)


def _result(node: ast.expr, made: set[str]) -> str:
    """What it means that an expression holds: the result itself, or how many it was."""
    if isinstance(node, ast.Name):
        return DONE if node.id in made else OTHER
    owner: ast.expr | None = None
    last = ""
    if isinstance(node, ast.Attribute):
        owner, last = node.value, node.attr
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        owner, last = node.value, str(node.slice.value)
    if not isinstance(owner, ast.Name) or owner.id not in made:
        return OTHER
    return DONE if last in _COUNTS or last == "0" else FAILED if last in _ERRORS else OTHER


def _compared(operator: ast.cmpop, value: object) -> str:
    """What it means that a result is compared so with a constant: ``rows == 0``, ``token is None``."""
    nothing = any(value is one for one in _NOTHING)
    if isinstance(operator, ast.Eq | ast.Is):
        return FAILED if nothing else DONE
    if isinstance(operator, ast.NotEq | ast.IsNot):
        return DONE if nothing else FAILED
    if isinstance(operator, ast.Gt | ast.GtE):
        return DONE
    return FAILED if isinstance(operator, ast.Lt | ast.LtE) else MIXED


def _keeps(statement: ast.stmt) -> bool:
    """Whether a statement is a call that keeps what was changed: ``user.save()``."""
    value = statement.value if isinstance(statement, ast.Expr) else None
    call = value.value if isinstance(value, ast.Await) else value
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _KEEPING


def _keeps_inside(statement: ast.stmt) -> bool:
    """Whether something inside of a statement does: ``try: db.session.commit()``."""
    return any(isinstance(node, ast.Expr) and _keeps(node) for node in ast.walk(statement))
