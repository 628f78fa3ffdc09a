"""Files that a function of the project's own keeps a log in: ``def login_log(user): with open(LOGINS, "a") as file: file.write(...)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.signs.mentions import words_of
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LOGS = frozenset({"log", "logs", "audit", "logfile", "journal", "trail"})
_WRITING = frozenset({"write", "writelines", "writerow", "print", "dump"})


def keeps_lines(follower: Follower, fn: Fn) -> bool:
    """Whether a function appends to a file that is a log, by its own name or the file's."""
    if "open" not in fn.head.called or _WRITING.isdisjoint(fn.head.called):
        return False
    opened = [call for call in fn.body.calls if follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] == "open"]
    return any(_appends(fn, fn.body.nodes[call]) and not _LOGS.isdisjoint((*split(fn.name), *words_of(fn, call))) for call in opened)


def _appends(fn: Fn, record: ir.Node) -> bool:
    """Whether a file is opened to put something at its end: ``open(path, "a")``, ``path.open(mode="a+")``."""
    given = [*record[2][:2], *(value for key, value in record[3] if key == "mode")]
    modes = [fn.body.nodes[unnamed(fn, one)] for one in given if one >= 0]
    return any(one[0] == ir.CONST and isinstance(one[1], str) and one[1][:1] == "a" and len(one[1]) <= len("a+b") for one in modes)
