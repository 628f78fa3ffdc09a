"""Methods of the classes above, that a method calls by ``super()``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.names.elements import Entity, Fn

if TYPE_CHECKING:
    from checker.source.names.meanings import Meanings

ABOVE: Entity = ("made", "super")
"""What ``super()`` gives, also ``super(Account, self)``."""


def inherited(names: Meanings, fn: Fn, name: str) -> Entity | None:
    """The method that ``super().name`` means; ``None`` where it is a library's, or a property."""
    if fn.owner is None:
        return None
    found = next((base for base in names.mro(fn.owner)[0][1:] if name in base.record.methods), None)
    if found is None:
        return None
    method = found.module.functions[found.record.methods[name]]
    return None if method.head.flags & ir.PROPERTY else ("fn", method, not method.head.flags & ir.STATIC)
