"""Functions of the project's that keep rows which only refer to somebody: ``add_book_user(book_id, user_id)`` makes nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.audit.changing import joined
from checker.source.audit.changing.kinds import kind_of
from checker.source.audit.signs.mentions import first_class
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST = 4
"""So many functions that a call may run are looked at."""
_FEW = 40
"""So many calls of one function are."""
_DEEP = 4


def runs_such(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether all that a call runs keeps rows that are called after persons, and by their columns are about somebody who is there."""
    found = [one for one, _ in follower.names.callees(fn, call)]
    return 0 < len(found) <= _MOST and all(_keeps_such(follower, one) for one in found)


def _keeps_such(follower: Follower, fn: Fn) -> bool:
    kinds = [kind for call in fn.body.calls[:_FEW] for kind in _of_call(follower, fn, call)]
    return bool(kinds) and not any(kinds)


def _of_call(follower: Follower, fn: Fn, call: int) -> list[bool]:
    """Of each class that a call names and that is called after persons, whether its rows are persons."""
    record = fn.body.nodes[call]
    named = (first_class(fn, node, _DEEP) for node in (record[1], *record[2][:2]) if node >= 0)
    classes = [node for node in named if node >= 0 and kind_of(follower.text(fn, node).rpartition(".")[2]) == "user"]
    return [joined.kind_of_named(follower, fn, node) == "user" for node in classes]
