"""Names, tables and functions that hold or give a logger's method: ``method = logger.info if ok else logger.error``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.source import ir
from checker.source.lexicon.tables import Tables
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names
from checker.vocabulary import Loggers

_MOST_NAMES = 4
"""Names through which a table of methods is followed, and functions that give what another one gives."""

_PARTIAL = ("lib", "functools.partial")
"""What gives a function a part of its arguments ahead."""

Held = tuple[Loggers, str]
"""A logger and the name of one of its methods; ``""`` where that is not known."""


class Methods:
    """Finds the method of a logger that a value is."""

    def __init__(self, names: Names, tables: Tables, logger: Callable[[Fn, int], Loggers | None]) -> None:
        self._names = names
        self._tables = tables
        self._logger = logger

    def of(self, fn: Fn, value: int, depth: int = 0) -> Held | None:
        """The method that a value is, or may be; ``None`` where it is none."""
        record = fn.body.nodes[value]
        if record[0] == ir.UNION:
            return next((held for item in record[1] if (held := self.of(fn, item, depth)) is not None), None)
        if record[0] == ir.VAR:
            return self.of(fn, record[2], depth)
        if record[0] == ir.GLOBAL and depth < _MOST_NAMES and (bound := self._names.binding(fn, record[1])) is not None:
            return self.of(*bound, depth + 1)  # a module's ``debug = logger.debug``
        if record[0] == ir.ITEM:
            return self._of_table(fn, record[1])
        if record[0] == ir.ATTR and record[2] in self._tables.levels:
            logger = self._logger(fn, record[1])
            return (logger, record[2]) if logger is not None and record[2] in logger.methods else None
        return self._given(fn, record, depth) if record[0] == ir.CALL else None

    def kept(self, fn: Fn, attribute: ir.Node) -> Held | None:
        """The method that an attribute holds which was given a part of its arguments: ``self.debug = partial(logger.log, DEBUG)``."""
        owner = self._names.entity(fn, attribute[1])
        if owner is None or owner[0] != "inst":
            return None
        stores = next((found for base in self._names.mro(owner[1])[0] if (found := base.attributes.get(attribute[2]))), ())
        return next((held for where, value, _ in stores[:_MOST_NAMES] if (held := self.of(where, value, 1)) is not None), None)

    def _given(self, fn: Fn, call: ir.Node, depth: int) -> Held | None:
        """What ``getattr(logger, level)``, ``METHODS.get(level)`` and a function of the project give."""
        entity, callee = self._names.entity(fn, call[1]), fn.body.nodes[call[1]]
        if entity == ("lib", "getattr"):
            logger = self._logger(fn, call[2][0]) if len(call[2]) > 1 and call[2][0] >= 0 else None
            return (logger, "") if logger is not None else None
        if callee[0] == ir.ATTR and callee[2] == "get" and call[2]:
            return self._of_table(fn, callee[1])
        if entity == _PARTIAL and call[2] and call[2][0] >= 0:
            held = self.of(fn, call[2][0], depth)
            return (held[0], held[1] if len(call[2]) == 1 else "") if held is not None else None
        if entity is None or entity[0] != "fn" or depth >= _MOST_NAMES:
            return None
        target: Fn = entity[1]
        self._names.reads.heads.add(target.module)
        return next((held for value in target.body.returns if (held := self.of(target, value, depth + 1)) is not None), None)

    def _of_table(self, fn: Fn, table: int) -> Held | None:
        """The method that ``{"info": logger.info, "error": logger.error}[level]`` gives."""
        for _ in range(_MOST_NAMES):
            record = fn.body.nodes[table]
            if record[0] == ir.VAR:
                table = record[2]
            elif record[0] == ir.GLOBAL and (bound := self._names.binding(fn, record[1])) is not None and bound != (fn, table):
                fn, table = bound
            else:
                break
        return next(self._written(fn, table), None)

    def _written(self, fn: Fn, table: int) -> Iterator[Held]:
        record = fn.body.nodes[table]
        for value in record[2] if record[0] == ir.DICT else ():
            if fn.body.nodes[value][0] == ir.ATTR and (held := self.of(fn, value)) is not None:
                yield held
