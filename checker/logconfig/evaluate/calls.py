"""Calls: the project's functions are followed, known library functions computed, and what sets logging up is noted as an event."""

from __future__ import annotations

import ast

from checker import patterns as re
from checker.logconfig.evaluate import flask_apps, library, variables
from checker.logconfig.evaluate.conditions import is_switch, named
from checker.logconfig.evaluate.environment import asked, asks, is_maker
from checker.logconfig.evaluate.expressions import evaluate
from checker.logconfig.evaluate.machine import ASIDE, DEEPEST, Machine
from checker.logconfig.evaluate.members import attribute
from checker.logconfig.evaluate.scope import Cls, Event, Exhausted, Func, Instance, Scope, Stop
from checker.logconfig.values import ABSENT, Choice, Condition, Items, Made, Map, Ref, Value, chosen, unknown
from checker.model import Span

CALLS = frozenset(
    ("logging.config.dictConfig", "logging.config.fileConfig", "logging.config.listen", "logging.basicConfig", "logging.disable",
     "logging.captureWarnings", "logging.setLoggerClass", "structlog.configure", "structlog.configure_once", "uvicorn.run",
     "structlog.stdlib.ProcessorFormatter",
     "uvicorn.Config",
     "loguru.logger.add", "loguru.logger.remove", "loguru.logger.configure", "loguru.logger.disable", "os.chmod", "os.umask",
     "os.remove", "os.unlink",
     "celery.signals.setup_logging.connect", "celery.Celery", "logging.addLevelName", "coloredlogs.install",
     "azure.monitor.opentelemetry.configure_azure_monitor", "google.cloud.logging.Client().setup_logging",
     "google.cloud.logging_v2.Client().setup_logging", "google.cloud.logging.handlers.setup_logging",
     "django.utils.log.configure_logging")
)  # fmt: skip
"""Library functions whose calls are events."""
METHODS = frozenset(
    ("addHandler", "removeHandler", "setLevel", "addFilter", "setFormatter", "setTarget", "config_from_object", "chmod", "unlink")
)
"""Methods of anything whose calls are events."""
ATTRIBUTES = frozenset(("propagate", "disabled", "handlers", "level", "formatter", "debug"))
"""Attributes of a logger or handler whose setting is an event: ``=propagate``."""
_PATH_METHODS = frozenset(("resolve", "absolute", "expanduser", "as_posix", "joinpath", "with_suffix", "with_name", "path", "__str__"))
_HANDLER = re.compile(r"logging\.(?:handlers\.)?[A-Z]\w*Handler$")


def call(machine: Machine, scope: Scope, node: ast.Call) -> Value:
    """The result of a call."""
    span = machine.span(scope, node)
    owner: Value | None = None
    if isinstance(node.func, ast.Attribute):
        owner = evaluate(machine, scope, node.func.value)
        callee = attribute(machine, owner, node.func.attr, span)
    else:
        callee = evaluate(machine, scope, node.func)
    arguments, keywords = _arguments(machine, scope, node)
    if owner is not None and isinstance(node.func, ast.Attribute):
        found = _method(machine, scope, owner, node.func.attr, arguments, keywords, span)
        if found is not None:
            return found
    return apply(machine, scope, callee, arguments, keywords, span)


def _arguments(machine: Machine, scope: Scope, node: ast.Call) -> tuple[list[Value], dict[str, Value]]:
    arguments: list[Value] = []
    for argument in node.args:
        value = evaluate(machine, scope, argument.value if isinstance(argument, ast.Starred) else argument)
        if isinstance(argument, ast.Starred) and isinstance(value.data, Items):
            arguments += value.data.values
        else:
            arguments.append(value)
    keywords: dict[str, Value] = {}
    for keyword in node.keywords:
        value = evaluate(machine, scope, keyword.value)
        if keyword.arg is None and isinstance(value.data, Map):
            keywords |= {str(key): one for key, one in value.data.entries.items() if one.data is not ABSENT}
        else:
            keywords[keyword.arg or ""] = value if is_switch(keyword.arg or "") else named(keyword.value, value)
    return arguments, keywords


