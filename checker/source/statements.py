"""Statements of one file -> functions and classes: what each name holds at each point, branch by branch."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from checker.source import ir
from checker.source.conditions import by_stage, empty, proven
from checker.source.expressions import Expressions, Scope, is_mask
from checker.source.ir import Body, Class, Field, Function, Handler, Raise
from checker.source.syntax import dotted, last, names_of
from checker.source.words import Lexicon

_Function = ast.FunctionDef | ast.AsyncFunctionDef


class Reader(Expressions):
    """Reads a module; afterwards ``functions``, ``classes`` and ``bodies`` hold what it found."""

    def __init__(self, lexicon: Lexicon, sinks: frozenset[str], setups: frozenset[str], package: Sequence[str]) -> None:
        super().__init__(lexicon, sinks, setups)
        self.package = tuple(package)
        self.classes: list[Class] = []
        self.bodies: list[bytes] = []
        self.imports: set[str] = set()
        self.main = False
        self._prefix = ""
        self._statements: dict[type[ast.stmt], Callable[[Any], bool | None]] = {
            ast.Assign: self._assign, ast.AnnAssign: self._annotated, ast.AugAssign: self._augmented, ast.Expr: self._expression,
            ast.Return: self._return, ast.Raise: self._raise, ast.If: self._if, ast.For: self._for, ast.AsyncFor: self._for,
            ast.While: self._while, ast.With: self._with, ast.AsyncWith: self._with, ast.Try: self._try,
            ast.FunctionDef: self._define, ast.AsyncFunctionDef: self._define, ast.ClassDef: self._class, ast.Import: self._import,
            ast.ImportFrom: self._import_from, ast.Delete: self._delete, ast.Global: self._declare, ast.Nonlocal: self._declare,
            ast.Match: self._match, ast.Assert: self._assert,
        }  # fmt: skip
        if hasattr(ast, "TryStar"):
            self._statements[ast.TryStar] = self._try

    def module(self, tree: ast.Module) -> None:
        """Read the whole file."""
        self.functions.append(None)
        self.bodies.append(b"")
        self.block(tree.body)
        last = tree.body[-1].end_lineno if tree.body else 1
        self._close(self.scope, "", 1, last or 1, -1, -1, ast.arguments([], [], None, [], [], None, []), "", [], 0)

    def block(self, statements: Iterable[ast.stmt]) -> bool:
        """Read statements in order; whether the end is never reached."""
        for statement in statements:
            reader = self._statements.get(type(statement))
            if reader is not None and reader(statement):
                return True
        return False

    def _assign(self, node: ast.Assign) -> None:
        value = self.value(node.value)
        for target in node.targets:
            self.assign(target, value, node.value)

    def _annotated(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.assign(node.target, self.value(node.value), node.value)

    def _augmented(self, node: ast.AugAssign) -> None:
        value = self.value(node.value)
        old = self.value(node.target)
        if isinstance(node.op, ast.Add | ast.Mod):
            made = self.scope.add(ir.JOIN, [old, value], ["", ""])
        elif isinstance(node.op, ast.BitOr):
            made = self.scope.union([old, value])
        else:
            made = 0
        self.assign(node.target, made)

    def _expression(self, node: ast.Expr) -> bool:
        value = self.value(node.value)
        inner = node.value.value if isinstance(node.value, ast.Await) else node.value
        if isinstance(inner, ast.Call):
            self.changed(inner, value)
            return last(inner.func) in _ENDERS
        return False

    def _return(self, node: ast.Return) -> bool:
        if node.value is not None:
            self.scope.returns.append(self.value(node.value))
        return True

    def _raise(self, node: ast.Raise) -> bool:
        if node.exc is not None:
            self.scope.raises.append(Raise(self.value(node.exc), node.lineno, node.col_offset))
        if node.cause is not None:
            self.value(node.cause)
        return True

    def _assert(self, node: ast.Assert) -> None:
        self.value(node.test)
        if node.msg is not None:
            self.value(node.msg)

    def _if(self, node: ast.If) -> bool:
        scope = self.scope
        ends: list[dict[str, int]] = []
        branch: ast.If = node
        while True:  # a chain of elif is a loop here, so that thousands of them need no stack
            self.value(branch.test)
            held, failed = proven(branch.test)
            nothing_held, nothing_failed = empty(branch.test)
            main = _is_main(branch.test)
            self.main = self.main or main
            start = scope.env
            scope.env = self._emptied(self._checked(dict(start), held), nothing_held)
            scope.guard += 1
            stage = by_stage(branch.test)
            scope.stage += stage
            if not self.block(branch.body):
                ends.append(scope.env)
            scope.stage -= stage
            scope.guard -= 1
            scope.env = self._emptied(self._checked(start, failed), nothing_failed)
            if len(branch.orelse) == 1 and isinstance(branch.orelse[0], ast.If):
                branch = branch.orelse[0]
                continue
            break
        scope.guard += 1
        scope.env = dict(scope.env)
        if not self.block(branch.orelse):
            ends.append(scope.env)
        scope.guard -= 1
        if not ends:
            return True
        scope.env = self._meet(ends)
        return False

    @staticmethod
    def _emptied(env: dict[str, int], names: list[str]) -> dict[str, int]:
        """The names where a test has shown that they hold nothing."""
        known = [name for name in names if name in env]
        return {**env, **dict.fromkeys(known, 0)} if known else env

    def _checked(self, env: dict[str, int], names: list[str]) -> dict[str, int]:
        """The names where a test has vouched for their values."""
        known = [name for name in names if name in env]
        for found in names:
            if found.startswith("="):
                known += self._looked_up(env, found[1:])
        if known:
            env = dict(env)
            for name in known:
                env[name] = self.scope.add(ir.CHECKED, env[name])
        return env

    def _looked_up(self, env: dict[str, int], found: str) -> list[str]:
        """The names by which a value was looked up: ``found = find(kind, name)``."""
        nodes = self.scope.nodes
        node: ir.Node = nodes[env[found]] if found in env else [ir.OPAQUE]
        call = nodes[node[2]] if node[0] == ir.VAR else node
        if call[0] != ir.CALL:
            return []
        given = {*call[2], *(value for _, value in call[3])}
        return [name for name, value in env.items() if value in given]

    def _meet(self, ends: list[dict[str, int]]) -> dict[str, int]:
        """What each name may hold where several ways come together."""
        if len(ends) == 1:
            return ends[0]
        met = dict(ends[0])
        differing: dict[str, dict[int, None]] = {}
        for end in ends[1:]:
            if end is ends[0]:
                continue
            for name, value in end.items():
                if (old := met.setdefault(name, value)) != value:
                    differing.setdefault(name, {old: None})[value] = None
        for name, values in differing.items():
            met[name] = self._newest(list(values))
        return met

    def _newest(self, values: list[int]) -> int:
        """Drop a value of which another is a changed version: what was masked in a loop or a branch counts as masked."""
        nodes = self.scope.nodes
        changed: set[int] = set()
        for value in values:
            node = nodes[value]
            steps = 0
            while node[0] in (ir.SET, ir.DROP, ir.TOUCHED) and steps < 50:
                changed.add(node[1])
                node = nodes[node[1]]
                steps += 1
        kept = [value for value in values if value not in changed]
        hidden = [value for value in kept if self._is_mask(value)]
        if hidden and len(hidden) < len(kept):  # a branch put a mask in its place
            return self.scope.add(ir.MASKIF, self.scope.union([value for value in kept if value not in hidden]))
        return self.scope.union(kept or values)

    def _is_mask(self, value: int) -> bool:
        node = self.scope.nodes[value]
        literal = self.scope.nodes[node[2]] if node[0] == ir.VAR else node
        return literal[0] == ir.CONST and is_mask(literal[1])

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        scope = self.scope
        element = scope.add(ir.ELEM, self.value(node.iter))
        before = scope.env
        scope.env = dict(before)
        self.assign(node.target, element)
        self.block(node.body)
        scope.env = self._meet([before, scope.env])
        self.block(node.orelse)

    def _while(self, node: ast.While) -> None:
        scope = self.scope
        self.value(node.test)
        before = scope.env
        scope.env = dict(before)
        self.block(node.body)
        scope.env = self._meet([before, scope.env])
        self.block(node.orelse)

    def _with(self, node: ast.With | ast.AsyncWith) -> bool:
        for item in node.items:
            value = self.value(item.context_expr)
            if item.optional_vars is not None:
                self.assign(item.optional_vars, value)
        return self.block(node.body)

    def _try(self, node: ast.Try) -> bool:
        scope = self.scope
        before = dict(scope.env)
        calls, raises = len(scope.calls), len(scope.raises)
        ended = self.block(node.body)
        guarded = (calls, len(scope.calls)), (raises, len(scope.raises))
        after = dict(scope.env)
        if not ended:
            ended = self.block(node.orelse)
        ends = [] if ended else [scope.env]
        start = self._meet([before, after])
        for handler in node.handlers:
            scope.env = dict(start)
            scope.handlers.append(Handler(_types(handler.type), *guarded, handler.lineno))
            if handler.type is not None:
                self.value(handler.type)
            if handler.name:
                caught = scope.add(ir.CAUGHT, len(scope.handlers) - 1, handler.lineno, handler.col_offset)
                scope.env[handler.name] = caught
            outer, scope.handling = scope.handling, len(scope.handlers) - 1
            if not self.block(handler.body):
                ends.append(scope.env)
            scope.handling = outer
        scope.env = self._meet(ends) if ends else start
        return self.block(node.finalbody) or not ends

    def _match(self, node: ast.Match) -> bool:
        scope = self.scope
        subject = self.value(node.subject)
        before, ends = scope.env, []
        total = False
        for case in node.cases:
            scope.env = dict(before)
            for pattern in ast.walk(case.pattern):
                name = getattr(pattern, "name", None) or getattr(pattern, "rest", None)
                if isinstance(name, str):
                    self.bind(name, scope.add(ir.ELEM, subject), pattern)
            total = total or (isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None and case.guard is None)
            if case.guard is not None:
                self.value(case.guard)
            if not self.block(case.body):
                ends.append(scope.env)
        if not total:
            ends.append(before)
        scope.env = self._meet(ends) if ends else before
        return not ends

    def _delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.scope.env.pop(target.id, None)
            elif isinstance(target, ast.Subscript):
                self.drop(target.value, target.slice)

    def _declare(self, node: ast.Global | ast.Nonlocal) -> None:
        self.scope.declared.update(node.names)

    def _import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.imports.add(alias.name)
            bound = alias.asname or alias.name.partition(".")[0]
            self.scope.env[bound] = self.scope.add(ir.IMPORT, alias.name if alias.asname else bound)

    def _import_from(self, node: ast.ImportFrom) -> None:
        module = node.module or ""
        if node.level:
            base = self.package[: len(self.package) - node.level + 1]
            module = ".".join((*base, module) if module else base)
        self.imports.add(module)
        for alias in node.names:
            if alias.name == "*":
                self.scope.env[f"*{module}"] = self.scope.add(ir.IMPORT, module)
            else:
                self.scope.env[alias.asname or alias.name] = self.scope.add(ir.IMPORT, f"{module}.{alias.name}")

    def _define(self, node: _Function) -> None:
        self.scope.env[node.name] = self.scope.add(ir.LAMBDA, self.function(node, node.name, -1))

    def function(self, node: ast.Lambda | _Function, name: str, cls: int) -> int:
        """Read a function of its own scope."""
        outer = self.scope
        outer.nested = True
        decorators = [] if isinstance(node, ast.Lambda) else [self.value(item) for item in node.decorator_list]
        for default in (*node.args.defaults, *(item for item in node.args.kw_defaults if item is not None)):
            self.value(default)
        index = len(self.functions)
        self.functions.append(None)
        self.bodies.append(b"")
        prefix, self._prefix = self._prefix, f"{self._prefix}{name}."
        self.scope = Scope(index)
        arguments = node.args
        self._parameters(arguments, node)
        if isinstance(node, ast.Lambda):
            self.scope.returns.append(self.value(node.body))
            returns, flags = "", 0
        else:
            self.block(node.body)
            returns = names_of(node.returns)
            flags = _flags(node, outer.nodes, decorators) | (16 if self.scope.generator else 0)
        self._prefix = prefix
        end = node.end_lineno or node.lineno
        self._close(self.scope, f"{prefix}{name}", node.lineno, end, cls, outer.index, arguments, returns, decorators, flags)
        self.scope = outer
        return index

    def _parameters(self, arguments: ast.arguments, node: ast.AST) -> None:
        scope = self.scope
        for position, argument in enumerate(_parameters(arguments)):
            line, column = argument.lineno, argument.col_offset
            scope.env[argument.arg] = scope.add(ir.PARAM, position, line, column)

    def _close(
        self, scope: Scope, name: str, line: int, end: int, cls: int, parent: int, arguments: ast.arguments, returns: str,
        decorators: list[int], flags: int,
    ) -> None:  # fmt: skip
        params = _parameters(arguments)
        positional = len(arguments.posonlyargs) + len(arguments.args)
        keyword_only = len(arguments.kwonlyargs)
        vararg = positional + keyword_only if arguments.vararg else -1
        kwarg = len(params) - 1 if arguments.kwarg else -1
        names = [param.arg for param in params]
        if scope.nested or parent < 0:
            final = scope.env
        else:  # only what the function did to its own parameters in place
            final = {
                key: scope.env[key] for key in names if scope.nodes[scope.env.get(key, 0)][0] in (ir.SET, ir.DROP, ir.TOUCHED, ir.UNION)
            }
        self.functions[scope.index] = Function(
            name, line, end, cls, parent, names, [names_of(param.annotation) for param in params], positional, vararg, kwarg,
            returns, decorators, flags, len(scope.raises), scope.sinks, scope.staged, scope.rescues, scope.setups,
            sorted(scope.called), scope.stores, list(scope.members.values()), list(scope.uses.values()),
        )  # fmt: skip
        body = Body(scope.nodes, scope.calls, scope.returns, scope.raises, scope.handlers, final)
        self.bodies[scope.index] = ir.pack(body)

    def _class(self, node: ast.ClassDef) -> None:
        scope = self.scope
        scope.nested = True
        index = len(self.classes)
        keywords = {
            item.arg: item.value.value
            for item in node.keywords
            if item.arg and isinstance(item.value, ast.Constant) and isinstance(item.value.value, bool | str | None)
        }
        decorators = [self.value(item) for item in node.decorator_list]
        bases = [name for base in node.bases if (name := dotted(base.value if isinstance(base, ast.Subscript) else base))]
        made = Class(f"{self._prefix}{node.name}", node.lineno, scope.index, bases, decorators, keywords, [], {})
        self.classes.append(made)
        outer_env, scope.env = scope.env, dict(scope.env)
        prefix, self._prefix = self._prefix, f"{self._prefix}{node.name}."
        self._members(node.body, made, index)
        self._prefix = prefix
        scope.env = outer_env
        scope.env[node.name] = scope.add(ir.CLASS, index)

    def _members(self, statements: Iterable[ast.stmt], made: Class, index: int) -> None:
        for statement in statements:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                method = self.function(statement, statement.name, index)
                made.methods.setdefault(statement.name, method)
                self.scope.env[statement.name] = self.scope.add(ir.LAMBDA, method)
            elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                value = self.value(statement.value) if statement.value is not None else -1
                made.fields.append(Field(statement.target.id, names_of(statement.annotation), value, statement.lineno))
                if value >= 0:
                    self.bind(statement.target.id, value, statement)
            elif isinstance(statement, ast.Assign):
                self._assign(statement)
                for target in statement.targets:
                    if isinstance(target, ast.Name):
                        made.fields.append(Field(target.id, "", self.scope.env[target.id], statement.lineno))
            elif isinstance(statement, ast.If | ast.Try | ast.With):
                for part in ("body", "orelse", "finalbody"):
                    self._members(getattr(statement, part, ()), made, index)
            elif isinstance(statement, ast.ClassDef):
                self._class(statement)
                nested = self.scope.env[statement.name]
                made.fields.append(Field(statement.name, "", nested, statement.lineno))
            else:
                self.block([statement])


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    """All parameters, in the order positional, keyword-only, ``*``, ``**``."""
    params = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return params + [extra for extra in (arguments.vararg, arguments.kwarg) if extra is not None]


_ENDERS = frozenset({"abort", "exit", "_exit"})
"""Calls that never come back."""


def _flags(node: _Function, nodes: list[ir.Node], decorators: list[int]) -> int:
    flags = 8 if isinstance(node, ast.AsyncFunctionDef) else 0
    for item in node.decorator_list:
        name = dotted(item).rpartition(".")[2]
        if name == "staticmethod":
            flags |= 1
        elif name == "classmethod":
            flags |= 2
        elif name.endswith("property") or name in ("setter", "reify", "memoize", "default", "observe"):
            flags |= 4
    return flags


def _types(node: ast.expr | None) -> list[str]:
    if node is None:
        return []
    if isinstance(node, ast.Tuple):
        return [name for item in node.elts if (name := dotted(item))] or ["?"]
    return [dotted(node) or "?"]


def _is_main(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == "__name__"
