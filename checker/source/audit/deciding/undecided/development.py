"""Ways that only a developer's machine takes: behind ``if settings.DEBUG``, past ``if not settings.DEBUG: raise Http404``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.ways.paths import Guard, Way
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SWITCHES = frozenset({
    ("debug",), ("debug", "mode"), ("is", "debug"), ("in", "debug"), ("dev", "mode"), ("is", "dev"), ("is", "development"),
    ("development", "mode"), ("testing",), ("test", "mode"), ("tests", "run"), ("is", "testing"), ("running", "tests"),
    ("tests", "running"),
})  # fmt: skip
"""What settings call it that a program does not serve anybody yet."""
_STAGES = frozenset({"dev", "development", "debug", "local", "localhost", "test", "testing"})
_SERVING = frozenset({"prod", "production"})
"""Names of the stages that a program is deployed in."""
_OF_STAGES = frozenset({"env", "environment", "stage", "deployment", "mode"})
"""Last words of the setting that names one."""
_SPOKEN = (b"debug", b"dev", b"test", b"prod", b"local")
"""Parts of all of these, as a body has them."""


class Development:
    """Tells what happens before a program serves anybody."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    @staticmethod
    def speaks(fn: Fn) -> bool:
        """Whether a function may have such a way at all; most have none."""
        data = fn.data.lower()
        return any(map(data.__contains__, _SPOKEN))

    def takes(self, fn: Fn, way: Way) -> bool:
        """Whether only a program that is being developed or tested comes along a way."""
        return any(isinstance(one, Guard) and self._shows(fn, one.condition, one.holds) for one in way.entries)

    def _shows(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether a test that holds, or fails, shows it; of several the one that must, or all that may."""
        record = fn.body.nodes[node]
        if record[0] != ir.COND:
            return holds and self._is_switch(fn, node)
        if record[1] == "not":
            return self._shows(fn, record[2][0], not holds)
        if record[1] in ("and", "or"):
            sure = any if holds == (record[1] == "and") else all
            return sure(self._shows(fn, one, holds) for one in record[2])
        if record[1] not in ("==", "!=", "in", "not in"):
            return False
        return self._names_a_stage(fn, record, said=holds == (record[1] in ("==", "in")))

    def _is_switch(self, fn: Fn, node: int) -> bool:
        """Whether a value is a setting of such a name, ``app.debug``; what a caller gives says it of one call alone."""
        record = fn.body.nodes[node]
        if record[0] not in (ir.ATTR, ir.GLOBAL, ir.IMPORT, ir.ITEM):
            return False
        text = self._follower.text(fn, node)
        owner, _, name = text.rpartition(".") if record[0] != ir.ITEM else text.removesuffix("]").rpartition("[")
        told = split(name.strip("'\"")) in _SWITCHES
        return told and (bool(owner) or name.isupper())

    def _names_a_stage(self, fn: Fn, record: ir.Node, *, said: bool) -> bool:
        """Whether a setting is the name of such a stage, ``settings.ENV == "development"``, or is not that of the one that serves."""
        asked, names = record[2][0], record[2][1]
        if _OF_STAGES.isdisjoint(split(self._follower.text(fn, asked).rpartition(".")[2])[-1:]):
            return False
        given = fn.body.nodes[names]
        values = [fn.body.nodes[one] for one in given[1]] if given[0] == ir.SEQ else [given]
        texts = {value[1].lower() if value[0] == ir.CONST and isinstance(value[1], str) else "" for value in values}
        return texts <= (_STAGES if said else _SERVING) and bool(texts)
