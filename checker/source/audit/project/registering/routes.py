"""Which paths lead to which functions: decorators, and tables of routes such as Django's ``path("orders/", views.orders)``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.names.elements import Cls, Fn
from checker.source.names.lookup import Names

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})
_DECORATORS = _VERBS | {"route", "api_route", "websocket", "websocket_route"}
_TABLES = frozenset({
    "path", "re_path", "url", "add_url_rule", "add_api_route", "add_route", "add_get", "add_post", "add_put", "add_patch", "add_delete",
    "Route", "register", "add_resource", "add_view"
})  # fmt: skip
"""Calls that are given a path and what answers it."""
_PREFIXES = frozenset({"prefix", "url_prefix"})
_ANSWERING = _VERBS | {
    "dispatch", "form_valid", "form_invalid", "list", "create", "retrieve", "update", "partial_update", "destroy", "perform_create",
    "perform_update", "perform_destroy"
}  # fmt: skip
"""Methods of a class that answer requests."""
_VARIABLE = re.compile(r"\(\?P<\w+>[^/]*\)|<[^<>/]*>|\{[^{}/]*\}|(?<=/):\w+|\([^()/]*\)")
_ANCHORS = str.maketrans("", "", "^$?\\")


class Pattern:
    """A path of the settings: ``*`` is one part of it, ``**`` any number."""

    def __init__(self, text: str) -> None:
        self.text = text
        method, _, path = text.rpartition(" ")
        self._method = method.upper()
        parts = [part for part in _plain(path).split("/") if part]
        within = "".join("(?:/[^/]+)*" if part == "**" else "/" + re.escape(part).replace(r"\*", "[^/]*") for part in parts)
        self._path = re.compile(within)

    def fits(self, route: Route) -> bool:
        """Whether the path and, where one is named, the method are meant."""
        if self._method and route.methods and self._method not in route.methods:
            return False
        return self._path.fullmatch(route.path) is not None


class Route:
    """A path as the code has it, each variable part a ``*``, and the methods in capitals; none where any is taken."""

    __slots__ = ("methods", "path")

    def __init__(self, path: str, methods: frozenset[str]) -> None:
        self.path = "/" + "/".join(part for part in _plain(path).split("/") if part) if path else "/"
        self.methods = methods


def _plain(path: str) -> str:
    return _VARIABLE.sub("*", path).translate(_ANCHORS)


class Routes:
    """Finds the routes of functions. Tables of routes are read once for the whole project."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names: Names = follower.names
        self._tables: dict[Fn, list[Route]] = {}

    def look_around(self) -> None:
        """Read the tables of all modules."""
        survey = self._names.survey
        for module in survey.of(survey.calling(_TABLES)):
            for fn in module.functions:
                if not module.facts.test and not _TABLES.isdisjoint(fn.head.called):
                    self._read(fn)

    def answer(self) -> list[tuple[tuple[str, int], list[tuple[str, list[str]]]]]:
        """What the tables tell, in plain data."""
        return sorted((fn.key, [(one.path, sorted(one.methods)) for one in routes]) for fn, routes in self._tables.items())

    def of(self, fn: Fn) -> Iterator[Route]:
        """The routes that lead to a function."""
        yield from self._tables.get(fn, ())
        parent = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else None
        for node in fn.head.decorators if parent is not None else ():
            record = parent.body.nodes[node] if parent is not None else [ir.OPAQUE]
            callee = parent.body.nodes[record[1]] if record[0] == ir.CALL and parent is not None else [ir.OPAQUE]
            if parent is not None and callee[0] == ir.ATTR and callee[2] in _DECORATORS and (path := _text(parent, record)) is not None:
                methods = {callee[2].upper()} if callee[2] in _VERBS else _methods(parent, record)
                yield Route(self._prefix(parent, callee[1]) + "/" + path, frozenset(methods))

    def _prefix(self, fn: Fn, owner: int) -> str:
        """What a blueprint or a router puts before its paths, where the same module makes it."""
        record = fn.body.nodes[owner]
        if record[0] == ir.GLOBAL and (bound := self._names.binding(fn, record[1])) is not None:
            fn, record = bound[0], bound[0].body.nodes[bound[1]]
        while record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        for key, value in record[3] if record[0] == ir.CALL else ():
            text = fn.body.nodes[value]
            if key in _PREFIXES and text[0] == ir.CONST and isinstance(text[1], str):
                return text[1]
        return ""

    def _read(self, fn: Fn) -> None:
        for call in fn.body.calls:
            record = fn.body.nodes[call]
            name = self._follower.text(fn, record[1]).rpartition(".")[2]
            path = _text(fn, record) if name in _TABLES else None
            if path is None:
                continue
            verb = name.removeprefix("add_").upper()
            methods = frozenset({verb}) if verb.lower() in _VERBS else frozenset(_methods(fn, record))
            for view, own in self._views(fn, [*record[2][1:4], *(value for _, value in record[3])]):
                self._tables.setdefault(view, []).append(Route(path, own or methods))

    def _views(self, fn: Fn, given: list[int]) -> Iterator[tuple[Fn, frozenset[str]]]:
        for node in given:
            if node < 0:
                continue
            record = fn.body.nodes[node]
            callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
            seen = callee[1] if callee[0] == ir.ATTR and callee[2] == "as_view" else node
            entity = self._names.entity(fn, seen)
            if entity is not None and entity[0] == "fn":
                yield entity[1], frozenset()
            elif entity is not None and entity[0] in ("cls", "inst"):
                yield from self._methods_of(entity[1])

    def _methods_of(self, cls: Cls) -> Iterator[tuple[Fn, frozenset[str]]]:
        for base in self._names.mro(cls)[0]:
            for name, index in base.record.methods.items():
                if name in _ANSWERING:
                    yield base.module.functions[index], frozenset({name.upper()}) if name in _VERBS else frozenset()


def _text(fn: Fn, record: ir.Node) -> str | None:
    """The path that a call is given first."""
    given = [*record[2][:2], *(value for key, value in record[3] if key in ("path", "rule", "route"))]
    for node in given:
        value = fn.body.nodes[node] if node >= 0 else [ir.OPAQUE]
        if value[0] == ir.CONST and isinstance(value[1], str):
            return value[1]
    return None


def _methods(fn: Fn, record: ir.Node) -> set[str]:
    for key, value in record[3]:
        items = fn.body.nodes[value]
        if key == "methods" and items[0] == ir.SEQ:
            return {str(fn.body.nodes[item][1]).upper() for item in items[1] if fn.body.nodes[item][0] == ir.CONST}
    return set()
