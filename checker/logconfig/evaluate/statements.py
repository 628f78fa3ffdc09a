"""Statements: they bind names, change mappings, and branch."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any

from checker.logconfig.evaluate import django_log, flask_apps
from checker.logconfig.evaluate.calls import note_attribute
from checker.logconfig.evaluate.conditions import condition, is_switch, named
from checker.logconfig.evaluate.expressions import evaluate
from checker.logconfig.evaluate.machine import Machine
from checker.logconfig.evaluate.operators import combined
from checker.logconfig.evaluate.scope import Cls, Func, Instance, Late, Lazy, Scope, Stop
from checker.logconfig.values import ABSENT, Condition, Items, Made, Map, Ref, Value, chosen, unknown
from checker.model import Span

CAUGHT = "the exception that line"
"""How the condition begins under which a handler of exceptions runs."""
_RAISED = "raise"
"""What settings do that lack a value: they are not used then, so that whatever follows holds for those that are."""
_LOGGING = "LOGGING"
_ROUNDS = 200
"""Of a loop over a known list."""
_CASTS = frozenset(("bool", "dict", "float", "int", "list", "set", "str", "tuple"))


def run_block(machine: Machine, scope: Scope, body: Sequence[ast.stmt]) -> None:
    """Run statements in order; raises `Stop` where the block ends early on every way."""
    before = machine.holding
    try:
        for statement in body:
            machine.step()
            method = _BY_TYPE.get(type(statement))
            if method is not None:
                method(machine, scope, statement)
    finally:
        machine.holding = before


def _assign(machine: Machine, scope: Scope, node: ast.Assign) -> None:
    first = node.targets[0]
    if len(node.targets) == 1 and isinstance(first, ast.Name) and _can_wait(machine, scope, first, node.value):
        scope.names[first.id] = Value(Late(node.value, scope), machine.span(scope, node))
        return
    value = evaluate(machine, scope, node.value)
    if isinstance(first, ast.Name) and not is_switch(first.id):
        value = named(node.value, value)
    for target in node.targets:
        assign(machine, scope, target, value)


def _can_wait(machine: Machine, scope: Scope, target: ast.Name, value: ast.expr) -> bool:
    """Whether a settings module gives a constant once, by helpers that have nothing to do with logging: hundreds are never asked for."""
    if scope.outer is not None or machine.holding or "settings" not in scope.path:
        return False
    if not target.id.isupper() or "LOG" in target.id:
        return False
    callees = [_apart(machine, scope, one.func) for one in ast.walk(value) if isinstance(one, ast.Call)]
    return True in callees and None not in callees and machine.sources.assigned(scope.path, target.id) == 1


def _apart(machine: Machine, scope: Scope, callee: ast.expr) -> bool | None:
    """Whether a call runs the project's code that sets no logging up; ``None`` for a call that may."""
    owner = callee.value if isinstance(callee, ast.Attribute) else callee
    if not isinstance(owner, ast.Name):
        return None
    held = scope.names.get(owner.id)
    if held is None:
        return False if owner.id in _CASTS else None
    path = held.data.path if isinstance(held.data, Lazy) else held.data.scope.path if isinstance(held.data, Func) else ""
    return True if path and path != scope.path and path not in machine.sources.telling else None


def _annotated(machine: Machine, scope: Scope, node: ast.AnnAssign) -> None:
    if node.value is not None:
        value = evaluate(machine, scope, node.value)
        hides = isinstance(node.target, ast.Name) and not is_switch(node.target.id)
        assign(machine, scope, node.target, named(node.value, value) if hides else value)


def assign(machine: Machine, scope: Scope, target: ast.expr, value: Value) -> None:
    """``target = value``"""
    if isinstance(target, ast.Name):
        machine.bind(scope, target.id, value)
    elif isinstance(target, ast.Subscript) and not isinstance(target.slice, ast.Slice):
        owner = evaluate(machine, scope, target.value)
        key, span = evaluate(machine, scope, target.slice), machine.span(scope, target)
        machine.put(owner, key, value, span)
        flask_apps.item_set(machine, scope, owner, key, value, span)
    elif isinstance(target, ast.Attribute):
        _set_attribute(machine, scope, target, value)
    elif isinstance(target, ast.Tuple | ast.List):
        held = value.data.values if isinstance(value.data, Items) else []
        for number, element in enumerate(target.elts):
            span = machine.span(scope, element)
            assign(machine, scope, element, held[number] if number < len(held) else unknown(span, "a part of something that is not known"))


