"""Prints in code that others import: which of them somebody has asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.source.flow.backwards import Follower
from checker.source.ir.ways import Block, Branch, Called, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_NO_WORD = re.compile(r"[^A-Za-z0-9]+")
_SHOWING = frozenset(
    {
        "main", "print", "pprint", "dump", "show", "display", "echo", "report", "banner", "usage", "help", "prompt", "ask", "confirm",
        "console", "terminal", "cli", "repl", "demo",
    }
)  # fmt: skip
"""Words of functions and classes whose work is to write for the one who calls them."""
_ASKING = frozenset({"input", "getpass", "raw_input"})
"""Calls of a dialogue: who is asked reads what is printed."""
_SWITCHES = frozenset({"verbose", "verbosity", "debug", "debugging", "echo", "print", "show", "display", "silent", "quiet", "progress"})
"""Words of a condition by which the caller asks for prints, or asks for none."""


def wanted(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a print is what the function is for, part of a dialogue, or switched on by who calls."""
    words = {word for part in fn.head.name.split(".") for word in split(part.strip("_"))}
    if not _SHOWING.isdisjoint(words) or not _ASKING.isdisjoint(fn.head.called):
        return True
    return any(not _SWITCHES.isdisjoint(split(_named(follower, fn, condition))) for condition in _conditions(fn.steps, call))


def _named(follower: Follower, fn: Fn, condition: int) -> str:
    return _NO_WORD.sub("_", follower.text(fn, condition))


def _conditions(block: Block, call: int) -> Iterator[int]:
    """The conditions that a call stands under, those of its ``elif`` and ``else`` too."""
    for step in walk(block):
        if isinstance(step, Branch) and any(_makes(arm.block, call) for arm in step.arms):
            yield from (arm.condition for arm in step.arms if arm.condition >= 0)


def _makes(block: Block, call: int) -> bool:
    return any(isinstance(step, Called) and step.node == call for step in walk(block))
