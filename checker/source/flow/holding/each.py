"""What is taken of a mapping or an object under several names, one by one: ``for name in ("user", "password"): settings[name]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source, unnamed
from checker.source.flow.origin import Flow, merge, weaker
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.flow.origin import Place

_OF_FILES = frozenset({"islink", "readlink", "lexists", "exists", "isfile", "isdir", "is_file", "realpath", "open", "unlink", "stat"})
"""Last parts of calls that are given paths: what is called a private key beside them is where one lies."""
_MOST = 40
"""Names of one list that are looked at."""


class Each:
    """The part of the follower that knows what a loop over names that stand in the code takes."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._tell = follower.tables.lexicon.tell

    def taken(self, fn: Fn, owner: int, key: int, place: Place) -> Flow | None:
        """The secrets among what ``owner[key]`` gives one by one; ``None`` where no name of one stands in the code."""
        told = ((name, self._tell(name)) for name in self._names(fn, key))
        names = [name for name, one in told if one is not None and one.category in ("secret", "grave") and not one.weak]
        if not names or not _OF_FILES.isdisjoint(fn.head.called) or self._is_told_apart(fn, owner, unnamed(fn, key)):
            return None
        text, item = self._follower.text(fn, owner), self._follower.mappings.item
        return weaker(merge([item(fn, owner, name, f"{text}[{name!r}]", place) for name in names]), Confidence.MEDIUM)

    def _is_told_apart(self, fn: Fn, owner: int, name: int) -> bool:
        """Whether the function asks which of the names it has: then the secret may be left out."""
        whole = self._follower.text(fn, owner)
        for node in fn.body.nodes:
            if node[0] == ir.COND and any(unnamed(fn, part) == name for part in node[2]):
                is_there = node[1] in ("in", "not in") and any(self._follower.text(fn, part) == whole for part in node[2])
                if not is_there:  # `if name in settings` asks something else
                    return True
        return False

    def _names(self, fn: Fn, key: int) -> list[str]:
        """The texts that a loop gives which goes over a list that is written out, here or in a name of the module."""
        record = source(fn, key)
        if record[0] != ir.ELEM:
            return []
        where, listed = fn, record[1]
        over = source(fn, listed)
        if over[0] in (ir.GLOBAL, ir.IMPORT):
            names = self._follower.names
            found = names.binding(fn, over[1]) if over[0] == ir.GLOBAL else names.imported_value(over[1], fn.module)
            where, listed = found if found is not None else (fn, listed)
        over = source(where, listed)
        items = (where.body.nodes[item] for item in over[1][:_MOST]) if over[0] == ir.SEQ else ()
        return [item[1] for item in items if item[0] == ir.CONST and isinstance(item[1], str)]
