"""What stands under a key of a dict that a project's function writes out and gives back: ``ask()["error"]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.source import ir
from checker.source.flow import literal
from checker.source.flow.literal import source, unnamed
from checker.source.flow.origin import CLEAN, Flow, Place, hop, merge, through
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_RETURNS = 12


class ReturnedDicts:
    """The part of the follower that looks into what is given back."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def item(self, fn: Fn, owner: int, key: str, text: str, place: Place) -> Flow | None:
        """What the item is by the dicts that hold it, and by what it is called; ``None`` where no dict that is written out does."""
        call = unnamed(fn, owner)
        callees = self._follower.names.callees(fn, call) if fn.body.nodes[call][0] == ir.CALL else []
        if len(callees) != 1:
            return None
        target, bound = callees[0]
        held = [(value, made) for value in target.body.returns[:_MOST_RETURNS] for made in literal.values(target, value, key)]
        if not held or target.head.flags & ir.GENERATOR:
            return None
        flows = [self._seen(fn, call, target, bound, made) for _, made in held]
        clean = all(flow.clean for flow in flows) and all(source(target, value)[0] == ir.DICT for value in target.body.returns)
        flow = CLEAN if clean else replace(merge(flows), clean=False)
        return self._follower.by_name.named(fn, hop(flow, place, f"returned by `{target.name}()`"), key, text, place)

    def _seen(self, fn: Fn, call: int, target: Fn, bound: bool, made: int) -> Flow:
        """A value of the function that is called, in terms of its caller."""
        flow = self._follower.flow(target, made)
        flows = [Flow(tuple(replace(item, crossed=item.crossed + 1) for item in flow.found), (), flow.clean)]
        for ref in flow.refs:
            given = self._follower.functions.given(fn, fn.body.nodes[call], target, bound, ref.position, ref.key)
            flows.append(through(given, ref))
        return merge(flows)
