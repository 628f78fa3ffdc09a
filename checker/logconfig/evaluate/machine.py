"""The state of one evaluation: modules, the budget, the conditions at hand, and the events that were met."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import msgspec

from checker.logconfig.evaluate.scope import Event, Exhausted, Func, Late, Lazy, Scope, Stop
from checker.logconfig.sources import Sources
from checker.logconfig.switches import Switches
from checker.logconfig.values import ABSENT, Condition, Items, Map, Ref, Value, chosen, under, unknown
from checker.model import Span

BUDGET = 20_000
"""Steps for one module's own code with all that it calls, and again for each function that is run for itself."""
ASIDE = 2_000
"""Steps of a call that leads into a file with nothing about logging in it: settings may open databases before they come to LOGGING."""
DEEPEST = 12
"""Calls within each other that are followed."""


class Machine(msgspec.Struct):
    """Runs code on values as far as they are known; nothing of it is executed."""

    sources: Sources
    switches: Switches
    scopes: dict[str, Scope] = msgspec.field(default_factory=dict)
    """Path to the names of each module that was run."""
    events: list[Event] = msgspec.field(default_factory=list)
    dictionaries: list[tuple[Value, str, dict[Condition, bool]]] = msgspec.field(default_factory=list)
    """Literals with handlers or loggers in them, the function that they stand in, and under which conditions."""
    holding: dict[Condition, bool] = msgspec.field(default_factory=dict)
    """The conditions of the branch at hand."""
    steps: int = BUDGET
    running: list[object] = msgspec.field(default_factory=list)
    """Functions that are being followed, outermost first."""
    ran: set[int] = msgspec.field(default_factory=set)
    """Functions that were run at all, by their node's id."""
    returned: list[list[tuple[dict[Condition, bool], Value]]] = msgspec.field(default_factory=list)
    """What each running function may return."""
    spans: dict[int, Span] = msgspec.field(default_factory=dict)
    """Of the nodes met so far, by their ids: the trees are kept by ``sources``."""

    def step(self) -> None:
        """Count; raises `Exhausted` at the bound."""
        self.steps -= 1
        if self.steps < 0:
            raise Exhausted

    def span(self, scope: Scope, node: ast.expr | ast.stmt | ast.keyword) -> Span:
        """A node's place."""
        found = self.spans.get(id(node))
        if found is None or found.path != scope.path:
            path, sources = scope.path, self.sources
            end_line = node.end_lineno or node.lineno
            start = sources.column(path, node.lineno, node.col_offset)
            found = Span(path, node.lineno, start, end_line, sources.column(path, end_line, node.end_col_offset or 0))
            self.spans[id(node)] = found
        return found

    @contextmanager
    def under(self, condition: Condition, outcome: bool) -> Iterator[None]:
        """Run a branch."""
        before = self.holding
        self.holding = {**before, condition: outcome}
        try:
            yield
        finally:
            self.holding = before

    @contextmanager
    def fresh(self) -> Iterator[None]:
        """Run another module's code, which no condition of this one bears on."""
        before, self.holding = self.holding, {}
        try:
            yield
        finally:
            self.holding = before

    # -- names

    def look_up(self, scope: Scope, name: str, span: Span) -> Value:
        """What a name holds here."""
        at: Scope | None = scope
        while at is not None:
            found = at.names.get(name)
            if found is not None:
                return self.held(at, name, found)
            if at.outer is None:
                for path in reversed(at.stars):
                    inner = self.module(path)
                    if name in self.names_of(inner):
                        return self.look_up(inner, name, span)
            at = at.outer
        return self._special(scope, name, span)

    def held(self, scope: Scope, name: str, found: Value) -> Value:
        """A value under the conditions at hand; an import is followed now."""
        if isinstance(found.data, Lazy):
            found = scope.names[name] = self.imported(found.data, found.span)
        elif isinstance(found.data, Late):
            found = scope.names[name] = self._late(found.data, scope, name, found.span)
        return under(found, self.holding) if self.holding else found

    def _late(self, late: Late, scope: Scope, name: str, span: Span) -> Value:
        from checker.logconfig.evaluate.expressions import evaluate

        scope.names[name] = unknown(span, f"{name}, which needs itself")
        with self.fresh():
            return evaluate(self, late.scope, late.node)

    def _special(self, scope: Scope, name: str, span: Span) -> Value:
        from checker.logconfig.sources import dotted_name

        if name == "__name__":
            return Value(dotted_name(scope.path, self.sources.paths), span)
        if name == "__file__":
            return Value(scope.path, span, open="the place where it is installed")
        return Value(Ref(name), span)

    def names_of(self, scope: Scope, depth: int = 0) -> set[str]:
        """Everything that a module has a name for."""
        found = set(scope.names)
        for path in scope.stars if depth < DEEPEST else ():
            found |= self.names_of(self.module(path), depth + 1)
        return found

    def bind(self, scope: Scope, name: str, value: Value) -> None:
        """Give a name a value, under the conditions at hand."""
        target = scope.module if name in scope.shared else scope
        if self.holding and not isinstance(value.data, Func):
            before = target.names.get(name)
            if before is None and any(name in self.names_of(self.module(path)) for path in target.stars):
                before = self.look_up(target, name, value.span)
            value = chosen(before, value, self.holding)
        else:
            self._outdo(target.names.get(name), value)
        target.names[name] = value

    def _outdo(self, before: Value | None, value: Value) -> None:
        """A dictionary whose name gets another one, whatever happens, is no configuration of its own: the later one counts."""
        if before is not None and isinstance(before.data, Map) and isinstance(value.data, Map) and before.span != value.span:
            before.data.used = True

    def put(self, owner: Value, key: Value, value: Value, place: Span) -> None:
        """``owner[key] = value``"""
        if isinstance(owner.data, Map) and isinstance(key.data, str | int | float | bool | None):
            if self.holding:
                before = owner.data.entries.get(key.data) or Value(ABSENT, place)
                place = owner.data.keys.get(key.data, place) if value.data is ABSENT else place  # where it is, if it is
                value = chosen(before, value, self.holding)
            owner.data.put(key.data, value, place)
        elif isinstance(owner.data, Map):
            owner.data.more = owner.data.more or key.reason or "a key that is not known is set"
        elif isinstance(owner.data, Items) and isinstance(key.data, int) and -len(owner.data.values) <= key.data < len(owner.data.values):
            owner.data.values[key.data] = value

    # -- modules

    def module(self, path: str) -> Scope:
        """The names of a project's module, run now if it was not yet."""
        if path in self.scopes:
            return self.scopes[path]
        from checker.logconfig.evaluate.statements import run_block

        scope = self.scopes[path] = Scope(path)
        tree = self.sources.tree(path)
        if tree is not None:
            with self.fresh(), suppress(Stop):
                run_block(self, scope, tree.body)
        return scope

    def imported(self, lazy: Lazy, span: Span) -> Value:
        """The value of an imported name."""
        if not lazy.name:
            return Value(self.module(lazy.path), span)
        stem = lazy.path.removesuffix(".py")
        submodule = self.sources.at(f"{stem.removesuffix('/__init__')}/{lazy.name}") if stem.endswith("__init__") else None
        with self.fresh():
            scope = self.module(lazy.path)
            if lazy.name in self.names_of(scope):
                return self.look_up(scope, lazy.name, span)
        if submodule:
            return Value(self.module(submodule), span)
        return unknown(span, f"{lazy.name} of {lazy.path}")
