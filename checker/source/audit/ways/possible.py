"""Ways that nobody can go: what is tested on them of one name rules out each of the constants that it may hold there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.source import ir
from checker.source.audit.ways.paths import Entry, Guard
from checker.source.flow.literal import bare, unnamed
from checker.source.ir.ways import Flagged
from checker.source.names.elements import Fn

_MOST = 8
_TELLING = (Guard, Flagged)
"""Steps that say something of a name's value."""


class Possible:
    """Judges the ways of one function; what is found out of a test is kept, because most ways have the same tests.

    ``impossible``: the tests of a way contradict each other: ``if error: ...`` was not taken, and ``if error is None: ...`` neither. Only
    names whose values are all constants tell, and what one call gave; what else a name may hold passes any test.
    """

    def __init__(self, fn: Fn) -> None:
        self._fn = fn
        self._questions: dict[int, tuple[int, str, Any, bool]] = {}
        self._values: dict[int, list[Any] | None] = {}
        self._first: dict[frozenset[int], int] | None = None

    def impossible(self, entries: Iterable[Entry]) -> bool:
        """Whether nobody can go a way."""
        left: dict[int, list[Any]] = {}
        given: list[int] = []
        answers: dict[tuple[int, type, Any], bool] = {}
        steps = [entry for entry in entries if isinstance(entry, _TELLING)]
        for entry in steps if len(steps) > 1 else ():
            if isinstance(entry, Flagged):
                given.append(entry.name)
                continue
            subject, operator, other, when = self._asked(entry.condition)
            if operator and self._fn.body.nodes[subject][0] == ir.CALL:  # what one call gave answers the same question alike
                question = subject, type(other), other
                if answers.setdefault(question, entry.holds == when) != (entry.holds == when):
                    return True
            known = left.get(subject) or self._held(subject, given) or self._constants(subject)
            if known is not None:
                left[subject] = [value for value in known if _passes(value, operator, other) == (entry.holds == when)]
                if not left[subject]:
                    return True
        return False

    def _asked(self, condition: int) -> tuple[int, str, Any, bool]:
        """What a test asks of which value: ``""`` for whether it is true; ``==`` and what it is compared with; and whether it says so
        where it holds.
        """
        known = self._questions.get(condition)
        if known is None:
            known = self._questions[condition] = self._read(condition)
        return known

    def _read(self, node: int) -> tuple[int, str, Any, bool]:
        nodes, when = self._fn.body.nodes, True
        record = nodes[node]
        while record[0] == ir.COND and record[1] == "not":
            node, when = record[2][0], not when
            record = nodes[node]
        if record[0] == ir.COND and record[1] in ("==", "!=", "is", "is not") and len(record[2]) == 2:
            other = nodes[unnamed(self._fn, record[2][1])]
            if other[0] == ir.CONST and _is_plain(other[1]):
                return self._untouched(record[2][0]), "==", other[1], when == (record[1] in ("==", "is"))
        return self._untouched(node), "", None, when

    def _untouched(self, node: int) -> int:
        """The first node of what a name may hold: later ones are the same where a call was given it, or a test parted it from nothing
        (``if error: log(error)``), because the values are those of the same assignments.
        """
        nodes = self._fn.body.nodes
        node = bare(self._fn, node)
        record = nodes[node]
        if record[0] != ir.UNION or len(record[1]) > _MOST:
            return node
        if self._first is None:
            self._first = {}
            for at, one in enumerate(nodes):
                if one[0] == ir.UNION and len(one[1]) <= _MOST:
                    self._first.setdefault(_assigned(self._fn, at), at)
        assigned = _assigned(self._fn, node)
        if len(assigned) == 1:  # a test before found that it is nothing, on another way
            return unnamed(self._fn, next(iter(assigned)))
        return self._first.get(assigned, node)

    def _held(self, subject: int, given: list[int]) -> list[Any] | None:
        """What a name holds that was last given ``True``, ``False`` or ``None`` on this way, of all that it may hold there."""
        record = self._fn.body.nodes[subject]
        if record[0] != ir.UNION or len(record) > 2 or not given:
            return None
        may = self._constants(subject)
        if may is None or not all(value is None or isinstance(value, bool) for value in may):
            return None  # a text may have been given since
        last = next((value for value in reversed(given) if value in record[1]), -1)
        return [self._fn.body.nodes[unnamed(self._fn, last)][1]] if last >= 0 else None

    def _constants(self, node: int) -> list[Any] | None:
        if node not in self._values:
            self._values[node] = _constants(self._fn, node)
        return self._values[node]


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
