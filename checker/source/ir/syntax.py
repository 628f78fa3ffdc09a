"""Small questions about syntax: dotted names, names in annotations."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterable, Iterator

_LENDING = (ast.With, ast.AsyncWith, ast.For, ast.AsyncFor)
_BODIES = ("body", "orelse", "finalbody", "handlers", "cases")


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


def _statements(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Every statement there, with clauses and cases: a small part of all nodes."""
    waiting: list[ast.AST] = [*body]
    while waiting:
        node = waiting.pop()
        yield node
        for part in _BODIES:
            waiting += getattr(node, part, ())


def lent(body: Iterable[ast.stmt]) -> frozenset[str]:
    """The names that nothing there gives a value but contexts and loops, which need it inside: ``with open(path) as file``."""
    body = list(body)
    if not any(isinstance(one, _LENDING) for one in _statements(body)):
        return frozenset()
    nodes = [node for statement in body for node in ast.walk(statement)]
    contexts = [item.optional_vars for node in nodes if isinstance(node, (ast.With, ast.AsyncWith)) for item in node.items]
    loops = [node for node in nodes if isinstance(node, (ast.For, ast.AsyncFor))]
    targets = [*contexts, *(loop.target for loop in loops if not any(isinstance(one, ast.Break) for one in ast.walk(loop)))]
    held = [one for target in targets if target is not None for one in ast.walk(target) if isinstance(one, ast.Name)]
    places = {*map(id, held)}
    others = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in places}
    return frozenset(one.id for one in held) - others


def looks(statements: Iterable[ast.stmt]) -> bool:
    """Whether statements only look at something and make nothing of what they see: ``order.total``."""
    return all(isinstance(one, ast.Expr) and isinstance(one.value, ast.Attribute) and dotted(one.value) for one in statements)
