"""Ways on which the same happens, whatever the tests between them found."""

from __future__ import annotations

from checker.source import ir
from checker.source.audit.ways.paths import Entry, Handling, Way
from checker.source.flow.operands import operands
from checker.source.ir.ways import Called, Put, Stored
from checker.source.names.elements import Fn

_DEEPEST = 8


def do_the_same(fn: Fn, way: Way, other: Way) -> bool:
    """Whether a way does all that another one does, with the same values, and ends as it does: no test between them decides anything."""
    done = [one for one in way.entries if isinstance(one, Called | Stored | Put | Handling)]
    return (
        way.exit == other.exit
        and all(one in done for one in other.entries if isinstance(one, Called | Stored | Put | Handling))
        and not (way.exit is not None and _varies(fn, way.exit.value))
        and not any(_is_given_either(fn, one) for one in done)
    )


def _is_given_either(fn: Fn, entry: Entry) -> bool:
    """Whether a call is given what came from one of several ways: ``reply(message)``."""
    return isinstance(entry, Called) and _varies(fn, entry.node)


def _varies(fn: Fn, node: int, depth: int = 0) -> bool:
    """Whether a value may have come from one of several ways."""
    if node < 0 or depth > _DEEPEST:
        return False
    record = fn.body.nodes[node]
    return record[0] == ir.UNION or any(_varies(fn, one, depth + 1) for one in operands(record))
