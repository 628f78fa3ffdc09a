"""What a statement can name: local names that surely have a value there, and expressions that were evaluated before and so cannot fail."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

_SWALLOWING = frozenset({"suppress", "ignored", "ignore", "raises", "swallow"})
_READING = frozenset({"get", "get_id", "get_username"})
_MOST_ARGUMENTS = 2
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


class AtHand:
    """Follows one function's statements down to a place.

    A branch is followed by one of its own, which knows nothing but what changes in it: that is what it costs to join it again.
    """

    def __init__(self, bound: Iterable[str] = ()) -> None:
        self.bound = set(bound)
        """Names that have a value."""
        self._unbound: set[str] = set()
        """Names that lost theirs."""
        self._seen: dict[str, dict[str, ast.expr]] = {}
        """Reading expressions that were evaluated: by the name that they begin with, then by their source."""
        self._given: set[str] = set()
        """Names that were given another value, or none: nothing that was read of them before holds."""

    def seen(self) -> dict[str, ast.expr]:
        """Reading expressions that were evaluated, by their source, in the order in which they stand."""
        every = {text: node for texts in self._seen.values() for text, node in texts.items()}
        return dict(sorted(every.items(), key=lambda item: (item[1].lineno, item[1].col_offset)))

    @classmethod
    def at(cls, function: ast.FunctionDef | ast.AsyncFunctionDef, statement: ast.stmt, *, after: bool) -> AtHand:
        """What is at hand before a statement of the function, or after it."""
        arguments = function.args
        given = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        known = cls(one.arg for one in given)
        known._through(function.body, statement, after=after)
        return known

    def _through(self, block: Sequence[ast.stmt], target: ast.stmt, *, after: bool) -> None:
        for statement in block:
            if statement is target:
                if after:
                    self._run(statement)
                return
            if statement.lineno <= target.lineno and (target.end_lineno or 0) <= (statement.end_lineno or 0):
                inner = self._enter(statement, target)
                self._through(inner, target, after=after)
                return
            self._run(statement)

    def _enter(self, statement: ast.stmt, target: ast.stmt) -> Sequence[ast.stmt]:
        """Go into the block of a compound statement that holds the target."""
        block = next((one for one in blocks(statement) if one and one[0].lineno <= target.lineno <= (one[-1].end_lineno or 0)), [])
        if isinstance(statement, ast.If):
            self._evaluate(statement.test)
        elif isinstance(statement, ast.For | ast.AsyncFor | ast.While):
            self._lose(statement)
            self._evaluate(statement.iter if not isinstance(statement, ast.While) else statement.test)
            if not isinstance(statement, ast.While) and block is statement.body:
                self._bind(statement.target)
        elif isinstance(statement, ast.With | ast.AsyncWith):
            self._items(statement)
        elif isinstance(statement, ast.Try):
            self._into_try(statement, block)
        elif isinstance(statement, ast.Match):
            self._evaluate(statement.subject)
            self._lose(statement)
        return block

    def _into_try(self, statement: ast.Try, block: Sequence[ast.stmt]) -> None:
        if block is statement.orelse:
            self._block(statement.body)
        elif block is not statement.body:
            self._lose(statement)
            caught = next((one.name for one in statement.handlers if one.body is block), None)
            self._bound_to({caught} if caught else set())

    def _block(self, block: Sequence[ast.stmt]) -> None:
        for statement in block:
            self._run(statement)

    def _run(self, statement: ast.stmt) -> None:
        """Take in a statement that came to its end."""
        if isinstance(statement, ast.If):
            self._evaluate(statement.test)
            self._join([self._branch(block) for block in (statement.body, statement.orelse) if not ends(block)], statement)
        elif isinstance(statement, ast.Try):
            self._run_try(statement)
        elif isinstance(statement, ast.With | ast.AsyncWith):
            self._items(statement)
            if any(not _SWALLOWING.isdisjoint(_called(item.context_expr)) for item in statement.items):
                self._lose(statement)
            else:
                self._block(statement.body)
        elif isinstance(statement, ast.For | ast.AsyncFor | ast.While | ast.Match):
            self._lose(statement)
        elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            self._bound_to({statement.name})
        else:
            self._simple(statement)

    def _run_try(self, statement: ast.Try) -> None:
        tried = self._branch([*statement.body, *statement.orelse])
        branches = [] if ends([*statement.body, *statement.orelse]) else [tried]
        for handler in statement.handlers:
            if not ends(handler.body):
                other = AtHand()
                other._lose(statement)
                other._block(handler.body)
                branches.append(other)
        self._join(branches, statement)
        self._block(statement.finalbody)

    def _branch(self, block: Sequence[ast.stmt]) -> AtHand:
        branch = AtHand()
        branch._block(block)
        return branch

    def _join(self, branches: Sequence[AtHand], statement: ast.stmt) -> None:
        """Go on with what all branches that come to their end have in common."""
        if not branches:
            self._lose(statement)
            return
        self._forget({name for one in branches for name in one._given})
        lost = {name for one in branches for name in one._unbound}
        gained = set.intersection(*(one.bound for one in branches))
        self._unbound = (self._unbound | lost) - gained
        self.bound = (self.bound - lost) | gained
        first, *others = branches
        for name, texts in first._seen.items():
            common = {text: node for text, node in texts.items() if all(text in one._seen.get(name, ()) for one in others)}
            if common:
                self._seen[name] = {**common, **self._seen.get(name, {})}

    def _simple(self, statement: ast.stmt) -> None:
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
            if statement.value is None:
                return
            self._evaluate(statement.value)
            for target in statement.targets if isinstance(statement, ast.Assign) else [statement.target]:
                self._bind(target)
        elif isinstance(statement, ast.Delete):
            self._lose(statement)
        else:
            for child in ast.iter_child_nodes(statement):
                if isinstance(child, ast.expr):
                    self._evaluate(child)

    def _items(self, statement: ast.With | ast.AsyncWith) -> None:
        for item in statement.items:
            self._evaluate(item.context_expr)
            if item.optional_vars is not None:
                self._bind(item.optional_vars)

    def _bind(self, target: ast.expr) -> None:
        names = {node.id for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        self._forget(names)
        self._bound_to(names)

    def _lose(self, statement: ast.stmt) -> None:
        """Forget what a statement may have given another value, or none."""
        nodes = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
        self._forget({node.id for node in nodes if not isinstance(node.ctx, ast.Load)})
        deleted = {node.id for node in nodes if isinstance(node.ctx, ast.Del)}
        self.bound -= deleted
        self._unbound |= deleted

    def _bound_to(self, names: set[str]) -> None:
        self.bound |= names
        self._unbound -= names

    def _forget(self, names: set[str]) -> None:
        self._given |= names
        for name in names:
            self._seen.pop(name, None)

    def _evaluate(self, node: ast.AST) -> None:
        """Note what is read whatever comes of a part of the expression."""
        if isinstance(node, ast.IfExp):
            self._evaluate(node.test)
        elif isinstance(node, ast.BoolOp):
            self._evaluate(node.values[0])
        elif isinstance(node, Comprehension):
            self._evaluate(node.generators[0].iter)
        elif isinstance(node, ast.NamedExpr):
            self._evaluate(node.value)
            self._bind(node.target)
        elif isinstance(node, ast.Compare):
            self._evaluate(node.left)
            self._evaluate(node.comparators[0])
        elif not isinstance(node, ast.Lambda):
            for child in ast.iter_child_nodes(node):
                self._evaluate(child)
            if isinstance(node, ast.Attribute | ast.Subscript | ast.Call) and (name := root(node)):
                self._seen.setdefault(name, {}).setdefault(ast.unparse(node), node)


def root(node: ast.expr) -> str:
    """The name that an expression begins with which only reads: attributes, constant keys, ``get("name")``; ``""`` for all others."""
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute) or (
            isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str)
        ):
            node = node.value
        elif isinstance(node, ast.Call) and _reads(node):
            node = node.func
        else:
            return ""
    return node.id


def _reads(call: ast.Call) -> bool:
    plain = len(call.args) <= _MOST_ARGUMENTS and not call.keywords and all(isinstance(one, ast.Constant) for one in call.args)
    return plain and isinstance(call.func, ast.Attribute) and call.func.attr in _READING


def blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks of statements that a compound statement has."""
    for name in ("body", "orelse", "finalbody"):
        yield getattr(statement, name, [])
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield part.body


def ends(block: Sequence[ast.stmt]) -> bool:
    """Whether a block never comes to its end."""
    last = block[-1] if block else None
    if isinstance(last, ast.If):
        return ends(last.body) and ends(last.orelse)
    if isinstance(last, ast.With | ast.AsyncWith):
        return ends(last.body)
    return isinstance(last, ast.Return | ast.Raise | ast.Continue | ast.Break)


def _called(node: ast.expr) -> set[str]:
    names = [one for one in ast.walk(node) if isinstance(one, ast.Name | ast.Attribute)]
    return {one.id if isinstance(one, ast.Name) else one.attr for one in names}
