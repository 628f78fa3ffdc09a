"""Loops over a few literals: which keys they set, ``for name in ("Host", "Accept"): kept[name] = given[name]``."""

from __future__ import annotations

import ast

Lists = dict[str, tuple[str, ...]]
"""By name: the literals of a list, or those that a loop over them gives the name."""
_MOST = 12
"""Literals of a loop that are told apart."""


def lists(body: list[ast.stmt]) -> Lists:
    """The lists of literals that a module's constants hold."""
    found: Lists = {}
    for statement in body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            target = statement.target if isinstance(statement, ast.AnnAssign) else statement.targets[0]
            if isinstance(target, ast.Name) and target.id.isupper() and (keys := written(statement.value, {})):
                found[target.id] = keys
    return found


def written(value: ast.expr, known: Lists) -> tuple[str, ...]:
    """The literals that a loop over a value gives, none where they do not stand here or in a constant of the module."""
    if isinstance(value, ast.Name):
        return known.get(value.id, ())
    if (
        isinstance(value, ast.Call)
        and len(value.args) == 1
        and isinstance(value.func, ast.Name)
        and value.func.id in ("frozenset", "set", "tuple")
    ):
        value = value.args[0]
    if not isinstance(value, ast.Tuple | ast.List | ast.Set) or len(value.elts) > _MOST:
        return ()
    keys = [item.value for item in value.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    return tuple(keys) if len(keys) == len(value.elts) else ()
