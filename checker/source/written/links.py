"""Which raises' texts end up where: a caught exception's text that is written, or sent to a client."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.model import Step
from checker.source.flow.origin import UNKNOWN, Flow, Found, Place
from checker.source.flow.places import span

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.names.elements import Fn

MOST_PLACES = 4
"""So many places are named for one ``raise``."""

Sites = dict[tuple["Fn", int], list[Step]]
"""A ``raise``, by its function and position, to the places."""


class Links:
    """Of one module at a time."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self.logged: Sites = {}
        self.shown: Sites = {}

    def forget(self) -> None:
        """Begin a module anew."""
        self.logged, self.shown = {}, {}

    def link(self, found: Iterable[Found], place: Place, callee: str, where: Sites) -> None:
        """Note for each raise that a caught exception's text may come from that it is written here."""
        for item in found:
            if item.category == "exception":
                for site in self._follower.caught.get(item.place, ()):
                    steps = where.setdefault(site, [])
                    if len(steps) < MOST_PLACES:
                        steps.append(Step(span(place), f"written by {callee}()" if where is self.logged else f"sent by {callee}()"))

    def traceback(self, fn: Fn, call: int, place: Place, callee: str, values: Iterable[Flow]) -> Flow:
        """``logger.exception()`` and ``exc_info=True`` write the text of what the handler caught, named or not; so does ``format_exc()``.

        What a library's error repeats there of the arguments of a call: no ``raise`` of the project tells it.
        """
        handler = next((position for sink, position in fn.head.rescues if sink == call), None)
        if handler is None:
            return UNKNOWN
        tail = callee.rpartition(".")[2]
        shown = tail in ("exception", "capture_exception", "print_exc") or any(
            name == "exc_info" and fn.body.nodes[value][1:] != [False] for name, value in fn.body.nodes[call][3]
        )
        if not shown and not any(_is_made_here(item, place, fn.body.handlers[handler].line) for flow in values for item in flow.found):
            return UNKNOWN
        sites, repeated = self._follower.exceptions.caught(fn, fn.body.handlers[handler])
        for site in sites:
            steps = self.logged.setdefault(site, [])
            if len(steps) < MOST_PLACES:
                steps.append(Step(span(place), f"written by {callee}()"))
        return repeated


def _is_made_here(item: Found, place: Place, handler: int) -> bool:
    """Whether a traceback was put into text between a handler's first line and a record."""
    return item.category == "traceback" and not item.crossed and item.place[0] == place[0] and handler <= item.place[1] <= place[1]
