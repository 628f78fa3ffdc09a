"""Under which keys a filter, a formatter or a processor sees what a record is told of."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.facts.records import Argument
from checker.source.flow.literal import source
from checker.source.logs.redacting import ANY
from checker.source.logs.sinks import Use
from checker.source.names.elements import Fn

_DUMPS = frozenset({"model_dump", "to_dict", "as_dict", "asdict", "dict", "vars"})
"""Last parts of calls that make a dict of an object."""
_ITSELF_AND_TEMPLATE = 2


def keywords_of(fn: Fn | None, use: Use, arguments: tuple[Argument, ...]) -> Iterator[str]:
    """By which keywords a record is given what is told of; ``""`` for a part of its text, `ANY` for a dict.

    ``fn`` is none where another function writes it.
    """
    for one in arguments:
        given = next((written.node for written in use.arguments if written.position == one.position and not one.name), -1)
        if one.origins:
            yield ANY if fn is not None and given >= 0 and _is_dict(fn, given, use) else one.name


def _is_dict(fn: Fn, given: int, use: Use) -> bool:
    """Whether a dict is written out there, or one is made of an object and is all that a template is given: then `logging` keeps it as
    it is, and filters see its items, ``record.args["headers"]``."""
    record = source(fn, given)
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    dumps = record[0] == ir.CALL and str(callee[2 if callee[0] == ir.ATTR else 1]).rpartition(".")[2] in _DUMPS
    others = sum(not written.name for written in use.arguments) - _ITSELF_AND_TEMPLATE
    alone = use.kind == "logging" and others <= 0
    return record[0] == ir.DICT or (dumps and alone)
