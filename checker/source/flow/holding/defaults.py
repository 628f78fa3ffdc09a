"""Settings that begin with their names: ``{"host": "localhost", "password": None}``, before a file or a caller says what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Found
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_EMPTY = (None, "")
"""What stands for a value that is still to come."""
_FILL = frozenset((ir.CALL, ir.PARAM, ir.ATTR, ir.ITEM, ir.ELEM))
"""Operations that give what nobody here wrote down."""
_SPREAD = "**"
_UNNAMED = "..."
_MOST = 200
"""Settings of one dict that are looked at."""
_TEXTS = frozenset({"errors", "error", "messages", "labels", "fields", "columns", "schema", "types", "descriptions", "widgets", "choices"})
"""Last words of what says something about each name."""


def filled(follower: Follower, fn: Fn, parts: list[int]) -> Found | None:
    """What one of several values tells that is a dict of empty settings, where another one is what they are filled with."""
    made = [(part, source(fn, part)) for part in parts]
    if not any(record[0] in _FILL for _, record in made):
        return None
    return next((found for part, record in made if record[0] == ir.DICT and (found := _named(follower, fn, record, part))), None)


def spread(follower: Follower, fn: Fn, record: Node) -> Found | None:
    """The same of ``{"password": None, **given}``."""
    if _SPREAD not in record[1]:
        return None
    at = record[1].index(_SPREAD)
    return _named(follower, fn, record, -1, at) if source(fn, record[2][at])[0] in _FILL else None


def _named(follower: Follower, fn: Fn, record: Node, name: int, before: int | None = None) -> Found | None:
    text = follower.text(fn, name) if name >= 0 else _UNNAMED
    again = frozenset(record[1][before:]) if before is not None else frozenset()
    if not _TEXTS.isdisjoint(split(text)[-1:]):
        return None
    for key, value in zip(record[1][:before][:_MOST], record[2], strict=False):
        empty = fn.body.nodes[value]
        if not isinstance(key, str) or key in again or empty[0] != ir.CONST or empty[1] not in _EMPTY:
            continue
        told = follower.lexicon.secret(key)
        if told is not None:
            label = f"`{text}`" if text != _UNNAMED else "the settings"
            return Found("container", label, text, Confidence.MEDIUM, follower.place(fn, record), "members", told.label)
    return None
