"""Numbers that a module's constants hold: ``LONGEST = 72`` of ``text[:LONGEST]``."""

from __future__ import annotations

import ast

Numbers = dict[str, int]
_HALF = 2


def numbers(body: list[ast.stmt]) -> Numbers:
    """Those that stand in the code and are given to a name once."""
    found: Numbers = {}
    twice = set[str]()
    for statement in body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            target = statement.target if isinstance(statement, ast.AnnAssign) else statement.targets[0]
            if isinstance(target, ast.Name) and target.id.isupper():
                value = statement.value
                if target.id in found or target.id in twice or not (isinstance(value, ast.Constant) and type(value.value) is int):
                    twice.add(target.id)
                    found.pop(target.id, None)
                else:
                    found[target.id] = value.value
    return found


def of_length(bound: ast.BinOp, owner: ast.expr | None, *, low: bool) -> int | str:
    """Where a text is cut that is cut by its own length: ``text[:len(text) - 4]`` is ``text[:-4]``; ``?`` of any other bound.

    Of ``text[:len(text) // 2]`` half shows, which is no beginning of a few characters: all but the last one stands for it.
    """
    whole, by = bound.left, bound.right
    if not (isinstance(whole, ast.Call) and isinstance(whole.func, ast.Name) and whole.func.id == "len" and len(whole.args) == 1):
        return "?"
    if owner is None or ast.dump(whole.args[0]) != ast.dump(owner) or not isinstance(by, ast.Constant) or type(by.value) is not int:
        return "?"
    if isinstance(bound.op, ast.FloorDiv) and by.value == _HALF:
        return 1 if low else -1
    return -by.value if isinstance(bound.op, ast.Sub) and by.value > 0 else "?"
