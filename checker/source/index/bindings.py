"""Assignments to any target, and what they tell of their owners."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Sequence
from typing import Any

from checker.source import ir
from checker.source.index import logging_in, presented
from checker.source.index.evidence import behind_scheme, key_of, unwrapped
from checker.source.index.keyed import Lists
from checker.source.index.marks import NAMED
from checker.source.index.scope import Noted, Scope
from checker.source.ir import Evidence, Store, markers
from checker.source.ir.syntax import dotted
from checker.source.lexicon.masks import is_mask
from checker.source.lexicon.words import Telling

_SEQUENCES = (ast.Tuple, ast.List)
_REVEALED = "secret_value"
"""What pydantic gives of a secret."""
_MOST_STEPS = 40


def _is_written(node: tuple[Any, ...]) -> bool:
    """Whether a value is a literal, a function without a name, or a class by its name: no secret that is put there."""
    name = str(node[1]).rpartition(".")[2] if node[0] in (ir.GLOBAL, ir.IMPORT) else ""
    return node[0] in (ir.CONST, ir.LAMBDA, ir.CLASS) or (name[:1].isupper() and not name.isupper())


def _is_mask(node: tuple[Any, ...]) -> bool:
    """Whether a value is a mask, or a constant that is called one: ``"***"``, ``REDACTED``."""
    return node[0] in (ir.CONST, ir.GLOBAL, ir.IMPORT) and is_mask(node[1])


class Bindings:
    """Gives names, attributes and items their values."""

    told: dict[str, Telling | None]
    scope: Scope
    lists: Lists
    readers: dict[type[ast.AST], Callable[[Any], int]]

    def value(self, node: ast.expr) -> int:
        """The node of an expression."""
        return self.readers[type(node)](node)

    def _named_key(self, node: ast.expr) -> str | None:
        """What a key that is written as a constant's name tells, ``None`` where that is nothing: ``data[CONF_PASSWORD]``."""
        key = key_of(node) if isinstance(node, NAMED) else ""
        return key if key and self.told[key] else None

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
            self._logs_in(logging_in.in_pair(target.attr, source))
        elif isinstance(target, ast.Subscript):
            self._assign_item(target, value, source)
        elif isinstance(target, _SEQUENCES):
            items = scope.nodes[value][1] if isinstance(source, _SEQUENCES) else ()
            if isinstance(source, _SEQUENCES) and len(source.elts) == len(target.elts) == len(items):  # a star makes one item of all
                for part, item, written in zip(target.elts, items, source.elts, strict=True):
                    self.assign(part, item, written)
            elif _is_spread(target.elts, source, items):
                self._starred(target.elts, list(items))
            else:
                for position, part in enumerate(target.elts):
                    self.assign(part, scope.add(ir.UNPACK, value, position))
        elif isinstance(target, ast.Starred):
            self.assign(target.value, value)

    def _assign_item(self, target: ast.Subscript, value: int, source: ast.expr | None) -> None:
        key = target.slice.value if isinstance(target.slice, ast.Constant) else self._named_key(target.slice)
        scope = self.scope
        if isinstance(key, str) and key.isupper() and (owner := dotted(target.value)):  # app.config["SQLALCHEMY_ECHO"] = True
            scope.stores.append(Store(owner, key, value, target.lineno, target.col_offset, scope.guard > 0))
        looped = scope.keys.get(target.slice.id, ()) if isinstance(target.slice, ast.Name) and self._begun_empty(target.value) else ()
        for each in looped or (key if isinstance(key, str) else None,):
            self._set(target.value, each, value, target)
        if source is not None and isinstance(key, str):
            self._put(key, source)
        if not isinstance(target.slice, ast.Constant):
            self.value(target.slice)

    def _begun_empty(self, owner: ast.expr) -> bool:
        """Whether a dict holds only what this function puts there; in another one a loop over a few keys rather hides what they hold."""
        nodes = self.scope.nodes
        node = nodes[self.scope.env.get(owner.id, 0)] if isinstance(owner, ast.Name) else nodes[0]
        for _ in range(_MOST_STEPS):
            if node[0] == ir.VAR:
                node = nodes[node[2]]
            elif node[0] == ir.SET:
                node = nodes[node[1]]
            elif node[0] == ir.UNION:
                node = nodes[node[1][0]]
            else:
                break
        return node[0] == ir.DICT and not node[1]

    def _starred(self, targets: list[ast.expr], items: list[int]) -> None:
        """``first, *others = a, b, c``"""
        star = next(at for at, part in enumerate(targets) if isinstance(part, ast.Starred))
        after = len(targets) - star - 1
        middle = self.scope.add(ir.SEQ, items[star : len(items) - after])
        for part, item in zip(targets, [*items[:star], middle, *items[len(items) - after :]], strict=False):
            self.assign(part, item)

    def _set(self, owner: ast.expr, key: str | None, value: int, place: ast.expr) -> None:
        scope = self.scope
        if isinstance(owner, ast.Name) and owner.id in scope.env:
            old = scope.env[owner.id]
            scope.set(owner.id, changed := scope.add(ir.SET, old, key, value, place.lineno, place.col_offset))
            if key is not None and self.told[key]:
                self._put_back(old, changed, place)
            if key is not None:
                scope.ways.append((markers.PUT, len(scope.calls), old, key, value, place.lineno, place.col_offset))
            return
        put = self.value(owner)
        if key is not None:
            scope.ways.append((markers.PUT, len(scope.calls), put, key, value, place.lineno, place.col_offset))
        name = dotted(owner)
        if name and key is not None and self.told[key] and not _is_written(scope.nodes[value]):  # errors["password"] = "too short"
            self._note(scope.members, name, key, place)
        if name and key is None and (held := self._held(value)):  # self.tokens[user] = token
            self._note(scope.members, name, held, place)
        if key is not None:
            self._reset(owner, scope.add(ir.SET, put, key, value, place.lineno, place.col_offset), place)
        elif _is_mask(scope.nodes[value]) and (whole := self._whole(owner)):  # kept["headers"][name] = REDACTED
            scope.set(whole, scope.add(ir.SET, scope.env[whole], None, value, place.lineno, place.col_offset))

    def _put_back(self, old: int, changed: int, place: ast.expr) -> None:
        """``part = whole["database"]``, ``part["password"] = "***"``: of the whole, too, that part is another dict from here on."""
        scope = self.scope
        taken = scope.nodes[self._begun(old)]
        owner, key = self._part(scope.nodes[taken[2]] if taken[0] == ir.VAR else taken)
        if not isinstance(key, str):
            return
        for name, whole in list(scope.env.items()):
            if self._begun(whole) == self._begun(owner):
                scope.set(name, scope.add(ir.SET, whole, key, changed, place.lineno, place.col_offset))

    def _part(self, taken: Sequence[Any]) -> tuple[int, object]:
        """A mapping and the key of it whose value somebody took: ``whole["database"]``, ``whole.get("database")``."""
        nodes = self.scope.nodes
        if taken[0] == ir.ITEM:
            return taken[1], taken[2]
        taken = nodes[taken[1]] if taken[0] == ir.UNPACK and taken[2] == 1 else taken
        call = nodes[taken[1]] if taken[0] == ir.ELEM else taken
        callee = nodes[call[1]] if call[0] == ir.CALL else call
        if call[0] != ir.CALL or callee[0] != ir.ATTR:
            return -1, None
        if taken[0] == ir.ELEM:  # for part in whole.values()
            return callee[1], f"{callee[2]}()" if callee[2] in ("values", "items") else None
        key = nodes[call[2][0]] if callee[2] == "get" and call[2] and call[2][0] >= 0 else [ir.OPAQUE]
        return callee[1], key[1] if key[0] == ir.CONST else None

    def _begun(self, node: int) -> int:
        """A value before anything was put into it."""
        nodes = self.scope.nodes
        while nodes[node][0] == ir.SET:
            node = nodes[node][1]
        return node

    def _whole(self, part: ast.expr) -> str:
        """The name of the variable that an item stands in, however deep; ``""`` of what is no item of a variable."""
        item = part
        while isinstance(item, ast.Subscript):
            item = item.value
        return item.id if isinstance(item, ast.Name) and item is not part and item.id in self.scope.env else ""

    def _held(self, value: int) -> str:
        """The name of a secret that a value is, or of those that a mapping is made of; ``""`` of anything else."""
        node = self.scope.nodes[value]
        if node[0] == ir.COMP:
            node = self.scope.nodes[node[1]]
        if node[0] == ir.DICT and len(node[2]) == 1:
            node = self.scope.nodes[node[2][0]]
        callee = self.scope.nodes[node[1]] if node[0] == ir.CALL else node
        if node[0] == ir.CALL:
            return _REVEALED if callee[0] == ir.ATTR and callee[2] == "get_secret_value" else ""
        name = node[2] if node[0] == ir.ATTR else node[1] if node[0] == ir.VAR else ""
        if node[0] == ir.PARAM:
            name = next((name for name, at in self.scope.env.items() if at == value), "")
        return name if name and self.told[name] else ""

    def _reset(self, part: ast.expr, value: int, place: ast.expr) -> None:
        """``body["data"]["pin"] = pin`` changes ``body`` too: its "data" is another dict from here on."""
        keys: list[str] = []
        while isinstance(part, ast.Subscript) and isinstance(part.slice, ast.Constant) and isinstance(part.slice.value, str):
            keys.append(part.slice.value)
            part = part.value
        if not keys or not isinstance(part, ast.Name) or part.id not in self.scope.env:
            return
        scope, line, column = self.scope, place.lineno, place.col_offset
        wholes = [scope.env[part.id]]
        for key in reversed(keys[1:]):
            wholes.append(scope.add(ir.ITEM, wholes[-1], key, line, column))
        for key, whole in zip(keys, reversed(wholes), strict=True):
            value = scope.add(ir.SET, whole, key, value, line, column)
        scope.set(part.id, value)

    def _put(self, key: str, given: ast.expr) -> None:
        """``fields["password"] = given``: what is put there is one, whatever it is called."""
        if self.told[key] and (owner := dotted(behind_scheme(given))) and ("." in owner or owner in self.scope.env):
            self._note(self.scope.uses, owner, key, given)
            if (told := self.told[key]) is not None and told.is_secret:
                presented.note(self.scope.called, (presented.name_of(given),))

    def _logs_in(self, given: ast.expr | None, called: str = "password") -> None:
        """A client takes it as the password, or a cipher as its key, whatever it is called."""
        if given is not None and (owner := dotted(unwrapped(given))):
            self._note(self.scope.uses, owner, called, given)

    def drop(self, owner: ast.expr, key: ast.expr | None) -> None:
        """``del owner[key]``, ``owner.pop(key)``."""
        scope = self.scope
        if isinstance(owner, ast.Name) and owner.id in scope.env:
            text = key_of(key) or None
            if text is not None or not self._is_harmless(key):
                scope.set(owner.id, scope.add(ir.DROP, scope.env[owner.id], text))
        elif isinstance(owner, ast.Subscript) and self._whole(owner) and (text := key_of(key)):  # del kept["database"]["password"]
            self._reset(owner, scope.add(ir.DROP, self.value(owner), text), owner)

    def _is_harmless(self, key: ast.expr | None) -> bool:
        """Whether a key is one of names that stand in the code and tell no secret: ``for key in ("PATH", "HOME")``."""
        nodes = self.scope.nodes
        index = self.scope.env.get(key.id) if isinstance(key, ast.Name) else None
        record = nodes[index] if index is not None else (ir.OPAQUE,)
        while record[0] in (ir.VAR, ir.CHECKED):
            record = nodes[record[2] if record[0] == ir.VAR else record[1]]
        listed = nodes[record[1]] if record[0] == ir.ELEM else record
        written = [nodes[item] for item in listed[1]] if listed[0] == ir.SEQ else []
        return bool(written) and all(item[0] == ir.CONST and isinstance(item[1], str) and not self.told[item[1]] for item in written)

    def _note(self, where: Noted, owner: str, name: str, place: ast.expr) -> None:
        """Once for each value that the owner's name holds."""
        where.setdefault((owner, name, self.scope.env.get(owner)), Evidence(owner, name, place.lineno, place.col_offset))


def _is_spread(targets: list[ast.expr], source: ast.expr | None, items: Collection[int]) -> bool:
    """Whether values that are written out one by one are given to names of which one takes all that are left."""
    given = source.elts if isinstance(source, _SEQUENCES) else []
    starred = any(isinstance(part, ast.Starred) for part in targets)
    return starred and len(items) == len(given) >= len(targets) - 1 and not any(isinstance(item, ast.Starred) for item in given)
