"""Methods that a class keeps in a table of what it can be asked for: ``self.handlers = {"adduser": self.add_user, "ban": self.ban}``.

Who sends a request names one, and nothing in the project calls it by its name.
"""

from __future__ import annotations

from checker.source import ir
from checker.source.names.elements import Fn

_LEAST = 2
"""Methods that make a table."""


def is_dispatched(fn: Fn) -> bool:
    """Whether a method stands in such a table of its class's."""
    if fn.owner is None or fn.name.startswith("__"):
        return False
    name = fn.name.encode()
    methods = (fn.module.functions[position] for position in fn.owner.record.methods.values())
    return any(name in one.data and any(fn.name in table for table in _tables(one)) for one in methods if one.name != fn.name)


def _tables(fn: Fn) -> list[set[str]]:
    """The names of the methods in each dictionary of a function that holds nothing else."""
    nodes, found = fn.body.nodes, list[set[str]]()
    for record in nodes:
        values = [nodes[value] for value in record[2] if value >= 0] if record[0] == ir.DICT else []
        own = {str(one[2]) for one in values if one[0] == ir.ATTR and nodes[one[1]][:2] == [ir.PARAM, 0]}
        if len(own) >= _LEAST and len(values) == len(record[2]) == sum(one[0] == ir.ATTR for one in values):
            found.append(own)
    return found
