"""How the blocks of a function end."""

from __future__ import annotations

from collections.abc import Sequence

from checker.source import ir
from checker.source.ir.ways import Block, Branch, Exit, Loop, Try, With, Yielded
from checker.source.ir.ways import Step as Way
from checker.source.names.elements import Fn

_BROAD = frozenset({"Exception", "BaseException", "StandardError"})


def is_broad(types: Sequence[str]) -> bool:
    """Whether a clause catches every error."""
    return not types or any(name.rpartition(".")[2] in _BROAD for name in types)


def ways_of(fn: Fn, block: Block, caught: int) -> set[str]:
    """How a block ends."""
    found: set[str] = set()
    for step in block:
        if isinstance(step, Exit):
            found.add(_way(fn, step, caught))
            return found
        if isinstance(step, Yielded):
            found.add("yield")
        inner = _inner(fn, step, caught)
        found |= inner - {"falls"}
        if inner and "falls" not in inner:
            return found
    return found | {"falls"}


def _inner(fn: Fn, step: Way, caught: int) -> set[str]:
    """How the blocks of a step end; empty where it has none."""
    if isinstance(step, Branch):
        ends = set[str]().union(*(ways_of(fn, arm.block, caught) for arm in step.arms))
        return ends if step.total else ends | {"falls"}
    if isinstance(step, Loop):
        return (ways_of(fn, step.block, caught) - {"break", "continue"}) | {"falls"}
    if isinstance(step, With):
        return ways_of(fn, step.block, caught)
    if isinstance(step, Try):
        ends = ways_of(fn, (*step.body, *step.orelse), caught).union(*(ways_of(fn, clause.block, caught) for clause in step.handlers))
        final = ways_of(fn, step.final, caught)
        return final if "falls" not in final else ends | final - {"falls"}
    return set()


def _way(fn: Fn, step: Exit, caught: int) -> str:
    if step.kind != "return":
        return step.kind
    if step.value < 0:
        return "none"
    node = fn.body.nodes[step.value]
    if node[0] == ir.CONST:
        return "none" if node[1] is None else "default"
    return "default" if (node[0] in (ir.SEQ, ir.DICT) and not node[1]) else "value"
