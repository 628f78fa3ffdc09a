"""Flask applications: their loggers, and what puts them in debug mode."""

from __future__ import annotations

import ast

from checker.logconfig.evaluate.machine import Machine
from checker.logconfig.evaluate.scope import Cls, Event, Func, Instance, Scope
from checker.logconfig.values import Made, Map, Ref, Value
from checker.model import Span

APPLICATIONS = frozenset(("flask.Flask", "quart.Quart"))
CONFIG = "flask.Config"
_FROM_OBJECT, _FROM_FILE = "from_object", "from_pyfile"
_MOST = 10
_LOADS = frozenset(("update", "from_mapping", _FROM_OBJECT, _FROM_FILE))


def made(machine: Machine, scope: Scope, callee: str, app: Value) -> None:
    """An application that is made: its debug mode is what ``FLASK_DEBUG`` says, where the project sets that in production."""
    turned = machine.switches.truth("FLASK_DEBUG", scope.path) if callee == "flask.Flask" else None
    if turned is not None:
        _note(machine, scope, "update", app, Value(turned.data, app.span, open=turned.open), app.span)


def part(owner: Value, name: str, span: Span) -> Value | None:
    """An application's logger, which is called like it, or its configuration; ``None`` for any other attribute."""
    data = owner.data
    if not isinstance(data, Made) or data.callee not in APPLICATIONS:
        return None
    if name == "logger" and data.arguments:
        called = data.arguments[0] if isinstance(data.arguments[0].data, str) else Value(_package(span.path), span)
        return Value(Made("logging.getLogger", [called], {}, {"flask": owner}), span)
    return Value(Made(CONFIG, [owner], {}), span) if name == "config" else None


def parameter(func: Func, name: str, span: Span) -> Value | None:
    """The application that a function is given, where its module speaks of Flask and the parameter is called so or annotated."""
    spec = func.node.args
    given = next((one for one in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs) if one.arg == name), None)
    told = ast.unparse(given.annotation).strip("\"'") if given is not None and given.annotation is not None else ""
    if told.rpartition(".")[2] not in ("Flask", "") or (not told and name not in ("app", "application", "flask_app")):
        return None
    names = func.scope.module.names.values()
    if not any(isinstance(one.data, Ref) and one.data.dotted.partition(".")[0] == "flask" for one in names):
        return None
    return Value(Made("flask.Flask", [Value(_package(span.path), span)], {}), span)


def _package(path: str) -> str:
    """The package of a file: an application of which no name is known is called like that, as ``Flask(__name__)`` does it."""
    first, *rest = path.removeprefix("src/").split("/")
    return first if rest else first.removesuffix(".py")


def item(machine: Machine, owner: Value, key: Value, span: Span) -> Value | None:
    """``app.config["LOGGING"]``: the mapping that one class of the project's has under that name, where no other has one."""
    if not isinstance(owner.data, Made) or owner.data.callee != CONFIG or not isinstance(key.data, str) or not key.data.isupper():
        return None
    word = key.data.encode()
    paths = [path for path in sorted(machine.sources.telling) if word in (machine.sources.data(path) or b"")]
    held = [one.data for path in paths[:_MOST] for one in machine.module(path).names.values()]
    classes = [one for one in held if isinstance(one, Cls) and key.data in one.scope.names]
    found = {value.span: value for value in (one.scope.names[key.data] for one in classes) if isinstance(value.data, Map)}
    return next(iter(found.values())) if len(found) == 1 else None


def item_set(machine: Machine, scope: Scope, owner: Value, key: Value, value: Value, span: Span) -> None:
    """``app.config["DEBUG"] = value``"""
    if isinstance(owner.data, Made) and owner.data.callee == CONFIG and key.data == "DEBUG":
        _note(machine, scope, "update", owner.data.arguments[0], Value(value.data, span, value.reason, value.open), span)


def loaded(
    machine: Machine, scope: Scope, owner: Value, method: str, arguments: list[Value], keywords: dict[str, Value], span: Span
) -> None:
    """``app.config.update(DEBUG=True)``, ``app.config.from_object("shop.config.Config")`` and their kind."""
    if method not in _LOADS:
        return
    first = arguments[0] if arguments else None
    value = keywords.get("DEBUG")
    if value is not None:
        value = Value(value.data, span, value.reason, value.open)
    elif first is not None and method in (_FROM_OBJECT, _FROM_FILE):
        value = _of_object(machine, first, span, in_file=method == _FROM_FILE)
    elif first is not None and isinstance(first.data, Map):
        value = first.data.entries.get("DEBUG")
    if value is not None:
        _note(machine, scope, method, owner.data.arguments[0], value, span)


def _note(machine: Machine, scope: Scope, method: str, app: Value, value: Value, span: Span) -> None:
    event = Event(f"flask.Flask().config.{method}", span, [], {"DEBUG": value}, dict(machine.holding), scope.function, app)
    machine.events.append(event)


def _of_object(machine: Machine, given: Value, span: Span, *, in_file: bool) -> Value | None:
    """``DEBUG`` of a class, an object or a module that is given as such, by its dotted name, or as a file beside the code."""
    from checker.logconfig.evaluate.members import attribute

    held = given
    if isinstance(given.data, str):
        found = _beside(machine, given.data, span) if in_file else _named(machine, given.data, span)
        held = found if found is not None else given
    if not isinstance(held.data, Cls | Scope | Instance):
        return None
    value = attribute(machine, held, "DEBUG", span)
    called = held.data.name if isinstance(held.data, Cls) else ""
    doubt = given.open or (f"the class {called}" if any(word in called.lower() for word in ("dev", "test", "local", "debug")) else "")
    return Value(value.data, value.span, value.reason, value.open or doubt) if value.data is True else None


def _named(machine: Machine, dotted: str, span: Span) -> Value | None:
    """``shop.config.Config``, ``shop.config``"""
    from checker.logconfig.evaluate.members import attribute

    path = machine.sources.module(dotted, span.path)
    if path is not None:
        return Value(machine.module(path), span)
    module, _, name = dotted.rpartition(".")
    path = machine.sources.module(module, span.path) if module else None
    return attribute(machine, Value(machine.module(path), span), name, span) if path is not None else None


def _beside(machine: Machine, name: str, span: Span) -> Value | None:
    folder = span.path.rpartition("/")[0]
    path = machine.sources.at(f"{folder}/{name.removesuffix('.py')}".lstrip("/")) if name.endswith(".py") else None
    return Value(machine.module(path), span) if path is not None else None
