"""Headers that hide the login when they are turned into text: those of httpx write ``[secure]`` in its place (tried with 0.28)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.names.elements import Entity, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

HIDING = "httpx."
"""Before the names of what has such headers."""
_LIBRARY = "httpx"
_OTHERS = frozenset(
    {"aiohttp", "bottle", "curl_cffi", "django", "fastapi", "flask", "niquests", "playwright", "pyramid", "quart", "requests",
     "rest_framework", "sanic", "starlette", "tornado", "urllib", "urllib3", "webob", "websockets", "werkzeug"}
)  # fmt: skip
"""Libraries that have headers, too, which hide nothing."""
_PARSES = "urllib.parse"
"""A part of one of them that takes addresses apart and has no headers."""
_OPENS = frozenset({"items", "multi_items", "raw", "values", "copy"})
"""What is read of headers that hide nothing any more."""
_MAKES = frozenset({"dict", "list", "tuple", "sorted"})


def are_hiding(fn: Fn, owner: Entity | None) -> bool:
    """Whether what has headers is httpx's, by its type or, where that is unknown, by what its module imports."""
    made = str(owner[1]) if owner is not None and owner[0] in ("lib", "made") else ""
    if made.startswith(HIDING):
        return True
    if (owner is not None and (not made or made.partition(".")[0] in _OTHERS)) or _LIBRARY not in fn.module.tops:
        return False  # what a thread was given to do, ``await asyncio.to_thread(send, request)``, is of no library with headers
    others = {name.partition(".")[0] for name in fn.module.imports if not name.startswith(_PARSES)}
    return others.isdisjoint(_OTHERS)


def shows_no_login(follower: Follower, fn: Fn, text: str) -> bool:
    """Whether headers are nowhere in a function made a dict or a list, which would show what they hide."""
    nodes = fn.body.nodes
    for node in nodes:
        if node[0] == ir.ATTR and node[2] in _OPENS and follower.text(fn, node[1]) == text:
            return False
        if node[0] == ir.CALL and node[2] and follower.text(fn, node[1]) in _MAKES and _is_given(follower, fn, node[2][0], text):
            return False
        if node[0] == ir.DICT and any(
            key == "**" and follower.text(fn, value) == text for key, value in zip(node[1], node[2], strict=False)
        ):
            return False
    return True


def _is_given(follower: Follower, fn: Fn, argument: int, text: str) -> bool:
    return argument >= 0 and follower.text(fn, argument) == text
