"""A parsed settings file that still knows where each of its values stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from checker.errors import LogproofError, Problem

Path = tuple[str | int, ...]
"""Keys and indexes from the top of a document to a value."""
Place = tuple[int, int]
"""Line and column, both 1-based."""
_TELLING = 4
"""Letters of a word that may be a part of a name."""
DEPTH = 40
"""How deep lists and mappings may nest; the schema needs seven."""


class Document(msgspec.Struct, frozen=True):
    """Plain data with places."""

    label: str | None
    """The file as messages name it; ``None`` for the command line."""
    value: Any
    keys: Mapping[Path, Place] = msgspec.field(default_factory=dict)
    """Where a mapping's key stands."""
    values: Mapping[Path, Place] = msgspec.field(default_factory=dict)
    """Where the value itself begins."""
    problems: tuple[Problem, ...] = ()
    """What the reader found wrong while it went on."""

    def place(self, path: Path, *, key: bool = False) -> Place | tuple[None, None]:
        """Of the value (or its key), else of the nearest thing around it."""
        if key and path in self.keys:
            return self.keys[path]
        for length in range(len(path), -1, -1):
            if path[:length] in self.values:
                return self.values[path[:length]]
        return (None, None)

    def line(self, path: Path) -> int:
        """Of the key or list item, 0 where unknown."""
        return self.place(path, key=True)[0] or 0

    def problem(self, message: str, path: Path, *, key: bool = False, hint: str | None = None) -> Problem:
        """What is wrong with the value (or its key)."""
        line, column = self.place(path, key=key)
        return Problem(message, self.label, line, column, hint)


def quoted(value: object) -> str:
    """A value between backticks, short and with nothing in it that a terminal would obey."""
    text = "".join(letter if letter.isprintable() and letter != "`" else ascii(letter)[1:-1] for letter in str(value)[:61])
    return f"`{text[:60]}...`" if len(text) > 60 else f"`{text}`"


def did_you_mean(word: object, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known word, where one is near."""
    choices = list(known)
    import difflib  # most runs misspell nothing

    near = difflib.get_close_matches(str(word).lower().replace("_", "-")[:100], choices, 1, 0.6)
    near = near or difflib.get_close_matches(str(word)[:100], choices, 1, 0.6)
    if not near and len(str(word)) >= _TELLING:  # a part of one name alone
        holding = [choice for choice in choices if str(word).lower().replace("_", "-") in choice.lower()]
        near = holding if len(holding) == 1 else []
    return f"did you mean {quoted(near[0])}?" if near else None


def decoded(data: bytes, label: str) -> str:
    """UTF-8 text without its byte order mark; raises `LogproofError` with the place of the first bad byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8-sig", "replace")) + 1
        problem = Problem("the file is not UTF-8 text", label, line, column, "save it as UTF-8")
        raise LogproofError(problem) from error
