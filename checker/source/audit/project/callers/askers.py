"""Who makes an object of a class, or is given one: the views that ask a serializer or a form whether what was sent is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source.audit.project.registering.outside import apart
from checker.source.names.elements import Cls, Fn
from checker.source.names.reads import AUDIT, CALLING

if TYPE_CHECKING:
    from checker.source.audit.project.registering.registered import Registry
    from checker.source.names.lookup import Names

_MOST = 30
"""Functions that call something of a class's name."""


class Askers:
    """Finds them: by what views name (`Registry`), and by what calls the class."""

    def __init__(self, names: Names, registry: Registry) -> None:
        self._names = names
        self._registry = registry

    def of(self, cls: Cls) -> list[Fn]:
        """Those of a class, or of one that inherits from it."""
        self._names.reads.asked.add((AUDIT, "", -1))
        found: dict[Fn, None] = {}
        for each in (cls, *self._names.below(cls)):
            served = self._registry.served.get((each.module.path, each.index), ())
            found.update(dict.fromkeys([*map(self._names.at, served), *self._making(each)]))
        return [fn for fn in found if not fn.module.facts.test and not apart(fn.module) and fn.owner is not cls]

    def _making(self, cls: Cls) -> Iterator[Fn]:
        self._names.reads.asked.add((CALLING, cls.name, -1))
        for place in self._names.survey.called.places(cls.name)[:_MOST]:
            fn = self._names.function(place)
            if any(self._names.entity(fn, fn.body.nodes[call][1]) == ("cls", cls) for call in fn.body.calls):
                yield fn
