"""Checks that refuse, and that are passed over where they fail themselves: the request goes on, and nobody hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source.audit.project.wiring import apart
from checker.source.audit.ways.paths import Handling, Way
from checker.source.errors.endings import is_broad, ways_of
from checker.source.errors.reporting import Reporting
from checker.source.facts.errors import PassedOver
from checker.source.flow.places import span
from checker.source.ir.ways import Block, Bound, Called, Caught, Exit, Put, Stored, Try, walk
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

_HAS_HANDLERS = 32
_GOES_ON = frozenset({"falls", "continue"})
_HOOKS = frozenset({"before_request", "before_app_request", "before_websocket", "middleware"})
"""Decorators of functions that let a request through by giving nothing."""
_PROCESSING = frozenset({"process_request", "process_view", "on_request", "before_dispatch"})
"""Names of such functions."""


class FailOpen:
    """Makes the facts about them."""

    def __init__(self, parts: Parts, reporting: Reporting) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._reporting = reporting

    def facts(self, module: Module) -> Iterator[PassedOver]:
        """One for each clause that catches every error of code that refuses, and goes on."""
        if module.facts.test or apart(module) or module.tops.isdisjoint(self._parts.around.servers):
            return
        for fn in module.functions[1:]:
            if fn.head.flags & _HAS_HANDLERS and any(is_broad(one.types) for one in fn.body.handlers):
                for step in walk(fn.steps):
                    if isinstance(step, Try):
                        yield from self._of(fn, step)

    def _of(self, fn: Fn, step: Try) -> Iterator[PassedOver]:
        clause = next((one for one in step.handlers if is_broad(fn.body.handlers[one.handler].types)), None)
        if clause is None or not self._is_silent(fn, clause) or not any(isinstance(one, Called) for one in walk(step.body)):
            return
        refused = next((found for one in _exits(step.body) if (found := self._parts.exits.refused(fn, one)) is not None), None)
        if refused is None or not self._goes_on(fn, clause.handler):
            return
        handler = fn.body.handlers[clause.handler]
        place = span((fn.module.path, handler.line, handler.column))
        yield PassedOver(place, fn.head.name, " or ".join(handler.types[:2]) or "every error", refused.text, fn.module.facts.test)

    def _is_silent(self, fn: Fn, clause: Caught) -> bool:
        """Whether a clause tells nobody, notes nothing, and goes on with what follows."""
        if not set(ways_of(fn, clause.block, -1)) <= _GOES_ON:
            return False
        steps = list(walk(clause.block))
        if any(isinstance(one, Bound | Stored | Put) for one in steps):
            return False
        return not any(isinstance(one, Called) and self._reporting.told(fn, one.node) is not None for one in steps)

    def _goes_on(self, fn: Fn, handler: int) -> bool:
        """Whether some way out behind the clause lets a request through, and none refuses it."""
        behind = [way for way in self._parts.leaving.ways(fn) if _last(way) == handler]
        if any(way.exit is not None and self._parts.exits.refused(fn, way.exit) is not None for way in behind):
            return False
        hook = fn.name in _PROCESSING or not _HOOKS.isdisjoint(self._parts.around.decorators(fn))
        answers = (way.exit is not None and way.exit.kind == "return" and not self._parts.exits.is_nothing(fn, way.exit) for way in behind)
        return bool(behind) and (hook or any(answers))


def _exits(block: Block) -> Iterator[Exit]:
    return (one for one in walk(block) if isinstance(one, Exit))


def _last(way: Way) -> int:
    """The last clause that a way goes through, -1 for none."""
    return next((entry.handler for entry in reversed(way.entries) if isinstance(entry, Handling)), -1)
