"""Values that are put in the place of a secret: masks, nothing at all, digests; and mappings of which a part is masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.lexicon.masks import is_mask
from checker.source.lexicon.words import Telling
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


class Masks:
    """Tells them by the expression that gives one."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def is_mask(self, fn: Fn, value: int) -> bool:
        """Whether a value is a mask, nothing at all, a mask with a few characters of a secret, ``"****" + key[-4:]``, or a text that has
        one in the place of what was found in it."""
        given = source(fn, value)
        if given[0] == ir.CONST:
            return is_mask(given[1]) or given[1] in (None, "")
        if given[0] in (ir.GLOBAL, ir.IMPORT):
            return is_mask(self._follower.mappings.literal(fn, value))
        if given[0] == ir.SEQ:  # (user, "*****"): the half that is no secret
            last = source(fn, given[1][-1]) if len(given[1]) > 1 else given
            return bool(last[0] == ir.CONST and is_mask(last[1]))
        if given[0] == ir.CALL and self._follower.text(fn, given[1]).rpartition(".")[2] == "sub":
            return any(self._replaces(fn, one) for one in given[2][:2] if one >= 0)
        if given[0] != ir.JOIN:
            return False
        parts = [fn.body.nodes[part] for part in given[1]]
        written = [part[1] for part in parts if part[0] == ir.CONST]
        return any(map(is_mask, written)) and all(part[0] in (ir.CONST, ir.SLICE, ir.OPAQUE) for part in parts)

    def hides(self, fn: Fn, value: int) -> bool:
        """Whether a value shows nothing: a mask, nothing at all, a digest."""
        return self.is_mask(fn, value) or self._follower.flow(fn, value).clean

    def inside(self, fn: Fn, value: int) -> Telling | None:
        """The secret that is masked or taken out of a part of a mapping: ``kept["database"]["password"] = "***"``."""
        record = fn.body.nodes[value]
        while record[0] == ir.SET and record[2] and fn.body.nodes[record[3]][0] in (ir.SET, ir.DROP):
            record = fn.body.nodes[record[3]]
        told = self._follower.lexicon.tell(record[2]) if record[0] in (ir.SET, ir.DROP) and record[2] else None
        if told is None or told.weak or not self._is_part(fn, record[1]):
            return None
        return told if record[0] == ir.DROP or self.hides(fn, record[3]) else None

    @staticmethod
    def _is_part(fn: Fn, node: int) -> bool:
        """Whether a mapping is a part of another one: ``kept["database"]``, also under a name of its own."""
        record = fn.body.nodes[node]
        while record[0] in (ir.SET, ir.DROP):
            record = fn.body.nodes[record[1]]
        record = fn.body.nodes[record[2]] if record[0] == ir.VAR else record
        return record[0] in (ir.ITEM, ir.ELEM, ir.UNPACK) or (record[0] == ir.CALL and fn.body.nodes[record[1]][2:3] == ["get"])

    def _replaces(self, fn: Fn, value: int) -> bool:
        """Whether ``re.sub()`` puts a mask in the place of what it finds, or what a function makes of it that is called like one."""
        name = self._follower.text(fn, value).rpartition(".")[2]
        return is_mask(self._follower.mappings.literal(fn, value)) or self._follower.lexicon.masks(name)
