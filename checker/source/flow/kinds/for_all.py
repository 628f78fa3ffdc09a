"""Which functions see the requests of every route, those that no route takes among them: middleware, hooks, handlers of errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker import patterns as re
from checker.source.flow.origin import UNROUTED, Found
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_FOR_ALL = frozenset(
    {"exception_handler", "errorhandler", "app_errorhandler", "before_request", "after_request", "before_app_request", "middleware"}
)
"""Decorators of functions that see every request, or every one that failed."""
_GOES_ON = frozenset({"get_response", "call_next"})
"""Parameters of a middleware, or of its methods."""
_HOOKS = frozenset({("before", "request"), ("after", "request")})
"""Last words of functions that a framework calls for each request, however it comes to know of them."""
_PATH = re.compile(r"\.(?:path|full_path)$")
_DECODE = frozenset({"flask", "django", "drf", "quart", "aiohttp", "bottle"})
"""Frameworks whose requests show a path as it is behind its percent signs; others have it in `path_info` only."""


def is_for_all(follower: Follower, fn: Fn) -> bool:
    """Whether a function sees the requests of every route, logins included, or stands in a module that looks after them:
    ``@app.exception_handler(Exception)``; a trail of audits records whatever was asked."""
    if _is_of_middleware(fn) or "audit" in follower.by_name.words(fn):
        return True
    if follower.logins.routed(fn):  # to one of them
        return False
    return any(_is_hook(follower, one) for one in fn.module.functions)


def decoded(follower: Follower, fn: Fn, found: Found) -> Found:
    """What a client says, marked where it is the path, of which no route has decided what can be in it."""
    whole = found.kind in _DECODE and _PATH.search(found.text) is not None
    if not (whole or found.text.endswith(".path_info")) or follower.logins.routed(fn):
        return found
    hook = split(fn.name)[-2:] in _HOOKS or _is_of_middleware(fn) or _is_hook(follower, fn)
    return replace(found, passed=found.passed | {UNROUTED}) if hook else found


def _is_of_middleware(fn: Fn) -> bool:
    """Whether a function is a method of one, is one, or stands in one: ``def record(get_response): def inner(request): ...``."""
    if fn.owner is not None and (split(fn.owner.name)[-1:] == ("middleware",) or _wraps_all(fn.owner)):
        return True
    if "middleware" in split(fn.head.name):
        return True
    outer, at = fn.module.functions, fn.index
    while at > 0:
        if not _GOES_ON.isdisjoint(outer[at].head.params):
            return True
        at = outer[at].head.parent
    return False


def _is_hook(follower: Follower, fn: Fn) -> bool:
    """Whether a function is registered for every request: ``@app.before_request``."""
    if fn.head.parent < 0 or not fn.head.decorators:
        return False
    outer = fn.module.functions[fn.head.parent]
    return any(follower.text(outer, node).removesuffix("()").rpartition(".")[2] in _FOR_ALL for node in fn.head.decorators)


def _wraps_all(owner: Cls) -> bool:
    """Whether a class is a middleware: it is given what answers, or goes on to it."""
    methods = (owner.module.functions[index].head.params for index in owner.record.methods.values())
    return any(not _GOES_ON.isdisjoint(params) for params in methods)
