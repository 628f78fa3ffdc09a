"""Records of each request that a middleware calls an audit itself, and that tell who sent it; an access log does neither."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.signs.mentions import named
from checker.source.flow.literal import bare
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.project.recording.records import Records

_AUDIT = frozenset({"audit", "auditing", "audited"})
_WHO = frozenset({"user", "username", "actor", "principal", "account", "email", "uid"})
_MOST_NESTED = 3


def tells(records: Records, fn: Fn, call: int) -> bool:
    """Whether a record is one of an audit by what it is given: ``logger.info("request", extra={"type": "audit.log", "user": name})``."""
    if not records.always(fn, call):
        return False
    record = fn.body.nodes[call]
    given = [one for one in (*record[2], *(value for _, value in record[3])) if one >= 0]
    words = {word for one in given for text in _said(fn, one, 0) for word in split(text.replace(".", "_"))}
    words |= {word for key, _ in record[3] for word in split(key)}
    return not _AUDIT.isdisjoint(words) and not _WHO.isdisjoint(words)


def _said(fn: Fn, node: int, depth: int) -> Iterator[str]:
    """The keys and short texts of a dict, the values of a text that is put together, and what any other value is called."""
    made = fn.body.nodes[bare(fn, node, ir.SET)]
    if made[0] == ir.DICT and depth < _MOST_NESTED:
        yield from (key for key in made[1] if isinstance(key, str))
        for value in made[2]:
            yield from _said(fn, value, depth + 1)
    elif made[0] == ir.UNION and depth < _MOST_NESTED:  # a part was put in on one of several ways
        for value in made[1]:
            yield from _said(fn, value, depth + 1) if value != node else ()
    elif made[0] == ir.JOIN:
        for part in made[1]:
            yield from named(fn, part) if part >= 0 else ()
    elif node >= 0:
        yield from named(fn, node)
