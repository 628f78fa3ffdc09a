"""What a project registers with its frameworks: handlers of errors, middleware, receivers of signals, dependencies, audit apps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.project import bus, class_hooks, commanded, given, seeing, served
from checker.source.audit.signs.mentions import named
from checker.source.ir import ways
from checker.source.ir.ways import Branch, Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module
from checker.source.names.lookup import Names

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

WIRING = "wiring"
_APART = frozenset({
    "migrations", "commands", "cli", "scripts", "benchmarks", "examples", "docs", "vendor",
    "testing", "tests", "test", "fixtures", "demo"
})  # fmt: skip
_APART_AT_THE_TOP = frozenset({"bin", "tools"})
_PACKING = frozenset({"setuptools", "distutils", "skbuild"})
_HANDLERS = frozenset({"errorhandler", "app_errorhandler", "exception_handler", "error_handler", "exception"})
_EXCEPTION_VIEWS = frozenset({"view_config", "exception_view_config", "forbidden_view_config"})
_ADDERS = frozenset({"add_exception_handler", "register_error_handler", "add_error_handler"})
_FALCONS, _ANY = "add_error_handler", frozenset({"Exception", "BaseException"})
"""What is registered so is for what has no nearer handler, as each HTTPError has: https://falcon.readthedocs.io/en/stable/api/app.html"""
_ROUTING = frozenset({
    "Depends", "Security", "add_url_rule", "add_api_route", "add_route", "Route", "path", "re_path", "add_view", "add_get",
    "add_post", "add_put", "add_delete", "before_request", "before_app_request", "Tool", "add_api_websocket_route", "url",
    "register_view", "add_resource", "as_view"
})  # fmt: skip
"""Calls that are given what answers a request, or what is asked before."""
_RESOLVING = frozenset({"field", "mutation", "subscription"})
"""Calls by which Strawberry is given one by its name: https://strawberry.rocks/docs/types/resolvers"""
_RESOLVER = "resolver"
_CONNECTING = _ADDERS | {"connect"}
_WRAPPING = frozenset({"middleware", "after_request", "after_app_request", "teardown_request", "on_response"})
_BOTTLES = frozenset({"error", "hook"})
"""Decorators of a handler of a status, and of what runs after each request: https://bottlepy.org/docs/dev/api.html"""
_CALLED = _CONNECTING | _ROUTING | _RESOLVING | bus.SUBSCRIBING | given.CALLED | _HANDLERS | _WRAPPING
_AFTER_EACH = "request_finished"
"""What Flask sends with each answer: https://flask.palletsprojects.com/en/stable/api/#flask.request_finished"""
_LOGGING = "log_exception"
"""How Tornado tells of whatever leaves a handler: https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.log_exception"""
_PROCESSING = frozenset(
    {"process_response", "process_exception", "dispatch", "__call__", "process_request", "handle_exception", "log_message"}
)

_RECEIVING = frozenset({"receiver", "connect_via", "connect"})
_LISTENING = "listens_for"
_LISTENED = frozenset({"after_insert", "before_insert", "after_update", "before_update", "after_delete", "before_delete"})
"""What SQLAlchemy tells of a row: https://docs.sqlalchemy.org/en/20/orm/events.html#mapper-events"""
_DECORATING = _HANDLERS | _BOTTLES | _EXCEPTION_VIEWS | _WRAPPING | _RECEIVING | bus.SUBSCRIBING

_VIEWS = ("APIView", "ViewSet", "RequestHandler")
"""Ends of the names of classes whose methods are asked for that by a framework."""
_MIDDLEWARE = ("Middleware", "MiddlewareMixin", "BaseHTTPMiddleware")


def based(names: Names, fn: Fn, endings: tuple[str, ...] | frozenset[str]) -> bool:
    """Whether a method's class, or one that it inherits from, has a name with one of the endings."""
    if fn.owner is None:
        return False
    classes, libraries = names.mro(fn.owner)
    own = (*(cls.name for cls in classes), *(name.rpartition(".")[2] for name in libraries))
    return any(name.endswith(tuple(endings)) for name in own)


