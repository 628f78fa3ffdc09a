"""Dicts, tuples and objects that are written out in the function that uses them: which node a key, a position or a field holds."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.flow.origin import cut
from checker.source.names.elements import Cls, Fn
from checker.source.names.lookup import Names

_MOST_STEPS = 8
_NOTED = frozenset((ir.TOUCHED, ir.CHECKED))
_FOLLOWED = frozenset((ir.VAR, ir.SET, ir.DICT, ir.UNION, ir.ELEM))


def values(fn: Fn, owner: int, key: str, steps: int = _MOST_STEPS) -> list[int]:
    """What a key of a dict may hold, empty where that is not known."""
    record = fn.body.nodes[owner]
    if steps == 0:
        if record[0] in _FOLLOWED:
            cut.add(f"a dict that is given or handed on more than {_MOST_STEPS} times")
        return []
    if record[0] == ir.VAR:
        return values(fn, record[2], key, steps - 1)
    if record[0] == ir.SET:
        return [record[3]] if record[2] == key else values(fn, record[1], key, steps - 1)
    if record[0] == ir.DICT:
        return _spelt(fn, record, key, steps)
    if record[0] == ir.CALL:
        return _called(fn, record, key, steps)
    if record[0] == ir.UNION:  # of branches, or a dict and what it was updated with
        return [value for part in record[1] for value in values(fn, part, key, steps - 1)]
    if record[0] == ir.ELEM:
        return [value for part in _items(fn, record[1], steps - 1) for value in values(fn, part, key, steps - 1)]
    return []


def before(fn: Fn, owner: int, key: str) -> list[int]:
    """The dicts that hold under a key what they were given, where one branch alone sets it: ``if not config.get(key): config[key] = X``."""
    record = source(fn, owner)
    parts = [unnamed(fn, part) for part in record[1]] if record[0] == ir.UNION else []
    others = [part for part in parts if not values(fn, part, key)]
    return [part for part in others if any(part in _begun(fn, other) for other in parts if other != part)]


def _begun(fn: Fn, owner: int) -> list[int]:
    """What a dict was before its items were set, step by step."""
    nodes, found = fn.body.nodes, [owner]
    while nodes[found[-1]][0] in (ir.SET, ir.CHECKED) and len(found) <= _MOST_STEPS:
        found.append(unnamed(fn, nodes[found[-1]][1]))
    return found[1:]


def _items(fn: Fn, owner: int, steps: int) -> list[int]:
    """What iterating over a list gives that is written out, or to which items were added."""
    record = source(fn, owner)
    if record[0] == ir.COMP:
        return [record[1]]
    if record[0] != ir.SEQ or steps <= 0:
        return []
    inner = [item for item in record[1] if source(fn, item)[0] == ir.SEQ]  # what it held before something was added
    return [*(item for item in record[1] if item not in inner), *(one for item in inner for one in _items(fn, item, steps - 1))]


def _called(fn: Fn, record: ir.Node, key: str, steps: int) -> list[int]:
    """What ``dict(name=value)`` and ``other.copy()`` hold under a key."""
    callee = fn.body.nodes[record[1]]
    if callee[0] == ir.ATTR and callee[2] == "copy" and not record[2]:
        return values(fn, callee[1], key, steps - 1)
    if callee[0] != ir.GLOBAL or callee[1] != "dict":
        return []
    named = [int(value) for name, value in record[3] if name == key]
    return named or [value for given in record[2] if given >= 0 for value in values(fn, given, key, steps - 1)]


def _spelt(fn: Fn, record: ir.Node, key: str, steps: int) -> list[int]:
    for name, value in zip(reversed(record[1]), reversed(record[2]), strict=True):
        if name == key:
            return [value]
        if name == "**" and (found := values(fn, value, key, steps - 1)):
            return found
    return []


def element(fn: Fn, owner: int, position: int) -> int | None:
    """The item of a tuple or list that is written out, also of one that may be nothing: ``(user, password) if user else None``."""
    record = source(fn, owner)
    if record[0] == ir.UNION:
        written = [source(fn, part) for part in record[1]]
        some = [part for part in written if part[0] != ir.CONST or part[1] is not None]
        record = some[0] if len(some) == 1 else record
    return int(record[1][position]) if record[0] == ir.SEQ and position < len(record[1]) else None


def rest(fn: Fn, owner: int, key: str) -> list[tuple[str | None, int]] | None:
    """The other keys and values of a dict that has the key, ``None`` where it is not written out."""
    record = source(fn, owner)
    if record[0] != ir.DICT or key not in record[1] or "**" in record[1]:
        return None
    return [(name, value) for name, value in zip(record[1], record[2], strict=True) if name != key]


def looked_up(fn: Fn, node: int) -> str:
    """The key under which a value was found in a mapping, ``""`` where it was not: ``config["database"]``, ``config.get("database")``."""
    record = source(fn, node)
    key = record[2] if record[0] == ir.ITEM else None
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    if record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] == "get" and record[2] and record[2][0] >= 0:
        given = fn.body.nodes[record[2][0]]
        key = given[1] if given[0] == ir.CONST else None
    return key if isinstance(key, str) else ""


def plain(argument: int) -> int:
    """The node of a call's argument, starred or not."""
    return -1 - argument if argument < 0 else argument


