"""Values that are written out where they are used: dicts whose keys stand in the code, and what is put into them; a few known words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.evidence.literal_keys import arguments, spelt
from checker.source.flow.evidence.pieces import is_plain_header
from checker.source.flow.evidence.wire import BODIES
from checker.source.flow.literal import source
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MADE = frozenset((ir.CALL, ir.COMP))
_EQUALS = frozenset({"==", "!=", "in", "not in"})
_ADDS = frozenset({"update", "setdefault", "__setitem__"})
"""Methods by which something is put into a dict."""
_MOST_EDITS = 30
"""Changes of one dict that are looked at."""


class SpeltOut:
    """The part of the evidence by name that asks whether the code says what is in a value: then its name tells nothing."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._lexicon = follower.tables.lexicon

    def is_dict(self, fn: Fn, value: int) -> bool:
        """Whether a value is a dict whose keys all stand in the code: these tell what it holds, and what it is called tells nothing."""
        return self._spelt_out(spelt(self._follower, [(fn, value)]))

    def is_harmless_dict(self, fn: Fn, value: int) -> bool:
        """Whether a value is a dict made on the spot, none of whose keys is a secret's: ``dict(client_id=..., state=...)``."""
        record = source(fn, value)
        keys: list[str | None] = list(record[1]) if record[0] == ir.DICT else []
        if record[0] == ir.CALL and not record[2] and self._follower.text(fn, record[1]) == "dict":
            keys = [name for name, _ in record[3]]
        return bool(keys) and all(isinstance(key, str) and key not in ("", "**") and not self._lexicon.tell(key) for key in keys)

    def is_given(self, fn: Fn, position: int) -> bool:
        """Whether every call gives such a dict to a parameter."""
        given = list(arguments(self._follower, fn, position))
        return bool(given) and self._spelt_out(spelt(self._follower, given))

    def is_kept(self, fn: Fn, owner: int, name: str) -> bool:
        """Whether an object's class writes out a dict of its own, ``self.headers = {"Accept": "text/csv"}``, and adds nothing to it."""
        entity = self._follower.names.entity(fn, owner)
        if entity is None or entity[0] != "inst":
            return False
        classes = self._follower.names.mro(entity[1])[0]
        stored = [(where, value) for base in classes for where, value, _ in base.attributes.get(name, ())]
        if not self._spelt_out(spelt(self._follower, stored)) or any(self._follower.flow(*one).found for one in stored):
            return False
        methods = (base.module.functions[index] for base in classes for index in base.record.methods.values())
        return not any(self._is_added_to(method, f"self.{name}") for method in methods)

    def is_kept_masked(self, fn: Fn, owner: int, name: str) -> bool:
        """Whether all that an object's class keeps under a name has gone through a mask: ``self.headers = redact(headers)``."""
        entity = self._follower.names.entity(fn, owner)
        if entity is None or entity[0] != "inst":
            return False
        stored = [(where, value) for base in self._follower.names.mro(entity[1])[0] for where, value, _ in base.attributes.get(name, ())]
        made = {where.body.nodes[value][0] for where, value in stored}
        return not made.isdisjoint(_MADE) and made <= _MADE | {ir.CONST} and all(self._follower.flow(*one).clean for one in stored)

    @staticmethod
    def is_begun_empty(fn: Fn, kind: str, value: int) -> bool:
        """Whether an environment is a dict that began empty, ``env = {}``: what is put into it tells what it holds, not the process."""
        waiting, left = [value], _MOST_EDITS
        while waiting and left and kind == "environ":
            left -= 1
            record = source(fn, waiting.pop())
            if record[0] == ir.UNION:
                waiting += record[1]
            elif record[0] in (ir.SET, ir.DROP, ir.TOUCHED):
                waiting.append(record[1])
            elif record[0] != ir.DICT or record[1]:
                return False
        return kind == "environ" and not waiting

    def is_enumerated(self, fn: Fn, text: str) -> bool:
        """Whether a value is compared with several written words, ``if token == "(" ... elif token == ")"``: one of a few, no secret."""
        nodes = fn.body.nodes  # so that this read is noted
        if fn.compared is None:
            fn.compared = self._comparisons(fn, nodes)
        return len(fn.compared.get(text, ())) > 1

    def _comparisons(self, fn: Fn, nodes: list[ir.Node]) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for record in nodes:
            if record[0] != ir.COND or record[1] not in _EQUALS or len(record[2]) != 2:
                continue
            left, right = record[2]
            others = nodes[right]
            words = [nodes[item] for item in (others[1] if others[0] == ir.SEQ else [right])]
            told = {word[1] for word in words if word[0] == ir.CONST and isinstance(word[1], str) and word[1]}
            if told:
                found.setdefault(self._follower.text(fn, left), set()).update(told)
        return {text: frozenset(words) for text, words in found.items()}

    def _is_added_to(self, fn: Fn, text: str) -> bool:
        """Whether something is put into a dict that may be secret: not ``self.headers["Referer"] = page``."""
        nodes = fn.body.nodes
        given = (node for node in nodes if node[0] == ir.SET and not is_plain_header(node[2]))
        if any(self._follower.text(fn, node[1]) == text for node in given):
            return True
        called = (nodes[nodes[call][1]] for call in fn.body.calls)
        return any(node[0] == ir.ATTR and node[2] in _ADDS and self._follower.text(fn, node[1]) == text for node in called)

    def _spelt_out(self, held: set[tuple[Fn, int]]) -> bool:
        names = [self._follower.text(where, node).rpartition(".")[2] for where, node in held]
        kinds = (self._follower.tables.container_name(name) for name in names)
        return bool(held) and BODIES.isdisjoint(names) and not any(one is not None and one.kind != "settings" for one in kinds)
