"""What stands around a function: who calls it, what wraps it, and which of the project's handlers are told of what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from checker.source import ir, ways
from checker.source.audit.exits import named
from checker.source.audit.records import Records, Sure
from checker.source.names import Fn, Module
from checker.source.reads import AUDIT
from checker.source.ways import Branch, Called, Try
from checker.source.words import split

if TYPE_CHECKING:
    from checker.source.audit.terms import Terms
    from checker.source.flow.backwards import Follower

_DEEPEST = 3
_MOST_CALLERS = 30
_APART = frozenset({
    "migrations", "management", "commands", "cli", "scripts", "bin", "tools", "benchmarks", "examples", "docs", "vendor",
    "testing", "tests", "test", "fixtures", "demo"
})  # fmt: skip
_COMMANDS = frozenset({"command", "group", "task", "shared_task", "fixture", "cli_command", "periodic_task", "argument", "option"})
_HANDLERS = frozenset({"errorhandler", "app_errorhandler", "exception_handler", "error_handler", "exception"})
_ADDERS = frozenset({"add_exception_handler", "register_error_handler", "add_error_handler"})
_ROUTING = frozenset({
    "Depends", "Security", "add_url_rule", "add_api_route", "add_route", "Route", "path", "re_path", "add_view", "add_get",
    "add_post", "add_put", "add_delete", "before_request", "before_app_request", "Tool", "add_api_websocket_route", "url",
    "register_view", "add_resource", "as_view"
})  # fmt: skip
"""Calls that are given what answers a request, or what is asked before."""
_WRAPPING = frozenset({"middleware", "after_request", "after_app_request", "teardown_request"})
_PROCESSING = frozenset(
    {"process_response", "process_exception", "dispatch", "__call__", "process_request", "handle_exception", "log_message"}
)
_ALL = frozenset(
    {"Exception", "BaseException", "HTTPException", "StarletteHTTPException", "APIException", "HTTPError", "WerkzeugHTTPException"}
)
_SETTINGS = frozenset({"settings", "config", "conf"})
_STATUS_WORDS = frozenset({"status", "code", "401", "403"})


class Around:
    """Looks at a function from the outside. What it knows of the whole project is a question of its own (`AUDIT`)."""

    def __init__(self, follower: Follower, records: Records, terms: Terms) -> None:
        self._follower = follower
        self._names = follower.names
        self._records = records
        self._terms = terms
        self._boundary: dict[Fn, bool] = {}
        self._handlers: list[tuple[frozenset[str], Fn]] = []
        """Keys (statuses and class names) and the project's handler of them."""
        self._wrapping: list[Fn] = []
        """Middleware and the like."""
        self._told: list[frozenset[str]] = []
        """Keys of the handlers that leave a record."""
        self._telling = {True: False, False: False}
        """Whether a middleware records exceptions, and answers that refuse."""
        self._apps: set[str] = set()
        self._dependencies: set[Fn] = set()
        """Functions that a framework calls for routes: FastAPI's ``Depends(f)``."""
        self._helpers: list[str] = []
        self._look_around()

    def forget(self) -> None:
        """Know nothing of any function."""
        self._boundary.clear()

    def answer(self) -> Any:
        """What the whole project tells, in plain data."""
        receivers = {name: [fn.key for fn in found] for name, found in sorted(self._records.receivers.items())}
        handlers = [[sorted(keys), fn.key] for keys, fn in self._handlers]
        depended = sorted(fn.key for fn in self._dependencies)
        return [receivers, handlers, [sorted(keys) for keys in self._told], self._telling, sorted(self._apps), depended]

    def _look_around(self) -> None:
        for module in self._names.modules:
            if module.facts.test or self.apart(module):
                continue
            for fn in module.functions:
                self._look_at(module, fn)
        self._told = [keys for keys, fn in self._handlers if self._records_at_all(fn)]
        for raised in (True, False):
            self._telling[raised] = any(self._tells(fn, raised=raised) for fn in self._wrapping)

    def _look_at(self, module: Module, fn: Fn) -> None:
        called = fn.head.called
        if fn.index and fn.head.decorators:
            self._decorated(module, fn)
        if "connect" in called or not _ADDERS.isdisjoint(called):
            self._connected(fn)
        if fn.owner is not None and fn.name in _PROCESSING and self.based(fn, ("Middleware", "MiddlewareMixin", "BaseHTTPMiddleware")):
            self._wrapping.append(fn)
        if not _ROUTING.isdisjoint(called):
            self._depended(fn)
        for annotation in fn.head.annotations:
            if "Depends" in annotation or "Security" in annotation:
                for name in annotation.split():
                    entity = self._names.lookup(fn, name) if name[:1].islower() else None
                    if entity is not None and entity[0] == "fn":
                        self._dependencies.add(entity[1])
        if fn.head.params[:2] == ["exc", "context"]:
            self._handlers.append((frozenset({"Exception"}), fn))
        if (
            fn.index == 0
            and module.parts
            and not {"settings", "config", "conf"}.isdisjoint(word for part in module.parts for word in split(part))
        ):
            texts = (node[1] for node in fn.body.nodes if node[0] == ir.CONST and isinstance(node[1], str))
            self._apps.update(name for name in (text.partition(".")[0] for text in texts) if name in self._terms.apps)

    def _decorated(self, module: Module, fn: Fn) -> None:
        parent = module.functions[fn.head.parent]
        for node in fn.head.decorators:
            record = parent.body.nodes[node]
            name = self._follower.text(parent, record[1] if record[0] == ir.CALL else node).rpartition(".")[2]
            if name in _HANDLERS and record[0] == ir.CALL:
                self._handlers.append((self._keys(parent, record[2]), fn))
            elif name in _WRAPPING:
                self._wrapping.append(fn)
            elif name in ("receiver", "connect_via", "connect") and record[0] == ir.CALL:
                for signal in self._signals(parent, record):
                    self._records.receivers.setdefault(signal, []).append(fn)

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
                    self._records.receivers.setdefault(self._follower.text(fn, callee[1]).rpartition(".")[2], []).append(target[1])
            elif callee[2] in _ADDERS and len(record[2]) > 1 and record[2][1] >= 0:
                target = self._names.entity(fn, record[2][1])
                if target is not None and target[0] == "fn":
                    self._handlers.append((self._only(fn, call) or self._keys(fn, record[2][:1]), target[1]))

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
            if self._follower.text(fn, record[1]).rpartition(".")[2] in _ROUTING:
                for argument in [*record[2][:3], *(value for _, value in record[3])]:
                    entity = self._names.entity(fn, argument) if argument >= 0 else None
                    if entity is not None and entity[0] == "fn":
                        self._dependencies.add(entity[1])

    def depended(self, fn: Fn) -> bool:
        """Whether a framework calls a function for routes that ask for it."""
        self._names.reads.asked.add((AUDIT, "", -1))
        return fn in self._dependencies

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

    # -- questions

    @staticmethod
    def apart(module: Module) -> bool:
        """Whether a file is no part of what serves requests."""
        return not _APART.isdisjoint(module.parts[:-1]) or (bool(module.parts) and module.parts[-1] in ("conftest", "setup", "manage"))

    def decorators(self, fn: Fn) -> list[str]:
        """Last parts of the names of a function's decorators."""
        if fn.head.parent < 0:
            return []
        parent = fn.module.functions[fn.head.parent]
        texts = (self._follower.text(parent, node).removesuffix("()") for node in fn.head.decorators)
        return [text.rpartition(".")[2] for text in texts]

    def routes(self, fn: Fn) -> list[str]:
        """The texts that a function's decorators are given first: ``"/logout"``."""
        if fn.head.parent < 0:
            return []
        parent = fn.module.functions[fn.head.parent]
        calls = (parent.body.nodes[node] for node in fn.head.decorators)
        firsts = (parent.body.nodes[call[2][0]] for call in calls if call[0] == ir.CALL and call[2] and call[2][0] >= 0)
        return [first[1] for first in firsts if first[0] == ir.CONST and isinstance(first[1], str)]

    def based(self, fn: Fn, endings: tuple[str, ...] | frozenset[str]) -> bool:
        """Whether a method's class, or one that it inherits from, has a name with one of the endings."""
        if fn.owner is None:
            return False
        classes, libraries = self._names.mro(fn.owner)
        names = (*(cls.name for cls in classes), *(name.rpartition(".")[2] for name in libraries))
        return any(name.endswith(tuple(endings)) for name in names)

    def boundary(self, fn: Fn) -> bool:
        """Whether the outside calls a function without anybody of the project in between."""
        known = self._boundary.get(fn)
        if known is None:
            known = self._boundary[fn] = self._is_boundary(fn)
        return known

    def _is_boundary(self, fn: Fn) -> bool:
        decorators = self.decorators(fn)
        if not _COMMANDS.isdisjoint(decorators):
            return False
        if self.depended(fn):
            return True
        if not self._terms.decorators.isdisjoint(decorators) or not self._terms.parameters.isdisjoint(fn.head.params):
            return True
        if any("Request" in annotation.split() for annotation in fn.head.annotations) or self._asks_for_request(fn):
            return True
        if fn.owner is not None:
            return not fn.name.startswith("_") and self.based(fn, self._terms.bases)
        return self._in_table(fn)

    def _in_table(self, fn: Fn) -> bool:
        """Whether a function of a server's module takes nothing and nobody of the project calls it: it stands in a table of routes."""
        plain = fn.head.parent == 0 and not fn.head.params and not fn.name.startswith(("_", "<"))
        return plain and not fn.module.tops.isdisjoint(self._follower.tables.server_modules) and not self.callers(fn)

    def _asks_for_request(self, fn: Fn) -> bool:
        """Whether a function that nobody of the project calls reads the request of its thread: ``flask.request``."""
        for position, node in enumerate(fn.body.nodes):
            if node[0] == ir.GLOBAL and node[1] == "request":
                entity = self._names.entity(fn, position)
                return entity is not None and entity[0] == "lib" and entity[1].endswith(".request") and not self.callers(fn)
        return False

    def is_handler(self, fn: Fn) -> bool:
        """Whether a function answers errors that others raised."""
        self._names.reads.asked.add((AUDIT, "", -1))
        return any(handler is fn for _, handler in self._handlers)

    def callers(self, fn: Fn) -> list[tuple[Fn, int, bool]]:
        """The project's calls of a function, outside tests and commands."""
        found = self._follower.callers.callers(fn)
        return [one for one in found if not one[0].module.facts.test and not self.apart(one[0].module)][:_MOST_CALLERS]

    def reachable(self, fn: Fn, depth: int = 0) -> bool:
        """Whether the outside comes to a function, through at most three callers."""
        if self.boundary(fn):
            return True
        if fn.head.parent > 0 and self.boundary(fn.module.functions[fn.head.parent]):
            return True
        return depth < _DEEPEST and any(self.reachable(caller, depth + 1) for caller, _, _ in self.callers(fn) if caller is not fn)

    def wrapped(self, fn: Fn, *, raised: bool) -> bool:
        """Whether a decorator of the project's own records what leaves the function."""
        if fn.head.parent < 0:
            return False
        parent = fn.module.functions[fn.head.parent]
        nodes = [(parent, node) for node in fn.head.decorators]
        nodes += [(fn.owner.fn, node) for node in fn.owner.record.decorators] if fn.owner is not None else []
        for where, node in nodes:
            record = where.body.nodes[node]
            entity = self._names.entity(where, record[1] if record[0] == ir.CALL else node)
            if entity is not None and entity[0] == "fn" and any(self._tells(inner, raised=raised) for inner in _inside(entity[1])):
                return True
        return False

    def _tells(self, fn: Fn, *, raised: bool) -> bool:
        """Whether a wrapper or a middleware records an exception, or an answer that refuses."""
        for step in ways.walk(fn.steps):
            if isinstance(step, Try) and raised and any(self._records.block(fn, clause.block) for clause in step.handlers):
                return True
            if isinstance(step, Branch):
                for arm in step.arms:
                    about = arm.condition >= 0 and not _STATUS_WORDS.isdisjoint(
                        word for name in named(fn, arm.condition) for word in split(name)
                    )
                    if about and self._records.block(fn, arm.block) == Sure.YES:
                        return True
        return False

    def wrapped_always(self, fn: Fn) -> bool:
        """Whether a decorator of the project's own records every call."""
        if fn.head.parent < 0:
            return False
        parent = fn.module.functions[fn.head.parent]
        for node in fn.head.decorators:
            record = parent.body.nodes[node]
            text = self._follower.text(parent, record[1] if record[0] == ir.CALL else node).rpartition(".")[2]
            entity = self._names.entity(parent, record[1] if record[0] == ir.CALL else node)
            if entity is not None and entity[0] == "fn":
                if any(self._records.function(inner) == Sure.YES for inner in _inside(entity[1])):
                    return True
            elif self._terms.writes(text):
                return True
        return False

    def told(self, names: frozenset[str], status: int, *, raised: bool) -> Sure:
        """Whether an error handler or a middleware of the project records a refusal; ``names`` are the exception's and its bases'."""
        self._names.reads.asked.add((AUDIT, "", -1))
        keys = names | {str(status)} | (_ALL if raised else frozenset())
        told = self._telling[raised] or any(not wanted.isdisjoint(keys) for wanted in self._told)
        return Sure.YES if told else Sure.NO

    def _records_at_all(self, fn: Fn) -> bool:
        """A handler of errors tells them apart by their types: a record on one of its ways is taken for that of what it is asked about."""
        return any(self._records.of(fn, call) for call in fn.body.calls)

    def signalled(self, event: str) -> bool:
        """Whether a framework's signal of an event has a receiver that records it, or an installed app does."""
        self._names.reads.asked.add((AUDIT, "", -1))
        if self._apps:
            return True
        signals = [name for name, events in self._terms.signals.items() if event in events.split("|")]
        return any(self._records.function(fn) for name in signals for fn in self._records.receivers.get(name, ()))


def _inside(factory: Fn) -> Iterator[Fn]:
    """A decorator, and the functions inside it."""
    yield factory
    for fn in factory.module.functions:
        parent = fn.head.parent
        if parent > 0 and (parent == factory.index or factory.module.functions[parent].head.parent == factory.index):
            yield fn
