"""Regular expressions of rules, run by RE2: the engine of Prometheus and Loki, whose time is linear in the text.

Patterns of scanned files never run on a backtracking engine. What RE2 refuses raises `UnknownPatternError`, and is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

_LONGEST = 2_000
"""Characters of a pattern."""
_MEMORY = 1 << 20
"""Bytes that RE2 may take for a pattern's states; a larger one is refused."""


class UnknownPatternError(ValueError):
    """It is not understood."""


class Pattern(msgspec.Struct, frozen=True):
    """A compiled expression."""

    engine: Any
    """RE2's own object."""

    def search(self, text: str, *, whole: bool = False) -> bool:
        """Whether it matches somewhere in the text, or the whole of it."""
        return (self.engine.fullmatch if whole else self.engine.search)(_plain(text)) is not None

    def captured(self, text: str) -> Mapping[str, tuple[int, int]] | None:
        """Where its named groups match, as ranges of the text; ``None`` where it does not."""
        found = self.engine.search(_plain(text))
        if found is None:
            return None
        return {name: found.span(number) for name, number in self.engine.groupindex.items() if found.span(number) != (-1, -1)}


def compiled(pattern: str) -> Pattern:
    """Raises `UnknownPatternError`."""
    import re2  # only rules with patterns need it

    if len(pattern) > _LONGEST:
        raise UnknownPatternError("it is too long")
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        return Pattern(re2.compile(_plain(pattern), options))
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        raise UnknownPatternError(reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)) from error


def _plain(text: str) -> str:
    """The text without halves of characters, which RE2 cannot be given."""
    return text if text.isascii() else text.encode(errors="replace").decode()
