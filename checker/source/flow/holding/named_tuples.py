"""NamedTuples whose class a call makes, ``Account = namedtuple("Account", "user password")``, and what stands at a place of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, Found, Place, merge
from checker.source.ir import Node
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_STEPS = 6
_MOST_CHANGES = 24
_OBJECTS = frozenset((ir.PARAM, ir.VAR, ir.ATTR, ir.CALL))
"""What may be an object of a class that is known."""
_ANY = "0"
"""What stands for the tuple in a template of one of its fields, ``"{0.user}"``."""


class NamedTuples:
    """What the text of such a tuple tells."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def made(self, fn: Fn, node: Node, place: Place) -> Flow | None:
        """``Account(user, password)``, whose text shows every field; ``None`` where no field is a secret, and for any other call."""
        fields = self._fields(fn, node[1])
        if not fields or any(argument < 0 for argument in node[2]):
            return None
        given = [*zip(fields, node[2], strict=False), *((name, value) for name, value in node[3] if name in fields)]
        for field, value in given:
            told = self._follower.lexicon.tell(field)
            if told is None or told.category not in ("secret", "grave") or told.weak:
                continue
            if fn.body.nodes[value][0] != ir.CONST and not self._follower.flow(fn, value).clean:
                name = self._follower.text(fn, node[1])
                step = (*place, f"`{field}` is part of the text of `{name}`")
                return Flow((Found("container", f"`{name}`", f"{name}()", Confidence.HIGH, place, "members", told.label, (step,)),))
        return None

    def part(self, fn: Fn, value: int, position: int) -> int:
        """What stands at a place of a tuple that is written out, ``(text, number)``, or made by a class of `NamedTuple`; -1 of others."""
        record = self._listed(fn, value)
        if record[0] == ir.SEQ:
            return int(record[1][position]) if position < len(record[1]) else -1
        entity = self._follower.names.entity(fn, record[1]) if record[0] == ir.CALL else None
        if entity is None or entity[0] != "cls" or not any(map(_is_tuple, self._follower.names.mro(entity[1])[1])):
            return -1
        fields = [field.name for field in entity[1].record.fields]
        if position < len(record[2]) and min(record[2]) >= 0:
            return int(record[2][position])
        return next((int(given) for name, given in record[3] if position < len(fields) and name == fields[position]), -1)

    def field(self, fn: Fn, owner: int, position: int) -> Flow | None:
        """What stands at a place of an object whose class is a `NamedTuple`: ``pair[0]``, ``token, seconds = pair``; `None` of others."""
        if fn.body.nodes[owner][0] not in _OBJECTS:
            return None
        if (computed := self._of_property(fn, source(fn, owner), position)) is not None:
            return computed
        names = self._follower.names
        entity = names.entity(fn, owner)
        if entity is None or entity[0] != "inst":
            return None
        classes, libraries = names.mro(entity[1])
        fields = [field.name for base in classes for field in base.record.fields] if any(map(_is_tuple, libraries)) else []
        if not 0 <= position < len(fields):
            return None
        place = self._follower.place(fn, fn.body.nodes[owner])
        return self._follower.attributes.in_template(fn, owner, f"{_ANY}.{fields[position]}", place)

    def _of_property(self, fn: Fn, record: Node, position: int) -> Flow | None:
        """What stands at a place of the tuple that a property of an object gives: ``user, password = session.credentials``."""
        names = self._follower.names
        owner = names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        method = names.method(owner[1], record[2]) if owner is not None and owner[0] == "inst" else None
        if method is None or not method.head.flags & ir.PROPERTY or not method.body.returns:
            return None
        given = [value for value in method.body.returns if method.body.nodes[value][:2] != [ir.CONST, None]]
        flows = [self._of_returned(method, value, position) for value in given]
        known = [flow for flow in flows if flow is not None]
        return merge([Flow(flow.found, (), flow.clean) for flow in known]) if known and len(known) == len(flows) else None

    def _of_returned(self, fn: Fn, value: int, position: int) -> Flow | None:
        """What stands at a place of a tuple that is written out, or that another function of the project gives."""
        part = self.part(fn, value, position)
        return self._follower.flow(fn, part) if part >= 0 else self._follower.functions.results.part(fn, value, position)

    @staticmethod
    def _listed(fn: Fn, value: int) -> Node:
        """What a list was before its items were made text: ``params[3] = str(params[3])``, in some branch."""
        nodes = fn.body.nodes
        record, owner = nodes[value], nodes[value]
        for _ in range(_MOST_CHANGES):
            if record[0] == ir.UNION:  # if params[3] is not None: params[3] = ...
                record = nodes[record[1][-1]]
            elif record[0] == ir.VAR and (nodes[record[2]][0] in (ir.SEQ, ir.SET, ir.UNION)):
                record = nodes[record[2]]
            elif record[0] == ir.SET and record[2] is None and _is_of_itself(nodes, nodes[record[3]]):
                record = nodes[record[1]]
            else:
                break
        return record if record[0] == ir.SEQ else owner

    def _fields(self, fn: Fn, callee: int) -> list[str]:
        """The names of the fields, in order; none where the callee is no such class."""
        record = fn.body.nodes[callee]
        for _ in range(_MOST_STEPS):
            if record[0] == ir.VAR:
                record = fn.body.nodes[record[2]]
                continue
            names = self._follower.names
            bound = names.binding(fn, record[1]) if record[0] == ir.GLOBAL and record[1][:1].isupper() else None
            if record[0] == ir.IMPORT and record[1].rpartition(".")[2][:1].isupper():
                bound = names.imported_value(record[1], fn.module)
            if bound is None:
                break
            fn, record = bound[0], bound[0].body.nodes[bound[1]]
        if record[0] != ir.CALL or self._follower.text(fn, record[1]).rpartition(".")[2] != "namedtuple" or len(record[2]) < 2:
            return []
        written: Node = fn.body.nodes[record[2][1]] if record[2][1] >= 0 else [ir.OPAQUE]
        if written[0] == ir.CONST and isinstance(written[1], str):
            return written[1].replace(",", " ").split()
        items = [fn.body.nodes[item] for item in written[1]] if written[0] == ir.SEQ else []
        return [item[1] for item in items if item[0] == ir.CONST and isinstance(item[1], str)]


def _is_of_itself(nodes: list[Node], value: Node) -> bool:
    """``str(params[3])``"""
    given = nodes[value[2][0]] if value[0] == ir.CALL and len(value[2]) == 1 and value[2][0] >= 0 else [ir.OPAQUE]
    return given[0] == ir.ITEM and isinstance(given[2], int) and given[2] >= 0


def _is_tuple(base: str) -> bool:
    """Whether a base class makes tuples with named places: ``typing.NamedTuple``."""
    return base.rpartition(".")[2] == "NamedTuple"
