"""What the fixes need to know of text literals and expressions of the CST."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import libcst as cst

_BRACES = re.compile(r"\{\{|\}\}|\{(?P<name>\w*)(?:!(?P<conversion>[rsa]))?\}|[{}]")
_PURE_CALLS = frozenset({"len", "str", "repr", "type", "int", "float", "bool", "round", "abs", "id", "hash", "ascii", "hex"})


def leaves(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The literals that stand side by side; the node itself where it is not put together."""
    import libcst as cst

    if isinstance(node, cst.ConcatenatedString):
        yield from leaves(node.left)
        yield from leaves(node.right)
    else:
        yield node


def unprefixed(start: str) -> str:
    """``rf'`` without the ``f``."""
    return start.replace("f", "", 1).replace("F", "", 1)


def percent_of(text: str) -> str:
    """Literal text inside of a ``%`` template."""
    return text.replace("%", "%%")


def hides_percent(literal: str) -> bool:
    """Whether an escape may stand for a sign that means something to a template."""
    return "\\x" in literal or "\\u" in literal or "\\U" in literal or "\\N" in literal or bool(re.search(r"\\[0-7]", literal))


def fields(literal: str) -> tuple[str, list[str]] | None:
    """A ``{}`` template's literal as a ``%`` template, and its fields' names; ``None`` where it says more than ``{}`` and ``{!r}``."""
    names: list[str] = []
    failed = False

    def written(match: re.Match[str]) -> str:
        nonlocal failed
        if match[0] in ("{{", "}}"):
            return match[0][0]
        if match["name"] is None:
            failed = True
            return match[0]
        names.append(match["name"])
        return f"%{match['conversion'] or 's'}"

    made = _BRACES.sub(written, percent_of(literal))
    return None if failed or hides_percent(literal) else (made, names)


def ends_in_args(node: cst.BaseExpression) -> bool:
    """Whether an expression is likely to be a tuple of the operator's arguments: ``"%s" % args``."""
    import libcst as cst

    name = node.attr.value if isinstance(node, cst.Attribute) else node.value if isinstance(node, cst.Name) else ""
    return bool(re.search(r"(?:^|_)(?:args|tuple|pair|params|values)$", name))


def pure(node: cst.BaseExpression) -> bool:
    """Whether to compute it changes nothing that another value's text could depend on."""
    import libcst as cst

    if isinstance(node, (cst.Name, cst.SimpleString, cst.Integer, cst.Float)):
        return True
    if isinstance(node, cst.Attribute):
        return pure(node.value)
    if isinstance(node, cst.Subscript):
        indexes = [item.slice.value for item in node.slice if isinstance(item.slice, cst.Index)]
        return pure(node.value) and len(indexes) == len(node.slice) and all(map(pure, indexes))
    if isinstance(node, (cst.BinaryOperation, cst.Comparison)):
        right = [node.right] if isinstance(node, cst.BinaryOperation) else [item.comparator for item in node.comparisons]
        return pure(node.left) and all(map(pure, right))
    if isinstance(node, cst.Call):
        known = isinstance(node.func, cst.Name) and node.func.value in _PURE_CALLS
        return known and all(pure(arg.value) for arg in node.args)
    return False
