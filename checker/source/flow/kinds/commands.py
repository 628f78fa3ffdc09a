"""Commands of other programs: what stands behind an option that is called like a secret is one, whatever the code calls it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence
from checker.source import ir
from checker.source.flow.filled import Pieces
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, Found
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_OPTION = re.compile(r"--[A-Za-z][\w-]{1,40}(?<!-stdin)")
"""A whole item of a command: ``--password``; ``--password-stdin`` takes no value."""
_OPENED = re.compile(r"(?:^|[\s'\"])(--[A-Za-z][\w-]{1,40}(?<!-stdin))(?:=|\s)['\"]?$")
"""The end of a text that a value follows: ``--password=``."""
_LONGEST = 60
"""Characters of a text in which its last option has room."""
_GIVEN = frozenset((ir.VAR, ir.PARAM, ir.ATTR, ir.ITEM, ir.CALL))


class Commands:
    """What the options of a command say of their values."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def listed(self, fn: Fn, items: list[int], at: int) -> Flow:
        """An item of a list: ``["mysql", "--password", given]``, also one that is added to a list."""
        flow = self._follower.flow(fn, items[at])
        if at == 0:
            return flow
        before = fn.body.nodes[items[at - 1]]
        if before[0] != ir.CONST and len(items) == 2:
            held = source(fn, items[0])
            before = fn.body.nodes[held[1][-1]] if held[0] == ir.SEQ and held[1] else before
        option = before[1] if before[0] == ir.CONST and isinstance(before[1], str) and _OPTION.fullmatch(before[1]) else ""
        return self.named(fn, items[at], flow, option)

    @staticmethod
    def behind(pieces: Pieces) -> dict[int, str]:
        """The values of a text that options stand before, with these: ``f"mysql --password={given}"``."""
        return {
            value: option[1]
            for before, value in pairwise(pieces)
            if isinstance(before, str) and isinstance(value, int) and (option := _OPENED.search(before[-_LONGEST:]))
        }

    def named(self, fn: Fn, value: int, flow: Flow, option: str) -> Flow:
        """The flow of a value with what the option says that it is given for."""
        told = self._follower.lexicon.tell(option) if option and fn.body.nodes[value][0] in _GIVEN else None
        if told is None or told.weak or told.category != "secret" or flow.clean:
            return flow
        text, place = self._follower.text(fn, value), self._follower.place(fn, fn.body.nodes[value])
        named = self._follower.by_name.named(fn, flow, option, text, place, value)
        return replace(named, found=tuple(_surer(item, told.label) for item in named.found))


def _surer(item: Found, label: str) -> Found:
    """What a program takes as its token logs in somewhere, though nothing else in the module speaks of that."""
    return replace(item, confidence=max(item.confidence, Confidence.MEDIUM)) if item.label == label and not item.crossed else item
