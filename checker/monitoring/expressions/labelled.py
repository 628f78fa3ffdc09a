"""Which labels the series of an expression have, where that is certain."""

from __future__ import annotations

from checker.monitoring.expressions.tree import SETS, Aggregate, Binary, Call, Node, Selector, Subquery, Unary

_PICKING = frozenset(("topk", "bottomk", "limitk", "limit_ratio", "sort", "sort_desc", "approx_topk"))
_ADDING = frozenset(("label_replace", "label_join", "info", "histogram_quantile", "histogram_fraction", "quantile_over_time"))


def labels(node: Node) -> frozenset[str] | None:
    """The labels that series can have at most and usually all have; ``None`` where they are open."""
    if isinstance(node, Aggregate):
        if node.op in _PICKING:
            return labels(node.operand)
        if node.op == "count_values" or node.grouping == "without":
            return None
        return frozenset(node.labels) if not any(sign in name for name in node.labels for sign in "${%") else None
    if isinstance(node, Call):
        if node.name == "vector":
            return frozenset()
        if node.name in ("absent", "absent_over_time") or node.name in _ADDING or not node.arguments:
            return None
        return labels(node.arguments[0])
    if isinstance(node, Unary | Subquery):
        return labels(node.operand)
    if isinstance(node, Binary):
        left, right = labels(node.left), labels(node.right)
        if node.op in ("and", "unless"):
            return left
        if node.op == "or":
            return left if left == right else None
        if node.group:
            return None
        if node.matching == "on":
            return frozenset(node.labels)
        return left if _is_constant(node.right) else right if _is_constant(node.left) else (left if left == right else None)
    return None


def _is_constant(node: Node) -> bool:
    """Whether it is a number, which meets any labels."""
    from checker.monitoring.expressions.tree import Number

    if isinstance(node, Number):
        return True
    if isinstance(node, Call):
        return node.name in ("scalar", "time", "pi")
    if isinstance(node, Unary):
        return _is_constant(node.operand)
    return isinstance(node, Binary) and _is_constant(node.left) and _is_constant(node.right)


def never_meet(node: Binary) -> tuple[frozenset[str], frozenset[str]] | None:
    """The labels of both sides where no series of the one has a partner in the other; ``None`` where they may meet."""
    if node.op in ("or", "unless") or (node.op not in SETS and (_is_constant(node.left) or _is_constant(node.right))):
        return None
    left, right = labels(node.left), labels(node.right)
    if node.matching == "on":
        wanted = frozenset(node.labels)
        missing = [side & wanted if side is not None else None for side in (left, right)]
        if None in missing or missing[0] == missing[1]:
            return None
        return missing[0] or frozenset(), missing[1] or frozenset()
    ignored = frozenset(node.labels) if node.matching == "ignoring" else frozenset()
    if left is not None and right is not None:
        return (left - ignored, right - ignored) if left - ignored != right - ignored else None
    return None


def is_bare(node: Node) -> bool:
    """Whether it is a plain metric, which has the labels of its target at least."""
    return isinstance(node, Selector) and not node.log
