"""How each function can be left: every way out of it, and what its exceptions are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.paths import Paths, Way
from checker.source.names import Fn
from checker.source.ways import Exit

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


class Leaving:
    """Answers how a function can be left; remembers every function."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._ways: dict[Fn, list[Way]] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._ways.clear()

    def ways(self, fn: Fn) -> list[Way]:
        """Every way out of a function."""
        known = self._ways.get(fn)
        if known is None:
            known = self._ways[fn] = Paths(lambda step, handler: self._catches(fn, step, handler)).run(fn.steps)
        return known

    def _catches(self, fn: Fn, step: Exit, handler: int) -> bool:
        types = fn.body.handlers[handler].types
        return not types or not self.kinds(fn, step).isdisjoint(name.rpartition(".")[2] for name in types)

    def kinds(self, fn: Fn, step: Exit) -> frozenset[str]:
        """Names of what a ``raise`` raises, and of its bases."""
        names = {"Exception", "BaseException"}
        if step.value < 0:
            return frozenset(names)
        record = fn.body.nodes[step.value]
        while record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        callee = record[1] if record[0] == ir.CALL else step.value
        entity = self._names.entity(fn, callee)
        names.add(self._follower.text(fn, callee).rpartition(".")[2])
        if step.kind == "exit":
            names.add("HTTPException")
        if entity is not None and entity[0] in ("cls", "inst"):
            classes, libraries = self._names.mro(entity[1])
            names.update(cls.name for cls in classes)
            names.update(name.rpartition(".")[2] for name in libraries)
        return frozenset(names)
