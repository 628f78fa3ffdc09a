"""By which logger a function's own module writes: what a record that is missing there would be written with."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from checker.source import ir
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.logs.sinks import Sinks

_KINDS = frozenset({"logging", "structlog", "loguru"})
"""Libraries whose way of writing a record is known."""
_NEEDED = frozenset({"info", "warning"})
_NAMED = frozenset({"log", "logger", "logging"})
_OWN = ("self.", "cls.")


class Logger(msgspec.Struct, frozen=True):
    """A logger as a function can write it."""

    expression: str = ""
    """``logger``, ``self.log``, ``current_app.logger``; ``""`` where the module has none."""
    kind: str = "logging"


class OwnLoggers:
    """Knows the loggers of each module, by how it writes already."""

    def __init__(self, follower: Follower, sinks: Sinks) -> None:
        self._follower = follower
        self._names = follower.names
        self._sinks = sinks
        self._known: dict[Module, list[tuple[Logger, str | None]]] = {}

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._known.clear()

    def at(self, fn: Fn) -> Logger:
        """That of the function's class where its methods write by one, else the module's that writes most, else any that is made."""
        used = self._known.get(fn.module)
        if used is None:
            used = self._known[fn.module] = self._used(fn.module)
        own = [one for one, owner in used if one.expression.startswith(_OWN) and owner is not None and owner == self._class(fn)]
        others = [one for one, _ in used if not one.expression.startswith(_OWN)]
        local = {str(record[1]) for record in fn.body.nodes if record[0] == ir.VAR} | set(fn.head.params)
        every: tuple[Logger, ...] = (*(own if fn.is_method else ()), *others, *self._made(fn.module))
        for one in every:
            if one.expression.startswith(_OWN) or one.expression.partition(".")[0] not in local:
                return one
        return Logger()

    def _used(self, module: Module) -> list[tuple[Logger, str | None]]:
        """Loggers that records are written with, and the class where that is one of its own; those used most come first."""
        counted: Counter[tuple[Logger, str | None]] = Counter()
        for fn in module.functions:
            for call in fn.head.sinks:
                use = self._sinks.use(fn, call)
                callee = fn.body.nodes[fn.body.nodes[call][1]]
                if use is None or use.kind not in _KINDS or callee[0] != ir.ATTR:
                    continue
                text = self._written(fn, callee[1])
                if text:
                    counted[Logger(text, use.kind), self._class(fn) if text.startswith(_OWN) else None] += 1
        return [one for one, _ in counted.most_common()]

    def _written(self, fn: Fn, node: int) -> str:
        """A receiver that means the same in another function: a name of the module's, a part of one, or of ``self``."""
        parts: list[str] = []
        record = fn.body.nodes[node]
        while record[0] == ir.ATTR:
            parts.append(str(record[2]))
            record = fn.body.nodes[record[1]]
        if record[0] == ir.GLOBAL and len(parts) < 2:
            root = str(record[1])
            if root == "logging" or root not in fn.module.functions[0].body.final or (parts and _NAMED.isdisjoint(split(parts[0]))):
                return ""
        elif record[0] == ir.PARAM and record[1] == 0 and fn.is_method and len(parts) == 1:
            root = "self" if fn.head.params[0] == "self" else ""
        else:
            return ""
        return ".".join([root, *reversed(parts)]) if root else ""

    @staticmethod
    def _class(fn: Fn) -> str | None:
        return fn.owner.name if fn.owner is not None else None

    def _made(self, module: Module) -> list[Logger]:
        """Loggers that a module makes or imports, and has not written with yet."""
        body = module.functions[0].body
        found = []
        for name, node in body.final.items():
            if _NAMED.isdisjoint(split(name)) or name == "logging":
                continue
            entity = self._names.entity(module.functions[0], node)
            logger = self._sinks.by_entity(entity) if entity is not None else None
            if logger is not None and logger.kind in _KINDS and logger.methods.keys() >= _NEEDED:
                found.append(Logger(name, logger.kind))
        return found
