"""How each function can be left: every way out of it, and what its exceptions are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.project.callers import sent_on
from checker.source.audit.project.registering.wiring import based
from checker.source.audit.ways.paths import Paths, Way
from checker.source.audit.ways.possible import Possible
from checker.source.flow.literal import bare, source
from checker.source.ir.ways import Called, Exit, ends, walk
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_FAILING = ("Serializer", "Field", "Mixin")
"""Whose ``self.fail()`` raises a ValidationError: https://www.django-rest-framework.org/api-guide/fields/#raising-validation-errors"""
_COMING_BACK = frozenset(
    {"get", "append", "format", "join", "items", "split", "strip", "filter", "str", "int", "len", "info", "warning", "debug"}
)
_MOST_CALLEES = 4
_ABORT = "abort"
"""Flask's and Pyramid's way to answer at once: ``def bad_request(self, message): abort(400, message)``."""
_REDIRECTS = frozenset({
    "HTTPFound", "HTTPSeeOther", "HTTPMovedPermanently", "HTTPTemporaryRedirect", "HTTPRedirect", "seeother", "HTTPRedirection", "redirect",
    "HTTPOk", "HTTPCreated", "HTTPAccepted", "HTTPNoContent", "HTTPResetContent"
})  # fmt: skip
"""Exceptions of Pyramid, aiohttp, TurboGears, CherryPy and web.py by which an answer is sent after all went well."""
_WELL = frozenset({"OK", "CREATED", "ACCEPTED", "NO_CONTENT"})
"""Members of ``http.HTTPStatus``."""
_OF_FRAMEWORKS = {
    "werkzeug": ("HTTPException", "WerkzeugHTTPException"), "flask": ("HTTPException",), "quart": ("HTTPException",),
    "starlette": ("HTTPException", "StarletteHTTPException"), "fastapi": ("HTTPException", "StarletteHTTPException"),
    "aiohttp": ("HTTPException", "HTTPError", "HTTPClientError"), "pyramid": ("HTTPException", "HTTPError", "HTTPClientError"),
    "webob": ("HTTPException", "HTTPError", "HTTPClientError"),
    "rest_framework": ("APIException",), "tornado": ("HTTPError",), "litestar": ("HTTPException",), "bottle": ("HTTPError",),
}  # fmt: skip
"""What the exceptions of a framework that refuse a request are derived from."""


