"""What Django and SQLAlchemy call the signals and events that a changed row sets off.

https://docs.djangoproject.com/en/5.2/ref/signals/, https://docs.sqlalchemy.org/en/20/orm/events.html#mapper-events
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_INSERTED = ("after_insert", "before_insert")
_UPDATED = ("after_update", "before_update")
_DELETED = ("after_delete", "before_delete")
LISTENED = frozenset((*_INSERTED, *_UPDATED, *_DELETED))
"""SQLAlchemy's: ``@event.listens_for(User, "after_update")``."""
MAKING = ("post_save", "pre_save", *_INSERTED)
CHANGING = ("post_save", "pre_save", "m2m_changed", *_UPDATED)
ENDING = ("post_delete", "pre_delete", *_DELETED)


def listened(follower: Follower, fn: Fn, given: list[int]) -> tuple[str, str]:
    """The event of SQLAlchemy's that a call asks to be told of, and of which class: ``@event.listens_for(User, "after_update")``."""
    written = fn.body.nodes[given[1]] if len(given) > 1 and min(given) >= 0 else [ir.OPAQUE]
    if written[0] != ir.CONST or written[1] not in LISTENED:
        return "", ""
    return str(written[1]), follower.text(fn, given[0]).rpartition(".")[2]


def sender(follower: Follower, fn: Fn, record: ir.Node) -> str:
    """Of which rows a call asks to be told, ``""`` for all of them: ``@receiver(post_save, sender=Quota)``."""
    given = next((value for key, value in record[3] if key == "sender"), -1)
    entity = follower.names.entity(fn, given) if given >= 0 else None
    if entity is not None and entity[0] == "cls":
        return str(entity[1].name)
    return follower.text(fn, given).rpartition(".")[2] if given >= 0 else ""
