"""What an edit of a file changes for the facts of others: nothing, where it adds to the file's end or changes what they did not read.

A module's heads (names, parameters and the like) and classes are read without a note of which one it was, so that all of them have
to be as they were, but for the numbers of nodes, which mean something only to who reads the body that these are in. Of its functions'
bodies it is known which were read, and whether it was asked what the module imports. What is new was not read; but who had looked for its
name in vain would find it now, or for functions with such a parameter, and so would who looked at all names or all functions, which
counts as having read anything.

Where only lines have moved, because something was added or taken away above them, facts hold that tell no line of the file: lines of one
file are compared with each other and with nothing else, and their order is as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec.structs import replace

from checker.source.ir import Body, Function, ModuleFacts, unpack
from checker.source.ir.lines import Moved, of_body, of_heads, unnumbered
from checker.source.names.reads import IMPORTS, parameter, stored


class Edit:
    """The difference between a module's facts before and after an edit."""

    def __init__(self, before: ModuleFacts, after: ModuleFacts) -> None:
        self._before, self._after = before, after
        self._extends = _extends(before, after)
        self._lines = Moved()
        self._moved: dict[int, bool] = {}
        """Of bodies that are not as they were: whether only their lines are others."""
        self._displaced = not self._extends and _displaces(before, after, self._lines)
        self._bodies: frozenset[int] = frozenset()
        self._names: frozenset[str] = frozenset()
        if self._extends or self._displaced:
            self._names = frozenset(name for one in after.functions[len(before.functions) :] for name in _sought(one))
            pairs = zip(before.bodies, after.bodies, strict=False)
            imports = (IMPORTS,) if before.imports != after.imports else ()
            self._bodies = frozenset((*imports, *(index for index, (old, new) in enumerate(pairs) if old != new)))
        if 0 in self._bodies:
            old, new = unpack(before.bodies[0]), unpack(after.bodies[0])
            self._names |= new.final.keys() - old.final.keys()
            if _continues(old, new):
                self._bodies -= {0}

    @property
    def modules(self) -> tuple[ModuleFacts, ModuleFacts]:
        """The module before, and after."""
        return self._before, self._after

    def spares(self, bodies: Collection[int] | None, missed: Collection[str], told: bytes) -> bool:
        """Whether ``told`` still holds, for which these functions' bodies were read (``None``: anything), and names looked for in vain."""
        if bodies is None or not (self._extends or self._displaced) or not self._names.isdisjoint(missed):
            return False
        others = self._bodies.intersection(bodies)
        if not others and self._extends:
            return True
        return self._after.path.encode() not in told and all(map(self._has_moved, others))

    def _has_moved(self, index: int) -> bool:
        if index < 0:
            return False
        if self._extends and not self._moved:  # in the other case they were compared at once
            _displaces(self._before, self._after, self._lines)
        if index not in self._moved:
            old, after = unpack(self._before.bodies[index]), unpack(self._after.bodies[index])
            new = after if index else _begun(old, after)
            self._moved[index] = new is not None and self._lines.takes(of_body(old), of_body(new))
        return self._moved[index]


def _extends(before: ModuleFacts, after: ModuleFacts) -> bool:
    """Whether all but bodies and imports is as it was, and what is new stands behind it."""
    classes, functions = after.classes[: len(before.classes)], after.functions[: len(before.functions)]
    if _kind(before) != _kind(after):
        return False
    return unnumbered(map(_head, before.functions), before.classes) == unnumbered(map(_head, functions), classes)


def _displaces(before: ModuleFacts, after: ModuleFacts, lines: Moved) -> bool:
    """Whether the same is so but for the lines."""
    if _kind(before) != _kind(after):
        return False
    classes, functions = after.classes[: len(before.classes)], after.functions[: len(before.functions)]
    return lines.takes(of_heads(before.functions, before.classes), of_heads(functions, classes))


def _kind(facts: ModuleFacts) -> tuple[str, str, bool, bool]:
    return facts.path, facts.unread, facts.test, facts.main


def _head(function: Function) -> Function:
    """A head; that of a module without its last line, which nobody but the module itself asks for."""
    return function if function.parent >= 0 else replace(function, end=0)


def _sought(function: Function) -> Iterator[str]:
    """What a function may be looked for by, all over its module."""
    yield from map(parameter, function.params)
    yield from (stored(store.name) for store in function.stores if store.owner == "global")


def _begun(before: Body, after: Body) -> Body | None:
    """The part of a module's body that can be what it was; ``None`` where a star is among the names behind it, which may be any name."""
    kept = {name: after.final[name] for name in before.final if name in after.final}
    if any(name.startswith("*") for name in after.final.keys() - kept.keys()):
        return None
    return replace(after, nodes=after.nodes[: len(before.nodes)], final=kept)


def _continues(before: Body, after: Body) -> bool:
    """Whether a module's body does what it did, with more names at its end, each of which is new, and no star among them."""
    return _begun(before, after) == before
