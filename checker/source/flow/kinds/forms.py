"""Serializers: what their methods are given is what a client sent, and their fields say what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source.flow.origin import Found, Place
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_METHODS = {
    "validate": ("attrs", "data", "attributes", "validated_data"),
    "create": ("validated_data", "data", "attrs"),
    "update": ("validated_data", "data", "attrs"),
    "to_internal_value": ("data",),
    "run_validation": ("data",),
    "validate_empty_values": ("data",),
}
"""Methods of a serializer, and what they call the fields' values that they are given."""
_LIBRARIES = ("rest_framework.", "marshmallow.", "drf_", "dj_rest_auth.", "djoser.")


class Forms:
    """The part of the follower that knows about classes whose fields are what a client fills in."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def given(self, fn: Fn, name: str, place: Place) -> Found | None:
        """What a parameter of a serializer's method holds, of one that has a field for a secret."""
        owner = fn.owner
        if owner is None or name not in _METHODS.get(fn.name, ()):
            return None
        own, others = self._follower.names.mro(owner)
        if not any(base.startswith(_LIBRARIES) for base in others):
            return None
        for field in (field for base in own for field in base.record.fields):
            told = self._follower.lexicon.tell(field.name)
            if told is not None and told.category == "secret" and not told.weak and field.value >= 0:
                return Found("container", f"`{name}`", name, Confidence.MEDIUM, place, "members", told.label)
        return None
