"""Checks that refuse, and that are passed over where they fail themselves: the request goes on, and nobody hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source.audit.project.registering.outside import apart
from checker.source.errors.endings import is_broad, ways_of
from checker.source.errors.reporting import Reporting
from checker.source.facts.errors import PassedOver
from checker.source.flow.places import span
from checker.source.ir.ways import Block, Bound, Called, Caught, Exit, Put, Stored, Try, With, blocks, walk
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
                yield from self._block(fn, fn.steps, ())

    def _block(self, fn: Fn, block: Block, later: tuple[Block, ...]) -> Iterator[PassedOver]:
        for number, step in enumerate(block):
            behind = (block[number + 1 :], *later)
            if isinstance(step, Try):
                yield from self._of(fn, step, behind)
            for inner in blocks(step):
                yield from self._block(fn, inner, behind)

    def _of(self, fn: Fn, step: Try, behind: tuple[Block, ...]) -> Iterator[PassedOver]:
        clause = next((one for one in step.handlers if is_broad(fn.body.handlers[one.handler].types)), None)
        if clause is None or not self._is_silent(fn, clause) or not any(isinstance(one, Called) for one in walk(step.body)):
            return
        handler = fn.body.handlers[clause.handler]
        refused = next((found for one in _exits(step.body) if (found := self._parts.exits.refused(fn, one)) is not None), None)
        if refused is None or handler.rebinds or not self._goes_on(fn, behind):
            return  # or what follows sees what the check found out
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

    def _goes_on(self, fn: Fn, behind: tuple[Block, ...]) -> bool:
        """Whether what follows lets a request through where no other test refuses it."""
        last = next((one for block in behind for one in _ends(block)), None)
        hook = fn.name in _PROCESSING or not _HOOKS.isdisjoint(self._parts.around.decorators(fn))
        if last is None or self._parts.exits.is_nothing(fn, last):
            return hook
        return last.kind == "return" and self._parts.exits.refused(fn, last) is None


def _exits(block: Block) -> Iterator[Exit]:
    return (one for one in walk(block) if isinstance(one, Exit))


def _ends(block: Block) -> Iterator[Exit]:
    """The exits that a block comes to without a test."""
    for step in block:
        if isinstance(step, Exit):
            yield step
        elif isinstance(step, With):
            yield from _ends(step.block)
        elif isinstance(step, Try):
            yield from _ends((*step.body, *step.orelse))
