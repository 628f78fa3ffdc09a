"""Ways that nobody can go: what is tested on them of one name rules out each of the constants that it may hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.source import ir
from checker.source.audit.paths import Entry, Guard
from checker.source.flow.literal import unnamed
from checker.source.names.elements import Fn

_MOST = 8


def impossible(fn: Fn, entries: Iterable[Entry]) -> bool:
    """Whether the tests of a way contradict each other: ``if error: ...`` was not taken, and ``if error is None: ...`` neither.

    Only names whose values are all constants tell; what else a name may hold passes any test.
    """
    left: dict[int, list[Any]] = {}
    guards = [entry for entry in entries if isinstance(entry, Guard)]
    for entry in guards if len(guards) > 1 else ():
        subject, operator, other, holds = _asked(fn, entry.condition, entry.holds)
        if subject not in left and (known := _constants(fn, subject)) is not None:
            left[subject] = known
        if subject in left:
            left[subject] = [value for value in left[subject] if _passes(value, operator, other) == holds]
            if not left[subject]:
                return True
    return False


def _asked(fn: Fn, node: int, holds: bool) -> tuple[int, str, Any, bool]:
    """What a test asks of which value: ``""`` for whether it is true; ``==`` and what it is compared with; and whether that held."""
    record = fn.body.nodes[node]
    while record[0] == ir.COND and record[1] == "not":
        node, holds = record[2][0], not holds
        record = fn.body.nodes[node]
    if record[0] == ir.COND and record[1] in ("==", "!=", "is", "is not") and len(record[2]) == 2:
        other = fn.body.nodes[unnamed(fn, record[2][1])]
        if other[0] == ir.CONST and _is_plain(other[1]):
            return _untouched(fn, record[2][0]), "==", other[1], holds == (record[1] in ("==", "is"))
    return _untouched(fn, node), "", None, holds


def _untouched(fn: Fn, node: int) -> int:
    """The first node of what a name may hold: later ones are the same where a call was given it, or a test parted it from nothing
    (``if error: log(error)``), because the values are those of the same assignments.
    """
    node = unnamed(fn, node)
    record = fn.body.nodes[node]
    while record[0] == ir.TOUCHED:
        node = unnamed(fn, record[1])
        record = fn.body.nodes[node]
    if record[0] != ir.UNION:
        return node
    wanted = _assigned(fn, node)
    earlier = (at for at in range(node) if fn.body.nodes[at][0] == ir.UNION and _assigned(fn, at) == wanted)
    return next(earlier, node)


def _assigned(fn: Fn, node: int) -> frozenset[int]:
    """The assignments by which a name got what it may hold."""
    found: set[int] = set()
    for one in fn.body.nodes[node][1]:
        value = one
        while fn.body.nodes[value][0] == ir.TOUCHED:
            value = int(fn.body.nodes[value][1])
        record = fn.body.nodes[value]
        if record[0] == ir.UNION:
            found.update(record[1])
        elif record[0] != ir.OPAQUE:
            found.add(value)
    return frozenset(found)


def _constants(fn: Fn, node: int) -> list[Any] | None:
    """The values that a name may hold where all of them stand in the code, ``None`` for all else."""
    record = fn.body.nodes[node]
    if record[0] != ir.UNION or len(record) > 2 or len(record[1]) > _MOST:
        return None
    found = []
    for one in record[1]:
        value = fn.body.nodes[unnamed(fn, one)]
        if value[0] != ir.CONST:
            return None
        found.append(value[1])
    return found


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, bool | int | str)


def _passes(value: Any, operator: str, other: Any) -> bool:
    """Whether a constant passes a test; long texts and bytes are kept as ``None`` and cannot be told from it."""
    return bool(value) if not operator else bool(value == other and (value is None) == (other is None))