def apply(machine: Machine, scope: Scope, callee: Value, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value:
    """Call a value."""
    data = callee.data
    if isinstance(data, Choice):
        data = next((one.data for _, one in data.options if isinstance(one.data, Func | Ref | Cls)), data)
    if isinstance(data, Func):
        return follow(machine, data, arguments, keywords, span)
    if isinstance(data, Cls):
        return _instance(machine, data, arguments, keywords, span)
    if isinstance(data, Ref):
        return _library(machine, scope, data.dotted, arguments, keywords, span)
    if isinstance(data, Made):
        if arguments and is_maker(data.callee):
            return asked(machine, data.callee, arguments, keywords, span, data)
        return unknown(span, f"the result of calling what {data.callee}() made")
    return unknown(span, callee.reason or "the result of a call")


def _library(machine: Machine, scope: Scope, dotted: str, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value:
    known = dotted.removeprefix("django.utils.log.") if dotted.startswith("django.utils.log.logging.") else dotted
    if known in CALLS or _HANDLER.match(known):
        _note(machine, scope, known, arguments, keywords, span)
    if asks(known) and arguments:
        return asked(machine, known, arguments, keywords, span)
    if known == "getattr" and len(arguments) > 1:
        return _getattr(machine, arguments, span)
    if known in ("logging.getLevelName", "logging._checkLevel", "logging.getLevelNamesMapping") and arguments:
        return arguments[0]
    if known == "setattr" and len(arguments) > 2 and isinstance(arguments[1].data, str) and isinstance(arguments[0].data, Scope):
        machine.bind(arguments[0].data, arguments[1].data, arguments[2])
        return Value(None, span)
    if known in ("vars", "globals", "locals", "isinstance", "hasattr", "callable", "input", "open"):
        return unknown(span, f"the result of {known}()")
    found = library.call(known, arguments, keywords, span) or Value(Made(known, arguments, keywords), span)
    if known in flask_apps.APPLICATIONS:
        flask_apps.made(machine, scope, known, found)
    return found


def _getattr(machine: Machine, arguments: list[Value], span: Span) -> Value:
    """``getattr(logging, "INFO")``, ``getattr(settings, "LEVEL", "INFO")``"""
    owner, name = arguments[0], arguments[1]
    if isinstance(owner.data, Ref) and owner.data.dotted == "logging":
        if isinstance(name.data, str):
            return Value(Ref(f"logging.{name.data}"), span, open=name.open)
        return unknown(span, name.reason or "a level that is not known")
    found = attribute(machine, owner, name.data, span) if isinstance(name.data, str) else unknown(span, name.reason)
    if (not found.known or isinstance(found.data, Ref)) and len(arguments) > 2:
        return Value(arguments[2].data, span, arguments[2].reason, f"the setting {name.data}")
    return found if not isinstance(found.data, Ref) else unknown(span, f"the setting {name.data}")


def _method(
    machine: Machine, scope: Scope, owner: Value, name: str, arguments: list[Value], keywords: dict[str, Value], span: Span
) -> Value | None:
    """Methods of known values; ``None`` where the callee is to be called as any other."""
    data = owner.data
    if isinstance(data, Choice) and name in ("get", "update", "setdefault", "append", "copy", "upper", "lower", "strip"):
        options = [(when, _method(machine, scope, one, name, arguments, keywords, span) or one) for when, one in data.options]
        return Value(Choice(options), span)
    if isinstance(data, Instance) and name in variables.DUMPS:
        return variables.dumped(data)
    if isinstance(data, str):
        if name == "unlink":
            _note(machine, scope, "*.unlink", arguments, keywords, span, owner)
        if name in _PATH_METHODS and not (name == "path" and not arguments):
            return library.path_of([owner, *arguments], span) if arguments and name == "joinpath" else Value(data, span, open=owner.open)
        return library.text_method(owner, name, arguments, keywords, span)
    if isinstance(data, Map | Items):
        return _changed(machine, owner, name, arguments, keywords, span)
    if isinstance(data, Made) and data.callee == flask_apps.CONFIG:
        flask_apps.loaded(machine, scope, owner, name, arguments, keywords, span)
    if isinstance(data, Made) and data.callee in flask_apps.APPLICATIONS and name == "run":
        _note(machine, scope, "flask.Flask().run", arguments, keywords, span, owner)
        return Value(None, span)
    if name in METHODS and not (isinstance(data, Ref) and f"{data.dotted}.{name}" in CALLS):
        _note(machine, scope, f"*.{name}", arguments, keywords, span, owner)
        for when, one in data.options if isinstance(data, Choice) else [({}, owner)]:
            made = one.data.made if isinstance(one.data, Instance) else one.data
            if isinstance(made, Made):
                made.calls.append((name, arguments, keywords, span, {**when, **machine.holding}))
        if isinstance(data, Made | Ref) or not isinstance(data, Instance):
            return Value(None, span)
    if name == "getChild" and isinstance(data, Made) and data.callee == "logging.getLogger" and arguments:
        parent = data.argument(0, "name")
        whole = library.joined([parent, arguments[0]], span, ".") if parent is not None else arguments[0]
        return Value(Made("logging.getLogger", [whole], {}), span)
    return None


def _changed(machine: Machine, owner: Value, name: str, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value | None:
    """A method of a mapping or list; what it adds under a condition is there only under it."""
    data = owner.data
    if not machine.holding:
        found = _plain(owner, name, arguments, keywords, span)
    elif isinstance(data, Map):
        before, places = dict(data.entries), dict(data.keys)
        found = _plain(owner, name, arguments, keywords, span)
        for key, value in data.entries.items():
            if before.get(key) is not value:
                data.entries[key] = chosen(before.get(key) or Value(ABSENT, span), value, machine.holding)
        for key in before.keys() - data.entries.keys():
            data.put(key, chosen(before[key], Value(ABSENT, span), machine.holding), places.get(key, span))
    else:
        held = list(data.values)
        found = _plain(owner, name, arguments, keywords, span)
        kept = set(map(id, data.values))
        data.values[:] = [one if one in held else chosen(Value(ABSENT, span), one, machine.holding) for one in data.values]
        data.values += [chosen(one, Value(ABSENT, span), machine.holding) for one in held if id(one) not in kept]
    return found if found is not None else unknown(span, f"the result of .{name}()")


def _plain(owner: Value, name: str, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value | None:
    if isinstance(owner.data, Map):
        return library.map_method(owner, name, arguments, keywords, span)
    return library.items_method(owner, name, arguments, span)


def _note(
    machine: Machine,
    scope: Scope,
    callee: str,
    arguments: list[Value],
    keywords: dict[str, Value],
    span: Span,
    receiver: Value | None = None,
) -> None:
    machine.events.append(Event(callee, span, arguments, keywords, dict(machine.holding), scope.function, receiver))


def note_attribute(machine: Machine, scope: Scope, owner: Value, name: str, value: Value, span: Span) -> None:
    """``owner.name = value`` of something that may be a logger or a handler."""
    if name in ATTRIBUTES:
        machine.events.append(Event(f"={name}", span, [value], {}, dict(machine.holding), scope.function, owner))


def _instance(machine: Machine, cls: Cls, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value:
    """An object of a project's class; its ``__init__`` is followed."""
    made = Made(cls.name, arguments, keywords)
    instance = Value(Instance(cls, {}, made), span)
    init = attribute(machine, instance, "__init__", span)
    if isinstance(init.data, Func):
        follow(machine, init.data, arguments, keywords, span)
    return instance


def follow(machine: Machine, func: Func, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value:
    """Run a function of the project with its arguments; unknown where that leads too deep, or on too long beside logging."""
    if machine.running or func.scope.path in machine.sources.telling:
        return _follow(machine, func, arguments, keywords, span)
    kept = max(0, machine.steps - ASIDE)
    machine.steps -= kept
    try:
        return _follow(machine, func, arguments, keywords, span)
    except Exhausted:
        if not kept:
            raise
        why = f"{func.name}() is not followed to its end"
        for one in (*arguments, *keywords.values()):
            if isinstance(one.data, Map | Items):
                one.data.more = one.data.more or why
        return unknown(span, why)
    finally:
        machine.steps = max(0, machine.steps) + kept


def _follow(machine: Machine, func: Func, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value:
    from checker.logconfig.evaluate.statements import run_block

    node = func.node
    if len(machine.running) >= DEEPEST or node in machine.running:
        return unknown(span, f"{func.name}() is called too deeply")
    held = func.owner.data if func.owner is not None else None
    of = held.cls.scope.function if isinstance(held, Instance) else func.scope.function  # whose method it is, not who wrote it first
    name = f"{of}.{func.name}" if of else func.name
    scope = Scope(func.scope.path, outer=func.scope, function=name)
    _bind(machine, scope, func, arguments, keywords, span)
    if isinstance(node, ast.Lambda):
        return evaluate(machine, scope, node.body)
    machine.ran.add(id(node))
    machine.running.append(node)
    machine.returned.append([])
    before = machine.holding
    try:
        run_block(machine, scope, node.body)
    except Stop:
        pass
    finally:
        machine.running.pop()
        machine.holding = before
        results = machine.returned.pop()
    return _result(results, before, func, span)


def _result(results: list[tuple[dict[Condition, bool], Value]], before: dict[Condition, bool], func: Func, span: Span) -> Value:
    """What a function returns: its returns, each where the conditions hold that were added since it was called."""
    made: Value | None = None
    for when, value in reversed(results):
        own = {condition: outcome for condition, outcome in when.items() if condition not in before}
        made = chosen(made, value, own) if own else value
    return made if made is not None else Value(None, span)


def _bind(machine: Machine, scope: Scope, func: Func, arguments: list[Value], keywords: dict[str, Value], span: Span) -> None:
    """Parameters to values: what is given, else the default, else unknown."""
    spec = func.node.args
    names = [one.arg for one in (*spec.posonlyargs, *spec.args)]
    given = [func.owner, *arguments] if func.owner is not None and not _static(func) else arguments
    for name, value in zip(names, given, strict=False):
        scope.names[name] = value
    defaults = dict(zip(names[len(names) - len(spec.defaults) :], spec.defaults, strict=True))
    defaults |= {one.arg: default for one, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if default is not None}
    for name in [*names, *(one.arg for one in spec.kwonlyargs)]:
        if name in keywords:
            scope.names[name] = keywords[name]
        elif name not in scope.names and name in defaults:
            scope.names[name] = evaluate(machine, func.scope, defaults[name])
        elif name not in scope.names:
            scope.names[name] = flask_apps.parameter(func, name, span) or unknown(span, f"the parameter {name}")
    if spec.kwarg:
        extra = Map({key: value for key, value in keywords.items() if key and key not in scope.names})
        extra.keys = {key: value.span for key, value in extra.entries.items()}
        scope.names[spec.kwarg.arg] = Value(extra, span)
    if spec.vararg:
        scope.names[spec.vararg.arg] = Value(Items(list(given[len(names) :])), span)


def _static(func: Func) -> bool:
    decorators = getattr(func.node, "decorator_list", [])
    return any(isinstance(one, ast.Name) and one.id == "staticmethod" for one in decorators)


def run_alone(machine: Machine, func: Func, span: Span) -> None:
    """Run a function of which nobody is known to call it: each parameter is its default, which stays open, or unknown."""
    spec = func.node.args
    names = [one.arg for one in (*spec.posonlyargs, *spec.args)]
    if func.owner is not None and not _static(func):
        names = names[1:]
    defaults = dict(zip(names[len(names) - len(spec.defaults) :], spec.defaults, strict=True)) if len(spec.defaults) <= len(names) else {}
    defaults |= {one.arg: default for one, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True) if default is not None}
    keywords: dict[str, Value] = {}
    for name, node in defaults.items():
        value = evaluate(machine, func.scope, node)
        keywords[name] = Value(value.data, value.span, value.reason, value.open or f"the parameter {name}")
    follow(machine, func, [], keywords, span)
