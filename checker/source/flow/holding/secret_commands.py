"""Commands that write a secret because they are asked for it: ``aws ecr get-login-password``, ``gh auth token``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import UNKNOWN, Flow, Found, Place
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_WRITTEN = "output of a command that gives a secret"


class SecretCommands:
    """The part of the follower that knows these commands, by the vocabulary."""

    def __init__(self, follower: Follower) -> None:
        known = (line.split() for line in follower.tables.asides["teller"])
        self._known: dict[str, list[list[str]]] = {}
        for program, *rest in known:
            self._known.setdefault(program, []).append(rest)

    def written(self, fn: Fn, command: int, text: str, place: Place) -> Flow:
        """What a command writes, as far as it is written out."""
        program, *given = [*_words(fn, command)] or [""]
        for asked in self._known.get(program.rpartition("/")[2], ()):
            rest = iter(given)
            if all(word in rest for word in asked):
                return Flow((Found("secret", _WRITTEN, text, Confidence.HIGH, place),))
        return UNKNOWN


def _words(fn: Fn, command: int) -> Iterator[str]:
    """The words of a command line that stand in the code; of the others, empty ones."""
    record = source(fn, command)
    if record[0] == ir.CONST and isinstance(record[1], str):
        yield from record[1].split()
    elif record[0] == ir.JOIN:
        for part in record[1]:
            yield from _words(fn, part)
    elif record[0] == ir.SEQ:
        for item in record[1]:
            one = source(fn, item)
            if one[0] == ir.SEQ:
                yield from _words(fn, item)
            else:
                yield one[1] if one[0] == ir.CONST and isinstance(one[1], str) else ""
