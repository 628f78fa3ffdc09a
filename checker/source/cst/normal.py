"""A statement in a form that no formatter changes: one line, one kind of quotes, no comments, no needless brackets or commas.

It is written from the tree and not from the text, and by this module and not by ``ast.unparse``, whose output differs between
Pythons: a baseline that one Python wrote is read under another. It is for people and for comparing, not for parsing again.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

LONGEST = 4_000
"""Characters; the rest of a longer statement is left out."""
_DEEPEST = 60
_MOST = 100
"""Members of one list, dict or call that are written out."""
_LONG_TEXT = 400
"""Characters of one literal that are written out."""
_LOOKED_BACK = 50
"""Statements before a place of which one may hold it."""
_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Mod: "%", ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>",
    ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&", ast.FloorDiv: "//", ast.MatMult: "@", ast.And: "and", ast.Or: "or", ast.Not: "not ",
    ast.Invert: "~", ast.UAdd: "+", ast.USub: "-", ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip
_COMPOUND = (
    ast.BinOp, ast.BoolOp, ast.UnaryOp, ast.Compare, ast.IfExp, ast.Lambda, ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom,
)  # fmt: skip
_BLOCKS = ("body", "orelse", "handlers", "finalbody", "cases")


class Statements:
    """Every statement of a file by its place."""

    def __init__(self, tree: ast.Module) -> None:
        self.found = sorted(_statements(tree.body), key=_begin)
        self.starts = [_begin(statement) for statement in self.found]
        self.forms: dict[int, str] = {}

    def at(self, line: int, column: int) -> str:
        """The normal form of the statement around a place, of a compound one its head; ``""`` where there is none.

        ``column`` is 0-based, in bytes of UTF-8.
        """
        last = bisect_right(self.starts, (line, column)) - 1
        for number in range(last, max(-1, last - _LOOKED_BACK), -1):
            statement = self.found[number]
            if (line, column) <= (statement.end_lineno or line, statement.end_col_offset or column):
                if number not in self.forms:  # thousands of suspects may share one statement
                    self.forms[number] = normal(statement)
                return self.forms[number]
        return ""


def normal(statement: ast.stmt) -> str:
    """The statement's normal form, of a compound one that of its head."""
    return _Form().statement(statement)[:LONGEST]


def _begin(statement: ast.stmt) -> tuple[int, int]:
    first = min(getattr(statement, "decorator_list", ()), key=lambda item: item.lineno, default=statement)
    return first.lineno, first.col_offset


def _statements(block: Iterable[Any]) -> Iterator[ast.stmt]:
    waiting = list(block)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.stmt):
            yield node
        for name in _BLOCKS:
            inner = getattr(node, name, None)
            if isinstance(inner, list):
                waiting += inner


def quoted(text: str) -> str:
    """A text as a literal between double quotes, or single ones where it holds double ones."""
    if len(text) > _LONG_TEXT:
        text = f"{text[:_LONG_TEXT]}... {len(text) - _LONG_TEXT} more"
    said = repr(text)
    return f'"{said[1:-1]}"' if said[0] == "'" and '"' not in text else said