class Leaving:
    """Answers how a function can be left; remembers every function."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._ways: dict[Fn, list[Way]] = {}
        self._raising: dict[Fn, bool] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._ways.clear()
        self._raising.clear()

    def ways(self, fn: Fn) -> list[Way]:
        """Every way out of a function."""
        known = self._ways.get(fn)
        if known is None:
            paths = Paths(lambda step, handler: self._catches(fn, step, handler), lambda step: self._leaves(fn, step))
            possible = Possible(fn)
            found = (sent_on.as_raised(fn, way) for way in paths.run(fn.steps) if not possible.impossible(way.entries))
            known = self._ways[fn] = list(found)
        return known

    def exits(self, fn: Fn) -> Iterator[Exit]:
        """Every exit that a way may end with, whether or not one does."""
        for step in walk(fn.steps):
            left = self._leaves(fn, step) if isinstance(step, Called) else step
            if isinstance(left, Exit):
                yield left

    def _leaves(self, fn: Fn, step: Called) -> Exit | None:
        """The exit that a call is which always raises: ``self.fail("invalid")`` of a serializer, a helper of the project's own."""
        record = fn.body.nodes[step.node]
        callee = fn.body.nodes[record[1]]
        name = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] in (ir.GLOBAL, ir.IMPORT) else ""
        if not isinstance(name, str) or name[:1].isupper() or not name:
            return None
        name = name.rpartition(".")[2]
        raises = (
            name == "fail" and callee[0] == ir.ATTR and self._follower.text(fn, callee[1]) == "self" and based(self._names, fn, _FAILING)
        )
        if not raises and name not in _COMING_BACK:
            found = self._names.callees(fn, step.node)
            raises = 0 < len(found) <= _MOST_CALLEES and all(self._always_raises(one) for one, _ in found)
        return Exit("exit", step.node, -1, record[4], record[5]) if raises else None

    def _always_raises(self, fn: Fn) -> bool:
        """Whether a function never comes to an end by itself, and is no promise that others keep."""
        if fn not in self._raising:
            self._raising[fn] = False
            leaves = fn.head.raises or _ABORT in fn.head.called
            exits = [one for one in walk(fn.steps) if isinstance(one, Exit)] if leaves and not fn.head.flags & ir.GENERATOR else []
            promised = {"NotImplementedError", "NotImplemented"} & {self._raised(fn, one) for one in exits}
            self._raising[fn] = bool(exits) and not promised and ends(fn.steps) and all(one.kind in ("raise", "exit") for one in exits)
        return self._raising[fn]

    def _raised(self, fn: Fn, step: Exit) -> str:
        if step.value < 0:
            return ""
        node = bare(fn, step.value)  # response = HTTPNoContent(); await forget(request, response); raise response
        record = fn.body.nodes[node]
        return self._follower.text(fn, record[1] if record[0] == ir.CALL else node).rpartition(".")[2]

    def _catches(self, fn: Fn, step: Exit, handler: int) -> bool:
        types = fn.body.handlers[handler].types
        return not types or not self.kinds(fn, step).isdisjoint(name.rpartition(".")[2] for name in types)

    def redirects(self, fn: Fn, step: Exit) -> bool:
        """Whether a ``raise`` answers that all went well, or sends the browser on: ``raise HTTPFound(location=url("users"))``."""
        if step.kind != "raise":
            return False
        name = self._raised(fn, step)
        return name in _REDIRECTS or (name == "HTTPException" and self._went_well(fn, step))

    def _went_well(self, fn: Fn, step: Exit) -> bool:
        """Whether an exception is given a status of success: ``HTTPException(status_code=status.HTTP_201_CREATED)``."""
        record = source(fn, step.value)
        if record[0] != ir.CALL:
            return False
        given = [*record[2][:1], *(value for key, value in record[3] if key == "status_code")]
        for value in (source(fn, one) for one in given if one >= 0):
            if value[0] == ir.CONST and isinstance(value[1], int) and 200 <= value[1] < 300:
                return True
            name = str(value[2] if value[0] == ir.ATTR else value[1] if value[0] in (ir.IMPORT, ir.GLOBAL) else "").rpartition(".")[2]
            if name.startswith("HTTP_2") or name in _WELL:
                return True
        return False

    def kinds(self, fn: Fn, step: Exit) -> frozenset[str]:
        """Names of what a ``raise`` raises, and of its bases."""
        names = {"Exception", "BaseException"}
        if step.value < 0:
            return frozenset(names)
        record = source(fn, step.value)
        callee = record[1] if record[0] == ir.CALL else step.value
        entity = self._names.entity(fn, callee)
        names.add(self._follower.text(fn, callee).rpartition(".")[2])
        if step.kind == "exit":
            names.add("HTTPException")
            helpers = [one for one, _ in self._names.callees(fn, step.value)] if record[0] == ir.CALL else []
            exits = ((one, leave) for one in helpers if one is not fn for leave in walk(one.steps) if isinstance(leave, Exit))
            names.update(name for one, leave in exits if leave.kind == "raise" for name in self.kinds(one, leave))
        if entity is not None and entity[0] == "lib":
            names.update(_OF_FRAMEWORKS.get(entity[1].partition(".")[0], ()))
        if entity is not None and entity[0] in ("cls", "inst"):
            classes, libraries = self._names.mro(entity[1])
            names.update(cls.name for cls in classes)
            names.update(name.rpartition(".")[2] for name in libraries)
            names.update(base for name in libraries for base in _OF_FRAMEWORKS.get(name.partition(".")[0], ()))
        return frozenset(names)
