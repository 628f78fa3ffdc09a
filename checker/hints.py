"""Words of which one stands in whatever is looked for: most functions and files have none, and need not be looked at more closely."""

from __future__ import annotations

from collections.abc import Callable

from checker import patterns as re

_LITTLE = 5_000_000
"""Bytes times words: to look for one word after the other costs more after these than to load re2 and let it look for all at once."""


class Hints:
    """Asked whether one of some words stands in bytes."""

    def __init__(self, *words: bytes) -> None:
        self._words = words
        self._left = _LITTLE // len(words)
        self.within: Callable[[bytes], bool] = self._one_by_one
        """Whether one of them does."""

    def _one_by_one(self, data: bytes) -> bool:
        self._left -= len(data)
        if self._left < 0:
            self.within = linear(b"|".join(map(re.escape, self._words)))
        return any(word in data for word in self._words)


class Linear:
    """The same of a pattern with many alternatives; see `linear`."""

    def __init__(self, pattern: bytes) -> None:
        self._pattern = pattern
        self.within: Callable[[bytes], bool] = self._first

    def _first(self, data: bytes) -> bool:
        self.within = linear(self._pattern)
        return self.within(data)


def linear(pattern: bytes) -> Callable[[bytes], bool]:
    """Asks whether a pattern is found, in one pass, however many alternatives it has; it has its flags in it, and no look-around."""
    import re2  # takes 4 ms

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    search = re2.compile(pattern, options).search
    return lambda data: search(data) is not None
