"""Which calls of a function a value is given to, and where: as it is, a part of it, or a copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import as_text, source
from checker.source.ir import Node
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_NAMED = frozenset((ir.VAR, ir.PARAM, ir.ATTR, ir.ITEM, ir.TOUCHED, ir.CHECKED, ir.SET, ir.UNION))
_WHOLE = frozenset((ir.PARAM, ir.ATTR))
"""What is taken out of nothing here: half of all arguments."""
_NOTHING_ELSE = frozenset((ir.CONST, ir.GLOBAL, ir.IMPORT, ir.SEQ, ir.DICT, ir.LAMBDA, ir.OPAQUE))
"""What has no name here, and is no part of what has one."""
_PARTS = frozenset({"get", "copy", "pop", "setdefault"})
"""Methods of a dict that give a part of it, or a copy."""
_DECODES = frozenset({"loads", "safe_load", "parse_qs"})
"""Functions that give what a text says: ``self.log_in(json.loads(message))``."""
_MOST_STEPS = 8
SPREAD = "**"
"""The slot of a dict whose items become keywords."""


class GivenTo:
    """Reads a function's calls once, for all that asks where a value goes."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def calls(self, fn: Fn, text: str) -> list[int]:
        """The calls of a function that the value called ``text`` is given to."""
        return [call for call, _ in self.slots(fn).get(text, ())]

    def slots(self, fn: Fn) -> dict[str, list[tuple[int, int | str]]]:
        """By a value's source: the calls that it is given to, and where."""
        nodes = fn.body.nodes  # so that this read is noted
        return self._made(fn, nodes) if fn.handed is None else fn.handed

    def _made(self, fn: Fn, nodes: list[Node]) -> dict[str, list[tuple[int, int | str]]]:
        fn.handed = made = dict[str, list[tuple[int, int | str]]]()
        for call in fn.body.calls:
            node = nodes[call]
            given: list[tuple[int | str, int]] = [(position, value) for position, value in enumerate(node[2]) if value >= 0]
            given += [(name or SPREAD, value) for name, value in node[3]]
            for slot, value in given:
                operation = nodes[value][0]
                if operation in _NOTHING_ELSE:
                    continue
                for whole in (value,) if operation in _WHOLE else self._wholes(fn, value):
                    if nodes[whole][0] in _NAMED:
                        made.setdefault(self._follower.text(fn, whole), []).append((call, slot))
        made.pop("...", None)  # one of several names
        return made

    @staticmethod
    def _wholes(fn: Fn, value: int) -> Iterator[int]:
        """A value, what it was taken out of, ``config`` of ``connect(**config["stock"])``, and what it is a copy of in some branch."""
        yield value
        waiting = [value]
        for _ in range(_MOST_STEPS):
            if not waiting:
                return
            record = source(fn, waiting.pop())
            callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
            if record[0] == ir.ITEM:
                waiting.append(record[1])
            elif record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] in _PARTS:
                waiting.append(callee[1])
            elif record[0] == ir.CALL and record[2][:1] and record[2][0] >= 0 and _name(callee) in _DECODES:
                waiting.append(record[2][0])
            elif (text := as_text(fn, record)) is not None:
                waiting.append(text)
            elif record[0] in (ir.SET, ir.DROP, ir.TOUCHED):
                waiting.append(record[1])
                continue
            elif record[0] == ir.UNION:
                waiting += record[1]
                continue
            else:
                continue
            yield waiting[-1]


def _name(callee: Node) -> str:
    """The last name of a function that is called."""
    return str(callee[2] if callee[0] == ir.ATTR else callee[1]).rpartition(".")[2] if callee[0] in (ir.ATTR, ir.GLOBAL, ir.IMPORT) else ""
