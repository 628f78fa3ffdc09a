"""Answers of aiohttp's server that are raised: the library is a client, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SERVING = ("aiohttp.web.", "aiohttp.web_exceptions.")


def is_aiohttps(follower: Follower, fn: Fn, raised: int) -> bool:
    """Whether an exception is an answer of aiohttp's server, whose module alone does not tell that it serves: it is a client too."""
    record = source(fn, raised)
    entity = follower.names.entity(fn, record[1] if record[0] == ir.CALL else raised)
    return entity is not None and entity[0] == "lib" and entity[1].startswith(_SERVING)