def unnamed(fn: Fn, node: int) -> int:
    """The node of what was assigned to a name, through other names."""
    nodes = fn.body.nodes
    while (record := nodes[node])[0] == ir.VAR:
        node = record[2]
    return node


def source(fn: Fn, node: int) -> ir.Node:
    """What was assigned to a name, through other names."""
    nodes = fn.body.nodes
    record: ir.Node = nodes[node]
    while record[0] == ir.VAR:
        record = nodes[record[2]]
    return record


def settled(names: Names, fn: Fn, node: int) -> ir.Node:
    """What a value is that a name holds: one of the function, of its module, or of another module of the project (``config.DEBUG``)."""
    record = source(fn, node)
    bound: tuple[Fn, int] | None = None
    if record[0] == ir.GLOBAL:
        bound = names.binding(fn, record[1])
        record = source(*bound) if bound is not None else record
        fn = bound[0] if bound is not None else fn
    if record[0] == ir.IMPORT:
        bound = names.imported_value(record[1], fn.module)
    elif record[0] == ir.ATTR and (owner := names.entity(fn, record[1])) is not None and owner[0] == "mod":
        bound = names.global_value(owner[1], record[2])
    return source(*bound) if bound is not None else record


def bare(fn: Fn, node: int, *also: int) -> int:
    """The node behind names and behind what is noted of a value, that it was touched or tested, and behind these operations too."""
    nodes = fn.body.nodes
    while (operation := nodes[node][0]) == ir.VAR or operation in _NOTED or operation in also:
        node = int(nodes[node][2 if operation == ir.VAR else 1])
    return node


def construction(fn: Fn, node: int) -> ir.Node | None:
    """The call that made an object which a name of the same function holds."""
    record: ir.Node = fn.body.nodes[bare(fn, node)]
    return record if record[0] == ir.CALL else None


def fields(names: Names, cls: Cls, call: ir.Node) -> Iterator[tuple[str, int]]:
    """Which node each field is given, of a class whose constructor is made of its fields."""
    order = [field.name for base in reversed(names.mro(cls)[0]) for field in base.record.fields if field.annotation]
    for name, argument in zip(order, call[2], strict=False):
        if argument < 0:
            break
        yield name, argument
    yield from ((name, value) for name, value in call[3] if name)


def text(fn: Fn, node: int) -> str:
    """The literal text of a value, the end of it where it is put together."""
    record = source(fn, node)
    if record[0] == ir.JOIN and record[1]:
        record = fn.body.nodes[record[1][-1]]
    return record[1] if record[0] == ir.CONST and isinstance(record[1], str) else ""


def as_text(fn: Fn, record: ir.Node) -> int | None:
    """What is made a text and nothing more: ``str(url)``, ``"%s" % url``, ``f"{url}"``."""
    nodes = fn.body.nodes
    if record[0] == ir.CALL and list(nodes[record[1]][:2]) == [ir.GLOBAL, "str"] and len(record[2]) == 1 and record[2][0] >= 0:
        return int(record[2][0])
    if record[0] != ir.JOIN:
        return None
    parts = [part for part in record[1] if nodes[part][0] != ir.CONST or nodes[part][1] not in ("", "%s")]
    return parts[0] if len(parts) == 1 else None
