"""Fluentd's patterns for tags: ``*`` is one part, ``**`` any number of parts, ``{a,b}`` a choice; several stand beside each other."""

from __future__ import annotations

import re
from functools import lru_cache

_CHOICE = re.compile(r"\{([^{}]*)\}")


@lru_cache(maxsize=500)
def fits(pattern: str, tag: str) -> bool:
    """Whether a tag is taken."""
    return any(_fits(one.split("."), tag.split(".")) for told in pattern.split() for one in _spread(told))


def _spread(pattern: str, depth: int = 0) -> list[str]:
    match = _CHOICE.search(pattern)
    if match is None or depth > 4:
        return [pattern]
    return [
        made for one in match[1].split(",") for made in _spread(pattern[: match.start()] + one.strip() + pattern[match.end() :], depth + 1)
    ]


def _fits(pattern: list[str], parts: list[str]) -> bool:
    if not pattern:
        return not parts
    first, *rest = pattern
    if first == "**":
        return any(_fits(rest, parts[count:]) for count in range(len(parts) + 1))
    if not parts:
        return False
    return _part(first, parts[0]) and _fits(rest, parts[1:])


def _part(pattern: str, part: str) -> bool:
    return re.fullmatch("[^.]*".join(map(re.escape, pattern.split("*"))), part) is not None
