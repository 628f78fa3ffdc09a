"""Expressions of one function -> nodes: what each computes, in terms of names, attributes, items and calls."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from checker.source import ir
from checker.source.index import denied, queries
from checker.source.index.bounds import Numbers, of_length
from checker.source.index.calls import noted
from checker.source.index.conditions import proven
from checker.source.index.evidence import addresses, owners
from checker.source.index.keyed import written
from checker.source.index.marks import ADDRESSED, CARRIED, DISPLAYS, NAMED, OBJECT, PATH
from checker.source.index.scope import Scope
from checker.source.index.texts import Texts
from checker.source.ir import Function, markers
from checker.source.ir.syntax import dotted, last
from checker.source.lexicon.words import Lexicon, split

LONGEST_TEXT = 400
"""Characters kept of a text literal."""
_TEXT_ATTRIBUTES = frozenset(name for kind in (str, bytes, dict, list) for name in dir(kind)) | {
    "value", "token", "key", "secret", "password", "raw", "get_secret_value", "text", "json", "content", "data", "body", "read", "headers",
}  # fmt: skip
"""What text, bytes and dicts can do, and attributes that hold the secret itself."""
_OPTION_OWNERS = frozenset({"args", "options", "opts", "opt", "conf", "config", "cfg", "settings", "namespace", "ns", "params", "parsed"})
"""Last words of objects whose text shows their attributes."""
_OF_COLLECTIONS = frozenset({"update", "items", "keys", "values", "setdefault", "append", "extend"})
"""What is called of an item that is a collection, and no secret, whatever its key."""
_PUT = frozenset((*NAMED, ast.JoinedStr, ast.BinOp, ast.Call))
"""Expressions that give a name, or a text with a scheme before one."""
_OPERATORS = {ast.Eq: "==", ast.NotEq: "!=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in"}
_GREATER = (ast.Gt, ast.GtE)


class Expressions(Texts):
    """Reads expressions into the current scope; statements are added by the subclass."""

    def __init__(self, lexicon: Lexicon, sinks: frozenset[str], setups: frozenset[str]) -> None:
        self.told = lexicon.told
        self.sink_names = sinks
        self.setup_names = setups
        self.noted = noted(sinks, setups)
        self.functions: list[Function | None] = []
        self.scope = Scope(0)
        self.numbers: Numbers = {}
        self.readers: dict[type[ast.AST], Callable[[Any], int]] = defaultdict(lambda: self._unknown, {
            ast.Constant: self._constant, ast.Name: self._name, ast.Attribute: self._attribute, ast.Subscript: self._subscript,
            ast.Call: self._call, ast.BinOp: self._binary, ast.BoolOp: self._boolean, ast.IfExp: self._choice,
            ast.Compare: self._compare, ast.UnaryOp: self._unary, ast.Lambda: self._lambda, ast.Dict: self._dict,
            ast.List: self._sequence, ast.Tuple: self._sequence, ast.Set: self._sequence, ast.ListComp: self._comprehension,
            ast.SetComp: self._comprehension, ast.GeneratorExp: self._comprehension, ast.DictComp: self._comprehension,
            ast.JoinedStr: self._text, ast.FormattedValue: self._inner, ast.Await: self._inner, ast.Starred: self._inner,
            ast.Yield: self._yield, ast.YieldFrom: self._yield, ast.NamedExpr: self._walrus,
        })  # fmt: skip

    def test(self, node: ast.expr) -> int:
        """The node of what an ``if`` or a loop tests: there it matters how the parts are put together."""
        kind = type(node)
        if kind is ast.Compare:
            left = self.value(node.left)  # type: ignore[attr-defined]  # the kind says so
            others = [self.value(item) for item in node.comparators]  # type: ignore[attr-defined]  # the same
            compared = type(node.ops[0]) if len(others) == 1 else ast.Lt  # type: ignore[attr-defined]  # the same
            operator = _OPERATORS.get(compared, "<")
            operands = [*others, left] if compared in _GREATER else [left, *others]  # the smaller one first: ``a > b`` is kept as ``b < a``
            return self.scope.add(ir.COND, operator, operands)
        if kind is ast.UnaryOp and type(node.op) is ast.Not:  # type: ignore[attr-defined]  # the same
            return self.scope.add(ir.COND, "not", [self.test(node.operand)])  # type: ignore[attr-defined]  # the same
        if kind is ast.BoolOp:
            operator = "and" if type(node.op) is ast.And else "or"  # type: ignore[attr-defined]  # the same
            return self.scope.add(ir.COND, operator, [self.test(part) for part in node.values])  # type: ignore[attr-defined]  # the same
        return self.readers[kind](node)

    def _constant(self, node: ast.Constant) -> int:
        value = node.value
        if isinstance(value, str):
            if len(value) > LONGEST_TEXT:
                value = value[:LONGEST_TEXT]
        elif not (value is None or isinstance(value, float) or (isinstance(value, int) and -(2**63) <= value < 2**63)):
            value = None
        key = value if isinstance(value, str) else (type(value), value)
        constants = self.scope.constants
        found = constants.get(key)
        if found is None:
            nodes = self.scope.nodes
            found = constants[key] = len(nodes)
            nodes.append((ir.CONST, value))
        return found

    def _name(self, node: ast.Name) -> int:
        scope = self.scope
        name = node.id
        found = scope.env.get(name)
        if found is None:
            found = scope.unbound.get(name)
            if found is None:
                nodes = scope.nodes
                found = scope.unbound[name] = len(nodes)
                nodes.append((ir.GLOBAL, name, node.lineno, node.col_offset))
        return found

    def _attribute(self, node: ast.Attribute) -> int:
        name, value = node.attr, node.value
        kind = type(value)
        if self.told[name] or self.told[value.id if kind is ast.Name else value.attr if kind is ast.Attribute else ""]:  # type: ignore[attr-defined]  # the kind says so
            self._telling_attribute(node, name, value)
        of = self.readers[kind](value)
        if name in _OF_COLLECTIONS and kind is ast.Subscript:
            self._holds_collection(value)  # type: ignore[arg-type]  # the kind says so
        nodes = self.scope.nodes
        nodes.append((ir.ATTR, of, name, node.lineno, node.col_offset))
        return len(nodes) - 1

    def _holds_collection(self, node: ast.Subscript) -> None:
        """``claims["token"].update(...)``: what is kept there is no secret."""
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            for name in owners(node.value, self.scope):
                self.scope.members.pop((name, node.slice.value, self.scope.env.get(name)), None)

    def _telling_attribute(self, node: ast.Attribute, name: str, value: ast.expr) -> None:
        owner = dotted(value)
        if owner and name not in _TEXT_ATTRIBUTES and self.told[owner.rpartition(".")[2]]:
            self._note(self.scope.uses, owner, OBJECT, node)
        if owner and self.told[name] and not _OPTION_OWNERS.isdisjoint(split(owner)[-1:]):
            self._note(self.scope.members, owner, name, node)
        if name == "password":
            for address in addresses(value, self.scope):
                self._note(self.scope.uses, address, ADDRESSED, node)

    def _subscript(self, node: ast.Subscript) -> int:
        owner = self.value(node.value)
        index = node.slice
        if isinstance(index, ast.Tuple) and index.elts and last(node.value) == "Annotated":
            declared, *_ = [self.value(part) for part in index.elts]
            return declared  # SessionDep = Annotated[Session, Depends(get_session)]: a Session
        if isinstance(index, ast.Slice):
            bounds = [self._bound(part, node.value, low=part is index.lower) for part in (index.lower, index.upper)]
            return self.scope.add(ir.SLICE, owner, *bounds)
        if isinstance(index, ast.Constant) and isinstance(index.value, (str, int)):
            key = index.value
            if isinstance(key, str) and (key in CARRIED or self.told[key]):
                for name in owners(node.value, self.scope):
                    self._note(self.scope.members, name, key, node)
                if queries.by_key(node.value, key):
                    self.scope.called.add(queries.QUERIED)
            return self.scope.add(ir.ITEM, owner, key if isinstance(key, str) else int(key) % 2**31, node.lineno, node.col_offset)
        if isinstance(index, ast.UnaryOp) and isinstance(at := self._bound(index), int):
            return self.scope.add(ir.ITEM, owner, at % 2**31, node.lineno, node.col_offset)
        if isinstance(index, ast.Name) and self.told[index.id] and last(node.value) == f"{index.id}s":
            self._note(self.scope.uses, index.id, PATH, node)  # secrets[secret]: the name under which it is kept
        key = self.value(index)
        named = isinstance(index, NAMED)
        if named and (told := self._named_key(index)):
            for name in owners(node.value, self.scope):
                self._note(self.scope.members, name, told, node)
        return self.scope.add(ir.ITEM, owner, -1 - key if named else None, node.lineno, node.col_offset)

    def _bound(self, node: ast.expr | None, owner: ast.expr | None = None, low: bool = False) -> int | str | None:
        if node is None:
            return None
        if isinstance(node, ast.Constant) and isinstance(node.value, int):
            return node.value
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
            return -node.operand.value if isinstance(node.operand.value, int) else "?"
        self.value(node)
        if isinstance(node, ast.BinOp):
            return of_length(node, owner, low=low)
        return self.numbers.get(node.id, "?") if isinstance(node, ast.Name) else "?"

    def _boolean(self, node: ast.BoolOp) -> int:
        if isinstance(node.op, ast.And):
            return [self.value(part) for part in node.values][-1]
        if isinstance(node.values[-1], DISPLAYS):  # answer.get("token") or {}: what is kept there is a collection
            before = dict(self.scope.members)
            values = [self.value(part) for part in node.values]
            self.scope.members = before
            return self.scope.union(values)
        return self.scope.union([self.value(part) for part in node.values])

    def _compare(self, node: ast.Compare) -> int:
        self.value(node.left)
        for child in node.comparators:
            self.value(child)
        return 0

    def _unary(self, node: ast.UnaryOp) -> int:
        self.value(node.operand)
        return 0

    def _unknown(self, node: ast.AST) -> int:
        children = [self.value(child) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
        return self.scope.add(ir.SEQ, children)

    def _inner(self, node: ast.FormattedValue | ast.Await | ast.Starred) -> int:
        return self.value(node.value)

    def _lambda(self, node: ast.Lambda) -> int:
        return self.scope.add(ir.LAMBDA, self.function(node, "<lambda>", -1))

    def function(self, node: ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef, name: str, cls: int) -> int:
        """Read a nested function; its position."""
        raise NotImplementedError(name, cls)

    def _dict(self, node: ast.Dict) -> int:
        keys: list[str | None] = []
        for key, given in zip(node.keys, node.values, strict=True):
            if key is None:
                keys.append("**")
            elif isinstance(key, ast.Constant):
                text = str(key.value)[:100]
                keys.append(text)
                if type(given) in _PUT:
                    self._put(text, given)
            else:
                self.value(key)
                named = self._named_key(key) or _column(key)
                keys.append(named)
                if named and type(given) in NAMED:
                    self._put(named, given)
        values = [self.value(value) for value in node.values]
        return self.scope.add(ir.DICT, keys, values, node.lineno, node.col_offset)

    def _sequence(self, node: ast.List | ast.Tuple | ast.Set) -> int:
        items = [self.value(item) for item in node.elts]
        if len(items) == 1 and isinstance(node.elts[0], ast.Starred):  # [*headers]: of a mapping its keys
            return self.scope.add(ir.SEQ, [self.scope.add(ir.ELEM, *items)])
        starred = any(isinstance(item, ast.Starred) for item in node.elts)
        return self.scope.add(ir.SEQ, [self.scope.union(items)] if starred else items)  # positions tell nothing behind a star

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> int:
        scope = self.scope
        before = scope.mark()
        filtered: bool | str = False
        for part in node.generators:
            self.assign(part.target, scope.add(ir.ELEM, self.value(part.iter)))
            for condition in part.ifs:
                self.value(condition)
                self._let_through(proven(condition)[0])
                if not denied.nothing(condition, scope, self.told):
                    filtered = (
                        filtered
                        or denied.one(condition)
                        or any(isinstance(inner, (ast.Compare, ast.Call)) for inner in ast.walk(condition))
                    )
        if isinstance(node, ast.DictComp):
            self.value(node.key)
            first = node.generators[0]
            same = isinstance(node.key, ast.Name) and isinstance(first.target, ast.Name) and node.key.id == first.target.id
            keys = written(first.iter, self.lists) if same else ()
            filtered = filtered or bool(keys)
            value = self.value(node.value)
            element = scope.add(ir.DICT, [*keys] or [None], [value] * (len(keys) or 1), node.lineno, node.col_offset)
        else:
            element = self.value(node.elt)
        scope.back(before)
        return scope.add(ir.COMP, element, filtered)

    def _let_through(self, vouched: list[str]) -> None:
        """A comprehension's condition has vouched for names: ``[name for name in names if name in KNOWN]``."""
        scope = self.scope
        for name in vouched:
            if name in scope.env:
                scope.set(name, scope.add(ir.CHECKED, scope.env[name]))

    def _yield(self, node: ast.Yield | ast.YieldFrom) -> int:
        scope = self.scope
        if scope.awaits and node.value is not None:
            return self.value(node.value)
        scope.generator = True
        value = -1
        if node.value is not None:
            value = self.value(node.value)
            scope.returns.append(value)
        scope.ways.append((markers.YIELD, len(scope.calls), value, node.lineno, node.col_offset))
        return scope.add(ir.SEQ, [])

    def _walrus(self, node: ast.NamedExpr) -> int:
        value = self.value(node.value)
        self.bind(node.target.id, value, node)
        return self.scope.env[node.target.id]


def _column(node: ast.expr) -> str | None:
    """The column of a table that is written as an attribute of its class: ``query.update({User.password: hashed})``."""
    of_class = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id[:1].isupper()
    return node.attr if of_class and isinstance(node, ast.Attribute) and node.attr.islower() else None
