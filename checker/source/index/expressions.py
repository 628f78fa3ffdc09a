"""Expressions of one function -> nodes: what each computes, in terms of names, attributes, items and calls."""

from __future__ import annotations

import ast
import functools
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from checker.source import ir, markers
from checker.source.index.conditions import by_stage
from checker.source.index.evidence import key_of, owners, unwrapped
from checker.source.index.scope import Noted, Scope
from checker.source.index.shapes import IN_LOOP, METHODS, shape
from checker.source.index.syntax import dotted, last
from checker.source.ir import Evidence, Function, Store
from checker.source.masks import is_mask
from checker.source.words import Lexicon, split

LONGEST_TEXT = 400
"""Characters kept of a text literal."""
_PLACEHOLDER = re.compile(r"%(?:\((?P<key>[^)]*)\))?[#0\- +]*[\d*]*(?:\.[\d*]+)?[hlL]?(?P<kind>[a-zA-Z%])")
_FIELD = re.compile(r"\{(?P<name>[^{}!:]*)(?:!(?P<conversion>[rsa]))?(?::(?P<spec>[^{}]*))?\}")
_NUMERIC = frozenset("dioxXeEfFgGc")
_VALIDATES = frozenset({"validate", "ensure", "verify", "assert", "require", "authorize"})
_CARRIED = frozenset({"headers", "cookies", "env", "environ"})
"""Keys under which containers stand that carry secrets."""
_WIRE = frozenset({"headers", "cookies", "data", "json", "body"})
"""Keywords by which a request is given what it sends."""
_SENDING = frozenset({"get", "post", "put", "patch", "delete", "request", "head", "send", "urlopen", "fetch", "stream", "Request"})
OBJECT = "(object)"
"""The use that shows a value to be an object of a class: a lexer's or a database's."""
_TEXT_ATTRIBUTES = frozenset(name for kind in (str, bytes, dict, list) for name in dir(kind)) | {
    "value", "token", "key", "secret", "password", "raw", "get_secret_value", "text", "json", "content", "data", "body", "read", "headers",
}  # fmt: skip
"""What text, bytes and dicts can do, and attributes that hold the secret itself."""
_OPTION_OWNERS = frozenset({"args", "options", "opts", "opt", "conf", "config", "cfg", "settings", "namespace", "ns", "params", "parsed"})
"""Last words of objects whose text shows their attributes."""
OPTION = "(option)"
"""The owner of what a command line's parser takes: ``add_argument("--password")``."""
_OPTIONS = frozenset({"add_argument", "add_option"})
PATH = "(path)"
"""The use that shows a value to be a file's name."""
_PATH_CALLS = frozenset(
    {
        "open",
        "Path",
        "isfile",
        "exists",
        "abspath",
        "expanduser",
        "import_string",
        "realpath",
        "dirname",
        "basename",
        "isdir",
        "stat",
        "islink",
        "readlink",
        "remove",
        "unlink",
        "chmod",
        "load_cert_chain",
    }
)
_OF_COLLECTIONS = frozenset({"update", "items", "keys", "values", "setdefault", "append", "extend"})
"""What is called of an item that is a collection, and no secret, whatever its key."""
_NO_METHODS = frozenset((ir.GLOBAL, ir.LAMBDA, ir.CLASS, ir.IMPORT))
"""Operations whose value is no logger's method that a local name holds."""
_SEQUENCES = (ast.Tuple, ast.List)
_NAMED = (ast.Name, ast.Attribute)
_OPERATORS = {ast.Eq: "==", ast.NotEq: "!=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in"}
_DISPLAYS = (ast.Dict, ast.List)
_GETTERS = frozenset({"get", "getenv"})
_KEYED = frozenset({"get", "pop", "setdefault"})
_NUMBERS = frozenset({"id", "pk"})
_FINDERS = frozenset({"filter", "exclude", "get", "aget", "get_object_or_404", "get_or_create"})
"""Calls that find rows of a model by its number."""
_GROWERS = frozenset({"append", "add", "appendleft", "extend", "insert", "update"})


