"""Where everything stands in a TOML text that is known to be valid: a small scan, because tomllib tells no lines."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator

from checker import patterns as re

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Path = tuple[str | int, ...]
"""Keys and positions from the root."""
Place = tuple[int, int]
"""Line and column, 1-based."""
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_SCALAR = re.compile(
    r'"""(?:\\.|"{1,2}(?!")|[^"\\])*"{3,5}|' + r"'''(?:'{1,2}(?!')|[^'])*'{3,5}|"
    r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,\]}#]*|[^\s,\]}#\[{]+",
    re.DOTALL,
)


def places(text: str) -> tuple[dict[Path, Place], dict[Path, Place]]:
    """Of every key and value; none where the scan loses its way, so that an error still names the file."""
    scan = _Scan(text)
    try:
        scan.document()
    except (ValueError, RecursionError):
        return {}, {}
    return scan.keys, scan.values


class _Scan:
    """Follows text that is known to be valid TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.tables: dict[Path, int] = {}
        """How many elements an array of tables has so far."""

    def document(self) -> None:
        """The whole text."""
        table: Path = ()
        for letter in self.tokens():
            if letter == "[":
                table = self.header()
            else:
                self.pair(table)

    def tokens(self) -> Iterator[str]:
        """The first letter of each statement."""
        while True:
            self.skip(_BLANK)
            if self.at >= len(self.text):
                return
            yield self.text[self.at]

    def header(self) -> Path:
        """``[table]`` or ``[[array of tables]]``."""
        start = self.at
        double = self.text.startswith("[[", start)
        self.at += 2 if double else 1
        path: Path = ()
        names = self.dotted()
        place = self.place(start)
        for number, (name, _) in enumerate(names, 1):
            path = (*path, name)
            if double and number == len(names):
                self.tables[path] = self.tables.get(path, 0) + 1
            if path in self.tables:
                self.keys.setdefault(path, place)
                self.values.setdefault(path, place)
                path = (*path, self.tables[path] - 1)
            self.keys.setdefault(path, place)
            self.values.setdefault(path, place)
        self.at += 2 if double else 1
        return path

    def pair(self, table: Path) -> None:
        """``key.key = value``."""
        path = table
        for name, start in self.dotted():
            path = (*path, name)
            self.keys.setdefault(path, self.place(start))
            self.values.setdefault(path, self.place(start))
        self.expect("=")
        self.skip(_SPACE)
        self.value(path)

    def dotted(self) -> list[tuple[str, int]]:
        """The parts of a key, with where each begins."""
        parts: list[tuple[str, int]] = []
        while True:
            self.skip(_SPACE)
            start = self.at
            raw = self.match(_KEY)
            name = str(tomllib.loads(f"k = {raw}")["k"]) if raw[0] in "\"'" else raw
            parts.append((name, start))
            self.skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return parts
            self.at += 1

    def value(self, path: Path) -> None:
        """Any value, with all that is inside it."""
        self.values[path] = self.place(self.at)
        if self.text.startswith("[", self.at):
            self.array(path)
        elif self.text.startswith("{", self.at):
            self.inline(path)
        else:
            self.match(_SCALAR)

    def array(self, path: Path) -> None:
        """``[item, item]``."""
        self.at += 1
        index = 0
        self.skip(_BLANK)
        while not self.text.startswith("]", self.at):
            self.value((*path, index))
            index += 1
            self.separator()
        self.at += 1

    def inline(self, path: Path) -> None:
        """``{ key = value }``."""
        self.at += 1
        self.skip(_BLANK)
        while not self.text.startswith("}", self.at):
            self.pair(path)
            self.separator()
        self.at += 1

    def separator(self) -> None:
        """A comma, if there is one, and blanks around it."""
        self.skip(_BLANK)
        if self.text.startswith(",", self.at):
            self.at += 1
        self.skip(_BLANK)

    def expect(self, letter: str) -> None:
        """Step over one letter that must stand here."""
        if not self.text.startswith(letter, self.at):
            raise ValueError(letter)
        self.at += 1

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Step over what may be empty."""
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def match(self, pattern: re.Pattern[str]) -> str:
        """Step over what must be there."""
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(pattern.pattern)
        self.at = match.end()
        return match[0]

    def place(self, at: int) -> Place:
        """Line and column of an offset."""
        line = bisect_right(self.starts, at)
        return (line, at - self.starts[line - 1] + 1)
