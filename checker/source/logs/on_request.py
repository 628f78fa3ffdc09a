"""Formatters of a file that is only written where a setting asks for it: what all other handlers write does not go through them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.flow.literal import source
from checker.source.ir.ways import Branch, Called, blocks
from checker.source.names.elements import Cls, Fn

_SETTER = "setFormatter"
_FILE = "FileHandler"


def is_on_request(follower: Follower, cls: Cls) -> bool:
    """Whether every handler that gets such a formatter writes a file, and is made where a condition holds: ``if self.save_logs:``."""
    told = [
        one
        for module in follower.names.naming(follower.names.modules, cls.name)
        for fn in module.functions
        for one in _put(follower, fn, cls)
    ]
    return bool(told) and all(told)


def _put(follower: Follower, fn: Fn, cls: Cls) -> Iterator[bool]:
    """For each call in a function that makes such a formatter: whether it is put on such a handler."""
    if cls.name not in fn.head.called or fn.module.facts.test:
        return
    made = {call for call in fn.body.calls if follower.names.entity(fn, fn.body.nodes[call][1]) == ("cls", cls)}
    below = _conditional(fn) if made else frozenset()
    for call in fn.body.calls:
        _, callee, given, *_ = fn.body.nodes[call]
        record = fn.body.nodes[callee]
        if record[0] != ir.ATTR or record[2] != _SETTER or not given or given[0] not in made:
            continue
        made.discard(given[0])
        handler = source(fn, record[1])
        name = follower.text(fn, handler[1]) if handler[0] == ir.CALL else ""
        yield call in below and name.endswith(_FILE)
    yield from (False for _ in made)  # put on something else, or nobody knows where


def _conditional(fn: Fn) -> frozenset[int]:
    """The calls that stand under a condition without an alternative."""
    found, waiting = set[int](), [(step, False) for step in fn.steps]
    while waiting:
        step, under = waiting.pop()
        if under and isinstance(step, Called):
            found.add(step.node)
        under = under or (isinstance(step, Branch) and len(step.arms) == 1)
        waiting += [(inner, under) for block in blocks(step) for inner in block]
    return frozenset(found)
