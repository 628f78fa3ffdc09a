"""Simple statements -> what names hold afterwards, and the ways out of a function."""

from __future__ import annotations

import ast
from typing import Any

from checker.source import ir
from checker.source.index import presented
from checker.source.index.conditions import proven
from checker.source.index.deferred import TOGETHER
from checker.source.index.marks import KIND
from checker.source.index.vouching import Vouching
from checker.source.ir import Raise, markers
from checker.source.ir.syntax import dotted, last, names_of
from checker.source.lexicon import annotated
from checker.source.lexicon.words import once, split

_ENDERS = frozenset({"abort", "exit", "_exit"})
"""Calls that never come back."""
_NUMBERS = frozenset({"int", "float", "datetime", "date", "timedelta", "Decimal"})
"""Annotations of what holds no text."""
_KEPT = frozenset({"gather", "create_task", "ensure_future", "run_coroutine_threadsafe", "submit", "apply_async", "map"})
"""Calls whose result tells of errors."""
_CALLS = frozenset((ast.Call, ast.Await))
_STARTING = frozenset({"create_task", "ensure_future", "run_coroutine_threadsafe", "submit", "apply_async"})


_PUTS_IN = ("add", "fill", "inject", "populate", "attach", "enrich")
"""First words of functions that put something into what they are given."""
_PUTTING = frozenset((word,) for word in _PUTS_IN)


@once
def _puts_in(name: str) -> bool:
    """``_add_auth``"""
    return name.lstrip("_").startswith(_PUTS_IN) and split(name)[:1] in _PUTTING


