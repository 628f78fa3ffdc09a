"""The project's own backends whom Django asks who somebody is: ``authenticate(request, token=token)`` asks those that take a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ASKING = frozenset({"authenticate", "aauthenticate"})
_DJANGOS = "django.contrib.auth"
_OF_PASSWORDS = frozenset({"username", "password", "email"})
"""What Django's own backend takes."""
_KEEPERS = frozenset({"backend", "auth", "authentication", "authenticator"})


def is_djangos(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a call is Django's ``authenticate()``."""
    entity = follower.names.entity(fn, fn.body.nodes[call][1])
    return entity is not None and entity[0] == "lib" and entity[1].startswith(_DJANGOS) and entity[1].rpartition(".")[2] in _ASKING


def asked(follower: Follower, fn: Fn, call: int) -> list[Fn]:
    """The methods of the project's backends that alone take the keywords of a call: https://docs.djangoproject.com/en/5.2/topics/auth/customizing/"""
    keys = {key for key, _ in fn.body.nodes[call][3]}
    if not keys or None in keys or keys <= _OF_PASSWORDS or not is_djangos(follower, fn, call):
        return []
    found = (one for name in _ASKING for one in follower.names.named(name) if not one.module.facts.test)
    return [
        one for one in found if keys <= set(one.head.params) and one.owner is not None and not _KEEPERS.isdisjoint(split(one.owner.name))
    ]
