"""Rows about somebody who is there already: what they are in a group, or what else is known of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing.kinds import kind_of
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LINKS = frozenset(
    {"user", "user_id", "user_pk", "user_fk", "user_uuid", "auth_user", "auth_user_id", "django_user", "account", "account_id"}
)
"""Columns that tell whose a row is: who is made has none."""
_GROUPS = frozenset({
    "project", "team", "group", "organization", "organisation", "org", "workspace", "role", "committee", "tenant", "company", "department",
    "community", "club", "space", "board"
})  # fmt: skip
"""Words of columns that tell of what somebody is a part."""


def about(names: Iterable[str]) -> str | None:
    """What a row is by its columns: ``role`` for a place in a group, ``""`` for what else is known of somebody, ``None`` for neither."""
    found = tuple(names)
    if _LINKS.isdisjoint(found):
        return None
    return "role" if any(not _GROUPS.isdisjoint(split(name)[:2]) for name in found) else ""


def kind_of_class(follower: Follower, fn: Fn, name: str) -> str:
    """The kind of a table by the name of its class, and of one of persons by its columns too."""
    kind = kind_of(name)
    if kind != "user":
        return kind
    entity = follower.names.lookup(fn, name)
    return kind_of_cls(follower, entity[1]) if entity is not None and entity[0] == "cls" else kind


def kind_of_cls(follower: Follower, cls: Cls) -> str:
    """The same of a class that is at hand."""
    kind = kind_of(cls.name)
    if kind != "user":
        return kind
    found = about(field.name for base in follower.names.mro(cls)[0] for field in base.record.fields)
    return kind if found is None else found


def made_of(record: ir.Node) -> str | None:
    """What a row is by the columns that it is made with: ``Member.objects.create(user=user, project=project)``; as `about`."""
    return about(key for key, _ in record[3])