class Expressions:
    """Reads expressions into the current scope; statements are added by the subclass."""

    def __init__(self, lexicon: Lexicon, sinks: frozenset[str], setups: frozenset[str]) -> None:
        self.told = lexicon.told
        self.sink_names = sinks
        self.setup_names = setups
        self.noted = _noted(sinks, setups)
        self.functions: list[Function | None] = []
        self.scope = Scope(0)
        self.readers: dict[type[ast.AST], Callable[[Any], int]] = defaultdict(lambda: self._unknown, {
            ast.Constant: self._constant, ast.Name: self._name, ast.Attribute: self._attribute, ast.Subscript: self._subscript,
            ast.Call: self._call, ast.BinOp: self._binary, ast.BoolOp: self._boolean, ast.IfExp: self._choice,
            ast.Compare: self._compare, ast.UnaryOp: self._unary, ast.Lambda: self._lambda, ast.Dict: self._dict,
            ast.List: self._sequence, ast.Tuple: self._sequence, ast.Set: self._sequence, ast.ListComp: self._comprehension,
            ast.SetComp: self._comprehension, ast.GeneratorExp: self._comprehension, ast.DictComp: self._comprehension,
            ast.JoinedStr: self._text, ast.FormattedValue: self._inner, ast.Await: self._inner, ast.Starred: self._inner,
            ast.Yield: self._yield, ast.YieldFrom: self._yield, ast.NamedExpr: self._walrus,
        })  # fmt: skip

    def value(self, node: ast.expr) -> int:
        """The node of an expression."""
        return self.readers[type(node)](node)

    def test(self, node: ast.expr) -> int:
        """The node of what an ``if`` or a loop tests: there it matters how the parts are put together."""
        kind = type(node)
        if kind is ast.Compare:
            left = self.value(node.left)  # type: ignore[attr-defined]  # the kind says so
            others = [self.value(item) for item in node.comparators]  # type: ignore[attr-defined]  # the same
            operator = _OPERATORS.get(type(node.ops[0]), "<") if len(others) == 1 else "<"  # type: ignore[attr-defined]  # the same
            return self.scope.add(ir.COND, operator, [left, *others])
        if kind is ast.UnaryOp and type(node.op) is ast.Not:  # type: ignore[attr-defined]  # the same
            return self.scope.add(ir.COND, "not", [self.test(node.operand)])  # type: ignore[attr-defined]  # the same
        if kind is ast.BoolOp:
            operator = "and" if type(node.op) is ast.And else "or"  # type: ignore[attr-defined]  # the same
            return self.scope.add(ir.COND, operator, [self.test(part) for part in node.values])  # type: ignore[attr-defined]  # the same
        return self.readers[kind](node)

    def bind(self, name: str, value: int, node: ast.AST) -> None:
        """Give a local name a value."""
        scope = self.scope
        if name in scope.declared:
            scope.stores.append(Store("global", name, value, node.lineno, node.col_offset, scope.guard > 0))  # type: ignore[attr-defined]  # statements and names have places
        nodes = scope.nodes
        nodes.append((ir.VAR, name, value, node.lineno, node.col_offset))  # type: ignore[attr-defined]  # the same
        env = scope.env  # as `Scope.set` does: this is called too often for one call more
        scope.log.append((name, env.get(name)))
        env[name] = len(nodes) - 1

    def assign(self, target: ast.expr, value: int, source: ast.expr | None = None) -> None:
        """Carry out an assignment to any target."""
        scope = self.scope
        if isinstance(target, ast.Name):
            self.bind(target.id, value, target)
        elif isinstance(target, ast.Attribute):
            owner = dotted(target.value)
            if not owner:
                self.value(target.value)
            scope.ways.append((markers.STORE, len(scope.calls), len(scope.stores)))
            scope.stores.append(Store(owner, target.attr, value, target.lineno, target.col_offset, scope.guard > 0))
        elif isinstance(target, ast.Subscript):
            key = target.slice.value if isinstance(target.slice, ast.Constant) else self._named_key(target.slice)
            if isinstance(key, str) and key.isupper() and (owner := dotted(target.value)):  # app.config["SQLALCHEMY_ECHO"] = True
                scope.stores.append(Store(owner, key, value, target.lineno, target.col_offset, scope.guard > 0))
            self._set(target.value, key if isinstance(key, str) else None, value, target)
            if source is not None and isinstance(key, str):
                self._put(key, source)
            if not isinstance(target.slice, ast.Constant):
                self.value(target.slice)
        elif isinstance(target, _SEQUENCES):
            items = scope.nodes[value][1] if isinstance(source, _SEQUENCES) else ()
            if isinstance(source, _SEQUENCES) and len(source.elts) == len(target.elts) == len(items):  # a star makes one item of all
                for part, item, written in zip(target.elts, items, source.elts, strict=True):
                    self.assign(part, item, written)
            else:
                for position, part in enumerate(target.elts):
                    self.assign(part, scope.add(ir.UNPACK, value, position))
        elif isinstance(target, ast.Starred):
            self.assign(target.value, value)

    def _set(self, owner: ast.expr, key: str | None, value: int, place: ast.expr) -> None:
        scope = self.scope
        if isinstance(owner, ast.Name) and owner.id in scope.env:
            old = scope.env[owner.id]
            scope.set(owner.id, scope.add(ir.SET, old, key, value, place.lineno, place.col_offset))
            if key is not None:
                scope.ways.append((markers.PUT, len(scope.calls), old, key, value, place.lineno, place.col_offset))
            return
        put = self.value(owner)
        if key is not None:
            scope.ways.append((markers.PUT, len(scope.calls), put, key, value, place.lineno, place.col_offset))
        name = dotted(owner)
        if name and key is not None and self.told[key] and scope.nodes[value][0] != ir.CONST:  # errors["password"] = "too short"
            self._note(scope.members, name, key, place)

    def _put(self, key: str, given: ast.expr) -> None:
        """``fields["password"] = given``: what is put there is one, whatever it is called."""
        if self.told[key] and (owner := dotted(given)) and ("." in owner or owner in self.scope.env):
            self._note(self.scope.uses, owner, key, given)

    def drop(self, owner: ast.expr, key: ast.expr | None) -> None:
        """``del owner[key]``, ``owner.pop(key)``."""
        scope = self.scope
        if isinstance(owner, ast.Name) and owner.id in scope.env:
            text = key_of(key) or None
            scope.set(owner.id, scope.add(ir.DROP, scope.env[owner.id], text))

    def _note(self, where: Noted, owner: str, name: str, place: ast.expr) -> None:
        """Once for each value that the owner's name holds."""
        where.setdefault((owner, name, self.scope.env.get(owner)), Evidence(owner, name, place.lineno, place.col_offset))

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

    def _subscript(self, node: ast.Subscript) -> int:
        owner = self.value(node.value)
        index = node.slice
        if isinstance(index, ast.Slice):
            bounds = [self._bound(part) for part in (index.lower, index.upper)]
            return self.scope.add(ir.SLICE, owner, *bounds)
        if isinstance(index, ast.Constant) and isinstance(index.value, (str, int)):
            key = index.value
            if isinstance(key, str) and (key in _CARRIED or self.told[key]):
                for name in owners(node.value, self.scope):
                    self._note(self.scope.members, name, key, node)
            return self.scope.add(ir.ITEM, owner, key if isinstance(key, str) else int(key) % 2**31, node.lineno, node.col_offset)
        if isinstance(index, ast.UnaryOp) and isinstance(at := self._bound(index), int):
            return self.scope.add(ir.ITEM, owner, at % 2**31, node.lineno, node.col_offset)
        if isinstance(index, ast.Name) and self.told[index.id] and last(node.value) == f"{index.id}s":
            self._note(self.scope.uses, index.id, PATH, node)  # secrets[secret]: the name under which it is kept
        key = self.value(index)
        named = isinstance(index, _NAMED)
        if named and (told := self._named_key(index)):
            for name in owners(node.value, self.scope):
                self._note(self.scope.members, name, told, node)
        return self.scope.add(ir.ITEM, owner, -1 - key if named else None, node.lineno, node.col_offset)

    def _named_key(self, node: ast.expr) -> str | None:
        """What a key that is written as a constant's name tells, ``None`` where that is nothing: ``data[CONF_PASSWORD]``."""
        key = key_of(node) if isinstance(node, _NAMED) else ""
        return key if key and self.told[key] else None

    def _bound(self, node: ast.expr | None) -> int | str | None:
        if node is None:
            return None
        if isinstance(node, ast.Constant) and isinstance(node.value, int):
            return node.value
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
            return -node.operand.value if isinstance(node.operand.value, int) else "?"
        self.value(node)
        return "?"

    def _call(self, node: ast.Call) -> int:
        scope, callee, readers = self.scope, node.func, self.readers
        function = readers[type(callee)](callee)
        arguments = [-1 - self.value(item.value) if isinstance(item, ast.Starred) else readers[type(item)](item) for item in node.args]
        keywords = []
        for keyword in node.keywords:
            name, given = keyword.arg or "", keyword.value
            keywords.append([name, readers[type(given)](given)])
            if (
                name
                and (self.told[name] or (name in _WIRE and getattr(callee, "attr", "") in _SENDING))
                and (owner := dotted(unwrapped(given)))
            ):
                self._note(scope.uses, owner, name, given)
            if name in _NUMBERS and isinstance(given, ast.Name) and given.id in scope.env and _finds(callee):
                scope.set(given.id, scope.add(ir.CHECKED, scope.env[given.id]))  # a model refuses what is no number
        nodes = scope.nodes
        found = len(nodes)
        nodes.append((ir.CALL, function, arguments, keywords, node.lineno, node.col_offset))
        scope.calls.append(found)
        if isinstance(callee, ast.Attribute):
            last = callee.attr
            scope.called.add(last)
            if last in self.noted:
                self._called(node, callee, last, found)
                self._member_by_call(callee, node)
        elif isinstance(callee, ast.Name):
            last = callee.id
            scope.called.add(last)
            if last in self.noted or nodes[function][0] not in _NO_METHODS:
                self._called(node, callee, last, found)
        elif isinstance(callee, ast.Call):
            scope.sinks.append(found)
        return found

    def _used(self, name: str, given: ast.expr) -> None:
        """``connect(password=given)``, ``post(url, data=json.dumps(given))``"""
        if owner := dotted(unwrapped(given)):
            self._note(self.scope.uses, owner, name, given)

    def _called(self, node: ast.Call, callee: ast.Attribute | ast.Name, last: str, call: int) -> None:
        """Note what the last part of a called name tells."""
        scope = self.scope
        if last in self.sink_names or (isinstance(callee, ast.Name) and self._holds_method(last, scope.nodes[call][1])):
            scope.sinks.append(call)
            if scope.handling >= 0:
                scope.rescues.append((call, scope.handling))
            if last in METHODS and (found := shape(node, last, call, IN_LOOP * (scope.loop == (scope.guard, scope.handling)))) is not None:
                scope.shapes.append(found)
        if last in self.setup_names:
            scope.setups.append((call, scope.guard > 0))
        if (
            ((last in _PATH_CALLS and _of_files(callee)) or (last in _GETTERS and "env" in dotted(callee)))
            and node.args
            and (owner := _written(node.args[0]))
        ):
            self._note(scope.uses, owner, PATH, node.args[0])

    def _holds_method(self, name: str, value: int) -> bool:
        """Whether a local name holds a logger's method, by its name or by what was assigned."""
        nodes = self.scope.nodes
        held = [nodes[value]]
        if held[0][0] in _NO_METHODS:
            return False
        for _ in range(3):
            held = [
                nodes[item] for node in held for item in (node[1] if node[0] == ir.UNION else [node[2]] if node[0] == ir.VAR else [])
            ] or held
        if any(node[0] == ir.ATTR and node[2] in self.sink_names for node in held):
            return True
        return "log" in split(name) and held[0][0] in (ir.PARAM, ir.CALL)

    def _member_by_call(self, callee: ast.Attribute, node: ast.Call) -> None:
        """``d.get("password")`` tells of ``d``; ``d.pop("password")`` changes it."""
        if callee.attr in _KEYED and node.args and isinstance(key := node.args[0], _NAMED):
            if told := self._named_key(key):
                for owner in owners(callee.value, self.scope):
                    self._note(self.scope.members, owner, told, node)
            if callee.attr == "pop":
                self.drop(callee.value, key)
        elif callee.attr in _KEYED and node.args and isinstance(key := node.args[0], ast.Constant):
            nested = len(node.args) > 1 and isinstance(node.args[1], _DISPLAYS)  # what is kept there is a collection
            if isinstance(key.value, str) and (key.value in _CARRIED or (self.told[key.value] and not nested)):
                for owner in owners(callee.value, self.scope):
                    self._note(self.scope.members, owner, key.value, node)
            if callee.attr == "pop":
                self.drop(callee.value, key)
        elif callee.attr in _OPTIONS:
            for option in node.args:
                if isinstance(option, ast.Constant) and isinstance(option.value, str) and self.told[option.value.lstrip("-")]:
                    self._note(self.scope.members, OPTION, option.value.lstrip("-"), node)

    def changed(self, node: ast.Call, call: int) -> None:
        """What a call made for its effect does to local names: ``d.update(x)``, ``scrub(d)``."""
        scope, callee = self.scope, node.func
        if isinstance(callee, ast.Attribute) and isinstance(callee.value, ast.Name) and callee.value.id in scope.env:
            name = callee.value.id
            old = scope.env[name]
            if callee.attr in _GROWERS and scope.nodes[old][0] != ir.IMPORT:  # loguru's logger.add() is none
                given = [abs(argument + 1) if argument < 0 else argument for argument in scope.nodes[call][2]]
                if callee.attr in ("extend", "update"):
                    old = self._updated(old, given, node)
                    for keyword, value in scope.nodes[call][3]:
                        old = (
                            scope.add(ir.SET, old, keyword or None, value, node.lineno, node.col_offset)
                            if keyword
                            else scope.union([old, value])
                        )
                else:
                    old = scope.add(ir.SEQ, [old, *given])
                scope.set(name, old)
                return
        names = [argument.id for argument in node.args if isinstance(argument, ast.Name) and argument.id in scope.env]
        if names:
            last = callee.attr if isinstance(callee, ast.Attribute) else callee.id if isinstance(callee, ast.Name) else ""
            if _validates(last):
                for name in names:
                    scope.set(name, scope.add(ir.CHECKED, scope.env[name]))
            elif last not in self.sink_names:
                for name in names:
                    scope.set(name, scope.add(ir.TOUCHED, scope.env[name], call))

    def _updated(self, old: int, given: list[int], place: ast.Call) -> int:
        """``d.update({"a": 1})`` sets keys; with anything else it is one of both."""
        written = self.scope.nodes[given[0]] if len(given) == 1 else (ir.OPAQUE,)
        if written[0] != ir.DICT or not all(key not in (None, "**") for key in written[1]):
            return self.scope.union([*given, old])
        for key, value in zip(written[1], written[2], strict=True):
            old = self.scope.add(ir.SET, old, key, value, place.lineno, place.col_offset)
        return old

    def _binary(self, node: ast.BinOp) -> int:
        if isinstance(node.op, ast.Mod) and not isinstance(node.right, (ast.Constant, ast.Compare)):
            return self._percent(node)
        terms: list[ast.expr] = [node.right]
        left: ast.expr = node.left
        while isinstance(left, ast.BinOp) and type(left.op) is type(node.op):
            terms.append(left.right)
            left = left.left
        terms.append(left)
        values = [self.value(term) for term in reversed(terms)]
        if isinstance(node.op, ast.Add):
            return self.scope.add(ir.JOIN, values, [""] * len(values))
        return self.scope.union(values) if isinstance(node.op, ast.BitOr) else 0

    def _translated(self, node: Sequence[Any]) -> Sequence[Any]:
        """The text behind a translation's marker: ``_("no output of %(cmd)s")``."""
        if node[0] == ir.CALL and len(node[2]) == 1 and node[2][0] >= 0 and not node[3]:
            inner = self.scope.nodes[node[2][0]]
            return inner if inner[0] == ir.CONST and isinstance(inner[1], str) else node
        return node

    def _percent(self, node: ast.BinOp) -> int:
        template = self.value(node.left)
        text = self._translated(self.scope.nodes[template])
        given = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
        parts = [self.value(part) for part in given]
        keys = placeholder_keys(text[1]) if text[0] == ir.CONST and isinstance(text[1], str) else []
        if keys and len(parts) == 1:  # of a mapping only the keys that the template names
            line, column = node.right.lineno, node.right.col_offset
            parts = [self.scope.add(ir.ITEM, parts[0], key, line, column) for key in keys]
        kinds = conversions(text[1]) if text[0] == ir.CONST and isinstance(text[1], str) else []
        if text[0] == ir.CONST and not isinstance(text[1], str) and text[1] is not None:
            return 0
        if len(kinds) > 1 and len(parts) == 1 and not keys:
            kinds = [""]  # of a tuple that has a name every item is shown
        marks = [kinds[i] if i < len(kinds) and len(kinds) == len(parts) else "%" for i in range(len(parts))]
        return self.scope.add(ir.JOIN, [template, *parts], ["", *marks])

    def _boolean(self, node: ast.BoolOp) -> int:
        if isinstance(node.op, ast.And):
            return [self.value(part) for part in node.values][-1]
        if isinstance(node.values[-1], _DISPLAYS):  # answer.get("token") or {}: what is kept there is a collection
            before = dict(self.scope.members)
            values = [self.value(part) for part in node.values]
            self.scope.members = before
            return self.scope.union(values)
        return self.scope.union([self.value(part) for part in node.values])

    def _choice(self, node: ast.IfExp) -> int:
        self.value(node.test)
        body, other = self.value(node.body), self.value(node.orelse)
        if by_stage(node.test):  # hidden in production only, or in debug runs only
            return self.scope.union([body, other])
        for shown, hidden in ((body, other), (other, body)):
            literal = self.scope.nodes[hidden]
            if literal[0] == ir.CONST and is_mask(literal[1]):
                return self.scope.add(ir.MASKIF, shown)
        return self.scope.union([body, other])

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
                if type(given) in _NAMED:
                    self._put(text, given)
            else:
                self.value(key)
                named = self._named_key(key)
                keys.append(named)
                if named and type(given) in _NAMED:
                    self._put(named, given)
        values = [self.value(value) for value in node.values]
        return self.scope.add(ir.DICT, keys, values, node.lineno, node.col_offset)

    def _sequence(self, node: ast.List | ast.Tuple | ast.Set) -> int:
        items = [self.value(item) for item in node.elts]
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
                filtered = (
                    filtered or _denied(condition) or any(isinstance(inner, (ast.Compare, ast.Call)) for inner in ast.walk(condition))
                )
        if isinstance(node, ast.DictComp):
            self.value(node.key)
            element = scope.add(ir.DICT, [None], [self.value(node.value)], node.lineno, node.col_offset)
        else:
            element = self.value(node.elt)
        scope.back(before)
        return scope.add(ir.COMP, element, filtered)

    def _text(self, node: ast.JoinedStr) -> int:
        parts, marks = [], []
        for part in node.values:
            parts.append(self.value(part))
            mark = ""
            if isinstance(part, ast.FormattedValue):
                if part.conversion in (97, 114):
                    mark = "r"
                elif isinstance(part.format_spec, ast.JoinedStr):
                    spec = part.format_spec.values[-1] if part.format_spec.values else None
                    text = spec.value if isinstance(spec, ast.Constant) else ""
                    mark = "d" if isinstance(text, str) and text[-1:] in tuple(_NUMERIC) else ""
            marks.append(mark)
        return self.scope.add(ir.JOIN, parts, marks)

    def _yield(self, node: ast.Yield | ast.YieldFrom) -> int:
        scope = self.scope
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


