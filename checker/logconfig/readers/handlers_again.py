"""Functions and classes that give a logger a new handler whenever they are called, and that are called more than once for the same logger.

Such a function asks for a logger (`logging.getLogger(name)`), makes a handler and adds it, and nothing in it asks whether that was done
before. Counted are calls of which several happen in one process: of one module, of modules that are imported together, and what each
request does.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import msgspec

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.facts import LogSetup
from checker.logconfig.imports import imported_before
from checker.logconfig.model import Setting
from checker.logconfig.reader import Reader
from checker.logconfig.readers.code import is_web, of_server
from checker.logconfig.serving import started_from
from checker.model import Span

CALLEE = "logging.Logger.addHandler again"
_WORDS = (b"getLogger(", b".addHandler(")
_ASKING = frozenset(("handlers", "hasHandlers", "removeHandler", "clear"))
"""What asks whether a handler is there already, or takes it away."""
_ONCE = re.compile(r"^(?:main|run|cli|start|serve|lifespan|create_app|make_app|_?(?:set_?up|init|config)\w*)$", re.IGNORECASE)
"""Functions that a process calls once, or not at all."""
_SERVED = re.compile(r"^(?:route|get|post|put|patch|delete|websocket|api_view|task|shared_task|message_handler|callback_query_handler)$")
_WHOLE = 10**9
_MOST = 40
"""Callers of one function that are looked at."""


class _Adding(msgspec.Struct, frozen=True):
    """A function that adds a handler to the logger of a name."""

    name: str
    call: Span
    logger: str
    """The name that stands in it, ``""`` where it is the parameter's."""
    parameter: str = ""
    place: int = 0
    """Which argument that is."""
    default: str | None = None


class _Called(msgspec.Struct, frozen=True):
    """One call of it."""

    span: Span
    logger: str
    served: bool
    """Whether each request, message or task makes it."""


def _read(ran: Ran) -> Iterator[LogSetup]:
    web = is_web(ran)
    for path in ran.paths:
        data = ran.shared.sources.data(path) or b""
        tree = ran.shared.sources.tree(path) if all(word in data for word in _WORDS) else None
        for node in tree.body if tree is not None else ():
            found = _adding(*_made_by(node), path) if "log" in getattr(node, "name", "").lower() else None
            calls = _repeated(found, ran) if found is not None else []
            if found is not None and calls:
                told = {str(number): Setting(one.logger, one.span) for number, one in enumerate(calls)}
                server = any(of_server(ran, one, web=web) for one in (path, *(call.span.path for call in calls)))
                yield LogSetup(found.call, CALLEE, told, found.name, environment=environment_of(path), served=server)


def _made_by(node: ast.stmt) -> tuple[ast.FunctionDef | None, str]:
    """The function that a call of this name runs: itself, or what a class makes its objects with."""
    if isinstance(node, ast.FunctionDef):
        return node, node.name
    if isinstance(node, ast.ClassDef) and not node.decorator_list and not node.keywords:
        plain = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
        return (plain.get("__init__") if "__new__" not in plain else None), node.name  # which may give the same object again
    return None, ""


def _adding(function: ast.FunctionDef | None, name: str, path: str) -> _Adding | None:
    """What a function adds and to which logger; ``None`` where it may not, or not twice."""
    if function is None or function.decorator_list or any(_guards(one) for one in ast.walk(function)):
        return None
    made: dict[str, ast.Call] = {}
    for node in function.body:
        if isinstance(node, ast.Return):
            return None
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            made[ast.unparse(node.targets[0])] = node.value
        call = node.value if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) else None
        if call is not None and isinstance(call.func, ast.Attribute) and call.func.attr == "addHandler" and len(call.args) == 1:
            logger, handler = made.get(ast.unparse(call.func.value)), made.get(ast.unparse(call.args[0]), call.args[0])
            anew = isinstance(handler, ast.Call) and _called(handler).endswith("Handler")
            if anew and logger is not None and _called(logger) == "getLogger":
                return _named(function, name, logger, Span(path, call.lineno, call.col_offset + 1, call.lineno, call.end_col_offset or 0))
    return None


