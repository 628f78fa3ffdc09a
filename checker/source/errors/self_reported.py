"""Whether none of a function's errors comes out of it: what it does stands in a ``try`` that catches everything."""

from __future__ import annotations

from checker.source.errors.endings import is_broad, ways_of
from checker.source.errors.reporting import Reporting, called
from checker.source.ir.ways import Block, Branch, Called, Exit, Loop, Try, With, walk
from checker.source.ir.ways import Step as Way
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_HARMLESS = frozenset(
    {
        "sleep", "wait", "wait_for", "time", "monotonic", "perf_counter", "now", "utcnow", "getLogger", "get_logger", "is_set", "set",
        "clear", "len", "str", "int", "dict", "list", "isinstance", "getattr", "hasattr", "callable", "iscoroutine", "isawaitable", "get",
        "copy", "append", "discard", "current_task", "uuid4", "format", "join", "items", "values", "done", "cancelled", "cancel",
        "kill", "getpid", "getenv", "put", "put_nowait",
    }
)  # fmt: skip
"""Calls before the ``try`` that do not fail."""
_ENDING = frozenset({"CancelledError", "KeyboardInterrupt", "SystemExit", "GeneratorExit"})
"""What ends a task on purpose."""
_ENDS = frozenset({"cancel", "kill"})
"""What ends something else: with nothing but this a task has no error to lose."""
_HANDING = frozenset({"put", "put_nowait"})
"""What hands something on to a queue: the same holds for it."""
_LEVELS = frozenset({"debug", "info", "warn", "warning", "error", "exception", "critical"})
"""What functions of the project are called that write a record."""
CLOSING = frozenset({"close", "aclose", "wait_closed", "stop", "shutdown", "disconnect", "terminate", "kill", "__aexit__"})
"""Calls that end something: where their error is caught, there is nothing to tell."""
_LAST = tuple((word,) for word in ("close", "aclose", "cleanup", "dispose", "teardown", "disconnect", "stop", "shutdown", "terminate"))
"""First words of what ends something, whatever else its name says."""
_DEEPEST = 3
_FEW = 2
"""Calls by which a function prepares what it then does in a ``try``."""


class SelfReported:
    """Finds it out for one function and those that it calls."""

    def __init__(self, reporting: Reporting) -> None:
        self.reporting = reporting
        self._known: dict[Fn, bool] = {}
        self._catching = False

    def all_of(self, fn: Fn) -> bool:
        """Whether a function catches its errors, or only cancels or hands on something, and none leaves it untold, but for those of how it
        begins and ends."""
        return (self._of(fn, 0) or self._begins(fn)) and self._catching

    def _of(self, fn: Fn, depth: int) -> bool:
        if fn not in self._known:
            self._known[fn] = False  # ends recursion
            self._known[fn] = self._covered(fn, fn.steps, depth)
        return self._known[fn]

    def _begins(self, fn: Fn) -> bool:
        """Whether but a few calls stand around a ``try`` that catches everything, and it guards more than these: what it needs before, and
        the one by which it tells how it went."""
        for number, step in enumerate(fn.steps):
            if isinstance(step, Try) and self._catches(fn, step):
                before = [one for one in fn.steps[:number] if not self._is_covered(fn, one, 0)]
                after = [one for one in fn.steps[number + 1 :] if not self._is_covered(fn, one, 0)]
                guarded = sum(isinstance(one, Called) for one in walk(step.body))
                few = len(before) <= _FEW and len(after) <= 1 and len(before) + len(after) < guarded
                return few and all(isinstance(one, Called) for one in (*before, *after))
        return False

    def _covered(self, fn: Fn, block: Block, depth: int) -> bool:
        return all(self._is_covered(fn, step, depth) for step in block)

    def _is_covered(self, fn: Fn, step: Way, depth: int) -> bool:
        if isinstance(step, Called):
            return self._is_harmless(fn, step.node, depth)
        if isinstance(step, Try):
            return self._catches(fn, step) or self._cannot_fail(fn, step, depth)
        if isinstance(step, Branch):
            return all(self._covered(fn, (*arm.test, *arm.block), depth) for arm in step.arms)
        if isinstance(step, Loop):
            return self._covered(fn, (*step.test, *step.block, *step.orelse), depth)
        if isinstance(step, With):
            return not step.swallows and self._covered(fn, step.block, depth)
        return not isinstance(step, Exit) or step.kind not in ("raise", "exit")

    def _cannot_fail(self, fn: Fn, step: Try, depth: int) -> bool:
        """Whether all that a ``try`` guards is covered anyway, and what it does then as well: ``except TimeoutError: pass`` of a wait."""
        return self._covered(fn, (*step.body, *(one for clause in step.handlers for one in clause.block), *step.orelse, *step.final), depth)

    def _is_harmless(self, fn: Fn, call: int, depth: int) -> bool:
        told = self.reporting.told(fn, call)
        self._catching |= called(fn, call) in _ENDS | _HANDING
        if called(fn, call) in _HARMLESS or (told is not None and (told.use is not None or called(fn, call) in _LEVELS)):
            return True
        targets = [target for target, _ in self.reporting.names.callees(fn, call)]
        if not targets:  # a class of the project's that says nothing of how it is made keeps what it is given
            made = self.reporting.names.entity(fn, fn.body.nodes[call][1])
            return made is not None and made[0] == "cls"
        return depth < _DEEPEST and all(self._of(target, depth + 1) for target in targets)

    def _catches(self, fn: Fn, step: Try) -> bool:
        """Whether a clause catches everything, and those before it raise nothing but what ends a task on purpose."""
        for clause in step.handlers:
            types = fn.body.handlers[clause.handler].types
            raises = "raise" in ways_of(fn, clause.block, -1)
            if is_broad(types):
                self._catching = True
                return not raises  # where it tells nobody, that clause is what loses the error
            if raises and not {name.rpartition(".")[2] for name in types} <= _ENDING:
                return False
        return False


def is_end(name: str) -> bool:
    """Whether a function is named for an end, or tells the other end of it: ``close()``, ``_cleanup_tasks()``, ``graceful_shutdown()``,
    ``send_cancel()``."""
    words = split(name)
    if words[:1] == ("send",):
        return words[1:2] in (*_LAST, ("cancel",))
    return name in CLOSING or words[:1] in _LAST or words[-1:] == ("shutdown",)
