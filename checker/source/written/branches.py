"""What the branch says in which a call stands."""

from __future__ import annotations

from checker.source.ir.ways import Block, Branch, Called, Exit, Try, blocks, walk
from checker.source.names.elements import Fn


def is_failing(fn: Fn, call: int) -> bool:
    """Whether a call stands in an ``except`` clause, or in a branch of an ``if`` that ends in a ``raise``: there something went wrong."""
    for step in walk(fn.steps):
        if isinstance(step, Try):
            if any(_holds(clause.block, call) for clause in step.handlers):
                return True
        elif isinstance(step, Branch) and any(_holds(block, call) and _raises(block) for block in blocks(step)):
            return True
    return False


def _holds(block: Block, call: int) -> bool:
    return any(isinstance(step, Called) and step.node == call for step in block)


def _raises(block: Block) -> bool:
    return any(isinstance(step, Exit) and step.kind == "raise" for step in block)