def _guards(node: ast.AST) -> bool:
    """Whether something asks what was done before: for handlers, or with an early end."""
    if isinstance(node, ast.Attribute):
        return node.attr in _ASKING and getattr(node.value, "id", "") != "logging"
    early = isinstance(node, ast.If) and any(isinstance(one, ast.Return) for one in ast.walk(node))
    return early or isinstance(node, ast.Global | ast.Raise)


def _named(function: ast.FunctionDef, name: str, logger: ast.Call, call: Span) -> _Adding | None:
    """By which name it asks for the logger."""
    asked = logger.args[0] if logger.args else None
    if asked is None:
        return _Adding(name, call, "root") if not logger.keywords else None
    if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
        return _Adding(name, call, asked.value or "root")
    parameters = [one.arg for one in function.args.args][function.name == "__init__" :]
    if isinstance(asked, ast.Name) and asked.id == "__name__":
        return _Adding(name, call, f"of {call.path}")
    if not isinstance(asked, ast.Name) or asked.id not in parameters:
        return None
    place = parameters.index(asked.id)
    given = function.args.defaults[place - len(parameters) :][:1] if place >= len(parameters) - len(function.args.defaults) else []
    default = given[0].value if given and isinstance(given[0], ast.Constant) and isinstance(given[0].value, str) else None
    return _Adding(name, call, "", asked.id, place, default)


def _repeated(adding: _Adding, ran: Ran) -> list[_Called]:
    """The calls that happen in one process for one logger, where they are several; the first pair of them."""
    sources = ran.shared.sources
    found: list[_Called] = []
    for path in sorted({*ran.uses.of(adding.name), adding.call.path})[:_MOST]:
        tree = sources.tree(path)
        found += _calls(adding, tree, path) if tree is not None else []
    known = [one for one in found if one.logger]
    served = next((one for one in known if one.served), None)
    if served is not None:
        return [served]
    starts = [path for path, _ in started_from(sources)]
    for number, one in enumerate(known):
        for other in known[:number]:
            if one.logger == other.logger and _together(one, other, starts, ran):
                return [other, one]
    return []


def _together(one: _Called, other: _Called, starts: list[str], ran: Ran) -> bool:
    """Whether both happen in one process: in one module, in two of which one imports the other, or in what an application imports."""
    paths = {one.span.path, other.span.path}
    return any(paths <= {start, *imported_before(ran.shared.sources, start, _WHOLE)} for start in (*sorted(paths), *starts))


def _calls(adding: _Adding, tree: ast.Module, path: str) -> Iterator[_Called]:
    """Its calls in one module, but for those of what a process does once or by itself alone."""
    waiting: list[tuple[ast.AST, bool]] = [(one, False) for one in tree.body]
    while waiting:
        node, served = waiting.pop()
        if isinstance(node, ast.If) and "__name__" in ast.dump(node.test):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            name = getattr(node, "name", "")
            if name == adding.name or _ONCE.match(name):
                continue
            served = served or any(map(_is_served, getattr(node, "decorator_list", ())))
        if isinstance(node, ast.Call) and _called(node) == adding.name:
            span = Span(path, node.lineno, node.col_offset + 1, node.end_lineno or node.lineno, (node.end_col_offset or 0) + 1)
            yield _Called(span, adding.logger or _given(adding, node, path), served)
        waiting += [(one, served) for one in ast.iter_child_nodes(node)]


def _is_served(decorator: ast.expr) -> bool:
    """``@app.route("/")``, ``@router.post("/orders")``, ``@app.task``"""
    name = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(name, ast.Attribute) and bool(_SERVED.match(name.attr))


def _given(adding: _Adding, call: ast.Call, path: str) -> str:
    """The name that a call gives, ``""`` where it is not known."""
    named = next((one.value for one in call.keywords if one.arg == adding.parameter), None)
    asked = named or (call.args[adding.place] if len(call.args) > adding.place else None)
    if asked is None:
        return (adding.default or "") if not any(one.arg is None for one in call.keywords) else ""
    if isinstance(asked, ast.Name) and asked.id == "__name__":
        return f"of {path}"
    return asked.value if isinstance(asked, ast.Constant) and isinstance(asked.value, str) else ""


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


READER = Reader("handlers-again", python=_read)
