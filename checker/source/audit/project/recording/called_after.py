"""Receivers that are given from outside, and are called after their class: ``self.role_service.create(name)`` of a ``RoleService``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.names.lookup import Names

_KEEPING = {
    "service": "service", "svc": "service", "repository": "repository", "repo": "repository", "manager": "manager", "store": "store",
    "dao": "dao", "handler": "handler", "usecase": "usecase",
}  # fmt: skip
"""Last words of what does something for others, to the word that a class has."""
_MANAGED = frozenset({"create", "acreate", "bulk_create", "get_or_create", "update_or_create", "add", "set", "remove", "clear", "delete"})
_RELATED = frozenset({"roles", "groups", "permissions", "user_permissions", "members", "users"})
"""What managers of Django's do, and attributes that are some."""


def methods(names: Names, owner: str, name: str) -> list[Fn]:
    """The project's methods of a name in the classes that a receiver is called after; none where it is called after nothing that acts."""
    wanted = _plain(owner.rpartition(".")[2])
    if wanted is None:
        return []
    return [one for one in names.named(name) if one.owner is not None and _plain(one.owner.name) == wanted and not one.module.facts.test]


def its_own(methods: list[Fn], receiver: str) -> list[Fn]:
    """Of methods of one name those of the class that a receiver is called like, ``apikey.delete()``; all where there is none."""
    name = "".join(split(receiver.rpartition(".")[2]))
    return [one for one in methods if one.owner is not None and name and "".join(split(one.owner.name)) == name] or methods


def _plain(name: str) -> tuple[str, ...] | None:
    words = split(name)
    last = _KEEPING.get(words[-1]) if len(words) > 1 else None
    return (*words[:-1], last) if last is not None else None


def by_a_manager(name: str, receiver: str) -> bool:
    """Whether a manager of Django's does it, an attribute that is one, or a query of SQLAlchemy's: ``Token.objects.create()`` and
    ``Token.query.filter_by(id=1).delete()`` run no method of a view.
    """
    parts = receiver.replace("()", "").split(".")
    return name in _MANAGED and ("objects" in parts[1:] or "query" in parts or parts[-1] in _RELATED or parts[-1].endswith("_set"))
