"""Definitions of functions and classes -> the records that the index keeps of them."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Any

from checker import patterns as re
from checker.source import ir
from checker.source.index.branches import Branches
from checker.source.index.scope import Scope
from checker.source.index.vouching import REQUESTS
from checker.source.ir import Body, Class, Field, Function
from checker.source.ir.syntax import dotted, last, names_of

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_COMPOUND = (ast.If, ast.Try, ast.With)
"""Asked for each statement: a union would be made anew each time."""
_COROUTINES = frozenset({"inlineCallbacks", "coroutine", "inline_callbacks", "engine"})
"""Decorators of functions that wait for what they yield."""
_FILLED = frozenset({"Depends", "Security"})
"""Calls as defaults of parameters by which a framework is told what fills them."""
_BESIDE = frozenset({*_FILLED, "Header"})
"""Of these a parameter's annotation is told too: what fills it is no text of a client, or one that holds no line break."""
_DECLARES = frozenset({"Path", "Query", "Header", "Form", "Body", "Cookie", "Field", "StringConstraints", "constr"})
"""What FastAPI and pydantic constrain a parameter with."""
_PART = r"(?:[^\\\n\[(|)]|\\[wd.\-/+@:]|\[(?:[^\\\n\]^]|\\[wd.\-/+@:])+\])"
_GROUP = rf"\((?:\?:)?{_PART}*(?:\|{_PART}*)*\)"
_ONE_LINE = re.compile(rf"\^(?:{_PART}|{_GROUP})+\$")
"""A pattern from beginning to end without a class that could hold a line break: no ``\\s``, no ``[^...]``, no group in a group."""
_IN_PLACE = frozenset((ir.SET, ir.DROP, ir.TOUCHED, ir.UNION))


_STATUSES = {"FORBIDDEN": "403", "HTTP_403_FORBIDDEN": "403", "UNAUTHORIZED": "401", "HTTP_401_UNAUTHORIZED": "401"}
"""Names of what a server refuses with."""


class Definitions(Branches):
    """Reads functions and classes."""

    classes: list[Class]
    bodies: list[bytes]
    _prefix: str

    def _define(self, node: _Function) -> None:
        value = self.scope.add(ir.LAMBDA, self.function(node, node.name, -1))
        self.scope.set(node.name, value)

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
        self.scope.answers = not isinstance(node, ast.Lambda) and _may_answer(node)
        self.scope.awaits = not isinstance(node, ast.Lambda) and any(map(_is_coroutine, node.decorator_list))
        params = _parameters(node.args)
        self._bind_parameters(self.scope, params)
        if isinstance(node, ast.Lambda):
            self.scope.returns.append(self.value(node.body))
            returns, flags = "", 0
        else:
            self.block(node.body)
            if self.scope.started:
                self._forget_tasks(node)
            returns = names_of(node.returns)
            flags = _flags(node) | (ir.GENERATOR if self.scope.generator else 0)
        self._prefix = prefix
        end = node.end_lineno or node.lineno
        self._close(self.scope, f"{prefix}{name}", node.lineno, end, cls, outer.index, node.args, params, returns, decorators, flags)
        if flags == 0 and self.scope.unbound and isinstance(node, ast.Lambda):
            outer.captured[index] = frozenset(self.scope.unbound)
        self.scope = outer
        return index

    def _forget_tasks(self, node: _Function) -> None:
        """Note tasks that are given a name which nothing reads."""
        scope = self.scope
        read = {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
        scope.dropped += [call for name, call in scope.started if name not in read and name not in scope.declared]

    @staticmethod
    def _bind_parameters(scope: Scope, params: list[ast.arg]) -> None:
        nodes, env = scope.nodes, scope.env
        for position, argument in enumerate(params, 1):
            env[argument.arg] = position
            nodes.append((ir.PARAM, position - 1, argument.lineno, argument.col_offset))

    def _close(
        self, scope: Scope, name: str, line: int, end: int, cls: int, parent: int, arguments: ast.arguments,
        params: list[ast.arg], returns: str, decorators: list[int], flags: int,
    ) -> None:  # fmt: skip
        positional = len(arguments.posonlyargs) + len(arguments.args)
        keyword_only = len(arguments.kwonlyargs)
        vararg = positional + keyword_only if arguments.vararg else -1
        kwarg = len(params) - 1 if arguments.kwarg else -1
        names = [param.arg for param in params]
        if scope.nested or parent < 0:
            final = scope.env
        else:  # only what the function did to its own parameters in place
            env = scope.env
            final = {name: env[name] for name in names if name in env and scope.nodes[env[name]][0] in _IN_PLACE}
        flags |= ir.HANDLES * bool(scope.handlers) | ir.LEAVES * bool(scope.leaving)
        self.functions[scope.index] = Function(
            name, line, end, cls, parent, tuple(names), tuple(_annotations(arguments, params)), positional,
            vararg, kwarg,
            returns, tuple(decorators), flags, len(scope.raises), tuple(scope.sinks), tuple(sorted(scope.staged)),
            tuple(sorted(scope.refused)), tuple(scope.rescues), tuple(scope.setups),
            tuple(sorted(scope.called)), tuple(scope.stores), tuple(scope.members.values()), tuple(scope.uses.values()),
            tuple(sorted({name.rpartition(".")[2] for handler in scope.handlers for name in handler.types})),
            positional - len(arguments.defaults),
        )  # fmt: skip
        nodes: Any = scope.nodes  # tuples cost less than lists, and are the same once they are encoded
        ways = ir.raw(scope.ways)
        body = Body(
            nodes,
            scope.calls,
            scope.returns,
            scope.raises,
            scope.handlers,
            final,
            ways,
            scope.shapes,
            scope.dropped,
            scope.leaving,
            scope.effects,
        )
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
        before = scope.mark()
        prefix, self._prefix = self._prefix, f"{self._prefix}{node.name}."
        self._members(node.body, made, index)
        self._prefix = prefix
        scope.back(before)
        scope.set(node.name, scope.add(ir.CLASS, index))

    def _members(self, statements: Iterable[ast.stmt], made: Class, index: int) -> None:
        for statement in statements:
            if isinstance(statement, _FUNCTIONS):
                method = self.function(statement, statement.name, index)
                made.methods.setdefault(statement.name, method)
                self.scope.set(statement.name, self.scope.add(ir.LAMBDA, method))
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
            elif isinstance(statement, _COMPOUND):
                for part in ("body", "orelse", "finalbody"):
                    self._members(getattr(statement, part, ()), made, index)
            elif isinstance(statement, ast.ClassDef):
                self._class(statement)
                nested = self.scope.env[statement.name]
                made.fields.append(Field(statement.name, "", nested, statement.lineno))
            else:
                self.block([statement])


def _may_answer(node: _Function) -> bool:
    """Whether a function may answer requests: it is given one, first or after ``self``, or decorated as a route, ``@app.get("/x")``."""
    if any(argument.arg in REQUESTS for argument in (*node.args.posonlyargs, *node.args.args)[:2]):
        return True
    return any(isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) for one in node.decorator_list)


