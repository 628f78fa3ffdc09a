"""Values that are asked for while they are being followed: what was made of the half that was known by then is forgotten again.

`a` hands on what `b` gives, and `b` what `a` gives. Whoever asks for `a` first is told all of it, but on the way `b` was answered as if `a`
gave nothing: were that remembered, what is known of `b` would hang on who asked first, and a secret that comes through it would be lost.
"""

from __future__ import annotations

from typing import Any

from checker.source.flow.origin import UNKNOWN, Flow

NEVER = 1e9
"""No value that is still being followed was asked for."""
_MOST_FORGOTTEN = 200
"""Answers of one cycle; a larger one is left as it was answered first, so that no knot of calls costs more than its due."""


class Open(Flow, frozen=True, gc=False):
    """In the place of a value that is being followed, with how deep that began."""

    level: float = 0.0


class Cycles:
    """Which answers hang on a value that is still being followed."""

    def __init__(self) -> None:
        self.lowest = NEVER
        """The outermost value that was asked for while it was being followed, by all that has been followed since."""
        self._unsure: list[tuple[float, dict[Any, Flow], Any]] = []

    def forget(self) -> None:
        """Begin anew, also where an error has left something half followed."""
        self.lowest = NEVER
        self._unsure.clear()

    def met(self, opened: Flow) -> Flow:
        """What a value gives that is still being followed: nothing is known of it yet."""
        self.lowest = min(self.lowest, opened.level if isinstance(opened, Open) else NEVER)
        return UNKNOWN

    def close(self, level: float, outer: float, memory: dict[Any, Flow], what: Any) -> None:
        """One has been followed, and its answer stands in a memory: was it asked for on the way, those that hang on it are forgotten."""
        if self.lowest < level:
            self._unsure.append((self.lowest, memory, what))
            self.lowest = min(self.lowest, outer)
            return
        self.lowest = outer
        mine = [item for item in self._unsure if item[0] >= level]
        self._unsure = [item for item in self._unsure if item[0] < level]
        if len(mine) <= _MOST_FORGOTTEN:
            for _, known, each in mine:
                known.pop(each, None)
