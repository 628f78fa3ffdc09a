"""Expressions to values."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from checker.logconfig.evaluate import library
from checker.logconfig.evaluate.conditions import both_ways, condition, hanging, truth
from checker.logconfig.evaluate.machine import Machine
from checker.logconfig.evaluate.members import attribute, item
from checker.logconfig.evaluate.operators import combined, compared
from checker.logconfig.evaluate.scope import Func, Scope
from checker.logconfig.values import ABSENT, Choice, Conditions, Items, Map, Ref, Value, unknown
from checker.model import Span

_MOST = 2_000
"""Items of a comprehension that are computed."""


def evaluate(machine: Machine, scope: Scope, node: ast.expr) -> Value:
    """The value of an expression, unknown where it cannot be told."""
    machine.step()
    method = _BY_TYPE.get(type(node))
    if method is None:
        return unknown(machine.span(scope, node), "an expression that is not followed")
    return method(machine, scope, node)


def _constant(machine: Machine, scope: Scope, node: ast.Constant) -> Value:
    span = machine.span(scope, node)
    if isinstance(node.value, str | int | float | bool | None):
        return Value(node.value, span)
    return unknown(span, "a literal that no configuration has")


def _name(machine: Machine, scope: Scope, node: ast.Name) -> Value:
    return machine.look_up(scope, node.id, machine.span(scope, node))


def _attribute(machine: Machine, scope: Scope, node: ast.Attribute) -> Value:
    return attribute(machine, evaluate(machine, scope, node.value), node.attr, machine.span(scope, node))


def _subscript(machine: Machine, scope: Scope, node: ast.Subscript) -> Value:
    span = machine.span(scope, node)
    owner = evaluate(machine, scope, node.value)
    if isinstance(node.slice, ast.Slice):
        return _part(machine, scope, owner, node.slice, span)
    return item(machine, owner, evaluate(machine, scope, node.slice), span)


def _part(machine: Machine, scope: Scope, owner: Value, node: ast.Slice, span: Span) -> Value:
    """``owner[1:]``: a text or a list whose bounds are known, else unknown."""
    bounds = [evaluate(machine, scope, one) if one is not None else None for one in (node.lower, node.upper, node.step)]
    if any(one is not None and not isinstance(one.data, int | None) for one in bounds) or not isinstance(owner.data, str | Items):
        return unknown(span, owner.reason or "a part of something")
    part = slice(*(one.data if one is not None else None for one in bounds))
    if part.step == 0:
        return unknown(span, "a part of something")
    data = owner.data[part] if isinstance(owner.data, str) else Items(owner.data.values[part], owner.data.more)
    return Value(data, span, open=owner.open or next((one.open for one in bounds if one is not None and one.open), ""))


def _dict(machine: Machine, scope: Scope, node: ast.Dict) -> Value:
    made = Map()
    for key, child in zip(node.keys, node.values, strict=True):
        value = evaluate(machine, scope, child)
        if key is None:
            _spread(machine, made, value)
            continue
        name = evaluate(machine, scope, key)
        if name.known and library.scalar(name):
            made.put(name.data, value, machine.span(scope, key))
        elif isinstance(name.data, Ref):
            made.put(f"<{name.data.dotted}>", value, machine.span(scope, key))
        else:
            made.more = made.more or name.reason or "a key that is not known"
    value = Value(made, machine.span(scope, node))
    if "handlers" in made.entries or "loggers" in made.entries:
        machine.dictionaries.append((value, scope.function, dict(machine.holding)))
    return value


def _spread(machine: Machine, made: Map, value: Value) -> None:
    """``**value``; each way of a choice gives its entries under its conditions."""
    if not isinstance(value.data, Choice):
        library.merge(made, value)
        return
    for when, one in reversed(value.data.options):
        if isinstance(one.data, Map):
            one.data.used = True
            for key, inner in one.data.entries.items():
                before = machine.holding
                machine.holding = {**before, **when}
                machine.put(Value(made, value.span), Value(key, inner.span), inner, one.data.keys.get(key, inner.span))
                machine.holding = before
            made.more = made.more or one.data.more
        elif one.data is not ABSENT:
            made.more = made.more or one.reason


def _sequence(machine: Machine, scope: Scope, node: ast.List | ast.Tuple | ast.Set) -> Value:
    made = Items()
    for element in node.elts:
        if isinstance(element, ast.Starred):
            inner = evaluate(machine, scope, element.value)
            if isinstance(inner.data, Choice):
                inner = inner.data.options[0][1]
            if isinstance(inner.data, Items):
                made.values += inner.data.values
                made.more = made.more or inner.data.more
            else:
                made.more = made.more or inner.reason or "it is spread from something that is not known"
        else:
            made.values.append(evaluate(machine, scope, element))
    return Value(made, machine.span(scope, node))


def _binary(machine: Machine, scope: Scope, node: ast.BinOp) -> Value:
    left, right = evaluate(machine, scope, node.left), evaluate(machine, scope, node.right)
    return combined(left, right, node.op, machine.span(scope, node))


def _text(machine: Machine, scope: Scope, node: ast.JoinedStr) -> Value:
    parts = [evaluate(machine, scope, part.value if isinstance(part, ast.FormattedValue) else part) for part in node.values]
    return library.joined(parts, machine.span(scope, node))


def _either(machine: Machine, scope: Scope, node: ast.IfExp) -> Value:
    known, test, positive = condition(node.test, evaluate(machine, scope, node.test))
    if known is None and test in machine.holding:
        known = machine.holding[test] == positive
    if known is not None:
        return evaluate(machine, scope, node.body if known else node.orelse)
    ways = [({test: positive}, evaluate(machine, scope, node.body)), ({test: not positive}, evaluate(machine, scope, node.orelse))]
    return Value(Choice([*ways]), machine.span(scope, node))


def _boolean(machine: Machine, scope: Scope, node: ast.BoolOp) -> Value:
    values = [evaluate(machine, scope, one) for one in node.values]
    wanted = isinstance(node.op, ast.Or)
    for number, value in enumerate(values):
        outcome = truth(value)
        if outcome is None and number == len(values) - 1 and hanging(value):
            return value
        if outcome is None and wanted and number + 1 < len(values) and values[-1].known:
            return Value(values[-1].data, values[-1].span, open=value.reason or "what stands before `or`")
        if outcome is None:
            return unknown(machine.span(scope, node), value.reason or "it depends on something that is not known")
        if outcome == wanted or number == len(values) - 1:
            open_ = value.open or next((one.open for one in values[:number] if one.open), "")
            return Value(value.data, value.span, value.reason, open_)
    return values[-1]


def _unary(machine: Machine, scope: Scope, node: ast.UnaryOp) -> Value:
    value = evaluate(machine, scope, node.operand)
    span = machine.span(scope, node)
    if isinstance(node.op, ast.Not):
        outcome, hangs = truth(value), hanging(value)
        if hangs is not None:
            return both_ways(hangs[0], not hangs[1], span)
        return Value(not outcome, span, open=value.open) if outcome is not None else unknown(span, value.reason)
    if isinstance(node.op, ast.USub) and isinstance(value.data, int | float):
        return Value(-value.data, span, open=value.open)
    return unknown(span, value.reason or "a number that is not known")


def _compare(machine: Machine, scope: Scope, node: ast.Compare) -> Value:
    span = machine.span(scope, node)
    left = evaluate(machine, scope, node.left)
    right = evaluate(machine, scope, node.comparators[0])
    if len(node.ops) != 1:
        return unknown(span, left.reason or right.reason or "it is compared with something that is not known")
    return _narrowed(compared(left, right, node.ops[0], span), machine.holding)


def _narrowed(value: Value, holding: Conditions) -> Value:
    """A choice without the conditions that hold here anyway."""
    if not isinstance(value.data, Choice) or not holding:
        return value
    ways = [({test: held for test, held in when.items() if holding.get(test) != held}, one) for when, one in value.data.options]
    return Value(Choice([*ways]), value.span)


def _call(machine: Machine, scope: Scope, node: ast.Call) -> Value:
    from checker.logconfig.evaluate.calls import call

    return call(machine, scope, node)


def _comprehension(machine: Machine, scope: Scope, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Value:
    span = machine.span(scope, node)
    first = node.generators[0]
    source = evaluate(machine, scope, first.iter)
    held = [Value(key, source.data.keys[key]) for key in source.data.entries] if isinstance(source.data, Map) else None
    if held is None and isinstance(source.data, Items):
        held = source.data.values
    if held is None or len(node.generators) > 1:
        return unknown(span, source.reason or "a comprehension over something that is not known")
    from checker.logconfig.evaluate.statements import assign

    more = source.data.more
    made_map, made_items = Map(more=more), Items(more=more)
    for one in held[:_MOST]:
        inner = Scope(scope.path, outer=scope, function=scope.function)
        assign(machine, inner, first.target, one)
        asked = [evaluate(machine, inner, test) for test in first.ifs]
        if False in map(truth, asked):
            continue
        if isinstance(node, ast.DictComp):
            key = evaluate(machine, inner, node.key)
            machine.put(Value(made_map, span), key, evaluate(machine, inner, node.value), key.span)
        else:
            made_items.values.append(_where(asked, evaluate(machine, inner, node.elt)))
    return Value(made_map if isinstance(node, ast.DictComp) else made_items, span)


def _where(asked: list[Value], item: Value) -> Value:
    """An item of a comprehension that is there only where what its filters hang on holds."""
    for hangs in filter(None, map(hanging, asked)):
        item = Value(Choice([({hangs[0]: hangs[1]}, item), ({}, Value(ABSENT, item.span))]), item.span)
    return item


def _lambda(machine: Machine, scope: Scope, node: ast.Lambda) -> Value:
    return Value(Func(node, scope, "<lambda>"), machine.span(scope, node))


def _walrus(machine: Machine, scope: Scope, node: ast.NamedExpr) -> Value:
    value = evaluate(machine, scope, node.value)
    machine.bind(scope, node.target.id, value)
    return value


_BY_TYPE: dict[type[ast.expr], Callable[[Machine, Scope, Any], Value]] = {
    ast.Constant: _constant, ast.Name: _name, ast.Attribute: _attribute, ast.Subscript: _subscript, ast.Dict: _dict,
    ast.List: _sequence, ast.Tuple: _sequence, ast.Set: _sequence, ast.BinOp: _binary, ast.JoinedStr: _text, ast.IfExp: _either,
    ast.BoolOp: _boolean, ast.UnaryOp: _unary, ast.Compare: _compare, ast.Call: _call, ast.ListComp: _comprehension,
    ast.SetComp: _comprehension, ast.GeneratorExp: _comprehension, ast.DictComp: _comprehension, ast.Lambda: _lambda,
    ast.NamedExpr: _walrus,
}  # fmt: skip
