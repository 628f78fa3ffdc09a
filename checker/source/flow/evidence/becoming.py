"""What a value is given for: the keyword, the attribute or the parameter that it becomes says what it is, where its own name does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Found
from checker.source.index.marks import ADDRESSED, KIND, OBJECT, PATH
from checker.source.lexicon.words import Telling, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_NUMBERS = frozenset({"id", "pk", "uuid"})
_NOTES = frozenset({PATH, OBJECT, ADDRESSED})
"""What is noted of a value's use that is no keyword's name."""
_MOSTLY_NAMES = frozenset({"secret", "secrets", "credentials", "secret key"})
"""Labels of what a function is as often given by its name, to fetch it: ``def read(secret)``."""
_KEYS = frozenset({"key", "keys", "k", "item", "attr", "option", "opt", "prop", "property", "entry", "line", "word", "ch", "char"})
"""Last words of names for what is as often what a secret is called, or a piece of the text that it stands in."""
_TRIMS = frozenset({"strip", "rstrip", "lstrip", "encode", "decode"})
"""Methods that give the same thing."""
_OF_TEXTS = frozenset((*dir(str), *dir(bytes), "get_secret_value"))
_MOST_STEPS = 4


class Becoming:
    """Evidence by what a value becomes."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._lexicon = follower.tables.lexicon

    def told(self, fn: Fn, name: str, text: str) -> Found | None:
        """What a value is given for, ``connect(password=given)``, unless its own name says that it is where such a thing is kept.

        A row's or an object's own number is none, whatever column it is looked for in: ``filter(token=refund.id)``.
        """
        if name in _NUMBERS:
            return None
        by_name = self._follower.by_name
        for use in fn.head.uses:
            if use.owner != text or use.name in _NOTES or use.name.startswith(KIND):
                continue
            used = None if by_name.other_names.is_of_many_names(fn, text) else self._lexicon.tell(use.name)
            if used is not None and (
                by_name.other_names.is_sent(name, use.name, used) or not by_name.other_names.denies(name, use.name, used)
            ):
                return self._found(fn, used, text, use.line, use.column)
        if not _KEYS.isdisjoint(split(name)[-1:]):
            return None
        found = self._kept(fn, name, text) or self._taken(fn, name, text)
        return None if found is not None and self._is_object(fn, text) else found

    def _is_object(self, fn: Fn, text: str) -> bool:
        """Whether something is asked for that no text has: a row, ``tokens.equivalent_to(row)`` beside ``row.user``."""
        asked = (node for node in fn.body.nodes if node[0] == ir.ATTR and node[2] not in _OF_TEXTS)
        return any(self._follower.text(fn, node[1]) == text for node in asked)

    def _kept(self, fn: Fn, name: str, text: str) -> Found | None:
        """The secret that an attribute is called in which the value is kept as it is, ``self.password = given``, and in no other."""
        stores = [store for store in fn.head.stores if store.value >= 0 and self._is_same(fn, store.value, text)]
        told = [self._secret(name, store.name) for store in stores]
        first = told[0] if told else None
        return self._found(fn, first, text, stores[0].line, stores[0].column) if first is not None and None not in told else None

    def _taken(self, fn: Fn, name: str, text: str) -> Found | None:
        """The secret that a function of the project calls the parameter by which it takes the value: ``login(user, given)``."""
        for call, slot in self._follower.given_to.slots(fn).get(text, ()):
            node = fn.body.nodes[call]
            if not isinstance(slot, int) or not self._is_same(fn, node[2][slot], text):
                continue
            for taken in self._parameters(fn, call, slot):
                told = self._secret(name, taken)
                if told is not None and told.label not in _MOSTLY_NAMES:
                    return self._found(fn, told, text, node[-2], node[-1])
        return None

    def _parameters(self, fn: Fn, call: int, slot: int) -> Iterator[str]:
        """What the one function that a call runs calls what it is given there."""
        names = self._follower.names
        callees = names.callees(fn, call)
        if len(callees) != 1:
            return
        target, bound = callees[0]
        names.reads.heads.add(target.module)
        position = slot + (1 if bound and target.is_method else 0)
        if position < target.head.positional and position not in (target.head.vararg, target.head.kwarg):
            yield target.head.params[position]

    def _is_same(self, fn: Fn, value: int, text: str) -> bool:
        """Whether a value is what is called so, perhaps trimmed."""
        for _ in range(_MOST_STEPS):
            if self._follower.text(fn, value) == text:
                return True
            record = source(fn, value)
            callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
            if callee[0] != ir.ATTR or record[0] != ir.CALL or callee[2] not in _TRIMS:
                return False
            value = int(callee[1])
        return False

    def _secret(self, name: str, becomes: str) -> Telling | None:
        told = self._lexicon.tell(becomes)
        if told is None or told.weak or told.category != "secret" or self._follower.by_name.other_names.denies(name, becomes, told):
            return None
        return told

    def _found(self, fn: Fn, told: Telling, text: str, line: int, column: int) -> Found:
        sure = min(Confidence.MEDIUM, self._follower.by_name.sure(fn, told))
        return Found(told.category, told.label, text, sure, (fn.module.path, line, column))
