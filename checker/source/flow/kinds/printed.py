"""Requests whose own text is the whole of them: ``str()`` of webob's shows every header and the body, ``repr()`` the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.evidence.members import methods
from checker.source.flow.literal import bare
from checker.source.flow.origin import HIDDEN_IN_REPR, Found, Place
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_REQUESTS = frozenset({"webob.Request", "webob.request.Request", "webob.request.BaseRequest"})
_WRAPS = "webob.dec.wsgify"
"""Makes an application of a function that is given a request."""
_MIDDLEWARES = frozenset(
    {"oslo_middleware.base.Middleware", "oslo_middleware.base.ConfigurableMiddleware", "oslo_middleware.ConfigurableMiddleware"}
)
_NAMES = frozenset({"req", "request"})
_PARTS = frozenset({"environ", "headers", "params", "path_info", "GET", "POST", "body", "json_body", "application_url", "path", "host_url"})
"""Attributes of a request."""
_LOGINS = frozenset({"environ", "headers", "META"})
"""Those of them in which a login stands."""
_HANDED_ON = frozenset({"process_request", "process_response"})
"""Methods to which a middleware's ``__call__`` hands its request."""


class Printed:
    """Which values are such a request."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names

    def parameter(self, fn: Fn, position: int, place: Place) -> Found | None:
        """A parameter that holds the request: by its annotation, its function's decorator, or its middleware's."""
        found = self._request(fn, position, place)
        return None if found is not None and self._hides(fn, position) else found

    def _request(self, fn: Fn, position: int, place: Place) -> Found | None:
        name, annotation = fn.head.params[position], fn.head.annotations[position]
        if annotation:
            entity = self._names.annotated(fn, annotation)
            return self._found(name, place) if entity is not None and entity[0] == "made" and entity[1] in _REQUESTS else None
        if name not in _NAMES or position > 1:
            return None
        if self._speaks_webob(fn) and self._is_used(fn, name):
            return replace(self._found(name, place), confidence=Confidence.MEDIUM)
        handed_on = fn.owner is not None and fn.name in _HANDED_ON and self._is_middleware(fn.owner)
        return self._found(name, place) if handed_on or self._is_wrapped(fn) else None

    def _hides(self, fn: Fn, position: int) -> bool:
        """Whether a function masks the login in its request: ``request.environ["HTTP_X_AUTH_TOKEN"] = "***"``."""
        nodes = fn.body.nodes
        for node in nodes:
            if node[0] != ir.SET or not isinstance(node[2], str) or self._follower.lexicon.tell(node[2].removeprefix("HTTP_X_")) is None:
                continue
            owner = nodes[bare(fn, node[1])]
            of_request = owner[0] == ir.ATTR and owner[2] in _LOGINS and list(nodes[bare(fn, owner[1])][:2]) == [ir.PARAM, position]
            if of_request and self._follower.edits.masks.is_mask(fn, node[3]):
                return True
        return False

    def made(self, dotted: str, text: str, place: Place) -> Found | None:
        """``webob.Request(environ)``"""
        return self._found(f"{text}()", place) if dotted in _REQUESTS else None

    def _speaks_webob(self, fn: Fn) -> bool:
        """Whether a method's class, or one above it, stands in a module that imports webob: its ``req`` is then webob's."""
        if fn.owner is None:
            return False
        classes = self._names.mro(fn.owner)[0]
        self._names.reads.heads.update(base.module for base in classes)
        return any("webob" in base.module.tops for base in classes)

    @staticmethod
    def _is_used(fn: Fn, name: str) -> bool:
        """Whether a method of the class reads of its ``req`` what only a request has."""
        return any(
            node[0] == ir.ATTR and node[2] in _PARTS and list(one.body.nodes[node[1]][:2]) == [ir.PARAM, one.head.params.index(name)]
            for one in methods(fn)
            if name in one.head.params
            for node in one.body.nodes
        )

    def _found(self, text: str, place: Place) -> Found:
        return Found("container", "the whole request", text, Confidence.HIGH, place, "headers", passed=frozenset({HIDDEN_IN_REPR}))

    def _is_middleware(self, cls: Cls) -> bool:
        classes, libraries = self._names.mro(cls)
        if not _MIDDLEWARES.isdisjoint(libraries):
            return True
        for base in classes:
            self._names.reads.heads.add(base.module)
            if any(self._is_wrapped(base.module.functions[index]) for index in base.record.methods.values()):
                return True
        return False

    def _is_wrapped(self, fn: Fn) -> bool:
        parent = fn.module.functions[fn.head.parent]
        for decorator in fn.head.decorators:
            record = parent.body.nodes[decorator]
            entity = self._names.entity(parent, record[1] if record[0] == ir.CALL else decorator)
            if entity == ("lib", _WRAPS):
                return True
        return False
