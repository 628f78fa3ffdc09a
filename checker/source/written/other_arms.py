"""Messages of several kinds that come to one function: what another branch reads of one says nothing of those that this branch writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.facts.records import Argument, Origin
from checker.source.flow.literal import source
from checker.source.ir.ways import Block, Branch, Called, Exit, Stored, walk
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_FOUND_OUT = frozenset((ir.PARAM, ir.CALL, ir.ITEM, ir.ELEM, ir.UNION))
"""How a message comes: that which is written out here holds what stands in it, in every branch."""
_LOOKS = frozenset({"isinstance", "len", "type", "bool", "int", "float", "str", "repr", "print"})
"""Calls that read no secret of what they are given."""


class OtherArms:
    """Tells of each call what is known of its arguments by the other branches of an ``if`` or ``match`` alone."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def without(self, fn: Fn, call: int, arguments: tuple[Argument, ...]) -> frozenset[str]:
        """The values in which a secret is known to be by what other branches do with them: ``elif op == KEYS: self.load_keys(data)``."""
        texts = {one.text for argument in arguments for one in argument.origins if _is_message(one)}
        return frozenset(text for text in texts if self._is_apart(fn, call, text)) if texts else frozenset()

    def _is_apart(self, fn: Fn, call: int, text: str) -> bool:
        told = set(self._tell(fn, call, text))
        if not told or any(text == one for one in _written_out(self._follower, fn, text)):
            return False
        return any(told <= set(_others(fn, branch, call)) for branch in walk(fn.steps) if isinstance(branch, Branch))

    def _tell(self, fn: Fn, call: int, text: str) -> Iterator[int]:
        """The lines in which a secret is read of a value, or in which a call of the project is given it."""
        for member in fn.head.members:
            told = self._follower.lexicon.tell(member.name) if member.owner == text else None
            if told is not None and told.category in ("secret", "grave"):
                yield member.line
        sinks = {fn.body.nodes[one][1] for one in fn.head.sinks}
        for given, _ in self._follower.given_to.slots(fn).get(text, ()):
            callee = fn.body.nodes[given][1]
            if given != call and callee not in sinks and self._follower.text(fn, callee) not in _LOOKS:
                yield fn.body.nodes[given][4]


def _is_message(one: Origin) -> bool:
    return one.kind == "members" and not one.crossed and one.text.isidentifier()


def _written_out(follower: Follower, fn: Fn, text: str) -> Iterator[str]:
    """The name where it is given something else than what came from elsewhere: a dict that is made here."""
    for node in fn.body.nodes:
        if node[0] == ir.VAR and node[1] == text:
            record = source(fn, node[2])
            entity = follower.names.entity(fn, node[2])
            if record[0] not in _FOUND_OUT or (entity is not None and entity[0] == "inst"):
                yield text
        elif node[0] == ir.SET and follower.text(fn, node[1]) == text:
            yield text


def _others(fn: Fn, branch: Branch, call: int) -> Iterator[int]:
    """The lines of the other arms than that in which a call stands, as far as something is done there; none where it stands in none."""
    inside = [_calls(arm.block) for arm in branch.arms]
    mine = next((at for at, calls in enumerate(inside) if call in calls), -1)
    for at, arm in enumerate(branch.arms):
        lines = list(_lines(fn, arm.block)) if mine >= 0 and at != mine else []
        if lines:
            yield from range(min(lines), max(lines) + 1)


def _calls(block: Block) -> set[int]:
    return {step.node for step in walk(block) if isinstance(step, Called)}


def _lines(fn: Fn, block: Block) -> Iterator[int]:
    for step in walk(block):
        if isinstance(step, Called):
            yield fn.body.nodes[step.node][4]
        elif isinstance(step, Stored):
            yield fn.head.stores[step.position].line
        elif isinstance(step, Exit):
            yield step.line