def apart(module: Module) -> bool:
    """Whether a file is no part of what serves requests."""
    parts = module.parts
    if not _APART.isdisjoint(parts[:-1] if not commanded.are_handled(module) else ()) or not _APART_AT_THE_TOP.isdisjoint(parts[:1]):
        return True
    if module.path.endswith("__init__.py") and not _APART.isdisjoint(parts[-1:]):
        return True
    if len(parts) > 1 and parts[-1] == "setup" and module.tops.isdisjoint(_PACKING):
        return False  # api/setup.py sets an application up
    return bool(parts) and parts[-1] in ("conftest", "setup", "manage")


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
        not _CALLED.isdisjoint(head.called)
        or given.may_keep(fn)
        or seeing.may_see(fn)
        or head.params[:2] == ["exc", "context"]
        or (fn.owner is not None and (fn.name in _PROCESSING or fn.name == _LOGGING or fn.name in class_hooks.FOR_ALL))
    ):
        return True
    if (
        given.may_handle(fn)
        or served.may_serve(fn)
        or any("Depends" in annotation or "Security" in annotation for annotation in head.annotations)
    ):
        return True
    return bool(fn.index and head.decorators) and not _DECORATING.isdisjoint(_decorators(follower, fn))


def _decorators(follower: Follower, fn: Fn) -> Iterator[str]:
    """Last parts of the names of a function's decorators."""
    parent = fn.module.functions[fn.head.parent]
    for node in fn.head.decorators:
        record = parent.body.nodes[node]
        yield follower.text(parent, record[1] if record[0] == ir.CALL else node).rpartition(".")[2]


def _is_settings(module: Module) -> bool:
    return bool(module.parts) and not {"settings", "config", "conf"}.isdisjoint(word for part in module.parts for word in split(part))