def _set_attribute(machine: Machine, scope: Scope, target: ast.Attribute, value: Value) -> None:
    owner = evaluate(machine, scope, target.value)
    data = owner.data
    if isinstance(data, Instance):
        before = data.attributes.get(target.attr)
        data.attributes[target.attr] = chosen(before, value, machine.holding) if machine.holding else value
    elif isinstance(data, Cls):
        machine.bind(data.scope, target.attr, value)
    elif isinstance(data, Scope):
        machine.bind(data, target.attr, value)
    elif isinstance(data, Made):
        data.attributes[target.attr] = value
    note_attribute(machine, scope, owner, target.attr, value, machine.span(scope, target))


def _augmented(machine: Machine, scope: Scope, node: ast.AugAssign) -> None:
    before = evaluate(machine, scope, node.target)
    value = combined(before, evaluate(machine, scope, node.value), node.op, machine.span(scope, node))
    if isinstance(before.data, Map) and isinstance(value.data, Map) and not machine.holding:
        before.data.entries, before.data.keys, before.data.more = value.data.entries, value.data.keys, value.data.more
        before.data.used = False  # it is changed in place, not copied
    elif isinstance(before.data, Items) and isinstance(value.data, Items) and not machine.holding:
        before.data.values, before.data.more = value.data.values, value.data.more
    else:
        assign(machine, scope, node.target, value)


def _expression(machine: Machine, scope: Scope, node: ast.Expr) -> None:
    if not isinstance(node.value, ast.Constant):
        evaluate(machine, scope, node.value)


def _if(machine: Machine, scope: Scope, node: ast.If) -> None:
    known, test, positive = condition(node.test, evaluate(machine, scope, node.test))
    if known is None and test in machine.holding:
        known = machine.holding[test] == positive
    if known is not None:
        run_block(machine, scope, node.body if known else node.orelse)
        return
    ended = [_branch(machine, scope, body, test, outcome) for body, outcome in ((node.body, positive), (node.orelse, not positive))]
    if all(ended):
        raise Stop("both")
    for stopped, outcome in zip(ended, (positive, not positive), strict=True):
        if stopped and stopped != _RAISED:  # what follows runs only the other way
            machine.holding = {**machine.holding, test: not outcome}


def _branch(machine: Machine, scope: Scope, body: Sequence[ast.stmt], test: Condition, outcome: bool) -> str:
    """Run one way; how it ends early, ``""`` where it does not."""
    try:
        with machine.under(test, outcome):
            run_block(machine, scope, body)
    except Stop as stop:
        return stop.kind
    return ""


def _for(machine: Machine, scope: Scope, node: ast.For | ast.AsyncFor) -> None:
    source = evaluate(machine, scope, node.iter)
    held = None
    if isinstance(source.data, Items):
        held = source.data.values
    elif isinstance(source.data, Map):
        held = [Value(key, source.data.keys.get(key, source.span)) for key in source.data.entries]
    if held is None:
        span = machine.span(scope, node.target)
        assign(machine, scope, node.target, unknown(span, source.reason or "what a loop goes over"))
        _branch(machine, scope, node.body, Condition(f"a round of the loop in line {node.lineno}"), outcome=True)
        return
    for one in held[:_ROUNDS]:
        if one.data is ABSENT:
            continue
        assign(machine, scope, node.target, one)
        try:
            run_block(machine, scope, node.body)
        except Stop as stop:
            if stop.kind == "break":
                break
            if stop.kind != "continue":
                raise


def _while(machine: Machine, scope: Scope, node: ast.While) -> None:
    _branch(machine, scope, node.body, Condition(f"a round of the loop in line {node.lineno}"), outcome=True)


def _with(machine: Machine, scope: Scope, node: ast.With | ast.AsyncWith) -> None:
    for item in node.items:
        value = evaluate(machine, scope, item.context_expr)
        if item.optional_vars is not None:
            assign(machine, scope, item.optional_vars, value)
    run_block(machine, scope, node.body)


def _try(machine: Machine, scope: Scope, node: ast.Try) -> None:
    ended = False
    try:
        run_block(machine, scope, [*node.body, *node.orelse])
    except Stop:
        ended = True
    handled = True
    for handler in node.handlers:
        test = Condition(f"{CAUGHT} {handler.lineno} catches", actual=False)
        if not _missing(machine, scope, node):
            handled = bool(_branch(machine, scope, handler.body, test, outcome=True)) and handled
    run_block(machine, scope, node.finalbody)
    if ended and handled:
        raise Stop("both")


def _missing(machine: Machine, scope: Scope, node: ast.Try) -> bool:
    """Whether the handlers need not be looked at: every import of the body is the project's own and is there."""
    imports = [one for one in node.body if isinstance(one, ast.ImportFrom)]
    return len(imports) == len(node.body) and all(_source(machine, scope, one) for one in imports)


