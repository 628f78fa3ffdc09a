"""Secrets that a mask forgets: the code reads two of a mapping and overwrites one where it shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, Found
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_COPIES = frozenset({"dict", "copy", "deepcopy", "OrderedDict"})
"""Calls that copy the mapping that they are given."""
_MOST_EDITS = 40
"""Changes of one mapping that are looked at."""


def forgotten(follower: Follower, fn: Fn, index: int, flow: Flow) -> Flow:
    """The flow with a secret of another kind that the function reads of the mapping in which it masks some."""
    masked, roots = _overwritten(fn, index) if not any(item.category == "container" for item in flow.found) else (set(), set())
    if not roots:
        return flow
    lexicon = follower.tables.lexicon
    known = {told.label for name in masked if (told := lexicon.tell(name))}
    names = {name for root in roots for name in (follower.text(fn, root), _copied(follower, fn, root))}
    for read in fn.head.members:
        told = lexicon.secret(read.name) if read.owner in names and read.name not in masked else None
        if told is not None and told.label not in known:
            text, place = follower.text(fn, index), (fn.module.path, read.line, read.column)
            sure = min(Confidence.MEDIUM, follower.by_name.sure(fn, told))
            return replace(flow, found=(*flow.found, Found("container", f"`{text}`", text, sure, place, "members", told.label)))
    return flow


def _overwritten(fn: Fn, index: int) -> tuple[set[str], set[int]]:
    """The keys that were set or removed on all ways to a mapping, and what it was before; nothing where it cannot be told."""
    masked, roots, waiting = set[str](), set[int](), [index]
    for _ in range(_MOST_EDITS):
        if not waiting:
            return masked, roots
        at = waiting.pop()
        record = fn.body.nodes[at]
        if record[0] in (ir.SET, ir.DROP) and record[2]:
            masked.add(record[2])
            waiting.append(record[1])
        elif record[0] == ir.UNION:  # a key that is only overwritten where it is there
            waiting += record[1]
        elif record[0] in (ir.SET, ir.DROP, ir.TOUCHED):  # keys that nobody knows, or a call that may mask more
            break
        else:
            roots.add(at)
    return masked, set()


def _copied(follower: Follower, fn: Fn, index: int) -> str:
    """Source of what a value is a copy of: ``params`` of ``dict(params)`` and ``params.copy()``; ``""`` of anything else."""
    record = source(fn, index)
    if record[0] == ir.DICT and record[1] == ["**"]:
        return follower.text(fn, record[2][0])
    if record[0] != ir.CALL:
        return ""
    callee = fn.body.nodes[record[1]]
    if callee[0] == ir.ATTR and callee[2] == "copy" and not record[2]:
        return follower.text(fn, callee[1])
    copies = follower.text(fn, record[1]).rpartition(".")[2] in _COPIES
    return follower.text(fn, record[2][0]) if copies and len(record[2]) == 1 and record[2][0] >= 0 else ""
