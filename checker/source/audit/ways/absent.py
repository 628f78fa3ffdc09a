"""Branches for what is not there, or is in a state already: they tell nothing of what is done to it."""

from __future__ import annotations

from checker.source import ir
from checker.source.audit.ways.paths import Passed
from checker.source.ir.ways import Branch, Step
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_STATES = frozenset({
    "active", "inactive", "enabled", "disabled", "deleted", "status", "state", "verified", "locked", "suspended", "archived"
})  # fmt: skip


def asks_for_none(fn: Fn, entry: Passed) -> bool:
    """Whether a branch that was not taken is for what was not found."""
    return is_of_none(fn, entry.step)


def is_of_none(fn: Fn, step: Step) -> bool:
    """Whether a branch is for what was not found, and tells nothing of what may be done to it: ``if not user: log.error(...)``."""
    arms = step.arms if isinstance(step, Branch) else ()
    tests: list[ir.Node] = [fn.body.nodes[arm.condition] if arm.condition >= 0 else [ir.OPAQUE] for arm in arms]
    return bool(tests) and all(_is_absence(fn, test) for test in tests)


def _is_absence(fn: Fn, test: ir.Node) -> bool:
    if test[0] != ir.COND or test[1] not in ("not", "is", "=="):
        return False
    last = fn.body.nodes[test[2][-1]]
    return fn.body.nodes[test[2][0]][0] in (ir.VAR, ir.PARAM) and (test[1] == "not" or (last[0] == ir.CONST and last[1] is None))


def asks_a_state(fn: Fn, entry: Passed) -> bool:
    """Whether each test of a branch asks in which state somebody is, and not whether there is anybody: ``user.is_active is False``."""
    arms = entry.step.arms if isinstance(entry.step, Branch) else ()
    asked = [arm.condition for arm in arms if arm.condition >= 0]
    return bool(asked) and all(_is_a_state(fn, one) for one in asked)


def _is_a_state(fn: Fn, node: int) -> bool:
    record = fn.body.nodes[node]
    while record[0] == ir.COND and record[1] in ("not", "is", "is not", "==", "!="):
        record = fn.body.nodes[record[2][0]]
    return record[0] == ir.ATTR and not _STATES.isdisjoint(split(str(record[2])))
