"""What the attributes of an object hold that is made in the function which uses it: what its constructor and its setters were given."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow import literal
from checker.source.flow.evidence.members import rebound
from checker.source.flow.holding.objects import TEXTS, hidden, is_record
from checker.source.flow.origin import Flow, Found, Place, gathered, hop, merge, through
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_CALLS = 8
"""Methods that one object is handed through in one expression."""
_HANDS_ON = frozenset({"str", "repr", "format", "strip", "encode", "decode", "join", "upper", "lower"})
"""Calls that show in their result what they are given."""


class Constructed:
    """The part of the follower that knows objects from where they are made."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names

    def attribute(self, fn: Fn, owner: int, cls: Cls, name: str, within: tuple[Fn, ...] = ()) -> list[Flow]:
        """What an attribute holds of the object that a node of the function is."""
        flows: list[Flow] = []
        for _ in range(_MOST_CALLS):
            record = fn.body.nodes[owner]
            while record[0] in (ir.VAR, ir.TOUCHED):
                if record[0] == ir.TOUCHED:
                    flows += self._set(fn, record[2], cls, name)
                owner = record[2] if record[0] == ir.VAR else record[1]
                record = fn.body.nodes[owner]
            entity = self._names.entity(fn, record[1]) if record[0] == ir.CALL else None
            if entity is None or entity[0] not in ("cls", "fn"):
                break
            if entity[0] == "cls":
                flows += self.constructed(fn, record, cls, name)
                break
            flows += self._set(fn, owner, cls, name)
            maker: Fn = entity[1]
            callee = fn.body.nodes[record[1]]
            if callee[0] == ir.ATTR and _gives_itself(maker):
                owner = callee[1]
                continue
            if maker not in within:  # a function may return what it gives itself
                made = [flow for value in maker.body.returns for flow in self.attribute(maker, value, cls, name, (*within, maker))]
                flows += [hop(Flow(flow.found), self._follower.place(fn, record), f"returned by `{maker.name}()`") for flow in made]
            break
        return flows

    def in_field(self, fn: Fn, flow: Flow, cls: Cls, text: str, place: Place, since: int) -> Flow:
        """A record of one of whose fields a secret is read, ``result.json["token"]``, holds that secret where it is logged whole."""
        if any(item.confidence > Confidence.LOW for item in flow.found) or not is_record(self._follower, cls):
            return flow
        gone = hidden(self._follower, cls)
        fields = {field.name for base in self._names.mro(cls)[0] for field in base.record.fields if field.annotation} - gone
        for member in fn.head.members:
            owner, _, name = member.owner.rpartition(".")
            if owner != text or name not in fields or member.line < since or rebound(fn, text, place, member.line):
                continue
            told = self._follower.lexicon.secret(member.name)
            if told is not None:
                sure = min(Confidence.MEDIUM, self._follower.by_name.sure(fn, told))
                return Flow((Found("container", f"`{text}`", text, sure, place, "members", told.label),), flow.refs)
        return flow

    def constructed(self, fn: Fn, call: ir.Node, cls: Cls, name: str) -> list[Flow]:
        """What an attribute holds of the object that a call of the class makes."""
        if is_record(self._follower, cls):
            return [self._follower.flow(fn, value) for field, value in literal.fields(self._names, cls, call) if field == name]
        init = self._names.method(cls, "__init__")
        return self._stored(fn, call, init, cls, name) if init is not None else []

    def whole(self, fn: Fn, call: ir.Node, cls: Cls, out: Container[str] = ()) -> Flow:
        """The secrets that a record is made of, those of some fields left out, as one container."""
        given = merge([self._follower.flow(fn, value) for name, value in literal.fields(self._names, cls, call) if name not in out])
        return gathered(Flow(tuple(item for item in given.found if item.category in ("secret", "grave"))), f"{cls.name}()")

    def given_back(self, fn: Fn, owner: int, cls: Cls, method: Fn) -> list[Flow]:
        """What a method gives back of the attributes of such an object."""
        return [flow for name in attributes_of(method) for flow in self.attribute(fn, owner, cls, name)]

    def text(self, fn: Fn, call: ir.Node, cls: Cls) -> list[Flow]:
        """What the class's own text shows of the object that a call makes."""
        method = next((found for name in TEXTS if (found := self._names.method(cls, name)) is not None), None)
        return [] if method is None else [flow for name in attributes_of(method) for flow in self.constructed(fn, call, cls, name)]

    def _set(self, fn: Fn, call: int, cls: Cls, name: str) -> list[Flow]:
        """What a call of one of its methods stores in the attribute."""
        record = fn.body.nodes[call]
        callee = self._names.entity(fn, record[1]) if record[0] == ir.CALL else None
        return self._stored(fn, record, callee[1], cls, name) if callee is not None and callee[0] == "fn" else []

    def _stored(self, fn: Fn, call: ir.Node, method: Fn, cls: Cls, name: str) -> list[Flow]:
        flows = []
        for base in self._names.mro(cls)[0]:
            for where, value, line in base.attributes.get(name, ()):
                if where is not method:
                    continue
                for ref in self._follower.flow(where, value).refs:
                    given = self._follower.functions.given(fn, call, method, True, ref.position, ref.key)
                    flows.append(hop(through(given, ref), (where.module.path, line, 0), f"stored in `{cls.name}.{name}`"))
        return flows


def _gives_itself(method: Fn) -> bool:
    """Whether a method returns the object that it is called of."""
    records = [method.body.nodes[value] for value in method.body.returns]
    return method.is_method and bool(records) and all(record[0] == ir.PARAM and record[1] == 0 for record in records)


def attributes_of(method: Fn) -> Iterator[str]:
    """Names of the object's attributes that a method returns, alone or as a part of a text."""
    nodes, waiting, seen = method.body.nodes, list(method.body.returns), set[int]()
    while waiting:
        at = waiting.pop()
        if at in seen or at < 0:
            continue
        seen.add(at)
        record = nodes[at]
        if record[0] == ir.ATTR and nodes[record[1]][0] == ir.PARAM and nodes[record[1]][1] == 0 and method.is_method:
            yield record[2]
        elif record[0] == ir.VAR:
            waiting.append(record[2])
        elif record[0] in (ir.JOIN, ir.UNION, ir.SEQ):
            waiting += record[1]
        elif record[0] == ir.CALL:
            callee = nodes[record[1]]
            if callee[0] in (ir.ATTR, ir.GLOBAL) and callee[2 if callee[0] == ir.ATTR else 1] in _HANDS_ON:
                waiting += [*([callee[1]] if callee[0] == ir.ATTR else []), *record[2], *(value for _, value in record[3])]
