"""Which classes of serializers and forms a view is given by its framework: ``serializer_class = LoginSerializer``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.names.lookup import Names

_ASKING = frozenset({"get_serializer", "get_form"})
"""How a view asks its framework for one: https://www.django-rest-framework.org/api-guide/generic-views/#genericapiview"""
_GIVEN = frozenset({"serializer", "form"})
"""First parameters of methods that a framework gives one: ``perform_create(self, serializer)``, ``form_valid(self, form)``."""
_FIELDS = frozenset({"serializer_class", "form_class"})
_METHODS = ("get_serializer_class", "get_form_class")


def may_serve(fn: Fn) -> bool:
    """Whether a method asks its framework for a serializer or a form, or is given one; told by its head."""
    return fn.owner is not None and (not _ASKING.isdisjoint(fn.head.called) or not _GIVEN.isdisjoint(fn.head.params[1:2]))


def classes(names: Names, fn: Fn) -> Iterator[Cls]:
    """The classes of which a view's method may get one: those that its own class names, and those of the classes that inherit from it."""
    for view in (fn.owner, *names.below(fn.owner)) if fn.owner is not None else ():
        bases = names.mro(view)[0]
        fields = ((base.fn, one.value) for base in bases for one in base.record.fields if one.name in _FIELDS and one.value >= 0)
        entities = [names.entity(where, value) for where, value in fields][:1]
        methods = [base.module.functions[base.record.methods[name]] for base in bases for name in _METHODS if name in base.record.methods]
        entities += [names.entity(method, value) for method in methods[:1] for value in method.body.returns]
        yield from (entity[1] for entity in entities if entity is not None and entity[0] == "cls")
