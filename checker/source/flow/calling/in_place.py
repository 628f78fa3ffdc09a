"""What a call that is made for its effect does to what it is given: it hides the secrets in it, or puts some in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.origin import UNKNOWN, Flow, hop, merge, weaker
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


class InPlace:
    """The part of the follower that knows what calls change in place."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def cleans(self, fn: Fn, call: int, owner: int) -> bool:
        """Whether a call made for its effect hides the secrets of an argument in place."""
        node = fn.body.nodes[call]
        if node[0] != ir.CALL:
            return False
        name = self._follower.text(fn, node[1]).rpartition(".")[2]
        if self._follower.lexicon.masks(name):
            return True
        for target, bound in self._follower.names.callees(fn, call):
            for position, argument in enumerate(node[2]):
                if argument == owner:
                    slot = position + (1 if bound and target.is_method else 0)
                    if slot < len(target.head.params) and self._follower.functions.redactors.parameter(target, target.head.params[slot]):
                        return True
        return False

    def added(self, fn: Fn, call: int, owner: int) -> Flow:
        """Secrets that a call made for its effect puts into an argument: ``read_environment(config)``."""
        node = fn.body.nodes[call]
        if node[0] != ir.CALL:
            return UNKNOWN
        text, flows = self._follower.text(fn, owner), []
        for target, bound in self._follower.names.callees(fn, call):
            for position, argument in enumerate(node[2]):
                slot = position + (1 if bound and target.is_method else 0)
                final = target.body.final.get(target.head.params[slot]) if argument == owner and slot < len(target.head.params) else None
                if final is None:
                    continue
                inside = self._follower.flow(target, final).found
                told = (item for item in inside if item.category == "container" and item.member and item.confidence > Confidence.LOW)
                made = tuple(replace(item, label=f"`{text}`", text=text, crossed=item.crossed + 1) for item in told)
                flows.append(hop(Flow(made), self._follower.calls.at(fn, node), f"filled by `{target.name}()`"))
        return weaker(merge(flows), Confidence.MEDIUM)
