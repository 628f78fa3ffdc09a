"""What loops and unpacking take out of lists, tuples and mappings, one item after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow import literal
from checker.source.flow.holding.cuts import behind_scheme, is_before_query, is_behind_login, is_cut, is_word
from checker.source.flow.holding.iterated_keys import is_asked, is_keyed
from checker.source.flow.holding.objects import one_of
from checker.source.flow.holding.parts import keys_only, neighbour, one_by_one
from checker.source.flow.holding.rows import each, is_pair
from checker.source.flow.literal import source
from checker.source.flow.origin import CLEAN, UNKNOWN, Flow, Found, Ref, but_query, merge, without
from checker.source.ir import Node
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_PAIRS = frozenset({"items", "values", "iteritems", "itervalues"})
TOGETHER = frozenset({"chain", "sorted", "list", "reversed", "tuple"})
"""Calls that give the items of what they are given."""
_FORMS = frozenset({"POST", "GET", "FILES", "form", "args", "values", "query_params", "post"})
"""Mappings of what a client sent."""
_QUERIES = frozenset((ir.CALL, ir.VAR))
_OF_VALUES = ("secret", "grave", "url", "container")
"""What stands under the keys of a dict that the project fills, and not in these."""


class Loops:
    """The part of the follower that knows what a collection gives item by item."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower

    def element(self, fn: Fn, index: int, node: Node) -> Flow:
        """What a loop gives."""
        owner = fn.body.nodes[node[1]]
        if owner[0] == ir.PARAM and owner[1] == fn.head.kwarg:
            return UNKNOWN  # the names of what a caller gave
        flow = self.follower.flow(fn, node[1])
        if owner[0] == ir.PARAM and owner[1] == fn.head.vararg:
            return flow  # each is what a caller gave, whole
        if flow.found and (alone := self._put_alone(fn, node[1])):
            return merge([keys_only(flow), *(self.follower.flow(fn, value) for value in alone)])
        if owner[0] in _QUERIES and (row := each(self.follower, fn, node[1], self.follower.place(fn, node))) is not None:
            return row
        held = one_of(self.follower, fn, node[1])
        if owner[0] == ir.CALL and self._iterating(fn, owner) in _PAIRS:
            return held if held.found else flow
        if is_keyed(self.follower.names, fn, node[1]):
            flow = without(flow, _OF_VALUES) if flow.found or flow.refs else flow
        if any(item.kind == "body" for item in flow.found):  # of a form these are names
            flow = replace(flow, found=tuple(item for item in flow.found if item.kind != "body" or not _is_form(item)))
        if is_cut(fn, node[1]):  # one line of a body is a part of it
            flow = without(flow, ("container",)) if flow.found or flow.refs else flow
        if owner[0] == ir.ATTR:  # rows that belong to an object: what they show is their class's affair
            whole = self.follower.text(fn, node[1])
            flow = replace(
                flow,
                found=tuple(
                    replace(item, confidence=Confidence.LOW) if item.category == "secret" and item.text == whole else item
                    for item in flow.found
                ),
            )
        return Flow((*keys_only(flow).found, *held.found), flow.refs) if held.found else keys_only(flow)

    @staticmethod
    def _put_alone(fn: Fn, node: int) -> list[int]:
        """The values that a loop runs over where there is but one: ``if not isinstance(values, tuple): values = (values,)``."""
        record = source(fn, node)
        parts = [source(fn, part) for part in record[1]] if record[0] == ir.UNION else []
        return [part[1][0] for part in parts if part[0] == ir.SEQ and len(part[1]) == 1]

    def iterated(self, fn: Fn, node: int) -> Flow:
        """What a new list, a set or a sorted list of a value holds: of a mapping its keys."""
        record = fn.body.nodes[node]
        if record[0] == ir.PARAM and record[1] == fn.head.kwarg:
            return UNKNOWN  # the names of what a caller gave
        if record[0] == ir.CALL and self.follower.text(fn, record[1]).rpartition(".")[2] in _PAIRS:
            return self.follower.flow(fn, node)
        if record[0] in _QUERIES and (rows := each(self.follower, fn, node, self.follower.place(fn, record))) is not None:
            return rows
        flow = keys_only(self.follower.flow(fn, node))
        if any(item.kind == "body" for item in flow.found):  # of what a client sent these are names, too
            flow = replace(flow, found=tuple(item for item in flow.found if item.kind != "body"))
        if is_keyed(self.follower.names, fn, node):
            flow = without(flow, _OF_VALUES) if flow.found or flow.refs else flow
        elif any(item.category == "secret" for item in flow.found) and is_asked(fn, node, self.follower.text):
            flow = without(flow, _OF_VALUES)
        if self.follower.text(fn, node).rpartition(".")[2] in _FORMS:
            flow = without(flow, ("container",)) if flow.found else flow
        return flow

    def unpack(self, fn: Fn, index: int, node: Node) -> Flow:
        """One of several names that a value is unpacked into."""
        owner, position = node[1], node[2]
        record = fn.body.nodes[owner]
        if record[0] == ir.ELEM:
            over = fn.body.nodes[record[1]]
            called = self._iterating(fn, over) if over[0] == ir.CALL else ""
            if position == 0 and called in ("items", "iteritems", "enumerate"):
                flow = self.follower.flow(fn, owner)
                return Flow(tuple(item for item in flow.found if item.category == "untrusted"), ())
            if position == 1 and called in ("items", "iteritems") and (every := self._keywords(fn, over, owner)) is not None:
                return every
            if (yielded := self.follower.functions.results.part(fn, record[1], position, of_generator=True)) is not None:
                return yielded
            held = one_of(self.follower, fn, record[1]) if position == 1 else UNKNOWN
            if (placed := self._written(fn, record[1], position)) is not None:
                return held if held.found else one_by_one(neighbour(placed))
            flow = self.follower.flow(fn, owner)
            paired = self.follower.named_items.paired(fn, owner, flow) if called in ("items", "iteritems") else UNKNOWN
            return held if held.found else paired if paired.found else one_by_one(neighbour(flow))
        if position == 0 and is_before_query(fn, owner):
            return but_query(self.follower.flow(fn, owner))
        if record[0] == ir.CALL and (given := self._given(fn, owner, record, position)) is not None:
            return given
        written = literal.element(fn, owner, position)
        if written is not None:
            return self.follower.flow(fn, written)
        part = self.follower.functions.results.part(fn, owner, position)
        if part is not None:
            return part
        if (field := self.follower.named_tuples.field(fn, owner, position)) is not None:
            return field
        if (behind := behind_scheme(self.follower, fn, owner, position)) is not None:
            return behind
        if position > 0 and is_behind_login(fn, owner):
            return without(self.follower.flow(fn, owner), ("url", "secret"))
        flow, one = neighbour(self.follower.flow(fn, owner)), record[0] == ir.CALL and self._iterating(fn, record) in _PAIRS
        flow = without(flow, ("untrusted",)) if (flow.found or flow.refs) and is_word(fn, record, position) else flow
        return without(flow, ("container",)) if (position == 0 or one) and (flow.found or flow.refs) else flow

    def _written(self, fn: Fn, over: int, position: int) -> Flow | None:
        """What stands at a place of each of the tuples that a loop runs over, where they are written out: of
        ``for name, value in (("form", form), ("answer", answer))`` the names, or the values; ``None`` elsewhere."""
        rows = source(fn, over)
        parts = [source(fn, row) for row in rows[1]] if rows[0] == ir.SEQ else []
        if not parts or any(part[0] != ir.SEQ or len(part[1]) <= position or min(part[1]) < 0 for part in parts):
            return None
        return merge([self.follower.flow(fn, part[1][position]) for part in parts])

    def _given(self, fn: Fn, owner: int, call: Node, position: int) -> Flow | None:
        """One of several values that a call gives of which it is known what it gives; ``None`` of any other."""
        called = self.follower.text(fn, call[1])
        if position == 1 and called.endswith((".recvfrom", ".accept")):
            return CLEAN  # the sender's address
        if called.endswith((".parse_known_args", ".parse_args")):
            return self.follower.flow(fn, owner) if position == 0 else UNKNOWN  # what no option takes
        if (told := self.follower.git_remotes.communicated(fn, call, position)) is not UNKNOWN:
            return told
        if is_pair(fn, call):
            return self.follower.flow(fn, owner) if position == 0 else CLEAN
        return None

    def _iterating(self, fn: Fn, call: Node) -> str:
        """Last part of the call over which a loop runs; of several put together, or of one that is sorted, what they call."""
        called = self.follower.text(fn, call[1]).rpartition(".")[2]
        if called not in TOGETHER or not call[2] or min(call[2]) < 0:
            return called
        records = [fn.body.nodes[argument] for argument in call[2]]
        parts = {self.follower.text(fn, record[1]).rpartition(".")[2] if record[0] == ir.CALL else "" for record in records}
        return parts.pop() if len(parts) == 1 else called

    def _keywords(self, fn: Fn, call: Node, pair: int) -> Flow | None:
        """The values of all keyword arguments, one by one, with the secret that is read of them; ``None`` of any other mapping."""
        callee = fn.body.nodes[call[1]]
        record = source(fn, callee[1]) if callee[0] == ir.ATTR else callee
        if record[0] != ir.PARAM or record[1] != fn.head.kwarg:
            return None
        inside = fn.head.parent > 0  # a decorator's, in which one by one they are still those of what it decorates
        read = self.follower.named_items.paired(fn, pair, self.follower.flow(fn, callee[1]))
        return Flow(read.found, (Ref(record[1], removed=frozenset() if inside else frozenset({"container"})),))


def _is_form(item: Found) -> bool:
    """Whether a body was read as a form, a mapping of fields: ``request.POST``, ``await request.post()``."""
    return item.text.removesuffix("()").rpartition(".")[2] in _FORMS
