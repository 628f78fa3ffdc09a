"""Of what a value is a part that is taken out by a key: ``answer["data"]["token"]`` tells of ``answer`` too."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker import patterns as re
from checker.source import ir
from checker.source.index.scope import Scope
from checker.source.index.versions import Made
from checker.source.ir.syntax import dotted, last
from checker.source.lexicon.words import split

_TAKES = frozenset({"get", "pop", "setdefault"})
_DECODES = frozenset({"loads", "decode", "literal_eval", "safe_load", "parse_qs", "parse_qsl"})
"""Last parts of calls that make a structure of a text."""
_PREFIXES = frozenset({"CONF", "ATTR", "KEY", "CONFIG", "FIELD", "OPT", "PARAM", "DATA", "SERVICE"})
"""First words of constants that hold a key's name."""
_SCHEME = re.compile(r"(?:Bearer|Basic|Token|Bot|JWT|OAuth|ApiKey|Api-Key) (?:%s|\{\})?", re.IGNORECASE)
"""What stands before the credential in an Authorization header."""
_ENCODES = frozenset({"dumps", "urlencode", "dict"})
_TAKES_APART = frozenset({"urlparse", "urlsplit", "make_url", "parse_url", "url_parse"})
"""Last parts of calls that take an address apart."""
_ADDRESSES = frozenset({"url", "uri", "dsn", "address"})
_TEXTS = frozenset({"text", "content", "body", "data", "read"})
"""What an answer's body is called."""
_IN_PLACE = frozenset((ir.SET, ir.DROP, ir.TOUCHED, ir.CHECKED))
_COPIES = frozenset({"dict", "copy", "deepcopy"})
"""Calls that give a mapping with the same keys."""
_RUNS_OVER = frozenset({"values", "items"})
_IN_ORDER = frozenset({"enumerate", "sorted", "reversed", "list", "tuple", "chain"})
"""Calls that give the items of what they are given."""
_PLACES = (ast.Constant, ast.Name, ast.Attribute, ast.UnaryOp)
"""What takes one of several out: ``rows[0]["password"]``, ``sessions[user.id]["token"]``."""
_MOST_STEPS = 6


def owners(node: ast.expr, scope: Scope) -> Iterator[str]:
    """The name of what a key is read of, and the names of what that is a part of.

    What is read of an answer's JSON is a part of its body: that is written ``answer.json()``, however it was decoded.
    """
    part = _part(node)
    if part:
        yield part
    while True:
        if isinstance(node, ast.Await):
            node = node.value
        elif isinstance(node, ast.BoolOp):
            node = node.values[0]
        elif isinstance(node, ast.Subscript) and (key_of(node.slice) or isinstance(node.slice, _PLACES)):
            node = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _TAKES and node.args:
            node = node.func.value
        else:
            break
    if isinstance(node, ast.Call):
        answer = _decoded(node)
        if answer:
            yield f"{answer}.json()"
        if not (last(node.func) in _DECODES and node.args and isinstance(node.args[0], ast.Name)):
            return
        node = node.args[0]
    name = dotted(node)
    if name:
        yield name
    if isinstance(node, ast.Name) and node.id in scope.env:
        yield from _wholes(scope, scope.env[node.id])


def _part(node: ast.expr) -> str:
    """The source of a part that is named by keys, ``config['mail']``, as the follower writes it; ``""`` of anything else."""
    keys: list[str] = []
    while isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str | int):
        keys.append(f"[{node.slice.value!r}]")
        node = node.value
    name = dotted(node) if 0 < len(keys) <= _MOST_STEPS else ""
    return f"{name}{''.join(reversed(keys))}" if name else ""


