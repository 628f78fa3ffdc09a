"""What a filter, a formatter, an adapter or a processor hides of a record: whatever its text says, or what stands under some keys alone.

``log.info("login", password=given)`` is safe from the latter, ``log.info(f"login with {given}")`` is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.flow.literal import source
from checker.source.lexicon.masks import is_mask
from checker.source.names.elements import Cls, Fn

ALL = ("*",)
"""In place of the keys, where the text is rewritten as well."""
ANY = "*"
"""In place of a keyword, where what is given is a dict: its keys are those that are masked, as far as anybody can tell."""
REWRITING = frozenset({"sub", "subn", "replace", "translate"})
_TEXTS = frozenset({"msg", "message", "event", "args"})
"""Attributes and items of a record that hold its text, or what is put into it."""
_ADAPTING = "process"
_DEEPEST = 2


def of_class(follower: Follower, cls: Cls) -> tuple[str, ...]:
    """The keys under which the methods of a class put masks, none where any may be; `ALL` where they rewrite the text."""
    methods = [cls.module.functions[index] for index in cls.record.methods.values()]
    if any(_rewrites(follower, fn, 0) for fn in methods):
        return ALL
    fields = (text for field in cls.record.fields for text in _written(cls.fn, field.value))
    return _keys(follower, (*(text for fn in methods for text in said(fn)), *fields))


def of_function(follower: Follower, fn: Fn) -> tuple[str, ...]:
    """The same of a processor or a patcher."""
    return ALL if _rewrites(follower, fn, 0) else _keys(follower, said(fn))


def covers(keys: tuple[str, ...], name: str) -> bool:
    """Whether what is given by that keyword stands under one of the keys; by none it stands in the text."""
    if keys == ALL or not name:
        return keys == ALL
    given = _plain(name)
    return not keys or name == ANY or any(key in given or given in key for key in keys)


def _rewrites(follower: Follower, fn: Fn, depth: int) -> bool:
    """Whether a function changes the text of a record, itself or by a function of the project's that is called after a mask."""
    called = set(fn.head.called)
    if not called.isdisjoint(REWRITING) and (fn.name != _ADAPTING or _changes_first(follower, fn)):
        return True
    if any(store.name in _TEXTS for store in fn.head.stores) or any(node[0] == ir.SET and node[2] in _TEXTS for node in fn.body.nodes):
        return True
    for call in fn.body.calls:
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        name = str(callee[2] if callee[0] == ir.ATTR else callee[1])
        if not follower.lexicon.masks(name):
            continue
        targets = [target for target, _ in follower.names.callees(fn, call) if target is not fn]
        if not targets or depth >= _DEEPEST or any(_rewrites(follower, target, depth + 1) for target in targets):
            return True
    return False


def _changes_first(follower: Follower, fn: Fn) -> bool:
    """Whether an adapter's method rewrites the text that it is given, and not only the keywords: ``def process(self, msg, kwargs)``."""
    for call in fn.body.calls:
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.ATTR and callee[2] in REWRITING and any(_is_of_text(fn, part) for part in (callee[1], *record[2]) if part >= 0):
            return True
    return False


def _is_of_text(fn: Fn, value: int) -> bool:
    """Whether a value is an adapter's text, or is made of it: ``str(msg)``."""
    record = source(fn, value)
    if record[0] == ir.CALL:
        return any(_is_of_text(fn, given) for given in record[2] if given >= 0)
    return record[:2] == [ir.PARAM, 1]


def said(fn: Fn) -> Iterator[str]:
    """The texts of a function, and of the collections of its module that it names."""
    top = fn.module.functions[0]
    for record in fn.body.nodes:
        if record[0] == ir.CONST and isinstance(record[1], str):
            yield record[1]
        elif record[0] == ir.GLOBAL and (value := top.body.final.get(record[1])) is not None:
            yield from _written(top, value)


def _written(fn: Fn, value: int) -> list[str]:
    return [str(record[1]) for record in _items(fn, value)] if value >= 0 else []


def _items(fn: Fn, value: int) -> list[ir.Node]:
    """The texts of a collection that is written out."""
    nodes, record = fn.body.nodes, source(fn, value)
    if record[0] == ir.CALL and record[2] and record[2][0] >= 0:  # frozenset({"password"})
        record = source(fn, record[2][0])
    found = record[1] if record[0] == ir.SEQ else ()
    return [nodes[item] for item in found if nodes[item][0] == ir.CONST and isinstance(nodes[item][1], str)]


def _keys(follower: Follower, texts: Iterator[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Those of the texts that name a secret; with them all others that look like keys."""
    found = {text for text in texts if text and not is_mask(text) and text.replace("-", "_").isidentifier()}
    telling = any((told := follower.lexicon.tell(text)) and told.category in ("secret", "grave", "personal") for text in found)
    return tuple(sorted(map(_plain, found))) if telling else ()


def _plain(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")
