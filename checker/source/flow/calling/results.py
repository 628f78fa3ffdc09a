"""What the project's own functions give back, by reading them: all of it, an item of it, what a property computes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.source import ir
from checker.source.flow.cycles import NEVER, Open
from checker.source.flow.evidence.read_later import LATER
from checker.source.flow.origin import IN_QUERY, UNKNOWN, WITHIN, Flow, Place, hop, in_address, merge, through, without
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_NESTED = 20
"""Functions that return what the next one returns; what is further away is not followed, so that no module costs more than its due."""
_INSIDE = frozenset({LATER, WITHIN})
"""Marks of what counts in the function itself only."""
_FURTHER = 2
"""Functions that give back what another one gives them."""
_ADDRESSES = frozenset({"url", "uri", "dsn", "endpoint", "address"})
"""Last words of methods that give an address."""


class Results:
    """Remembers what each function gives back, in terms of its parameters."""

    def __init__(self, follower: Follower, given: Callable[..., Flow], but_named: Callable[..., Flow]) -> None:
        """``given``: what a call gives to a parameter; ``but_named``: a result without what the call tells better."""
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self._given = given
        self._but_named = but_named
        self._returned: dict[Fn, Flow] = {}
        self._nested = 0

    def forget(self) -> None:
        """Know nothing of what any function returns."""
        self._returned.clear()

    def of(self, target: Fn) -> Flow:
        """What a function returns, in terms of its parameters."""
        known = self._returned.get(target)
        cycles, level = self.follower.cycles, self.follower.depth - 0.5
        if isinstance(known, Open):
            return cycles.met(known)
        if known is None and self._nested < _MOST_NESTED:
            self._returned[target] = Open(level=level)
            outer, cycles.lowest = cycles.lowest, NEVER
            self._nested += 1
            body = target.body
            known = merge([self._returned_value(target, value) for value in body.returns]) if body.returns else UNKNOWN
            self._nested -= 1
            known = replace(known, found=tuple(item for item in known.found if item.passed.isdisjoint(_INSIDE)))
            self._returned[target] = known
            cycles.close(level, outer, self._returned, target)
        elif known is None:
            self.names.reads.beyond.add(f"a call within more than {_MOST_NESTED} others")
        return known or UNKNOWN

    def of_call(self, fn: Fn, index: int, target: Fn, bound: bool) -> Flow:
        """What a call gives back; of a method that only stands for those of the classes below, what these do."""
        if not bound or target.owner is None:
            return self.of(target)
        if not all(map(partial(is_nothing, target), target.body.returns)):
            return self._addressed(fn, index, target) if not _ADDRESSES.isdisjoint(split(target.name)[-1:]) else self.of(target)
        others = [other for other, _ in self.names.callees(fn, index) if other is not target]
        return merge([self.of(other) for other in others]) if others else self.of(target)

    def _addressed(self, fn: Fn, index: int, target: Fn) -> Flow:
        """The address that a method gives, with the secrets that those of the classes below put into theirs."""
        others = [self.of(other) for other, _ in self.names.callees(fn, index) if other is not target]
        below = [item for other in others for item in other.found]
        known = [item for item in below if item.category == "url" and item.member]
        written = [in_address(item) for item in below if item.category == "secret" and IN_QUERY in item.passed]
        return merge([self.of(target), Flow((*known, *written))])

    def _returned_value(self, target: Fn, value: int) -> Flow:
        return self.follower.mappings.whole(target, value, f"{target.name}()")

    def computed(self, target: Fn, place: Place) -> Flow:
        """What a property gives, seen from outside."""
        result = self.of(target)
        if not (self.tables.asides["place"] | self.tables.asides["address"]).isdisjoint(
            split(target.name)[-1:]
        ):  # ``key_path`` gives where the key lies, whatever that is called inside
            result = without(result, ("secret", "grave"))
        return hop(
            Flow(tuple(replace(item, crossed=item.crossed + 1) for item in result.found), (), result.clean),
            place,
            f"computed by `{target.name}`",
        )

    def part(self, fn: Fn, call: int, position: int, *, of_generator: bool = False, further: int = _FURTHER) -> Flow | None:
        """One item of a tuple that a project's function returns, or of those that its generator gives one after the other.

        Also where there may be none: ``key = made() if ready else None``.
        """
        node = fn.body.nodes[call]
        if node[0] == ir.VAR:
            node = fn.body.nodes[node[2]]
        if node[0] == ir.UNION:
            ways = [one for one in node[1] if fn.body.nodes[one] != [ir.CONST, None]]
            parts = [self.part(fn, one, position, further=further) if fn.body.nodes[one][0] == ir.CALL else None for one in ways]
            known = [part for part in parts if part is not None]
            return merge(known) if known and len(known) == len(parts) and not of_generator else None
        if node[0] != ir.CALL:
            return None
        entity = self.names.entity(fn, node[1])
        if entity is None or entity[0] != "fn":
            return None
        target: Fn = entity[1]
        if bool(target.head.flags & ir.GENERATOR) is not of_generator:
            return None
        flows = []
        for value in target.body.returns:
            if is_nothing(target, value):
                continue
            part = self.follower.named_tuples.part(target, value, position)
            if part >= 0:
                flow: Flow | None = self.follower.flow(target, part)
            else:  # return Serializer.serialize(value)
                flow = self.part(target, value, position, further=further - 1) if further else None
            if flow is None:
                return None
            flow = self._but_named(fn, node, target, bool(entity[2]), flow)
            for ref in flow.refs:
                given = self._given(fn, node, target, bool(entity[2]), ref.position, ref.key)
                flows.append(through(given, ref))
            flows.append(Flow(tuple(item for item in flow.found if WITHIN not in item.passed), (), flow.clean))
        return merge(flows) if flows else None


def is_nothing(target: Fn, value: int) -> bool:
    """Whether a function gives nothing back there: ``None``, an empty text."""
    record = target.body.nodes[value]
    return bool(record[0] == ir.CONST and not record[1])
