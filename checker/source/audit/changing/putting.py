"""Methods by which a keeper of rows is given one that was made here: ``tokens.add_token(ApiToken(...))``, ``mixins.create_one(user)``."""

from __future__ import annotations

from checker.source import ir
from checker.source.lexicon.words import once, split

_PUTTING = frozenset({"add", "save", "insert", "create", "store", "persist", "put"})
_ELSEWHERE = frozenset({"cache", "redis", "queue", "event", "message", "response", "context", "form", "schema", "list", "index", "search"})
"""Words of methods, and of who has them, that keep no row."""


@once
def may_put(name: str) -> bool:
    """Whether a method of that name may keep a row: ``add_token``, ``create_one``, ``save_user``."""
    words = split(name)
    return len(words) > 1 and words[0] in _PUTTING and _ELSEWHERE.isdisjoint(words)


def row_of(record: ir.Node, owner: str) -> int:
    """The only thing that such a method is given, -1 where there is none; ``owner``: who has the method."""
    given: list[int] = [value for value in record[2] if value >= 0] if len(record[2]) == 1 else []
    given += [value for _, value in record[3]] if not record[2] and len(record[3]) == 1 else []
    return given[0] if given and _ELSEWHERE.isdisjoint(split(owner.rpartition(".")[2])) else -1
