"""What a function reads of an object that it shows whole beside: ``account.model_dump()`` and ``account.password``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.origin import Found, Place
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_REVEALS = "get_secret_value"
"""What is asked for its text hides it in a dump."""


def read_beside(follower: Follower, fn: Fn, owner: int, place: Place) -> Found | None:
    """A dump of an object of unknown class, of which the function reads a secret: ``account.password``, ``entry.data["password"]``."""
    text = follower.text(fn, owner)
    if _REVEALS in fn.head.called or not text or text == "...":
        return None
    for name in _read(follower, fn, text):
        told = follower.lexicon.tell(name)
        if told is not None and told.category in ("secret", "grave") and follower.by_name.sure(fn, told) > Confidence.LOW:
            return Found("container", f"`{text}`", text, Confidence.MEDIUM, place, "members", told.label)
    return None


def _read(follower: Follower, fn: Fn, text: str) -> Iterator[str]:
    for member in fn.head.members:
        if member.owner == text or member.owner.startswith(f"{text}."):
            yield member.name
    for node in fn.body.nodes:
        if node[0] == ir.ATTR and follower.lexicon.tell(node[2]) is not None and follower.text(fn, node[1]) == text:
            yield node[2]
