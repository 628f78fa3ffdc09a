"""Whether any way out of a function can be an outcome at all, told step by step before ways are put together.

A function has many times as many ways as steps, and nineteen of twenty that may refuse somebody by their words refuse nobody.
"""

from __future__ import annotations

from checker.source.audit.deciding.refusing import closing
from checker.source.audit.deciding.refusing.exits import Exits
from checker.source.audit.deciding.said import Said
from checker.source.audit.deciding.undecided import makers
from checker.source.audit.deciding.undecided.elsewhere import Elsewhere
from checker.source.audit.deciding.undecided.hidden import Hidden
from checker.source.audit.deciding.verifying import counted
from checker.source.audit.failures import Failures
from checker.source.audit.project.callers.around import Around
from checker.source.audit.project.callers.leaving import Leaving
from checker.source.audit.signs.terms import Terms
from checker.source.audit.ways.paths import Guard, Handling
from checker.source.ir.ways import Branch, Try, walk
from checker.source.names.elements import Fn

_SENDING = "send"


class Foreseen:
    """Looks at each step of a function once; what no step of it does, no way does that is made of its steps."""

    def __init__(
        self,
        leaving: Leaving,
        exits: Exits,
        failures: Failures,
        said: Said,
        hidden: Hidden,
        around: Around,
        elsewhere: Elsewhere,
        terms: Terms,
    ) -> None:
        self._leaving = leaving
        self._exits = exits
        self._failures = failures
        self._said = said
        self._hidden = hidden
        self._around = around
        self._elsewhere = elsewhere
        self._terms = terms

    def may_refuse(self, fn: Fn, *, sets_status: bool, says: bool, hides: bool) -> bool:
        """Whether a way may end in a refusal: one of its exits is one, or what else it takes for one is there."""
        if sets_status or _SENDING in fn.head.params or not closing.CLOSING.isdisjoint(fn.head.called):
            return True
        if (says and self._said.is_heard(fn)) or (hides and self._around.boundary(fn)):
            return True
        return any(self._exits.refused(fn, step) is not None or self._exits.keeps(fn, step) for step in self._leaving.exits(fn))

    def may_fail(self, fn: Fn) -> bool:
        """Whether a verifier may say no on a way: a test or a handler tells of one, one is counted, or a library hears what it said."""
        if counted.may_count(fn) or makers.is_asked_for_verdicts(fn, self._terms) or self._elsewhere.is_asked_by_a_library(fn):
            return True
        for step in walk(fn.steps):
            if isinstance(step, Branch):
                tests = [Guard(arm.condition, holds, step.line) for arm in step.arms if arm.condition >= 0 for holds in (True, False)]
                if any(self._failures.tells(fn, test) for test in tests):
                    return True
            elif isinstance(step, Try) and any(self._failures.tells(fn, Handling(clause.handler, step)) for clause in step.handlers):
                return True
        return False
