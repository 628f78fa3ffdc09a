"""Prints in code that others import: which of them somebody has asked for."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.ir.ways import Branch, Called, blocks
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_NO_WORD = re.compile(r"[^A-Za-z0-9]+")
_SHOWING = frozenset(
    {
        "main", "print", "pprint", "dump", "show", "display", "echo", "report", "banner", "usage", "help", "prompt", "ask", "confirm",
        "console", "terminal", "cli", "repl", "demo", "profile", "progress", "dry", "watch", "wizard", "welcome",
    }
)  # fmt: skip
"""Words of functions and classes whose work is to write for the one who calls them."""
_ASKING = frozenset({"input", "getpass", "raw_input", "confirm", "ask"})
"""Calls of a dialogue: who is asked reads what is printed."""
_PASSED_ON = frozenset({"stdout", "stderr", "output"})
"""What another program wrote, and is passed on as it is."""
_SCREENS = frozenset({"tui", "screen", "statusline"})
"""Words of modules that draw on a terminal; the others are those of functions."""
_MOVING = ("\x1b", "\r")
"""What moves the cursor, so that a line is written over."""
_WRITING = frozenset({"dumps", "to_json", "model_dump_json"})
"""Calls that write a value down for another program: the answer of a command, a hook or a protocol."""
_SWITCHES = frozenset({"verbose", "verbosity", "debug", "debugging", "echo", "print", "show", "display", "silent", "quiet", "progress"})
"""Words of a condition by which the caller asks for prints, or asks for none."""


class Prints:
    """Judges prints; of the last function it is kept which of its calls stand under a switch."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._last: tuple[Fn, frozenset[int]] | None = None

    def aside(self, fn: Fn, call: int) -> bool:
        """Whether it writes to another stream, which nobody reads a program's answer from."""
        return any(name == "file" for name, _ in fn.body.nodes[call][3])

    def wanted(self, fn: Fn, call: int) -> bool:
        """Whether a print is what the function is for, part of a dialogue, or switched on by who calls."""
        words = {word for part in fn.head.name.split(".") for word in split(part.strip("_"))}
        if not _SHOWING.isdisjoint(words) or not _ASKING.isdisjoint(fn.head.called):
            return True
        module = split(fn.module.path.rpartition("/")[2].rpartition(".")[0])
        if not _SHOWING.isdisjoint(module) or not _SCREENS.isdisjoint(module) or self._answers(fn, fn.body.nodes[call]):
            return True
        if self._last is None or self._last[0] is not fn:
            self._last = (fn, frozenset(self._switched(fn)))
        return call in self._last[1]

    def _answers(self, fn: Fn, node: ir.Node) -> bool:
        """Whether all that is written is a value for another program, what one has written, or what moves the cursor; a console that the
        program has made draws its answers."""
        callee = fn.body.nodes[node[1]]
        if callee[0] == ir.ATTR and callee[2] == "print" and "console" in split(self._follower.text(fn, callee[1])):
            return True
        if len(node[2]) != 1 or node[2][0] < 0:
            return False
        given = fn.body.nodes[node[2][0]]
        if given[0] == ir.ATTR and given[2] in _PASSED_ON:
            return True
        if given[0] == ir.CALL:
            return self._follower.text(fn, given[1]).rpartition(".")[2] in _WRITING
        first = fn.body.nodes[given[1][0]] if given[0] == ir.JOIN and given[1] else given
        return first[0] == ir.CONST and isinstance(first[1], str) and first[1].startswith(_MOVING)

    def _switched(self, fn: Fn) -> Iterator[int]:
        """The calls under a condition, or its ``elif`` or ``else``, that names a switch."""
        waiting = [(step, False) for step in fn.steps]
        while waiting:
            step, switched = waiting.pop()
            if isinstance(step, Called) and switched:
                yield step.node
            elif isinstance(step, Branch) and not switched:
                switched = any(self._is_switch(fn, arm.condition) for arm in step.arms if arm.condition >= 0)
            waiting += [(inner, switched) for block in blocks(step) for inner in block]

    def _is_switch(self, fn: Fn, condition: int) -> bool:
        """Whether a condition, or a part of it that is put together with others, names a switch."""
        waiting = [condition]
        while waiting:
            at = waiting.pop()
            node = fn.body.nodes[at]
            if node[0] == ir.COND:  # ``not quiet``, ``level > 1 and verbose``
                waiting += node[2]
            elif not _SWITCHES.isdisjoint(split(_NO_WORD.sub("_", self._follower.text(fn, at)))):
                return True
        return False