class _Form:
    """Writes expressions and statements; each kind of node has its line in one of the tables."""

    def __init__(self) -> None:
        self.depth = 0

    def statement(self, node: ast.stmt) -> str:
        """A simple statement, or a compound one's head."""
        of: Any = node
        write = _STATEMENTS.get(type(node))
        return write(self, of) if write else type(node).__name__.lower()

    def of(self, node: Any) -> str:
        """An expression; ``""`` for one that is not there."""
        if node is None:
            return ""
        write = _EXPRESSIONS.get(type(node))
        if write is None:
            return f"<{type(node).__name__.lower()}>"
        if self.depth >= _DEEPEST:
            return "..."
        self.depth += 1
        try:
            return write(self, node)
        finally:
            self.depth -= 1

    def inner(self, node: Any) -> str:
        """An operand: in brackets where it is an operation itself, needed or not."""
        return f"({self.of(node)})" if isinstance(node, _COMPOUND) else self.of(node)

    def all(self, nodes: Sequence[Any]) -> str:
        """With commas between."""
        shown = [self.of(node) for node in nodes[:_MOST]]
        return ", ".join(shown + [f"... {len(nodes) - _MOST} more"] * (len(nodes) > _MOST))

    def constant(self, node: ast.Constant) -> str:
        """A literal."""
        value = node.value
        if isinstance(value, str):
            return quoted(value)
        if isinstance(value, bytes):
            return f"b{quoted(value.decode('latin-1'))}"
        try:
            return "..." if value is ... else repr(value)
        except ValueError:  # Python refuses to write numbers of many thousand digits
            return hex(value)[:_LONG_TEXT] if isinstance(value, int) else "<number>"

    def text(self, node: ast.JoinedStr) -> str:
        """An f-string."""
        return f'f"{self.parts(node)}"'

    def parts(self, node: ast.JoinedStr) -> str:
        """What stands between an f-string's quotes."""
        said = ""
        for part in node.values:
            if isinstance(part, ast.Constant):
                text = repr(str(part.value)[:_LONG_TEXT])[1:-1]
                said += text.replace('"', '\\"').replace("{", "{{").replace("}", "}}")
            elif isinstance(part, ast.FormattedValue):
                spec = f":{self.parts(part.format_spec)}" if isinstance(part.format_spec, ast.JoinedStr) else ""
                how = f"!{chr(part.conversion)}" if part.conversion > 0 else ""
                said += f"{{{self.of(part.value)}{how}{spec}}}"
        return said

    def call(self, node: ast.Call) -> str:
        """A call; a generator that is its only argument has no brackets of its own."""
        given = [*node.args, *node.keywords]
        if len(given) == 1 and isinstance(given[0], ast.GeneratorExp):
            return f"{self.inner(node.func)}{self.of(given[0])}"
        return f"{self.inner(node.func)}({self.all(given)})"

    def pairs(self, node: ast.Dict) -> str:
        """A dict's display."""
        both = list(zip(node.keys, node.values, strict=True))
        shown = [f"{self.of(key)}: {self.of(value)}" if key else f"**{self.inner(value)}" for key, value in both[:_MOST]]
        return "{" + ", ".join(shown + [f"... {len(both) - _MOST} more"] * (len(both) > _MOST)) + "}"

    def compared(self, node: ast.Compare) -> str:
        """A chain of comparisons."""
        rest = (f" {_SIGNS[type(sign)]} {self.inner(value)}" for sign, value in zip(node.ops, node.comparators, strict=True))
        return self.inner(node.left) + "".join(rest)

    def looping(self, node: Any) -> str:
        """``for x in y if z ...`` of a comprehension."""
        said = ""
        for one in node.generators:
            asynchronous = "async " if one.is_async else ""
            said += f" {asynchronous}for {self.of(one.target)} in {self.inner(one.iter)}" + "".join(f" if {self.inner(c)}" for c in one.ifs)
        return said

    def taking(self, node: ast.arguments) -> str:
        """Parameters with their defaults."""
        plain = [*node.posonlyargs, *node.args]
        defaults = [None] * (len(plain) - len(node.defaults)) + list(node.defaults)
        said = [self.parameter(one, value) for one, value in zip(plain, defaults, strict=True)]
        said += [f"*{node.vararg.arg}"] if node.vararg else ["*"] if node.kwonlyargs else []
        said += [self.parameter(one, value) for one, value in zip(node.kwonlyargs, node.kw_defaults, strict=True)]
        return ", ".join(said + ([f"**{node.kwarg.arg}"] if node.kwarg else []))

    def parameter(self, node: ast.arg, default: ast.expr | None) -> str:
        """One parameter, without its annotation."""
        return f"{node.arg}={self.of(default)}" if default else node.arg

    def loop(self, node: Any) -> str:
        """The head of a ``for``."""
        return f"for {self.of(node.target)} in {self.of(node.iter)}:"

    def entered(self, node: Any) -> str:
        """The head of a ``with``."""
        items = (self.of(one.context_expr) + (f" as {self.of(one.optional_vars)}" if one.optional_vars else "") for one in node.items)
        return f"with {', '.join(items)}:"

    def annotated(self, node: ast.AnnAssign) -> str:
        """``name: type = value``."""
        return f"{self.of(node.target)}: {self.of(node.annotation)}" + (f" = {self.of(node.value)}" if node.value else "")

    def raised(self, node: ast.Raise) -> str:
        """``raise error from cause``."""
        return f"raise {self.of(node.exc)}".rstrip() + (f" from {self.of(node.cause)}" if node.cause else "")


