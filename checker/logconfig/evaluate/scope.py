"""What evaluation knows beside plain values: modules, functions, classes, frames, and the events that set logging up."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

import msgspec

from checker.logconfig.values import Condition, Conditions, Value, compatible
from checker.model import Span


class Scope(msgspec.Struct, eq=False):
    """The names of one module, class or running function."""

    path: str
    names: dict[str, Value] = msgspec.field(default_factory=dict)
    outer: Scope | None = None
    """Where a name is looked for next."""
    stars: list[str] = msgspec.field(default_factory=list)
    """Modules whose names were all imported, latest last: paths of project files."""
    shared: set[str] = msgspec.field(default_factory=set)
    """Names that ``global`` gives to the module."""
    function: str = ""
    """Qualified name of the function, ``""`` in a module's own code."""

    @property
    def module(self) -> Scope:
        """The module's own scope."""
        scope = self
        while scope.outer is not None:
            scope = scope.outer
        return scope


class Lazy(msgspec.Struct, frozen=True, eq=False):
    """``from module import name`` of a project's module, evaluated when it is used."""

    path: str
    name: str
    """``""`` for the module itself."""


class Late(msgspec.Struct, frozen=True, eq=False):
    """A constant of a settings module that a helper computes (``get_env("HOST")``), evaluated when it is used."""

    node: ast.expr
    scope: Scope


class Func(msgspec.Struct, frozen=True, eq=False):
    """A function of the project; a method has its class or its object as ``owner``."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    scope: Scope
    name: str
    owner: Value | None = None


class Cls(msgspec.Struct, eq=False):
    """A class of the project."""

    name: str
    scope: Scope
    """Its body's names."""
    bases: list[Value]


class Instance(msgspec.Struct, eq=False):
    """An object of a project's class."""

    cls: Cls
    attributes: dict[str, Value]
    made: Any = None
    """The `Made` that stands for it where it is a handler, a formatter or a filter."""
    inherited: bool = False
    """Whether it may be of a class derived from this one: its method is followed, and nobody was seen to make it."""


class Event(msgspec.Struct, frozen=True, eq=False):
    """A call or an assignment that may set logging up."""

    callee: str
    """Dotted name (``logging.config.dictConfig``), or ``*.method`` of something that is not known."""
    span: Span
    arguments: list[Value]
    keywords: Mapping[str, Value]
    conditions: Conditions
    function: str
    """Qualified name of the function that it stands in."""
    receiver: Value | None = None

    def argument(self, position: int, name: str) -> Value | None:
        """An argument by position or keyword."""
        if name in self.keywords:
            return self.keywords[name]
        return self.arguments[position] if position < len(self.arguments) else None


class Stop(Exception):  # noqa: N818 - no error: it ends a block
    """A ``return``, ``raise``, ``break`` or ``continue`` ends the block."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Exhausted(Exception):  # noqa: N818 - no error of the program's: the bound is reached
    """The budget of steps is used up."""


class Path(msgspec.Struct):
    """The conditions under which the code at hand runs."""

    held: dict[Condition, bool] = msgspec.field(default_factory=dict)

    def possible(self, when: Conditions) -> bool:
        """Whether these can hold here."""
        return compatible(when, self.held)
