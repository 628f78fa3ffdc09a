"""Statements of one file -> functions and classes: what each name holds at each point, branch by branch."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any

from checker.source.index.bounds import numbers
from checker.source.index.definitions import Definitions
from checker.source.index.keyed import Lists, lists
from checker.source.index.scope import Scope
from checker.source.ir import Class
from checker.source.lexicon.words import Lexicon


class Reader(Definitions):
    """Reads one module after the other; after each, ``functions``, ``classes`` and ``bodies`` hold what it found."""

    def __init__(self, lexicon: Lexicon, sinks: frozenset[str], setups: frozenset[str]) -> None:
        super().__init__(lexicon, sinks, setups)
        self._begin(())
        self._statements: dict[type[ast.stmt], Callable[[Any], bool | None]] = {
            ast.Assign: self._assign, ast.AnnAssign: self._annotated, ast.AugAssign: self._augmented, ast.Expr: self._expression,
            ast.Return: self._return, ast.Raise: self._raise, ast.If: self._if, ast.For: self._for, ast.AsyncFor: self._for,
            ast.While: self._while, ast.With: self._with, ast.AsyncWith: self._with, ast.Try: self._try,
            ast.FunctionDef: self._define, ast.AsyncFunctionDef: self._define, ast.ClassDef: self._class, ast.Import: self._import,
            ast.ImportFrom: self._import_from, ast.Delete: self._delete, ast.Global: self._declare, ast.Nonlocal: self._declare,
            ast.Match: self._match, ast.Assert: self._assert, ast.Break: self._break, ast.Continue: self._continue,
        }  # fmt: skip
        if hasattr(ast, "TryStar"):
            self._statements[ast.TryStar] = self._try

    def _begin(self, package: Sequence[str]) -> None:
        self.package = tuple(package)
        self.functions, self.scope = [], Scope(0)
        self.classes: list[Class] = []
        self.bodies: list[bytes] = []
        self.imports: set[str] = set()
        self.main = False
        self._prefix = ""
        self.lists: Lists = {}

    def module(self, tree: ast.Module, package: Sequence[str]) -> None:
        """Read the whole file; ``package`` are the parts of the one that its relative imports start from."""
        self._begin(package)
        self.functions.append(None)
        self.bodies.append(b"")
        self.lists, self.numbers = lists(tree.body), numbers(tree.body)
        self.block(tree.body)
        last = tree.body[-1].end_lineno if tree.body else 1
        self._close(self.scope, "", 1, last or 1, -1, -1, ast.arguments([], [], None, [], [], None, []), [], "", [], 0)
