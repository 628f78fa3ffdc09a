"""What is called cookies and is none: the file of a jar, the names of some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_FILE = frozenset({0, "filename"})
"""Where a jar is told its file."""


def are_none(follower: Follower, fn: Fn, value: int, text: str) -> bool:
    """Whether a function makes a jar of that file, ``LWPCookieJar(cookies)``, or the expression calls the value names."""
    given = follower.given_to.slots(fn).get(text, ())
    made = (follower.text(fn, fn.body.nodes[call][1]) for call, slot in given if slot in _FILE)
    return any(callee.endswith("CookieJar") for callee in made) or (value >= 0 and _says_names(fn, value))


def _says_names(fn: Fn, value: int) -> bool:
    """``report(cookies=cookie_names or "none")``"""
    record = fn.body.nodes[value]
    parts = [fn.body.nodes[part] for part in record[1]] if record[0] == ir.UNION else [record]
    return any(part[0] == ir.VAR and split(part[1])[-1:] == ("names",) for part in parts)
