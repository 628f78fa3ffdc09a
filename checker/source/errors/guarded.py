"""What a ``try`` guards: work that is done for its effect, and whether what follows can see that it came to its end."""

from __future__ import annotations

from collections.abc import Iterable

from checker.source import ir
from checker.source.errors.reporting import called
from checker.source.ir.ways import Block, Called, Exit, Loop, Put, Stored, walk
from checker.source.names.elements import Fn

_ANSWERS = frozenset({"return", "break", "continue"})
_PARTS = frozenset({ir.ELEM, ir.UNPACK, ir.ITEM, ir.TOUCHED, ir.CHECKED})
_DEEPEST = 5


def tried(fn: Fn, guarded: Iterable[int]) -> tuple[str, ...]:
    """The last parts of the names of what is called; where a loop or a parameter gives it, that one's name."""
    return tuple(dict.fromkeys(name for call in guarded if (name := _name(fn, call))))


def effects(fn: Fn, guarded: Iterable[int]) -> tuple[str, ...]:
    """The same of those calls whose result nothing uses."""
    alone = set(fn.body.effects)
    return tried(fn, (call for call in guarded if call in alone))


def answers(handler: ir.Handler, block: Block) -> bool:
    """Whether a success leaves on a way of its own, or leaves something behind that what follows can look at."""
    return handler.rebinds or any(
        isinstance(step, (Stored, Put)) or (isinstance(step, Exit) and step.kind in _ANSWERS) for step in walk(block)
    )


def repeats(fn: Fn, block: Block) -> bool:
    """Whether the first error ends a loop that does something in each pass."""
    alone = set(fn.body.effects)
    loops = (step for step in block if isinstance(step, Loop))
    return any(isinstance(step, Called) and step.node in alone for loop in loops for step in walk(loop.block))


def _name(fn: Fn, call: int) -> str:
    name = called(fn, call)
    at = fn.body.nodes[call][1]
    for _ in range(0 if name else _DEEPEST):
        node = fn.body.nodes[at]
        if node[0] == ir.PARAM:
            return fn.head.params[node[1]]
        if node[0] == ir.ATTR:
            return str(node[2])
        if node[0] not in _PARTS:
            break
        at = node[1]
    return name
