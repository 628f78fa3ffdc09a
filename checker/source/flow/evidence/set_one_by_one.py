"""Mappings whose items become the attributes of an object, one by one: the secret that is read of the object is in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.lexicon.words import Telling
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SETS = "setattr"
_ITEMS = frozenset({"items", "iteritems"})
_MOST_METHODS = 400
"""Methods of a class, of those above and of those below it that are looked at."""


def told(follower: Follower, fn: Fn, text: str) -> Telling | None:
    """The secret that is read of the object: ``for key, value in options.items(): setattr(self, key, value)`` and ``self.password``."""
    if _SETS not in fn.head.called or fn.owner is None:
        return None
    owners = set(_set_on(follower, fn, text))
    if not owners:
        return None
    for method in _methods(follower, fn):
        for node in method.body.nodes:
            if node[0] != ir.ATTR:
                continue
            telling = follower.lexicon.tell(node[2])
            surely = telling is not None and telling.category in ("secret", "grave") and not telling.weak
            if surely and follower.text(method, node[1]) in owners:
                return telling
    return None


def _set_on(follower: Follower, fn: Fn, text: str) -> Iterator[str]:
    """The objects of whose attributes a function makes the items of what is called ``text``."""
    nodes = fn.body.nodes
    for call in fn.body.calls:
        given = nodes[call][2]
        if len(given) != 3 or min(given) < 0 or follower.text(fn, nodes[call][1]) != _SETS:
            continue
        key, value = source(fn, given[1]), source(fn, given[2])
        if key[0] == value[0] == ir.UNPACK and key[1] == value[1] and (key[2], value[2]) == (0, 1) and _is_over(follower, fn, key[1], text):
            yield follower.text(fn, given[0])


def _is_over(follower: Follower, fn: Fn, pair: int, text: str) -> bool:
    """Whether a loop runs over the items of what is called ``text``."""
    nodes = fn.body.nodes
    items = source(fn, nodes[pair][1]) if nodes[pair][0] == ir.ELEM else nodes[pair]
    callee = nodes[items[1]] if items[0] == ir.CALL else items
    return items[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] in _ITEMS and follower.text(fn, callee[1]) == text


def _methods(follower: Follower, fn: Fn) -> list[Fn]:
    """The methods of a method's class, and of those above and below it."""
    if fn.owner is None:
        return []
    classes = chain(follower.names.mro(fn.owner)[0], follower.names.below(fn.owner))
    found = [cls.module.functions[index] for cls in classes for index in cls.record.methods.values()]
    return found[:_MOST_METHODS]
