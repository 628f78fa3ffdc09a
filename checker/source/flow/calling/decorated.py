"""Wrappers that decorators put around functions: they are called with what the decorated functions are called with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source.flow.origin import Flow, Found, hop
from checker.source.lexicon.words import Telling
from checker.source.names.elements import Fn
from checker.source.names.reads import DECORATED

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.flow.calling.callers import Callers

_POSITIONAL = 5
"""So many parameters are given by position; those of a long list behind them are named, and no part of ``*args``."""
_MOST_CALLS = 50
"""Calls of one decorated function that are looked at."""


class Decorated:
    """Finds what a decorator's wrapper is given."""

    def __init__(self, follower: Follower, callers: Callers) -> None:
        self._follower = follower
        self._callers = callers

    def arriving(self, wrapper: Fn, position: int) -> Iterator[Flow]:
        """What a wrapper's parameter holds: told by the decorated functions' parameters, and by their callers."""
        enclosing = wrapper.module.functions[wrapper.head.parent]
        outer = wrapper.module.functions[enclosing.head.parent] if enclosing.head.parent > 0 else enclosing
        for factory in dict.fromkeys((enclosing, outer)):
            self._follower.names.reads.asked.add((DECORATED, *factory.key))
            for function, line in self._follower.names.decorated(factory):
                self._follower.names.reads.heads.add(function.module)
                if position in (wrapper.head.vararg, wrapper.head.kwarg):
                    most = _POSITIONAL if position == wrapper.head.vararg else len(function.head.params)
                    yield from self._told(factory, function, wrapper.head.params[position], most, line)
                yield from self._given(function, wrapper, position)

    def _told(self, factory: Fn, function: Fn, text: str, most: int, line: int) -> Iterator[Flow]:
        by = factory.owner.name if factory.owner is not None else factory.name
        label, place = f"every argument of the functions that `{by}` decorates", (function.module.path, line, 0)
        for name in function.head.params[:most]:
            telling, sure, takes = self._tell(function, name), Confidence.HIGH, f"takes `{name}`"
            if telling is None:
                read = (self._tell(function, member.name) for member in function.head.members if member.owner == name)
                telling, sure = next((told for told in read if told is not None), None), Confidence.MEDIUM
                takes = f"reads the {telling.label} of `{name}`" if telling is not None else ""
            if telling is not None:
                hops = ((*place, f"`{function.name}()` is decorated and {takes}"),)
                yield Flow((Found("container", label, text, sure, place, "arguments", telling.label, hops, crossed=1),))

    def _tell(self, function: Fn, name: str) -> Telling | None:
        """The secret that a parameter or a key of one surely is."""
        told = self._follower.lexicon.tell(name)
        sure = told is not None and self._follower.by_name.sure(function, told) > Confidence.LOW
        return told if told is not None and sure and told.category in ("secret", "grave") else None

    def _given(self, function: Fn, wrapper: Fn, position: int) -> Iterator[Flow]:
        callers = self._callers.callers(function)
        if len(callers) > _MOST_CALLS:
            self._follower.names.reads.beyond.add(f"a decorated function with more than {_MOST_CALLS} calls")
        for caller, call, bound in callers[:_MOST_CALLS]:
            if caller.module.facts.test:
                continue
            node = caller.body.nodes[call]
            starred = position in (wrapper.head.vararg, wrapper.head.kwarg)
            slot = position - 1 if bound and function.is_method and not starred else position
            if slot < 0:  # the instance
                continue
            flow = self._follower.functions.given(caller, node, wrapper, False, slot)
            found = tuple(replace(item, crossed=item.crossed + 1) for item in flow.found if item.category in ("secret", "grave", "url"))
            yield hop(Flow(found), self._follower.calls.at(caller, node), f"passed to `{function.name}()`")
