"""Small questions about syntax: dotted names, names in annotations."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterable


def dotted(node: ast.expr) -> str:
    """Source of a dotted name, ``""`` for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    parts.append(node.id)
    return ".".join(reversed(parts))


def names_of(annotation: ast.expr | None) -> str:
    """Every dotted name in an annotation, parted by blanks; text annotations are read too."""
    if annotation is None:
        return ""
    if isinstance(annotation, ast.Name):
        return annotation.id
    found: list[str] = []
    for node in ast.walk(annotation):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.extend(re.findall(r"[A-Za-z_][\w.]*", node.value[:200]))
        elif isinstance(node, (ast.Attribute, ast.Name)) and (name := dotted(node)):
            found.append(name)
    return " ".join(dict.fromkeys(found))


def last(callee: ast.expr) -> str:
    """The last part of a called name."""
    return callee.attr if isinstance(callee, ast.Attribute) else callee.id if isinstance(callee, ast.Name) else ""


def idle(statements: Iterable[ast.stmt], known: Container[str]) -> bool:
    """Whether statements do nothing that could fail: they are still to be written, or give names literals and what known names hold."""
    return all(
        isinstance(one, ast.Pass)
        or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
        or (
            isinstance(one, ast.Assign)
            and all(isinstance(target, ast.Name) for target in one.targets)
            and (isinstance(one.value, ast.Constant) or (isinstance(one.value, ast.Name) and one.value.id in known))
        )
        for one in statements
    )


def looks(statements: Iterable[ast.stmt]) -> bool:
    """Whether statements only look at something and make nothing of what they see: ``order.total``."""
    return all(isinstance(one, ast.Expr) and isinstance(one.value, ast.Attribute) and dotted(one.value) for one in statements)
