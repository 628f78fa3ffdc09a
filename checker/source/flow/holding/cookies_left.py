"""Headers that a server got, of which only the login is hidden: the cookies, which let somebody in as well, are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.origin import MASKED, WEAK, Flow, Found, Ref
from checker.source.lexicon.words import Telling
from checker.source.names.elements import Fn
from checker.source.names.reads import CALLING

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_INCOMING = "the request's headers"
_LOGIN, _COOKIE, _COOKIES = "authorization header", "cookie", "cookies"
_RECEIVED = frozenset({"request", "req", "_request"})
"""Names of what a client sent, before ``.headers``."""
_SERVERS = frozenset(
    {"flask", "quart", "django", "rest_framework", "tornado", "starlette", "fastapi", "aiohttp", "sanic", "bottle", "pyramid", "webob",
     "falcon", "twisted", "litestar", "cherrypy"}
)  # fmt: skip
_CLIENTS = frozenset({"requests", "httpx", "urllib3", "niquests"})
"""A module of these has requests of its own, whose cookies are few."""
_WITH_COOKIES = (
    "set_cookie", "set_secure_cookie", "set_signed_cookie", "get_secure_cookie", "get_signed_cookie", "login_user", "django_login",
    "SessionMiddleware",
)  # fmt: skip
"""Calls of a project that knows its users by a cookie."""


def left(follower: Follower, fn: Fn, before: Flow, after: Flow, told: Telling) -> Flow:
    """What is left of headers when the item that is told of is hidden."""
    if told.label != _LOGIN or _COOKIE in _written(follower, fn):
        return after
    cookies = tuple(_only(item) for item in before.found if _are_received(follower, fn, item))
    return replace(after, found=(*after.found, *cookies)) if cookies else after


def given_back(follower: Follower, fn: Fn, target: Fn, given: Flow, ref: Ref) -> Flow:
    """What a function gives back of headers that hides their login: ``scrub(request.headers)``."""
    written = _written(follower, target) if MASKED in ref.passed and "container" in ref.removed else set()
    if _LOGIN not in written or _COOKIE in written:
        return Flow()
    return Flow(tuple(_only(item) for item in given.found if _are_received(follower, fn, item)))


def _only(item: Found) -> Found:
    return replace(item, confidence=Confidence.MEDIUM, member=_COOKIES, passed=item.passed - {WEAK})


def _are_received(follower: Follower, fn: Fn, item: Found) -> bool:
    """Whether headers are those that a server got, of a project that knows its users by cookies."""
    if item.kind != "headers" or item.label != _INCOMING or item.member:
        return False
    owner = item.text.rpartition(".")[0].rpartition(".")[2]
    tops = fn.module.tops
    served = owner in _RECEIVED and not tops.isdisjoint(_SERVERS) and tops.isdisjoint(_CLIENTS)
    return served and not _is_made(fn, owner) and _has_cookies(follower)


def _is_made(fn: Fn, name: str) -> bool:
    """Whether a function makes the request itself, to send it."""
    nodes = fn.body.nodes
    return any(node[0] == ir.VAR and node[1] == name and nodes[node[2]][0] == ir.CALL for node in nodes)


def _written(follower: Follower, fn: Fn) -> set[str]:
    """What a function takes out, or writes something else in the place of, however that is made: ``headers["Cookie"] = shown``."""
    keys = (node[2] for node in fn.body.nodes if node[0] in (ir.SET, ir.DROP) and node[2])
    return {told.label for key in keys if (told := follower.lexicon.tell(key)) is not None}


def _has_cookies(follower: Follower) -> bool:
    for name in _WITH_COOKIES:
        follower.names.reads.asked.add((CALLING, name, -1))
    return bool(follower.names.survey.calling(_WITH_COOKIES))
