"""Numbers that a module's constants hold: ``LONGEST = 72`` of ``text[:LONGEST]``."""

from __future__ import annotations

import ast

Numbers = dict[str, int]


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
