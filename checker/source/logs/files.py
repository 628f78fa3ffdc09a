"""Files that a program keeps as a log by itself: opened to add to them, and called after a log, ``open("/var/log/app.log", "a")``."""

from __future__ import annotations

from checker import patterns as re
from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

WRITES = frozenset({"write", "writelines"})
"""Methods of files that write a text."""
_LOG = re.compile(r"(?:^|[^a-z])logs?(?:file)?(?:[^a-z]|$)[^/\\]*$", re.IGNORECASE)
"""The last part of a path that says of a file that it is a log."""
_CALLED = frozenset({"log", "logs", "logfile", "logfilename", "logpath"})
"""Words of names for the path of one."""
_OPENS = frozenset({"open", "io.open", "codecs.open", "aiofiles.open"})
_MOST_PARTS = 20


def is_log(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether a value is such a file, here, in a name of the module or in an attribute of the object."""
    where, at = fn, unnamed(fn, node)
    record = fn.body.nodes[at]
    if record[0] == ir.GLOBAL:
        bound = follower.names.binding(fn, record[1])
    elif record[0] == ir.ATTR:
        owner = follower.names.entity(fn, record[1])
        kept = owner[1].attributes.get(record[2], ()) if owner is not None and owner[0] == "inst" else ()
        bound = next(((place, value) for place, value, _ in kept if _opened(follower, place, value)), None)
    else:
        return _opened(follower, where, at)
    return bound is not None and _opened(follower, *bound)


def _opened(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether an expression opens one."""
    record = fn.body.nodes[unnamed(fn, node)]
    if record[0] != ir.CALL or not follower.text(fn, record[1]).endswith("open"):
        return False
    of_path = follower.text(fn, record[1]) not in _OPENS
    callee = fn.body.nodes[record[1]]
    given = [*([callee[1]] if of_path and callee[0] == ir.ATTR else []), *record[2]]
    mode = next((value for name, value in record[3] if name == "mode"), given[1] if len(given) > 1 else -1)
    if not given or given[0] < 0 or mode < 0:
        return False
    how = fn.body.nodes[mode]
    adds = how[0] == ir.CONST and isinstance(how[1], str) and how[1].startswith("a")
    return adds and _is_called_log(follower, fn, given[0])


def _is_called_log(follower: Follower, fn: Fn, path: int) -> bool:
    """Whether a path, or the name that it has, says that it is one's."""
    if not _CALLED.isdisjoint(split(follower.text(fn, path).removesuffix("()").rpartition(".")[2])):
        return True
    record = fn.body.nodes[unnamed(fn, path)]
    parts = record[1] if record[0] == ir.JOIN else record[2] if record[0] == ir.CALL else [path]
    last = next((part for part in reversed(parts[:_MOST_PARTS]) if part >= 0), -1)
    written = follower.mappings.literal(fn, last) if last >= 0 else None
    return written is not None and _LOG.search(written) is not None
