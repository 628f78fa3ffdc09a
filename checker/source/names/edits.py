"""What an edit of a file changes for the facts of others: nothing, where it adds to the file's end or changes what they did not read.

A module's heads (names, parameters, lines and the like) and classes are read without a note of which one it was, so that all of them have
to be as they were. Of its functions' bodies it is known which were read, and whether it was asked what the module imports. What is new was
not read; but who had looked for its name in vain would find it now, and so would who looked at all names or all functions, which counts as
having read anything.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from checker.source.ir import Body, Function, ModuleFacts, unpack
from checker.source.names.reads import IMPORTS


class Edit:
    """The difference between a module's facts before and after an edit."""

    def __init__(self, before: ModuleFacts, after: ModuleFacts) -> None:
        self._extends = _extends(before, after)
        self._bodies: frozenset[int] = frozenset()
        self._names: frozenset[str] = frozenset()
        if self._extends:
            pairs = zip(before.bodies, after.bodies, strict=False)
            imports = (IMPORTS,) if before.imports != after.imports else ()
            self._bodies = frozenset((*imports, *(index for index, (old, new) in enumerate(pairs) if old != new)))
        if 0 in self._bodies:
            old, new = unpack(before.bodies[0]), unpack(after.bodies[0])
            self._names = frozenset(new.final.keys() - old.final.keys())
            if _continues(old, new):
                self._bodies -= {0}

    def spares(self, bodies: Collection[int] | None, missed: Collection[str]) -> bool:
        """Whether facts still hold for which these functions' bodies were read (``None``: anything), and names looked for in vain."""
        return bodies is not None and self._extends and self._bodies.isdisjoint(bodies) and self._names.isdisjoint(missed)


def _extends(before: ModuleFacts, after: ModuleFacts) -> bool:
    """Whether all but bodies and imports is as it was, and what is new stands behind it."""
    told = [(one.path, one.unread, one.test, one.main) for one in (before, after)]
    classes, functions = after.classes[: len(before.classes)], after.functions[: len(before.functions)]
    return told[0] == told[1] and before.classes == classes and [*map(_head, before.functions)] == [*map(_head, functions)]


def _head(function: Function) -> Function:
    """A head; that of a module without its last line, which nobody but the module itself asks for."""
    return function if function.parent >= 0 else replace(function, end=0)


def _continues(before: Body, after: Body) -> bool:
    """Whether a module's body does what it did, with more names at its end, each of which is new, and no star among them."""
    kept = {name: after.final.get(name) for name in before.final}
    same = replace(after, nodes=after.nodes[: len(before.nodes)], final=kept)
    return same == before and not any(name.startswith("*") for name in after.final.keys() - kept.keys())
