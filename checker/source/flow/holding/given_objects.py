"""Attributes of an object that callers make and hand over: ``self.transport.transmit(Frame(headers))`` and ``frame.headers`` there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.call_index import given
from checker.source.flow.evidence.read_back import behind
from checker.source.flow.origin import UNKNOWN, Flow, Found, Ref, goes_on, hop, merge
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_UP = 3
"""Functions through which an object is handed on."""
_MOST_CALLERS = 8
"""Calls of one of them that are looked at."""


class GivenObjects:
    """The part of the follower that knows objects by where the callers of a function make them."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def attribute(self, fn: Fn, owner: int, name: str) -> Flow:
        """The secrets that an attribute holds which is called like headers or a body, of a parameter of which no annotation tells more."""
        container = self._follower.tables.container_name(name)
        record = fn.body.nodes[behind(fn, owner)]
        unknown = record[0] == ir.PARAM and not (fn.is_method and record[1] == 0) and not fn.head.annotations[record[1]]
        if container is None or not unknown:
            return UNKNOWN
        return merge(self._given(fn, record[1], name, _UP))

    def _given(self, fn: Fn, position: int, name: str, up: int) -> Iterator[Flow]:
        callers = self._follower.callers
        calls = [call for call in (*callers.callers(fn), *callers.likely(fn)) if not call[0].module.facts.test]
        if len(calls) > _MOST_CALLERS:
            self._follower.names.reads.beyond.add(f"what more than {_MOST_CALLERS} calls hand over")
            return
        for caller, call, bound in calls:
            handed = given(caller, call, fn, bound, position)
            value = behind(caller, handed) if handed >= 0 else 0
            record = caller.body.nodes[value]
            if record[0] == ir.PARAM and up > 1 and not (caller.is_method and record[1] == 0) and caller is not fn:
                yield from self._given(caller, record[1], name, up - 1)
            entity = self._follower.names.entity(caller, value) if record[0] == ir.CALL else None
            if entity is not None and entity[0] == "inst":
                flow = merge(self._follower.constructed.attribute(caller, value, entity[1], name))
                found = [*flow.found, *(item for ref in flow.refs for item in self._above(caller, ref))]
                told = (item for item in found if (item.category == "secret" or item.member) and item.confidence > Confidence.LOW)
                made = (replace(item, confidence=Confidence.MEDIUM, crossed=item.crossed + 1) for item in told)
                yield hop(Flow(tuple(made)), self._follower.calls.at(caller, caller.body.nodes[call]), f"passed to `{fn.name}()`")

    def _above(self, caller: Fn, ref: Ref) -> Iterator[Found]:
        """What comes to the function that makes the object."""
        arriving = self._follower.callers.arriving(caller, ref.position, ref.key).found
        return (replace(item, passed=item.passed | ref.passed) for item in arriving if goes_on(item, ref))