def addresses(node: ast.expr, scope: Scope) -> Iterator[str]:
    """The names of the address that a password is read of: ``url`` of ``urlsplit(url).password`` and of ``parts.password``."""
    name = dotted(node)
    if name and not _ADDRESSES.isdisjoint(split(name)[-1:]):
        yield name
    if isinstance(node, ast.Call) and last(node.func) in _TAKES_APART and node.args and (whole := dotted(node.args[0])):
        yield whole
    index = scope.env.get(node.id) if isinstance(node, ast.Name) else None
    given = scope.nodes[index] if index is not None else (ir.OPAQUE,)
    made = scope.nodes[given[2]] if given[0] == ir.VAR else (ir.OPAQUE,)
    if made[0] == ir.CALL and made[2] and made[2][0] >= 0 and _called(scope, made) in _TAKES_APART and (of := _text(scope, made[2][0])):
        yield of


def _called(scope: Scope, call: Made) -> str:
    callee = scope.nodes[call[1]]
    named = callee[0] in (ir.GLOBAL, ir.IMPORT)
    return str(callee[2]) if callee[0] == ir.ATTR else str(callee[1]).rpartition(".")[2] if named else ""


def key_of(node: ast.expr | None) -> str:
    """The key that a subscript or an argument names: ``"password"``, ``CONF_PASSWORD``, ``const.PASSWORD``; ``""`` where it does not."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    if not name.isupper():
        return ""
    first, _, rest = name.partition("_")
    return (rest if first in _PREFIXES and rest else name).lower()


def unwrapped(node: ast.expr) -> ast.expr:
    """What is encoded: ``data`` of ``json.dumps(data)`` and ``data.encode()``."""
    while isinstance(node, ast.Call):
        if last(node.func) in _ENCODES and node.args:
            node = node.args[0]
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "encode":
            node = node.func.value
        else:
            break
    return node


def behind_scheme(node: ast.expr) -> ast.expr:
    """What logs in behind a scheme's name: of ``f"Bearer {key}"``, ``"Token " + key`` and ``"Bot %s" % key`` the key; else the node."""
    parts: list[ast.expr] = []
    if isinstance(node, ast.JoinedStr) and len(node.values) == 2:
        parts = [part.value if isinstance(part, ast.FormattedValue) else part for part in node.values]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod)):
        parts = [node.left, node.right]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format" and len(node.args) == 1:
        parts = [node.func.value, node.args[0]]
    scheme = parts[0].value if parts and isinstance(parts[0], ast.Constant) else None
    return parts[1] if isinstance(scheme, str) and _SCHEME.fullmatch(scheme) else node


def _decoded(node: ast.Call) -> str:
    """The name of the answer that a call decodes: ``answer.json()``, ``json.loads(answer.text)``."""
    of = node.args[0] if last(node.func) in _DECODES and node.args else node
    if isinstance(of, ast.Call):
        of = of.func
    known = isinstance(of, ast.Attribute) and (of.attr in _TEXTS or of.attr == "json")
    return dotted(of.value) if known and isinstance(of, ast.Attribute) else ""


def _wholes(scope: Scope, index: int) -> Iterator[str]:
    """The names of what a value was taken out of, the nearest first."""
    nodes = scope.nodes
    for _ in range(_MOST_STEPS):
        record = nodes[index]
        if record[0] in _IN_PLACE:
            index = record[1]
            continue
        value = nodes[record[2]] if record[0] == ir.VAR else record
        if record[0] == ir.VAR and value[0] in (ir.ITEM, ir.CALL) and (name := _item(scope, value)):
            yield name
        if value[0] == ir.UNION and value[1]:
            value = nodes[value[1][0]]
            value = nodes[value[2]] if value[0] == ir.VAR else value
        inner = _taken_from(scope, value)
        if inner < 0:
            return
        of = nodes[inner]
        answer = _answer(scope, value, of)
        if answer:
            yield answer
            return
        name = _text(scope, inner)
        if name:
            yield name
        index = inner