_Write = Callable[[_Form, Any], str]
_EXPRESSIONS: dict[type[ast.AST], _Write] = {
    ast.Name: lambda to, node: node.id,
    ast.Constant: _Form.constant,
    ast.JoinedStr: _Form.text,
    ast.Attribute: lambda to, node: f"{to.inner(node.value)}.{node.attr}",
    ast.Call: _Form.call,
    ast.keyword: lambda to, node: f"{node.arg}={to.of(node.value)}" if node.arg else f"**{to.inner(node.value)}",
    ast.Starred: lambda to, node: f"*{to.inner(node.value)}",
    ast.Subscript: lambda to, node: f"{to.inner(node.value)}[{to.of(node.slice)}]",
    ast.Slice: lambda to, node: f"{to.of(node.lower)}:{to.of(node.upper)}" + (f":{to.of(node.step)}" if node.step else ""),
    ast.Tuple: lambda to, node: f"({to.all(node.elts)}{',' * (len(node.elts) == 1)})",
    ast.List: lambda to, node: f"[{to.all(node.elts)}]",
    ast.Set: lambda to, node: f"{{{to.all(node.elts)}}}",
    ast.Dict: _Form.pairs,
    ast.BinOp: lambda to, node: f"{to.inner(node.left)} {_SIGNS[type(node.op)]} {to.inner(node.right)}",
    ast.BoolOp: lambda to, node: f" {_SIGNS[type(node.op)]} ".join(map(to.inner, node.values)),
    ast.UnaryOp: lambda to, node: f"{_SIGNS[type(node.op)]}{to.inner(node.operand)}",
    ast.Compare: _Form.compared,
    ast.IfExp: lambda to, node: f"{to.inner(node.body)} if {to.inner(node.test)} else {to.inner(node.orelse)}",
    ast.Lambda: lambda to, node: f"{f'lambda {to.taking(node.args)}'.rstrip()}: {to.of(node.body)}",
    ast.NamedExpr: lambda to, node: f"{to.of(node.target)} := {to.of(node.value)}",
    ast.Await: lambda to, node: f"await {to.inner(node.value)}",
    ast.Yield: lambda to, node: f"yield {to.of(node.value)}".rstrip(),
    ast.YieldFrom: lambda to, node: f"yield from {to.of(node.value)}",
    ast.ListComp: lambda to, node: f"[{to.of(node.elt)}{to.looping(node)}]",
    ast.SetComp: lambda to, node: f"{{{to.of(node.elt)}{to.looping(node)}}}",
    ast.GeneratorExp: lambda to, node: f"({to.of(node.elt)}{to.looping(node)})",
    ast.DictComp: lambda to, node: f"{{{to.of(node.key)}: {to.of(node.value)}{to.looping(node)}}}",
}
_STATEMENTS: dict[type[ast.AST], _Write] = {
    ast.Expr: lambda to, node: to.of(node.value),
    ast.Assign: lambda to, node: " = ".join(map(to.of, (*node.targets, node.value))),
    ast.AugAssign: lambda to, node: f"{to.of(node.target)} {_SIGNS[type(node.op)]}= {to.of(node.value)}",
    ast.AnnAssign: _Form.annotated,
    ast.Return: lambda to, node: f"return {to.of(node.value)}".rstrip(),
    ast.Raise: _Form.raised,
    ast.Assert: lambda to, node: f"assert {to.of(node.test)}" + (f", {to.of(node.msg)}" if node.msg else ""),
    ast.Delete: lambda to, node: f"del {to.all(node.targets)}",
    ast.If: lambda to, node: f"if {to.of(node.test)}:",
    ast.While: lambda to, node: f"while {to.of(node.test)}:",
    ast.For: _Form.loop,
    ast.AsyncFor: lambda to, node: f"async {to.loop(node)}",
    ast.With: _Form.entered,
    ast.AsyncWith: lambda to, node: f"async {to.entered(node)}",
    ast.Match: lambda to, node: f"match {to.of(node.subject)}:",
    ast.FunctionDef: lambda to, node: f"def {node.name}",
    ast.AsyncFunctionDef: lambda to, node: f"async def {node.name}",
    ast.ClassDef: lambda to, node: f"class {node.name}",
}