class Wiring:
    """Looks through the whole project once."""

    def __init__(self, follower: Follower, terms: Terms) -> None:
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self.handlers: list[tuple[frozenset[str], Fn]] = []
        """Keys (statuses and class names) and the project's handler of them."""
        self.supposed: list[tuple[frozenset[str], Fn]] = []
        """The same where nobody registers one: it asks what an error is that it is given."""
        self.wrapping: list[Fn] = []
        """Middleware and the like."""
        self.apps: set[str] = set()
        self.logs_all = False
        """Whether the framework itself writes down every exception."""
        self.ending: list[Fn] = []
        """Methods to which all errors of a class of views come."""
        self.dependencies: set[Fn] = set()
        """Functions that a framework calls for routes: FastAPI's ``Depends(f)``."""
        self.receivers: dict[str, list[Fn]] = {}
        """Name of a signal to who receives it."""
        self.senders: dict[tuple[str, int], set[str]] = {}
        """Key of who receives one to the classes of whose rows it is told, ``""`` for those of all."""
        self.served: dict[tuple[str, int], list[Fn]] = {}
        """A class of serializers or forms to the methods of views that ask the framework for one."""
        for module in self._names.marked(WIRING):
            for fn in module.functions:
                self._look_at(module, fn)

    def _look_at(self, module: Module, fn: Fn) -> None:
        if fn.index and fn.head.decorators:
            self._decorated(module, fn)
        if not _CALLED.isdisjoint(fn.head.called) or given.may_keep(fn):  # one question instead of four for most functions
            self._calling(fn)
        self._named(fn)
        if given.may_handle(fn) and (kinds := given.handled(self._names, fn)):
            self.supposed.append((kinds, fn))
        if fn.owner is not None and served.may_serve(fn):
            for cls in served.classes(self._names, fn):
                self.served.setdefault((cls.module.path, cls.index), []).append(fn)
        for annotation in filter(None, fn.head.annotations):
            if "Depends" in annotation or "Security" in annotation:
                for name in annotation.split():
                    entity = self._names.lookup(fn, name) if name[:1].islower() else None
                    if entity is not None and entity[0] == "fn":
                        self.dependencies.add(entity[1])
        if fn.head.params[:2] == ["exc", "context"] and ("rest_framework" in module.tops or fn.name.endswith("handler")):
            self.handlers.append((frozenset({"Exception"}), fn))
        if fn.index == 0 and _is_settings(module):
            texts = (node[1] for node in fn.body.nodes if node[0] == ir.CONST and isinstance(node[1], str))
            named = (name for text in texts for name in (text, text.partition(".")[0]))  # of an app, or of its middleware
            self.apps.update(name for name in named if name in self._terms.apps)

    def _named(self, fn: Fn) -> None:
        """What frameworks ask for by its name, in classes of theirs, or know by what it is given."""
        if seeing.may_see(fn):
            self.handlers += seeing.handlers(self._names, fn)
            self.wrapping += seeing.wrapping(self._names, fn)
            if (bases := seeing.bases(fn)) and based(self._names, fn, bases):
                self.handlers.append((frozenset({"Exception"}), fn))
        if fn.name in _PROCESSING and based(self._names, fn, _MIDDLEWARE):
            self.wrapping.append(fn)
        if fn.name in class_hooks.FOR_ALL and based(self._names, fn, _VIEWS):
            self.ending.append(fn)
        if fn.name == _LOGGING and based(self._names, fn, ("RequestHandler",)):
            self.handlers.append((frozenset({"HTTPError"}), fn))

    def _calling(self, fn: Fn) -> None:
        called = fn.head.called
        if not _CONNECTING.isdisjoint(called):
            self._connected(fn)
        if not bus.SUBSCRIBING.isdisjoint(called):
            for key, target in bus.subscribed(self._follower, fn):
                self.receivers.setdefault(key, []).append(target)
        if not (_ROUTING | _RESOLVING).isdisjoint(called):
            self._depended(fn)
        if given.may_keep(fn):
            self.handlers += given.kept(self._names, fn)
        if not given.CALLED.isdisjoint(called):
            self.handlers += given.handlers(self._names, fn)
            self.wrapping += given.middleware(self._names, fn)
            self.logs_all = self.logs_all or (not given.LOGGING.isdisjoint(called) and given.logs_all(fn))
        if not (_HANDLERS | _WRAPPING).isdisjoint(called):
            self._decorated_by_hand(fn)

    def _decorated(self, module: Module, fn: Fn) -> None:
        parent = module.functions[fn.head.parent]
        for node, name in zip(fn.head.decorators, _decorators(self._follower, fn), strict=True):
            record = parent.body.nodes[node]
            if name in _HANDLERS and record[0] == ir.CALL:
                self.handlers.append((self._keys(parent, record[2]), fn))
            elif name in _EXCEPTION_VIEWS and record[0] == ir.CALL and (keys := self._contexts(parent, name, record)):
                self.handlers.append((keys, fn))
            elif name in _BOTTLES and record[0] == ir.CALL and "bottle" in module.tops:
                self._of_bottle(fn, self._keys(parent, record[2][:1]))
            elif name in _WRAPPING:
                self.wrapping.append(fn)
            elif name == _LISTENING and record[0] == ir.CALL and self._listens(fn, parent, record[2]):
                continue
            elif name in bus.SUBSCRIBING and record[0] == ir.CALL:
                for argument in record[2]:
                    if argument >= 0 and (key := bus.event(self._follower, parent, argument)):
                        self.receivers.setdefault(key, []).append(fn)
            elif name in _RECEIVING and record[0] == ir.CALL:
                for signal in self._signals(parent, record):
                    self.receivers.setdefault(signal, []).append(fn)
                self._hears(fn, parent, record)

    def _of_bottle(self, fn: Fn, keys: frozenset[str]) -> None:
        if any(key.isdigit() for key in keys):
            self.handlers.append((keys, fn))
        elif "after_request" in keys:
            self.wrapping.append(fn)

    def _listens(self, receiver: Fn, fn: Fn, given: list[int]) -> bool:
        """Whether one is told of SQLAlchemy's rows of a class, ``@event.listens_for(User, "after_update")``; then it is kept of which."""
        written = fn.body.nodes[given[1]] if len(given) > 1 and min(given) >= 0 else [ir.OPAQUE]
        if written[0] != ir.CONST or written[1] not in _LISTENED:
            return False
        self.receivers.setdefault(str(written[1]), []).append(receiver)
        self.senders.setdefault(receiver.key, set()).add(self._follower.text(fn, given[0]).rpartition(".")[2])
        return True

    def _hears(self, receiver: Fn, fn: Fn, record: ir.Node) -> None:
        """Keeps of which rows a receiver is told: ``@receiver(post_save, sender=Quota)``; ``""`` is all of them."""
        given = next((value for key, value in record[3] if key == "sender"), -1)
        entity = self._names.entity(fn, given) if given >= 0 else None
        text = entity[1].name if entity is not None and entity[0] == "cls" else self._follower.text(fn, given) if given >= 0 else ""
        name = text.rpartition(".")[2]
        self.senders.setdefault(receiver.key, set()).add(name)

    @staticmethod
    def _contexts(fn: Fn, name: str, record: ir.Node) -> frozenset[str]:
        """The exceptions that a view of Pyramid answers; none where its context is a resource."""
        if name == "forbidden_view_config":
            return frozenset({"HTTPForbidden", "403"})
        context = [value for key, value in record[3] if key == "context"] or (record[2][:1] if name == "exception_view_config" else [])
        found = frozenset(str(one).rpartition(".")[2] for node in context if node >= 0 for one in named(fn, node))
        if "HTTPForbidden" in found:
            return found | {"403"}
        return found if any(one.endswith(("Exception", "Error", "HTTPUnauthorized")) for one in found) else frozenset()

    def _signals(self, fn: Fn, record: ir.Node) -> Iterator[str]:
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.ATTR:  # signal.connect
            yield self._follower.text(fn, callee[1]).rpartition(".")[2]
        for argument in record[2][:1]:
            if argument >= 0:
                inner = fn.body.nodes[argument]
                for item in inner[1] if inner[0] == ir.SEQ else [argument]:
                    yield self._follower.text(fn, item).rpartition(".")[2]

    def _connected(self, fn: Fn) -> None:
        for call in fn.body.calls:
            record = fn.body.nodes[call]
            callee = fn.body.nodes[record[1]]
            if callee[0] != ir.ATTR or not record[2]:
                continue
            if callee[2] == "connect" and record[2][0] >= 0:
                target = self._names.entity(fn, record[2][0])
                if target is not None and target[0] == "fn":
                    signal = self._follower.text(fn, callee[1]).rpartition(".")[2]
                    self.receivers.setdefault(signal, []).append(target[1])
                    self.wrapping += [target[1]] if signal == _AFTER_EACH else []
                    self._hears(target[1], fn, record)
            elif callee[2] in _ADDERS and len(record[2]) > 1 and record[2][1] >= 0:
                target = self._names.entity(fn, record[2][1])
                keys = self._only(fn, call) or self._keys(fn, record[2][:1])
                if target is not None and target[0] == "fn" and not (callee[2] == _FALCONS and keys <= _ANY):
                    self.handlers.append((keys, target[1]))

    def _decorated_by_hand(self, fn: Fn) -> None:
        """What is registered without a decorator's sign: ``app.errorhandler(403)(refused)``, ``app.after_request(tell)``."""
        for call in fn.body.calls:
            record = fn.body.nodes[call]
            target = self._names.entity(fn, record[2][0]) if len(record[2]) == 1 and record[2][0] >= 0 else None
            if target is None or target[0] != "fn":
                continue
            callee = fn.body.nodes[record[1]]
            outer = self._follower.text(fn, callee[1] if callee[0] == ir.CALL else record[1]).rpartition(".")[2]
            if outer in _HANDLERS and callee[0] == ir.CALL:
                self.handlers.append((self._keys(fn, callee[2]), target[1]))
            elif outer in _WRAPPING:
                self.wrapping.append(target[1])

    @staticmethod
    def _only(fn: Fn, call: int) -> frozenset[str]:
        """The one status of a loop over all of them for which a handler is registered: ``elif code == 500:``."""
        for step in ways.walk(fn.steps):
            for arm in step.arms if isinstance(step, Branch) else ():
                if any(isinstance(one, Called) and one.node == call for one in arm.block) and arm.condition >= 0:
                    record = fn.body.nodes[arm.condition]
                    other = fn.body.nodes[record[2][1]] if record[0] == ir.COND and record[1] == "==" else [ir.OPAQUE]
                    if other[0] == ir.CONST and isinstance(other[1], int):
                        return frozenset({str(other[1])})
        return frozenset()

    def _depended(self, fn: Fn) -> None:
        for call in fn.body.calls:
            record = fn.body.nodes[call]
            name = self._follower.text(fn, record[1]).rpartition(".")[2]
            if name in _ROUTING or (name in _RESOLVING and any(key == _RESOLVER for key, _ in record[3])):
                for argument in [*record[2][:3], *(value for key, value in record[3] if name in _ROUTING or key == _RESOLVER)]:
                    entity = self._names.entity(fn, argument) if argument >= 0 else None
                    if entity is not None and entity[0] == "fn":
                        self.dependencies.add(entity[1])
                        if entity[1].name == "<lambda>":  # view_func=lambda: create_user(csrf)
                            self.dependencies.update(
                                one for node in entity[1].body.calls for one, _ in self._names.callees(entity[1], node)
                            )

    def _keys(self, fn: Fn, arguments: list[int]) -> frozenset[str]:
        found = [str(name).rpartition(".")[2] for argument in arguments if argument >= 0 for name in named(fn, argument)]
        found += (
            ["Exception"]
            if not any(name.isdigit() or name[:1].isupper() for name in found)
            and arguments
            and not any(fn.body.nodes[argument][0] == ir.CONST for argument in arguments if argument >= 0)
            else []
        )  # told by a loop over all of them
        found += [str(fn.body.nodes[argument][1]) for argument in arguments if argument >= 0 and fn.body.nodes[argument][0] == ir.CONST]
        return frozenset(found)
