"""Refusals of the operating system's, to the server itself: no user lacks a right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.source.audit.signs.mentions import words_of
from checker.source.audit.signs.promises import PERSONS, words_around
from checker.source.audit.ways.paths import Entry, Guard, Handling, made_in
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_OF_THE_SYSTEM = frozenset({"OSError", "IOError", "EnvironmentError", "PermissionError"})
_ERROR_NUMBERS = frozenset({"strerror", "errno", "eacces", "eperm", "erofs", "winerror"})
_OF_THE_PROCESS = frozenset({"getuid", "geteuid", "getgid", "getegid"})
"""As whom the server itself runs, whoever asks it: ``os.getuid() != 0``."""
_SYSTEMS = frozenset({
    "file", "files", "path", "paths", "dir", "directory", "folder", "disk", "upload", "download", "storage", "log", "logs", "process",
    "port", "socket", "device", "mount", "backup", "shell", "command", "kill", "subprocess", "os", "fs", "export", "write", "cache"
})  # fmt: skip
"""Words of what the operating system itself may refuse."""
_FILE_CALLS = frozenset({
    "open", "stat", "lstat", "scandir", "listdir", "mkdir", "makedirs", "unlink", "rmdir", "rmtree", "rename", "replace", "copy",
    "copytree", "move", "chmod", "chown", "read_text", "read_bytes", "write_text", "write_bytes", "touch", "iterdir", "access",
    "copyfile", "copy2", "remove", "walk", "glob"
})  # fmt: skip
_FILES = frozenset({"path", "file", "dir", "directory", "folder", "filename", "filepath", "os", "disk"})
_WRITABLE = frozenset({"writable", "writeable"})


def refuses(follower: Follower, fn: Fn, decided: Entry, guards: Iterable[Guard]) -> bool:
    """Whether the operating system refuses the server itself: no user lacks a right."""
    if isinstance(decided, Handling):
        types = {name.rpartition(".")[2] for name in fn.body.handlers[decided.handler].types}
        if types and types <= _OF_THE_SYSTEM:
            called = {follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] for call in made_in(decided.step)}
            return "PermissionError" not in types or not _FILE_CALLS.isdisjoint(called)
    for guard in guards:
        words = frozenset(words_of(fn, guard.condition))
        of_file = not _WRITABLE.isdisjoint(words) and not _FILES.isdisjoint(words) and PERSONS.isdisjoint(words)
        if of_file or not (_ERROR_NUMBERS | _OF_THE_PROCESS).isdisjoint(words) or {"os", "access"} <= words:
            return True
    return False


def may_refuse(follower: Follower, fn: Fn, decided: Entry) -> bool:
    """Whether a caught error may be the operating system's, and no service's that says who may not: ``except PermissionError``."""
    if not isinstance(decided, Handling):
        return False
    types = {name.rpartition(".")[2] for name in fn.body.handlers[decided.handler].types}
    if types != {"PermissionError"}:
        return not types.isdisjoint(_OF_THE_SYSTEM)
    called = (follower.text(fn, fn.body.nodes[call][1]) for call in made_in(decided.step))
    words = {word for text in called for word in split(text.replace("()", "").replace(".", "_"))}
    return not (_SYSTEMS | _FILE_CALLS).isdisjoint(words | words_around(fn)) or not words