class Simple(Vouching):
    """Reads statements that hold no others."""

    package: tuple[str, ...]
    imports: set[str]

    def _mark(self, operation: int, *rest: Any) -> None:
        """Note that control parts here, with what was called before."""
        scope = self.scope
        scope.ways.append((operation, len(scope.calls), *rest))

    def _left(self, kind: str, node: ast.stmt, value: int = -1, cause: int = -1) -> bool:
        """Note a way out."""
        scope = self.scope
        scope.ways.append((markers.LEAVE, len(scope.calls), kind, value, cause, node.lineno, node.col_offset))
        return True

    def _break(self, node: ast.Break) -> bool:
        self.scope.leave()
        return self._left("break", node)

    def _continue(self, node: ast.Continue) -> bool:
        self.scope.leave()
        return self._left("continue", node)

    def _assign(self, node: ast.Assign) -> None:
        written = node.value
        value = self.readers[type(written)](written)
        if type(written) is ast.Call and written.args and _puts_in(last(written.func)):
            self.added_to(written, value)
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.bind(target.id, value, target)
                if type(written) is ast.Constant and (written.value is None or type(written.value) is bool):
                    self._mark(markers.FLAG, self.scope.env[target.id])
            else:
                self.assign(target, value, written)
        if len(node.targets) == 1 and type(written) in _CALLS:
            presented.note(self.scope.called, presented.given(node.targets[0], written))
            self._started(node.targets[0], written, value)
        self._settled(written, value)
        if self.scope.handling >= 0:
            self._mark(markers.BOUND, value, node.lineno, node.col_offset)

    def _started(self, target: ast.expr, written: ast.expr, value: int) -> None:
        """Note by which single name a task is kept, which may be read nowhere."""
        if isinstance(written, ast.Call) and last(written.func) in _STARTING and isinstance(target, ast.Name):
            self.scope.started.append((target.id, value))

    def _annotated(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            value = self.value(node.value)
            self._started(node.target, node.value, value)
            if isinstance(node.annotation, ast.Name) and node.annotation.id in _NUMBERS and self.scope.nodes[value][0] != ir.CONST:
                value = 0
            self.assign(node.target, value, node.value)
            self._settled(node.value, value)
            if (kind := names_of(node.annotation)) and annotated.names_class(kind) and (name := dotted(node.target)):
                self._note(self.scope.uses, name, KIND + kind, node.target)
            if self.scope.handling >= 0:
                self._mark(markers.BOUND, value, node.lineno, node.col_offset)

    def _augmented(self, node: ast.AugAssign) -> None:
        value = self.value(node.value)
        old = self.value(node.target)
        if isinstance(node.op, (ast.Add, ast.Mod)):
            made = self.scope.add(ir.JOIN, [old, value], ["", ""])
        elif isinstance(node.op, ast.BitOr):
            made = self.scope.union([old, value])
        else:
            made = 0
        self.assign(node.target, made)
        if self.scope.handling >= 0:
            self._mark(markers.BOUND, made, node.lineno, node.col_offset)

    def _expression(self, node: ast.Expr) -> bool:
        if isinstance(node.value, ast.Constant):  # a docstring or an ellipsis
            return False
        value = self.readers[type(node.value)](node.value)
        inner = node.value.value if isinstance(node.value, ast.Await) else node.value
        if isinstance(inner, ast.Call):
            value = self.scope.calls[-1] if last(inner.func) == TOGETHER else value  # the call itself, and not what it gives
            self._settled(inner, value)
            self.changed(inner, value)
            if last(inner.func) in _KEPT and (inner is node.value or last(inner.func) == TOGETHER):
                self.scope.dropped.append(value)
            self.scope.effects.append(value)
            if self.scope.awaits and last(inner.func) == "returnValue":
                self._give_back(value)
            return last(inner.func) in _ENDERS and self._left("exit", node, value)
        return False

    def _return(self, node: ast.Return) -> bool:
        scope = self.scope
        value = -1
        if node.value is not None:
            value = self.value(node.value)
            scope.returns.append(value)
        scope.ways.append((markers.LEAVE, len(scope.calls), "return", value, -1, node.lineno, node.col_offset))
        return True

    def _give_back(self, call: int) -> int:
        """What a coroutine gives back by a call: ``defer.returnValue(token)``, ``raise gen.Return(token)``."""
        given = self.scope.nodes[call][2] if self.scope.nodes[call][0] == ir.CALL else []
        value = int(given[0]) if given and given[0] >= 0 else -1
        if value >= 0:
            self.scope.returns.append(value)
        return value

    def _raise(self, node: ast.Raise) -> bool:
        value = cause = -1
        if self.scope.awaits and isinstance(node.exc, ast.Call) and last(node.exc.func) == "Return":
            value = self._give_back(self.value(node.exc))
            self.scope.ways.append((markers.LEAVE, len(self.scope.calls), "return", value, -1, node.lineno, node.col_offset))
            return True
        if node.exc is not None:
            value = self.value(node.exc)
            self.scope.raises.append(Raise(value, node.lineno, node.col_offset))
        if node.cause is not None:
            cause = self.value(node.cause)
        return self._left("raise", node, value, cause)

    def _assert(self, node: ast.Assert) -> None:
        self.value(node.test)
        if node.msg is not None:
            self.value(node.msg)
        self._known(proven(node.test)[0], [])

    def _delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.scope.forget(target.id)
            elif isinstance(target, ast.Subscript):
                if key := _key(target.slice):
                    self._mark(markers.PUT, self.value(target.value), key, -1, target.lineno, target.col_offset)
                self.drop(target.value, target.slice)
        if self.scope.handling >= 0:
            self._mark(markers.BOUND, -1, node.lineno, node.col_offset)

    def _declare(self, node: ast.Global | ast.Nonlocal) -> None:
        self.scope.declared.update(node.names)

    def _import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.imports.add(alias.name)
            bound = alias.asname or alias.name.partition(".")[0]
            self.scope.set(bound, self.scope.add(ir.IMPORT, alias.name if alias.asname else bound))

    def _import_from(self, node: ast.ImportFrom) -> None:
        module = node.module or ""
        if node.level:
            base = self.package[: len(self.package) - node.level + 1]
            module = ".".join((*base, module) if module else base)
        self.imports.add(module)
        for alias in node.names:
            if alias.name == "*":
                self.scope.set(f"*{module}", self.scope.add(ir.IMPORT, module))
            else:
                self.scope.set(alias.asname or alias.name, self.scope.add(ir.IMPORT, f"{module}.{alias.name}"))


def _key(node: ast.expr) -> str:
    """The key of what is deleted: its text, or the name of a constant that holds it; ``""`` for any other."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    name = last(node)
    return name if name.isupper() else ""
