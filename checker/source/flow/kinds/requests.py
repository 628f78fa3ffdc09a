"""What a framework or a library hands in: requests and their parts, environments, bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source.flow.kinds import asked_addresses, models
from checker.source.flow.kinds.answers import Answers
from checker.source.flow.kinds.contained import contained
from checker.source.flow.kinds.for_all import decoded
from checker.source.flow.kinds.hiding import HIDING, shows_no_login
from checker.source.flow.kinds.login_bodies import may_hold_login
from checker.source.flow.kinds.owned import Owned
from checker.source.flow.origin import UNKNOWN, WEAK, Flow, Found, Place, untrusted
from checker.source.names.elements import Entity, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_KEPT_IN = ("setting", "config", "conf", "secret", "cred", "env", "key", "local", "core", "security", "auth", "const", "default", "common")
"""Parts of the names of modules that hold a project's own secrets."""


class Requests:
    """What a framework or a library hands in: requests and their parts, environments, bodies."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self.answers = Answers(follower)
        self.owned = Owned(follower, self.answers)

    def library(self, fn: Fn, dotted: str, name: str, place: Place) -> Flow:
        """A free name that nothing in the project binds."""
        known = self.known(fn, dotted, name, place)
        if known is not None:
            return known
        if dotted == name or (name.isupper() and not _is_of_library(dotted)):
            return self.follower.by_name.named(fn, UNKNOWN, name, name, place)
        return UNKNOWN

    def known(self, fn: Fn, dotted: str, text: str, place: Place) -> Flow | None:
        """A library object that the vocabulary knows as a container or as untrusted."""
        found = []
        container = self.tables.containers.find(dotted)
        if container is not None:
            made = contained(container, text, place)
            unlikely = container.kind == "body" and not may_hold_login(self.follower, fn)
            hides = container.kind == "headers" and dotted.startswith(HIDING) and shows_no_login(self.follower, fn, text)
            made = replace(made, passed=frozenset({WEAK})) if hides else made
            found.append(replace(made, confidence=Confidence.LOW) if unlikely or hides else made)
        source = self.tables.sources.find(dotted)
        if source is not None:
            found.append(decoded(self.follower, fn, untrusted(source.framework, text, place)))
        of, _, name = dotted.rpartition(".")
        if (asked := asked_addresses.told(self.follower, fn, of, name, text, place)) is not None:
            found.append(asked)
        if not found and dotted in self.tables.functions:
            return UNKNOWN
        return Flow(tuple(found)) if found else None

    def said(self, fn: Fn, owner: int, whole: Entity | None, name: str, place: Place) -> Flow:
        """What a client says in a field of the body that a route takes, or of a form: ``item.title``, ``form.title.data``."""
        return models.said(self.follower, fn, owner, whole, name, place)

    def filled_in(self, fn: Fn, owner: int, key: str, text: str, place: Place) -> Iterator[Found]:
        """What a client says in a field of a form that has been checked: ``form.cleaned_data["title"]``."""
        return models.filled_in(self.follower, fn, owner, key, text, place)


def _is_of_library(dotted: str) -> bool:
    """Whether a constant stands deep in somebody else's package, which knows no secret of this project's."""
    modules = dotted.lower().split(".")[:-1]
    return len(modules) > 1 and not any(word in module for module in modules for word in _KEPT_IN)