def _function(machine: Machine, scope: Scope, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    machine.bind(scope, node.name, Value(Func(node, scope, node.name), machine.span(scope, node)))


def _class(machine: Machine, scope: Scope, node: ast.ClassDef) -> None:
    name = f"{scope.function}.{node.name}" if scope.function else node.name
    body = Scope(scope.path, outer=scope, function=name)
    bases = [evaluate(machine, scope, base) for base in node.bases]
    machine.bind(scope, node.name, Value(Cls(node.name, body, bases), machine.span(scope, node)))
    run_block(machine, body, node.body)


def _import(machine: Machine, scope: Scope, node: ast.Import) -> None:
    for alias in node.names:
        name = alias.name if alias.asname else alias.name.partition(".")[0]
        path = machine.sources.module(name, scope.path)
        data = Lazy(path, "") if path and path != scope.path else Ref(name)
        scope.names[alias.asname or name] = Value(data, machine.span(scope, node))


def _import_from(machine: Machine, scope: Scope, node: ast.ImportFrom) -> None:
    path = _source(machine, scope, node)
    span = machine.span(scope, node)
    for alias in node.names:
        if alias.name in ("*", _LOGGING) and path is None and f"{_LOGGING}[".encode() in (machine.sources.data(scope.path) or b""):
            _begin_elsewhere(scope, f"{'.' * node.level}{node.module or ''}", span)
            continue
        if alias.name == "*":
            if path and path != scope.path:
                scope.stars.append(path)
                with machine.fresh():
                    inner = machine.module(path)
                for name in machine.names_of(inner) & scope.names.keys():  # the later import wins
                    scope.names[name] = machine.look_up(inner, name, span)
            continue
        data: Any = django_log.imported(f"{'.' * node.level}{node.module or ''}.{alias.name}", span).data
        if path and path != scope.path:
            data = Lazy(path, alias.name)
        elif path is None and node.level == 0:
            inner_path = machine.sources.module(f"{node.module}.{alias.name}", scope.path)
            data = Lazy(inner_path, "") if inner_path else data
        elif path is None:  # a folder without __init__.py
            inner_path = machine.sources.relative(node.level, f"{node.module}.{alias.name}" if node.module else alias.name, scope.path)
            data = Lazy(inner_path, "") if inner_path else data
        scope.names[alias.asname or alias.name] = Value(data, span)


def _begin_elsewhere(scope: Scope, module: str, span: Span) -> None:
    """Settings that change what another module of theirs, which is not here, makes of ``LOGGING``."""
    scope.names.setdefault(_LOGGING, Value(Map(more=f"it begins as that of {module}, which is not here", elsewhere=True), span))


def _source(machine: Machine, scope: Scope, node: ast.ImportFrom) -> str | None:
    if node.level:
        return machine.sources.relative(node.level, node.module or "", scope.path)
    return machine.sources.module(node.module or "", scope.path)


def _global(machine: Machine, scope: Scope, node: ast.Global) -> None:
    scope.shared |= set(node.names)


def _delete(machine: Machine, scope: Scope, node: ast.Delete) -> None:
    for target in node.targets:
        if isinstance(target, ast.Subscript) and not isinstance(target.slice, ast.Slice):
            owner, key = evaluate(machine, scope, target.value), evaluate(machine, scope, target.slice)
            if isinstance(owner.data, Map) and isinstance(key.data, str | int) and key.data in owner.data.entries:
                machine.put(owner, key, Value(ABSENT, key.span), key.span)


def _return(machine: Machine, scope: Scope, node: ast.Return) -> None:
    value = evaluate(machine, scope, node.value) if node.value is not None else Value(None, machine.span(scope, node))
    if machine.returned:
        machine.returned[-1].append((dict(machine.holding), value))
    raise Stop("return")


def _raise(machine: Machine, scope: Scope, node: ast.Raise) -> None:
    raise Stop(_RAISED)


def _break(machine: Machine, scope: Scope, node: ast.Break) -> None:
    raise Stop("break")


def _continue(machine: Machine, scope: Scope, node: ast.Continue) -> None:
    raise Stop("continue")


_BY_TYPE: dict[type[ast.stmt], Callable[[Machine, Scope, Any], None]] = {
    ast.Assign: _assign, ast.AnnAssign: _annotated, ast.AugAssign: _augmented, ast.Expr: _expression, ast.If: _if, ast.For: _for,
    ast.AsyncFor: _for, ast.While: _while, ast.With: _with, ast.AsyncWith: _with, ast.Try: _try, ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function, ast.ClassDef: _class, ast.Import: _import, ast.ImportFrom: _import_from, ast.Global: _global,
    ast.Delete: _delete, ast.Return: _return, ast.Raise: _raise, ast.Break: _break, ast.Continue: _continue,
}  # fmt: skip