def _taken_from(scope: Scope, value: Made) -> int:
    """The node that a value is a part or another form of, -1 where it is neither."""
    if value[0] == ir.ITEM:
        return int(value[1])
    if value[0] == ir.UNPACK and value[2] == 1:  # for name, account in accounts.items()
        value = scope.nodes[value[1]]
    if value[0] == ir.ELEM:
        return _run_over(scope, value)
    if value[0] != ir.CALL:
        return -1
    callee, name = scope.nodes[value[1]], _called(scope, value)
    if name in _COPIES:
        given = value[2][0] if value[2] else int(callee[1]) if callee[0] == ir.ATTR and name == "copy" else -1
        return given if given >= 0 else -1
    if callee[0] == ir.ATTR and ((name in _TAKES and value[2]) or (name in ("json", "read") and not value[2])):
        return int(callee[1])
    return int(value[2][0]) if name in _DECODES and value[2] and value[2][0] >= 0 else -1


def _run_over(scope: Scope, element: Made) -> int:
    """The node of the collection that a loop runs over: ``accounts`` of ``accounts.values()`` and ``enumerate(accounts)``."""
    over = scope.nodes[element[1]]
    if over[0] != ir.CALL:
        return int(element[1])
    callee, name = scope.nodes[over[1]], _called(scope, over)
    if callee[0] == ir.ATTR and name in _RUNS_OVER and not over[2]:
        return int(callee[1])
    if _item(scope, over):
        return int(element[1])
    return int(over[2][0]) if name in _IN_ORDER and over[2] and over[2][0] >= 0 else -1


def _answer(scope: Scope, value: Made, of: Made) -> str:
    """``answer.json()`` where a value is an answer's body, or made of it."""
    if value[0] != ir.CALL:
        return ""
    callee = scope.nodes[value[1]]
    if callee[0] == ir.ATTR and callee[2] in ("json", "read") and not value[2]:
        name = _text(scope, callee[1])
        return f"{name}.json()" if name else ""
    if of[0] == ir.CALL:
        of = scope.nodes[of[1]]
    if of[0] == ir.ATTR and of[2] in _TEXTS:
        name = _text(scope, of[1])
        return f"{name}.json()" if name else ""
    return ""


def _text(scope: Scope, index: int) -> str:
    """The dotted name of a node, as the follower writes it."""
    record = scope.nodes[index]
    if record[0] in (ir.VAR, ir.GLOBAL):
        return str(record[1])
    if record[0] == ir.ATTR:
        owner = _text(scope, record[1])
        return f"{owner}.{record[2]}" if owner else ""
    if record[0] in _IN_PLACE:
        return _text(scope, record[1])
    if record[0] == ir.PARAM:
        return next((name for name, value in scope.env.items() if _holds(scope, value, index)), "")
    return _item(scope, record)


def _item(scope: Scope, record: Made) -> str:
    """What is taken of a mapping under a key that is written out, as the follower writes it: ``config["servers"]``, also by ``get()``."""
    if record[0] == ir.ITEM:
        owner, key = record[1], record[2]
    elif record[0] == ir.CALL and record[2] and record[2][0] >= 0 and _called(scope, record) in _TAKES:
        callee, given = scope.nodes[record[1]], scope.nodes[record[2][0]]
        owner, key = (callee[1], given[1]) if callee[0] == ir.ATTR and given[0] == ir.CONST else (-1, None)
    else:
        return ""
    name = _text(scope, owner) if isinstance(key, str) and owner >= 0 else ""
    return f"{name}[{key!r}]" if name else ""


def _holds(scope: Scope, value: int, index: int) -> bool:
    """Whether what a name stands for now is a node, as it was or as tests and branches left it."""
    if value == index:
        return True
    record = scope.nodes[value]
    parts = record[1] if record[0] == ir.UNION else [record[1]] if record[0] in _IN_PLACE else ()
    return any(part == index or (scope.nodes[part][0] in _IN_PLACE and scope.nodes[part][1] == index) for part in parts)
