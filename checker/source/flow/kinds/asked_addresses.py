"""Addresses that clients ask a server for: a token stands in one where the project takes tokens of its query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source.flow.kinds.for_all import is_for_all
from checker.source.flow.origin import Found, Place
from checker.source.index.queries import QUERIED
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.source.names.reads import CALLING

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ADDRESSES = frozenset({"uri", "url", "full_path", "path_qs", "raw_uri", "get_full_path", "build_absolute_uri"})
"""What has the query in it: `path` has not."""
_REQUESTS = frozenset({"request", "req", "_request"})
_SERVERS = frozenset(
    {"flask", "quart", "django", "rest_framework", "tornado", "starlette", "fastapi", "aiohttp", "sanic", "bottle", "pyramid", "webob"}
)
_CLIENTS = frozenset({"requests", "httpx", "urllib3", "niquests"})
_OF_REQUESTS = frozenset({"request", "requests", "access"})
"""Words of functions that log what was asked, beside ``log``."""


def told(follower: Follower, fn: Fn, owner: str, name: str, text: str, place: Place) -> Found | None:
    """The address of any request, in a function that sees all of them: ``request.url`` of one that is logged for each."""
    if name not in _ADDRESSES or owner.rpartition(".")[2] not in _REQUESTS:
        return None
    tops = fn.module.tops
    if tops.isdisjoint(_SERVERS) or not tops.isdisjoint(_CLIENTS) or not _sees_all(follower, fn):
        return None
    follower.names.reads.asked.add((CALLING, QUERIED, -1))
    if not follower.names.survey.calling((QUERIED,)):
        return None
    return Found("url", "request's address", text, Confidence.MEDIUM, place, "", "token")


def _sees_all(follower: Follower, fn: Fn) -> bool:
    words = frozenset(split(fn.name))
    return is_for_all(follower, fn) or ("log" in words and not words.isdisjoint(_OF_REQUESTS))
