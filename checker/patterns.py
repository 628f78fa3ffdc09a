"""Regular expressions that are compiled when they are first used: of the hundreds that the modules name, a short run needs few.

Modules import this instead of ``re`` and under that name; only ``compile`` differs. Functions like ``re.sub`` do not take what it gives.
"""

from __future__ import annotations

import re
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    error,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = [
    "ASCII", "DOTALL", "IGNORECASE", "MULTILINE", "VERBOSE", "Match", "Pattern", "compile", "error", "escape", "findall", "finditer",
    "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip

_ATTRIBUTES = ("search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split", "pattern", "flags", "groups", "groupindex")


class _Compiled:
    """Has all that a pattern has, as its own: to be asked costs no more than a pattern does."""

    def __init__(self, text: Any, flags: int) -> None:
        self._written = text, flags

    def __reduce__(self) -> tuple[Any, tuple[Any, int]]:
        return compile, self._written


class _Waiting(_Compiled):
    """A pattern of which nothing was asked yet."""

    def __getattr__(self, name: str) -> Any:
        text, flags = self._written
        compiled = re.compile(text, flags)
        own = {attribute: getattr(compiled, attribute) for attribute in _ATTRIBUTES}
        for attribute, value in {**own, "__class__": _Compiled}.items():
            setattr(self, attribute, value)
        return getattr(compiled, name)


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """The pattern, which raises ``re.error`` only when something is asked of it."""
    return cast("Pattern[AnyStr]", _Waiting(pattern, flags))
