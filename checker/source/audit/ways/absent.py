"""Branches for what is not there: they tell nothing of what may be done to it."""

from __future__ import annotations

from checker.source import ir
from checker.source.audit.ways.paths import Passed
from checker.source.ir.ways import Branch, Step
from checker.source.names.elements import Fn


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
