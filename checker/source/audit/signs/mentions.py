"""What an expression names: the words by which a test, an argument or a receiver tells what it is about."""

from __future__ import annotations

from checker.source import ir
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn


def words_of(fn: Fn, node: int) -> tuple[str, ...]:
    """Words of everything that an expression names."""
    return tuple(word for name in named(fn, node) for word in split(name))


def named(fn: Fn, node: int, steps: int = 8) -> list[str]:
    """Every name, attribute, key and literal in an expression, as far as the node table has it."""
    if steps == 0:
        return []
    record = fn.body.nodes[node]
    operation = record[0]
    inner: list[int] = []
    own: list[str] = []
    if operation in (ir.GLOBAL, ir.VAR, ir.IMPORT):
        own.append(record[1])
    elif operation == ir.CLASS:
        own.append(fn.module.classes[record[1]].name)
    elif operation == ir.PARAM:
        own.append(fn.head.params[record[1]])
    elif operation == ir.ATTR:
        own.append(record[2])
        inner.append(record[1])
    elif operation == ir.ITEM:
        own += [record[2]] if isinstance(record[2], str) else []
        inner.append(record[1])
    elif operation == ir.CALL:
        inner += [record[1], *(argument for argument in record[2] if argument >= 0)]
    elif operation == ir.CONST:
        own += [record[1]] if isinstance(record[1], str) and len(record[1]) < 60 else []
    elif operation == ir.COND:
        inner += record[2]
    elif operation in (ir.TOUCHED, ir.CHECKED, ir.SET, ir.UNPACK, ir.ELEM):
        inner.append(record[1])
    elif operation in (ir.UNION, ir.SEQ):
        inner += record[1][:6]
    return own + [name for one in inner for name in named(fn, one, steps - 1)]


def first_class(fn: Fn, node: int, steps: int = 8) -> int:
    """The first part of an expression that is called as classes are, ``models.Group`` of ``get(models.Group, id=pk)``; -1 for none."""
    record = fn.body.nodes[node]
    operation = record[0]
    name = str(record[2] if operation == ir.ATTR else record[1]) if operation in (ir.GLOBAL, ir.IMPORT, ir.ATTR) else ""
    name = name.rpartition(".")[2]
    if name[:1].isupper() and not name.isupper():
        return node
    if steps == 0 or operation not in (ir.ATTR, ir.CALL, ir.ITEM, ir.TOUCHED, ir.CHECKED, ir.SET):
        return -1
    inner = [record[1], *(one for one in record[2] if one >= 0)] if operation == ir.CALL else [record[1]]
    return next((found for one in inner if (found := first_class(fn, one, steps - 1)) >= 0), -1)
