"""Which of the values that a name may hold is a changed version of another: what was masked in a loop or a branch counts as masked."""

from __future__ import annotations

from typing import Any

from checker.source import ir
from checker.source.index.left_out import goes_on
from checker.source.lexicon.masks import is_mask

Made = tuple[Any, ...]
"""A node as the index makes it; what is decoded later is a list."""
CHANGED_IN_PLACE = frozenset((ir.SET, ir.DROP, ir.TOUCHED))
_DIGESTS = ("{SHA", "{sha")
"""What OpenStack's clients put before the digest that they log in a token's place: ``{SHA256}``."""
_MOST_MASKS = 8
"""Masks that one expression puts into a text one after another."""
_COPIES = frozenset({"copy", "deepcopy", "dict"})
"""Last parts of calls that give a copy."""


def newest(nodes: list[Made], values: list[int]) -> tuple[list[int], list[int]]:
    """Of the values that a name holds where ways meet, those that are not an earlier version of another, and the masks among them."""
    changed: set[int] = set()
    hidden = False
    for value in values:
        node = nodes[value]
        operation = node[0]
        if operation == ir.VAR:
            made = nodes[node[2]]
            hidden = hidden or made[0] in (ir.CONST, ir.JOIN)
            if made[0] == ir.CALL and (whole := _masked(nodes, made)) >= 0:
                changed.update(other for other in values if _assigned(nodes, other) == whole)
        elif operation == ir.CONST:
            hidden = True
        elif operation in CHANGED_IN_PLACE:
            steps = 0
            while node[0] in CHANGED_IN_PLACE and steps < 50:
                changed.add(node[1])
                node = nodes[node[1]]
                steps += 1
            if (copied := _copied(nodes, node)) >= 0:
                changed.update(other for other in values if _assigned(nodes, other) == copied)
    if not changed and not hidden:
        return values, []
    kept = [value for value in values if value not in changed] if changed else values
    masks = [value for value in kept if _stands_for_hidden(nodes, value)] if hidden else []
    return kept, masks


def _masked(nodes: list[Made], call: Made) -> int:
    """The text that a call puts a mask into: ``text.replace(password, "***")``, ``PATTERN.sub("***", text)``; -1 for another call."""
    text = -1
    for _ in range(_MOST_MASKS):
        callee, given = nodes[call[1]], call[2]
        if callee[0] != ir.ATTR or not given or min(given) < 0:
            return text
        if callee[2] == "replace" and len(given) == 2 and _stands_for_hidden(nodes, given[1]):
            text = callee[1]
        elif callee[2] == "sub" and len(given) in (2, 3) and _puts_mask(nodes, given[-2]):
            text = given[-1]
        else:
            return text
        text = _assigned(nodes, text)
        call = nodes[text]
        if call[0] != ir.CALL:
            return text
    return text


def _puts_mask(nodes: list[Made], value: int) -> bool:
    """Whether what a pattern is replaced by holds a mask, ``r"\1***"``, or stands beside the pattern in a table, as masks do."""
    node = nodes[_assigned(nodes, value)]
    written = node[0] == ir.CONST and isinstance(node[1], str) and "***" in node[1]
    return _stands_for_hidden(nodes, value) or written or node[0] in (ir.UNPACK, ir.ITEM)


def _copied(nodes: list[Made], node: Made) -> int:
    """What a value is a copy of: ``headers`` of ``copy.copy(headers)``, ``dict(headers)`` and ``headers.copy()``; -1 for no copy."""
    made = nodes[node[2]] if node[0] == ir.VAR else node
    if made[0] != ir.CALL or made[3] or len(made[2]) > 1 or (made[2] and made[2][0] < 0):
        return -1
    callee = nodes[made[1]]
    name = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] in (ir.GLOBAL, ir.VAR, ir.IMPORT) else ""
    if made[2]:
        return _assigned(nodes, made[2][0]) if str(name).rpartition(".")[2] in _COPIES else -1
    return _assigned(nodes, callee[1]) if callee[0] == ir.ATTR and name in _COPIES else -1


def _assigned(nodes: list[Made], value: int) -> int:
    """The node that a name was given."""
    node = nodes[value]
    return int(node[2]) if node[0] == ir.VAR else value


def _stands_for_hidden(nodes: list[Made], value: int) -> bool:
    """Whether a value is a literal that stands for something hidden."""
    node = nodes[value]
    literal = nodes[node[2]] if node[0] == ir.VAR else node
    if literal[0] == ir.JOIN:  # value[:6] + "..."
        parts = [nodes[part] for part in literal[1]]
        if any(part[0] == ir.CONST and isinstance(part[1], str) and part[1].startswith(_DIGESTS) for part in parts):
            return True
        sliced = any(part[0] == ir.SLICE for part in parts) or all(part[0] == ir.CONST for part in parts)  # "Bearer " + "***"
        return sliced and any(part[0] == ir.CONST and is_mask(part[1]) for part in parts) and not goes_on(parts)
    return literal[0] == ir.CONST and is_mask(literal[1])