@functools.lru_cache(maxsize=8)
def _noted(sinks: frozenset[str], setups: frozenset[str]) -> frozenset[str]:
    """Names whose calls tell something; most calls are of none of them."""
    return sinks | setups | _PATH_CALLS | _GETTERS | _KEYED | _OPTIONS


@functools.lru_cache(maxsize=10_000)
def _validates(name: str) -> bool:
    """Whether a function of that name raises where the value is wrong."""
    return name in ("UUID", "int", "float") or not _VALIDATES.isdisjoint(split(name))


def _finds(callee: ast.expr) -> bool:
    return last(callee) in _FINDERS


def _of_files(callee: ast.expr) -> bool:
    """``open(x)`` and ``os.path.exists(x)``, not a method of anything else."""
    return isinstance(callee, ast.Name) or dotted(callee).startswith(
        ("os.", "path.", "shutil.", "io.", "codecs.", "pathlib.", "filesystem.")
    )


def conversions(template: str) -> list[str]:
    """Of a ``%`` template: ``r`` for ``%r``, ``d`` for a number, ``""`` else, a placeholder each."""
    kinds = []
    for match in _PLACEHOLDER.finditer(template):
        kind = match["kind"]
        if kind != "%":
            kinds.append("r" if kind in "ra" else "d" if kind in _NUMERIC else "")
    return kinds


