"""Serializers: what their methods are given is what a client sent, and their fields say what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source.flow.origin import UNKNOWN, Flow, Found, Place
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

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
        label = self._secret(own)
        return Found("container", f"`{name}`", name, Confidence.MEDIUM, place, "members", label) if label else None

    def loaded(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``LoginSchema().load(request.get_json())``: those fields of a body that marshmallow lets through, which become nothing else."""
        called = split(self._follower.text(fn, owner).removesuffix("()").rpartition(".")[2])
        if called[-1:] != ("schema",) or not node[2] or node[2][0] < 0:
            return None
        sent = self._follower.flow(fn, node[2][0])
        bodies = tuple(replace(item, text=text) for item in sent.found if item.category == "container" and item.kind == "body")
        entity = self._follower.names.entity(fn, owner)
        if not bodies or entity is None or entity[0] != "inst":
            return Flow(bodies) if bodies else None
        own, others = self._follower.names.mro(entity[1])
        if not any(base.startswith(_LIBRARIES) for base in others) or self._makes_objects(own):
            return None
        label = self._secret(own)
        return Flow((replace(bodies[0], kind="members", member=label, confidence=Confidence.MEDIUM),)) if label else UNKNOWN

    def _makes_objects(self, classes: list[Cls]) -> bool:
        """Whether a method makes something else of the fields: ``@post_load``"""
        self._follower.names.reads.heads.update(base.module for base in classes)
        methods = (base.module.functions[index] for base in classes for index in base.record.methods.values())
        return any("post_load" in self._decorators(method) for method in methods)

    def _decorators(self, method: Fn) -> set[str]:
        parent = method.module.functions[method.head.parent]
        return {self._follower.text(parent, at).removesuffix("()").rpartition(".")[2] for at in method.head.decorators}

    def _secret(self, classes: list[Cls]) -> str:
        """The label of a secret that one of the fields takes."""
        for field in (field for base in classes for field in base.record.fields):
            told = self._follower.lexicon.secret(field.name)
            if told is not None and field.value >= 0:
                return told.label
        return ""
