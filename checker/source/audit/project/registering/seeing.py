"""What sees how every request ends, by the name that a framework asks for it, by what it is given, or by where it is put."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.audit.project.registering.decorating import inside
from checker.source.audit.project.registering.given import function
from checker.source.flow.literal import source
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names

_HANDLING = {
    "handle_error": ("Api",), "handle_http_exception": ("Flask", "Quart"), "handle_user_exception": ("Flask", "Quart"),
    "default": ("ErrorHandler",),
}  # fmt: skip
"""Methods that are given whatever was raised, and ends of the names of their classes: of Flask-RESTful, Flask and Sanic."""
_ROUTES = "get_route_handler"
"""How a route of FastAPI's is made: https://fastapi.tiangolo.com/how-to/custom-request-and-route/"""
_SERVING = (("self", "scope", "receive", "send"), ("self", "environ", "start_response"))
"""What an application of ASGI or WSGI is given, and so who stands around one."""
_FALCONS = "req_succeeded"
"""https://falcon.readthedocs.io/en/stable/api/middleware.html"""
_OF_DJANGO = "exception_handler"
"""https://www.django-rest-framework.org/api-guide/exceptions/#custom-exception-handling"""
_TWEEN = "add_tween"
_PREPARE = "on_response_prepare"
"""https://docs.aiohttp.org/en/stable/web_advanced.html#signals"""
_AFTER = "after_exception"
"""https://docs.litestar.dev/2/usage/lifecycle-hooks.html"""
_FAILURE = "Failure"
"""What Twisted wraps an exception in: https://docs.twisted.org/en/stable/api/twisted.python.failure.Failure.html"""
CALLED = frozenset({_TWEEN, "Litestar", "append"})
_ANY = frozenset({"Exception"})
_OF_ROUTES = frozenset({"HTTPException", "StarletteHTTPException"})


def may_see(fn: Fn) -> bool:
    """Whether a function may see that, or put another one there; told by its head, and the text of those few that append anything."""
    head = fn.head
    if fn.owner is not None and (fn.name in _HANDLING or fn.name == _ROUTES or head.params in _SERVING or _FALCONS in head.params):
        return True
    if _of_django(fn) or _of_twisted(fn):
        return True
    return not CALLED.isdisjoint(head.called) and any(name.encode() in fn.data for name in (_TWEEN, _PREPARE, _AFTER))


def bases(fn: Fn) -> tuple[str, ...]:
    """Ends of the names of classes of which one must stand above a method that handles errors by its name."""
    return _HANDLING.get(fn.name, ())


def handlers(names: Names, fn: Fn) -> Iterator[tuple[frozenset[str], Fn]]:
    """The handlers of errors that a function is, or has put somewhere, each with the names of exceptions that it is for."""
    if fn.owner is not None and fn.name == _ROUTES:
        yield from ((_OF_ROUTES, one) for one in inside(fn) if one is not fn)
    if _of_django(fn) or _of_twisted(fn):
        yield _ANY, fn
    for call in fn.body.calls if "Litestar" in fn.head.called else ():
        for key, value in fn.body.nodes[call][3]:
            made = source(fn, value)
            if key == _AFTER and made[0] == ir.SEQ:
                yield from ((_ANY, found) for one in made[1] if (found := function(names, fn, one)) is not None)


def wrapping(names: Names, fn: Fn) -> Iterator[Fn]:
    """Those that see each answer: what a function is and has inside, or has put somewhere."""
    if fn.owner is not None and (fn.head.params in _SERVING or _FALCONS in fn.head.params):
        yield from inside(fn)
    for call in fn.body.calls if not CALLED.isdisjoint(fn.head.called) else ():
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        if callee[0] != ir.ATTR or not record[2] or record[2][0] < 0:
            continue
        given = fn.body.nodes[record[2][0]]
        if callee[2] == _TWEEN and given[0] == ir.CONST and isinstance(given[1], str):
            maker = names.imported(given[1], fn.module)
            yield from inside(maker[1]) if maker[0] == "fn" else ()
        elif callee[2] == "append" and fn.body.nodes[callee[1]][2:3] == [_PREPARE]:
            found = function(names, fn, record[2][0])
            yield from () if found is None else (found,)


def _of_django(fn: Fn) -> bool:
    """Whether a function asks the handler of Django REST framework, as its own is to do."""
    return len(fn.head.params) == 2 and _OF_DJANGO in fn.head.called and "rest_framework" in fn.module.tops


def _of_twisted(fn: Fn) -> bool:
    """Whether a function is given a failure and the request that ended in it, for which it sends an answer."""
    return "request" in fn.head.params and any(_FAILURE in written.replace(".", " ").split() for written in fn.head.annotations)
