"""What an object, a module, a mapping or a list holds: attributes and items."""

from __future__ import annotations

from checker.logconfig.evaluate import django_log, flask_apps, library, variables
from checker.logconfig.evaluate.machine import Machine
from checker.logconfig.evaluate.scope import Cls, Func, Instance, Scope
from checker.logconfig.values import ABSENT, Choice, Items, Made, Map, Ref, Value, under, unknown
from checker.model import Span


def attribute(machine: Machine, owner: Value, name: str, span: Span) -> Value:
    """``owner.name``"""
    data = owner.data
    if isinstance(data, Ref):
        if data.dotted == "django.conf.settings":
            return unknown(span, f"Django's setting {name}")
        return django_log.imported(f"{data.dotted}.{name}", span)
    if isinstance(data, Scope):
        return _of_module(machine, data, name, span)
    if isinstance(data, Instance | Cls):
        return _of_object(machine, owner, name, span)
    if isinstance(data, Made):
        return flask_apps.part(owner, name, span) or data.attributes.get(name) or Value(Ref(f"{data.callee}().{name}"), span)
    if isinstance(data, str) and name in ("parent", "name", "stem"):
        return library.call("os.path.basename" if name == "name" else "os.path.dirname", [owner], {}, span) or owner
    if isinstance(data, Choice):
        return Value(Choice([(when, attribute(machine, one, name, span)) for when, one in data.options]), span)
    return unknown(span, owner.reason or f"the attribute {name}")


def _of_module(machine: Machine, scope: Scope, name: str, span: Span) -> Value:
    if name in machine.names_of(scope):
        with machine.fresh():
            return machine.look_up(scope, name, span)
    folder = scope.path.removesuffix("/__init__.py")
    inner = machine.sources.at(f"{folder}/{name}") if folder != scope.path else None
    return Value(machine.module(inner), span) if inner else unknown(span, f"{name} of {scope.path}")


def _of_object(machine: Machine, owner: Value, name: str, span: Span) -> Value:
    data = owner.data
    found = _of_class(machine, owner, name, span)
    if isinstance(data, Instance) and name not in data.attributes and not isinstance(found.data, Func):
        return variables.setting(machine.switches, data.cls, name, found)
    return found


def _of_class(machine: Machine, owner: Value, name: str, span: Span) -> Value:
    data = owner.data
    if isinstance(data, Instance) and name in data.attributes:
        return under(data.attributes[name], machine.holding)
    waiting, seen = [data.cls if isinstance(data, Instance) else data], set[int]()
    while waiting:
        cls = waiting.pop(0)
        if id(cls) in seen:
            continue
        seen.add(id(cls))
        found = cls.scope.names.get(name)
        if found is not None:
            found = machine.held(cls.scope, name, found)
            if isinstance(found.data, Func):
                return Value(Func(found.data.node, found.data.scope, found.data.name, owner), span)
            derived = _overriding(data, name) if isinstance(data, Instance) and data.inherited else ""
            return Value(found.data, found.span, found.reason, found.open or f"the class {derived}") if derived else found
        waiting += [base.data for base in cls.bases if isinstance(base.data, Cls)]
    return unknown(span, f"the attribute {name}")


def _overriding(instance: Instance, name: str) -> str:
    """A class of the same module that derives from the object's and has an attribute of its own of that name."""
    for value in instance.cls.scope.module.names.values():
        cls = value.data
        if isinstance(cls, Cls) and name in cls.scope.names and any(base.data is instance.cls for base in cls.bases):
            return cls.name
    return ""


def item(machine: Machine, owner: Value, key: Value, span: Span) -> Value:
    """``owner[key]``"""
    data = owner.data
    if isinstance(data, Choice):
        return Value(Choice([(when, item(machine, one, key, span)) for when, one in data.options]), span)
    if isinstance(data, Ref) and data.dotted == "os.environ":
        turned = machine.switches.text(key.data, span.path) if isinstance(key.data, str) else None
        return turned or unknown(span, f"the environment variable {key.data}")
    if not library.scalar(key) or not key.known:
        return unknown(span, key.reason or "a key that is not known")
    if isinstance(data, Map):
        found = data.entries.get(key.data)
        if found is None and data.elsewhere:
            found = Value(Map(more=data.more, elsewhere=True), span)
            data.put(key.data, found)
        if found is None or found.data is ABSENT:
            return unknown(span, data.more or f"there is no key {key.data!r}")
        return under(found, machine.holding)
    if isinstance(data, Items | str) and isinstance(key.data, int):
        held = data.values if isinstance(data, Items) else data
        if -len(held) <= key.data < len(held):
            found_item = held[key.data]
            return found_item if isinstance(found_item, Value) else Value(found_item, span, open=owner.open)
    return flask_apps.item(machine, owner, key, span) or unknown(span, owner.reason or "an item that is not known")
