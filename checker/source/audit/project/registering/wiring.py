"""Looks through the whole project for what it registers with its frameworks: by decorators, by calls, and by names that they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.project.registering import class_hooks, connected, decorated, given, seeing, served
from checker.source.audit.project.registering.outside import apart
from checker.source.audit.project.registering.wired import Wired
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module
from checker.source.names.lookup import Names

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

WIRING = "wiring"
_LOGGING = "log_exception"
"""How Tornado tells of whatever leaves a handler: https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.log_exception"""
_PROCESSING = frozenset(
    {"process_response", "process_exception", "dispatch", "__call__", "process_request", "handle_exception", "log_message"}
)
_VIEWS = ("APIView", "ViewSet", "RequestHandler")
"""Ends of the names of classes whose methods are asked for that by a framework."""
_MIDDLEWARE = ("Middleware", "MiddlewareMixin", "BaseHTTPMiddleware")
_OF_REST = ("exc", "context")
"""What a handler of Django REST framework's is given."""
_ANY = frozenset({"Exception"})


def based(names: Names, fn: Fn, endings: tuple[str, ...] | frozenset[str]) -> bool:
    """Whether a method's class, or one that it inherits from, has a name with one of the endings."""
    if fn.owner is None:
        return False
    classes, libraries = names.mro(fn.owner)
    wanted = tuple(endings)
    return any(cls.name.endswith(wanted) for cls in classes) or any(name.rpartition(".")[2].endswith(wanted) for name in libraries)


def wires(follower: Follower, terms: Terms, module: Module) -> bool:
    """Whether a module may register anything with a framework, told by its own code; then it is marked with `WIRING`."""
    if module.facts.test or apart(module):
        return False
    written = module.facts.bodies[0]  # encoded, text still stands there as it is
    named = _is_settings(module) and any(app.encode() in written for app in terms.apps)
    return named or any(_may_wire(follower, fn) for fn in module.functions)


def _may_wire(follower: Follower, fn: Fn) -> bool:
    head = fn.head
    if (
        connected.may_be(fn)
        or seeing.may_see(fn)
        or head.params[:2] == _OF_REST
        or (fn.owner is not None and (fn.name in _PROCESSING or fn.name == _LOGGING or fn.name in class_hooks.FOR_ALL))
    ):
        return True
    return given.may_handle(fn) or served.may_serve(fn) or any(map(_depends, head.annotations)) or decorated.may_be(follower, fn)


def _depends(annotation: str) -> bool:
    return "Depends" in annotation or "Security" in annotation


def _is_settings(module: Module) -> bool:
    return bool(module.parts) and not {"settings", "config", "conf"}.isdisjoint(word for part in module.parts for word in split(part))


def look(follower: Follower, terms: Terms) -> Wired:
    """All that is registered, from the files that are marked with `WIRING`."""
    wired = Wired()
    for module in follower.names.marked(WIRING):
        for fn in module.functions:
            if fn.index and fn.head.decorators:
                decorated.look(follower, fn, wired)
            if connected.may_be(fn):
                connected.look(follower, fn, wired)
            _named(follower.names, fn, wired)
            _given(follower.names, fn, wired)
        if _is_settings(module):
            texts = (node[1] for node in module.functions[0].body.nodes if node[0] == ir.CONST and isinstance(node[1], str))
            named = (name for text in texts for name in (text, text.partition(".")[0]))  # of an app, or of its middleware
            wired.apps.update(name for name in named if name in terms.apps)
    return wired


def _named(names: Names, fn: Fn, wired: Wired) -> None:
    """What frameworks ask for by its name, in classes of theirs."""
    if seeing.may_see(fn):
        wired.handlers += seeing.handlers(names, fn)
        wired.wrapping += seeing.wrapping(names, fn)
        if (bases := seeing.bases(fn)) and based(names, fn, bases):
            wired.handlers.append((_ANY, fn))
    if fn.name in _PROCESSING and based(names, fn, _MIDDLEWARE):
        wired.wrapping.append(fn)
    if fn.name in class_hooks.FOR_ALL and based(names, fn, _VIEWS):
        wired.ending.append(fn)
    if fn.name == _LOGGING and based(names, fn, ("RequestHandler",)):
        wired.handlers.append((frozenset({"HTTPError"}), fn))


def _given(names: Names, fn: Fn, wired: Wired) -> None:
    """What is known by what it is given, or says that it shall be given."""
    if given.may_handle(fn) and (kinds := given.handled(names, fn)):
        wired.given.append((kinds, fn))
    if fn.owner is not None and served.may_serve(fn):
        for cls in served.classes(names, fn):
            wired.served.setdefault((cls.module.path, cls.index), []).append(fn)
    for annotation in filter(_depends, fn.head.annotations):
        for name in annotation.split():
            entity = names.lookup(fn, name) if name[:1].islower() else None
            if entity is not None and entity[0] == "fn":
                wired.dependencies.add(entity[1])
    if fn.head.params[:2] == _OF_REST and ("rest_framework" in fn.module.tops or fn.name.endswith("handler")):
        wired.handlers.append((_ANY, fn))
