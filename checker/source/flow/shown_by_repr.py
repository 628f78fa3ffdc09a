"""Values that are surely collections or bytes: their text shows what is in them by ``repr``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.ir import Node
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.names.lookup import Names

_LISTS = frozenset({"list", "List", "dict", "Dict", "tuple", "Tuple", "set", "Set", "frozenset"})
"""Annotations of what is a collection."""
_GIVING = frozenset({"split", "rsplit", "splitlines", "getlist", "partition", "rpartition", "encode"})
"""Methods that give a list of texts, or bytes."""
_MAKERS = frozenset({"dict", "list", "tuple", "set", "frozenset", "sorted"})
"""Functions that give a collection."""
_OF_A_REQUEST = frozenset(
    {"args", "form", "values", "files", "view_args", "GET", "POST", "FILES", "query_params", "path_params", "match_info", "arguments",
     "body_arguments", "query_arguments"}
)  # fmt: skip
"""Mappings of a request, which show their values by ``repr``, or encoded."""
_DEEP = 3


def is_listed(names: Names, fn: Fn, node: int, *, always: bool = False) -> bool:
    """Whether a value is one of these, also where it is an enclosing function's."""
    record = fn.body.nodes[node]
    bound = names.binding(fn, record[1]) if record[0] == ir.GLOBAL else None
    return is_list(*(bound or (fn, node)), always=always)


def is_list(fn: Fn, node: int, depth: int = 0, *, always: bool = False) -> bool:
    """Whether a value is surely a list or a dict, whose text shows its items by ``repr``, on one of its ways or ``always``."""
    record = fn.body.nodes[node]
    while record[0] in (ir.VAR, ir.SET, ir.TOUCHED, ir.DROP):
        record = fn.body.nodes[record[2] if record[0] == ir.VAR else record[1]]
    if record[0] == ir.UNION:
        return depth < _DEEP and (all if always else any)(is_list(fn, value, depth + 1, always=always) for value in record[1])
    if record[0] == ir.PARAM:
        return fn.head.annotations[record[1]].partition(" ")[0].rpartition(".")[2] in _LISTS
    if record[0] == ir.CALL:
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.GLOBAL and callee[1] == "str" and record[2] and record[2][0] >= 0:
            return depth < _DEEP and is_list(fn, record[2][0], depth + 1)
        if callee[0] == ir.ATTR and callee[2] == "to_dict":
            return _is_of_a_request(fn, fn.body.nodes[callee[1]])
        return (callee[0] == ir.ATTR and callee[2] in _GIVING) or (callee[0] == ir.GLOBAL and callee[1] in _MAKERS)
    if record[0] == ir.ATTR:
        return _is_of_a_request(fn, record)
    return record[0] in (ir.SEQ, ir.COMP, ir.DICT)


def _is_of_a_request(fn: Fn, record: Node) -> bool:
    """Whether a value is all of a request's arguments or fields: ``request.args``, ``self.request.GET``."""
    if record[0] != ir.ATTR or record[2] not in _OF_A_REQUEST:
        return False
    owner = fn.body.nodes[record[1]]
    name = fn.head.params[owner[1]] if owner[0] == ir.PARAM else owner[2] if owner[0] == ir.ATTR else owner[1]
    return isinstance(name, str) and name.rpartition(".")[2] in ("request", "req")