def _is_coroutine(decorator: ast.expr) -> bool:
    """``@defer.inlineCallbacks``, ``@gen.coroutine``"""
    return dotted(decorator).rpartition(".")[2] in _COROUTINES


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    """All parameters, in the order positional, keyword-only, ``*``, ``**``."""
    params = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    if arguments.vararg is not None:
        params.append(arguments.vararg)
    if arguments.kwarg is not None:
        params.append(arguments.kwarg)
    return params


def _flags(node: _Function) -> int:
    flags = ir.ASYNC if isinstance(node, ast.AsyncFunctionDef) else 0
    for item in node.decorator_list:
        name = dotted(item).rpartition(".")[2]
        if name == "staticmethod":
            flags |= ir.STATIC
        elif name == "classmethod":
            flags |= ir.OF_CLASS
        elif name.endswith("property") or name in ("setter", "reify", "memoize", "default", "observe"):
            flags |= ir.PROPERTY
    return flags


def _annotations(arguments: ast.arguments, params: list[ast.arg]) -> list[str]:
    """Each parameter's annotation; ``Depends`` for one without that a framework fills from a function, ``config=Depends(get_config)``, and
    ``Literal`` for one of which it takes only what a pattern matches: ``Annotated[str, Path(pattern="^[a-z]+$")]``; behind it ``Depends``
    or ``Header`` for one that is filled so, and ``401`` or ``403`` where that is the default, ``status: int = 403``; ``True`` where by that
    a record is left unless a caller says no: ``log: bool = True``."""
    annotations = [
        ("Literal" if _is_formed(param.annotation) else names_of(param.annotation)) if param.annotation else "" for param in params
    ]
    ordered = [*arguments.posonlyargs, *arguments.args]
    given = [*zip(ordered[len(ordered) - len(arguments.defaults) :], arguments.defaults, strict=True)]
    given += [(name, value) for name, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if value is not None]
    for parameter, default in given:
        if parameter.annotation is None and isinstance(default, ast.Call) and last(default.func) in _FILLED:
            annotations[params.index(parameter)] = "Depends"
        elif parameter.annotation is not None and _is_formed(default):
            annotations[params.index(parameter)] = "Literal"
        elif isinstance(default, ast.Call) and (filler := last(default.func)) in _BESIDE:
            annotations[params.index(parameter)] = f"{annotations[params.index(parameter)]} {filler}".lstrip()
        elif status := _refusing(default) or _recording(parameter, default):
            annotations[params.index(parameter)] = f"{annotations[params.index(parameter)]} {status}".lstrip()
    return annotations


def _recording(parameter: ast.arg, default: ast.expr) -> str:
    """``True`` for a parameter that is called after records and has that as its default, else ``""``."""
    asked = isinstance(default, ast.Constant) and default.value is True
    return "True" if asked and parameter.arg.startswith(("log", "audit", "record", "report")) else ""


def _refusing(default: ast.expr) -> str:
    """The status by which a server refuses, ``""`` for any other default: ``403``, ``HTTPStatus.FORBIDDEN``."""
    if isinstance(default, ast.Constant):
        return str(default.value) if default.value in (401, 403) and isinstance(default.value, int) else ""
    return _STATUSES.get(last(default), "") if isinstance(default, ast.Attribute | ast.Name) else ""


def _is_formed(declared: ast.expr) -> bool:
    """Whether a parameter's declaration has a pattern from end to end that matches no line break."""
    annotated = isinstance(declared, ast.Subscript) and last(declared.value) == "Annotated"
    for call in ast.walk(declared) if annotated else (declared,):
        if isinstance(call, ast.Call) and last(call.func) in _DECLARES:
            given = (key.value.value for key in call.keywords if key.arg in ("pattern", "regex") and isinstance(key.value, ast.Constant))
            if any(isinstance(pattern, str) and _ONE_LINE.fullmatch(pattern) for pattern in given):
                return True
    return False
