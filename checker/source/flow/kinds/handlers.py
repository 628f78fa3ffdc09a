"""Functions that a framework calls with what a client sends: how they are routed, and which of their parameters are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.names.elements import Fn
from checker.vocabulary import Source

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SEVERAL = frozenset({"list", "List", "set", "Set", "frozenset", "tuple", "Tuple", "Sequence", "Iterable"})
_TYPED = frozenset({
    "int", "float", "bool", "UUID", "Decimal", "date", "datetime", "IntEnum", "Enum", "Literal", "conint", "confloat", "condecimal",
    "condate", "ObjectId", "UploadFile", "BackgroundTasks", "Session", "AsyncSession", "Depends"
})  # fmt: skip
_FILLERS = frozenset({"Depends", "Security", "Header"})
"""Words of annotations of parameters that FastAPI fills with what a function gives, or with a header, in which no server takes a break."""

_VERBS = frozenset({"route", "get", "post", "put", "patch", "delete"})
"""Last parts of the names of decorators that route; others say who may ask."""


def serves(follower: Follower, fn: Fn) -> bool:
    """Whether a function's module answers requests; aiohttp's sends them as often, and its ``web`` answers them."""
    tops = fn.module.tops
    return not tops.isdisjoint(follower.tables.server_modules) or ("aiohttp" in tops and "web" in fn.module.functions[0].body.final)


def routing(follower: Follower, fn: Fn) -> Iterator[tuple[ir.Node, Source]]:
    """The decorators that route requests to a function, as they are called, each with its framework: ``@app.get("/")``, ``@route("/")``."""
    known = follower.tables.handler_decorators
    parent = fn.module.functions[fn.head.parent]
    for decorator in fn.head.decorators:
        record = parent.body.nodes[decorator]
        if record[0] != ir.CALL:
            continue
        callee = parent.body.nodes[record[1]]
        if callee[0] == ir.ATTR:
            for source in known.methods.get(callee[2], ()):
                if not fn.module.tops.isdisjoint(source.imports or follower.tables.server_modules):
                    yield record, source
        name = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] in (ir.IMPORT, ir.GLOBAL, ir.VAR) else ""
        if name.rpartition(".")[2] not in _VERBS:
            continue
        entity = follower.names.entity(parent, record[1])
        named = known.find(entity[1]) if entity is not None and entity[0] == "lib" else None
        if named is not None:
            yield record, named


def handler_input(follower: Follower, fn: Fn, position: int) -> str:
    """The framework where a parameter is filled from the request, ``""`` where it is not."""
    head = fn.head
    if not head.decorators or head.parent < 0 or (position == 0 and fn.is_method):
        return ""
    annotation = head.annotations[position]
    names = [name.rpartition(".")[2] for name in annotation.split()]
    first = names[0] if names else ""
    if not _FILLERS.isdisjoint(names):
        return ""
    if (
        head.params[position] in follower.tables.request_parameters
        or first in _TYPED
        or (first in _SEVERAL and names[1:2] and names[1] in _TYPED)
        or (first and first[0].isupper() and first not in ("Optional", "Annotated", "List", "Union"))
    ):
        return ""
    parent = fn.module.functions[head.parent]
    for record, source in routing(follower, fn):
        routes = _routes(parent, record)
        if not routes or any(_filled(route, head.params[position], source.framework) for route in routes):
            return source.framework
    return ""


def is_numbered(fn: Fn, name: str) -> bool:
    """Whether a route takes a number under a parameter's name, ``@app.delete("/tokens/<int:token>")``: which row is meant."""
    head = fn.head
    if not head.decorators or head.parent < 0 or name not in head.params:
        return False
    parent = fn.module.functions[head.parent]
    calls = (parent.body.nodes[decorator] for decorator in head.decorators)
    routes = (route for call in calls if call[0] == ir.CALL for route in _routes(parent, call))
    return any(sign in route for route in routes for sign in (f"<int:{name}>", f"<uuid:{name}>", f"{{{name}:int}}", f"{{{name}:uuid}}"))


def _routes(fn: Fn, call: ir.Node) -> list[str]:
    """The patterns that a decorator is given, ``@route("/users/<name>")``, ``@route(["/users/<name>", "/u/<name>"])``, as far as they
    are written out."""
    first: ir.Node = fn.body.nodes[call[2][0]] if call[2] and call[2][0] >= 0 else [ir.OPAQUE]
    given = [fn.body.nodes[one] for one in first[1]] if first[0] == ir.SEQ else [first]
    written = [one[1] for one in given if one[0] == ir.CONST and isinstance(one[1], str)]
    return written if len(written) == len(given) else []


def _filled(route: str, name: str, framework: str) -> bool:
    """Whether a route's pattern gives a parameter free text: ``<name>``, ``{name}``, or FastAPI's query."""
    found = re.search(rf"[<{{](?:(?P<converter>\w+)(?:\([^)]*\))?:)?{re.escape(name)}(?::(?P<suffix>\w+))?[>}}]", route)
    if found is None:
        return framework in ("fastapi", "starlette", "ninja")
    # What a path matches holds no line break: ``.`` of its pattern takes none (Starlette, Werkzeug 3.1, Django 5.2, bottle).
    return (found["converter"] or found["suffix"] or "string") in ("string", "str", "default", "slug")
