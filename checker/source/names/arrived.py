"""What reaches a function without a call of the project's: the error that a clause catches, the row that a signal is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.names.elements import Entity, Fn

if TYPE_CHECKING:
    from checker.source.names.meanings import Meanings

SENT = "instance"
"""The parameter under which Django's signals hand over a row."""


def caught(names: Meanings, fn: Fn, handler: int, depth: int) -> Entity | None:
    """An instance of the project's class that a handler catches, where it catches that one alone: ``except LoginFailed as error``."""
    types = fn.body.handlers[handler].types if handler < len(fn.body.handlers) else []
    cls = names.lookup(fn, types[0], depth) if len(types) == 1 else None
    return ("inst", cls[1]) if cls is not None and cls[0] == "cls" else None


def sent(names: Meanings, fn: Fn, depth: int) -> Entity | None:
    """What Django hands to a receiver of a model's signal: ``@receiver(post_save, sender=Account) def saved(sender, instance)``."""
    parent = fn.module.functions[fn.head.parent]
    calls = (parent.body.nodes[decorator] for decorator in fn.head.decorators)
    senders = [value for call in calls if call[0] == ir.CALL for name, value in call[3] if name == "sender"]
    model = names.entity(parent, senders[0], depth) if len(senders) == 1 else None
    return ("inst", model[1]) if model is not None and model[0] == "cls" else None