def _asks(condition: ast.expr) -> bool:
    return any(isinstance(inner, (ast.Compare, ast.Call)) for inner in ast.walk(condition))


def _denied(condition: ast.expr) -> str:
    """``if key != "password"``: a list of one denied key lets every other secret through; ``""`` for any other condition."""
    one = isinstance(condition, ast.Compare) and len(condition.ops) == 1 and isinstance(condition.ops[0], ast.NotEq)
    return key_of(condition.comparators[0]) if one and isinstance(condition, ast.Compare) else ""


def _written(node: ast.expr) -> str:
    """A dotted name, or an item of one, as the follower writes it: ``names["key"]``."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and (owner := dotted(node.value)):
        return f"{owner}[{node.slice.value!r}]"
    return dotted(node)


def placeholder_keys(template: str) -> list[str]:
    """The keys that a ``%`` template takes from a mapping."""
    return [match["key"] for match in _PLACEHOLDER.finditer(template) if match["key"]]


def brace_conversions(template: str) -> list[tuple[str, str]]:
    """Of a ``{}`` template: name and ``r``, ``d`` or ``""``, a field each."""
    fields = []
    for match in _FIELD.finditer(template.replace("{{", "").replace("}}", "")):
        spec = match["spec"] or ""
        fields.append((match["name"], "r" if match["conversion"] in ("r", "a") else "d" if spec[-1:] in tuple(_NUMERIC) else ""))
    return fields
