"""The project's files as readers of configuration see them: by path, by module name, read and parsed once."""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import msgspec

from checker import patterns as re
from checker import syntax
from checker.text import readable

_ASSIGNED = re.compile(rb"^[ \t]*(?:for[ \t]+|global[ \t]+)?([A-Za-z_]\w*)[ \t]*(?:[-+*/|&]?=(?!=)|\[|\.|:|\bin\b|$)", re.MULTILINE)
_LARGEST = 2_000_000
"""Bytes of a Python file that is evaluated; configuration is far smaller."""


class Sources(msgspec.Struct):
    """Read-only view of the project; notes what was asked of it."""

    paths: frozenset[str]
    """Every Python file."""
    content: Callable[[str], bytes | None]
    """A file's bytes, ``None`` where it cannot be read."""
    telling: frozenset[str] = frozenset()
    """Files that may set logging up; of the others only so much is parsed as `allowance` says."""
    allowance: int = 400_000
    """Bytes."""
    distributions: tuple[str, ...] = ()
    """Folders that hold what is installed and started for itself (a ``pyproject.toml``, a ``setup.py``, a ``manage.py``)."""
    asked: dict[str, str] = msgspec.field(default_factory=dict)
    """Path of each file that was read to the hex digest of its content."""
    aside: Callable[[str], bytes | None] | None = None
    """The same bytes, for who looks at a small part of every file and says in ``questions`` for what."""
    noted: Mapping[str, bytes] = msgspec.field(default_factory=dict)
    """What `checker.logconfig.uses.glimpse` says of a file, where that is known already."""
    questions: dict[str, None] = msgspec.field(default_factory=dict)
    """What was asked about all files; see `checker.logconfig.uses.counts`."""
    _texts: dict[str, str] = msgspec.field(default_factory=dict)
    _trees: dict[str, ast.Module | None] = msgspec.field(default_factory=dict)
    _lines: dict[str, list[str]] = msgspec.field(default_factory=dict)
    _assigned: dict[str, Counter[str]] = msgspec.field(default_factory=dict)

    def data(self, path: str) -> bytes | None:
        """The bytes of a file."""
        found = self.content(path)
        self.asked[path] = hashlib.sha256(found).hexdigest() if found is not None else ""
        return found

    def glance(self, path: str) -> bytes | None:
        """The bytes of a file of which only a small part counts."""
        return (self.aside or self.content)(path)

    def tree(self, path: str) -> ast.Module | None:
        """A Python file's tree; ``None`` where there is none to be had."""
        if path not in self._trees:
            self._trees[path] = self._parsed(path)
        return self._trees[path]

    def _parsed(self, path: str) -> ast.Module | None:
        data = self.data(path)
        if data is None or len(data) > _LARGEST:
            return None
        if path not in self.telling:
            if len(data) > self.allowance:
                return None
            self.allowance -= len(data)
        self._texts[path] = "" if data.isascii() else readable(data)
        try:
            return syntax.parse(data).tree
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    def column(self, path: str, line: int, offset: int) -> int:
        """1-based column in characters of an offset in UTF-8 bytes."""
        text = self._texts.get(path, "")
        if not text:
            return offset + 1
        lines = self._lines.get(path)
        if lines is None:
            lines = self._lines[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        whole = lines[line - 1] if line <= len(lines) else ""
        return len(whole.encode("utf-8", "replace")[:offset].decode("utf-8", "replace")) + 1

    def assigned(self, path: str, name: str) -> int:
        """In how many lines of a file a name is assigned, changed or bound otherwise, as far as the beginnings of lines say."""
        if path not in self._assigned:
            found = _ASSIGNED.findall(self.content(path) or b"")
            self._assigned[path] = Counter(one.decode() for one in found)
        return self._assigned[path][name]

    def module(self, dotted: str, start: str) -> str | None:
        """The file of an absolute import that stands in the file ``start``: nearest enclosing folder first, then ``src``."""
        if dotted.partition(".")[0] == "logging":
            return None  # many packages have a `logging.py`, which is the standard library's to nobody
        parts = dotted.replace(".", "/")
        folder = start.rpartition("/")[0]
        while True:
            for base in (folder, f"{folder}/src" if folder else "src"):
                found = self.at(f"{base}/{parts}" if base else parts)
                if found:
                    return found
            if not folder:
                return None
            folder = folder.rpartition("/")[0]

    def relative(self, level: int, dotted: str, start: str) -> str | None:
        """The file of a relative import."""
        folders = start.split("/")[:-1]
        if level - 1 > len(folders):
            return None
        base = folders[: len(folders) - (level - 1)]
        return self.at("/".join([*base, *dotted.split(".")] if dotted else base))

    def at(self, stem: str) -> str | None:
        """``stem/__init__.py``, which Python takes first, or ``stem.py``."""
        for path in (f"{stem}/__init__.py" if stem else "__init__.py", f"{stem}.py"):
            if path in self.paths:
                return path
        return None


def dotted_name(path: str, packages: Iterable[str] = ()) -> str:
    """A file's name as a module: its folders as far up as they are packages (hold an ``__init__.py``)."""
    known = frozenset(packages)
    parts = path.removesuffix(".py").split("/")
    first = len(parts) - 1
    while first > 0 and "/".join([*parts[:first], "__init__.py"]) in known:
        first -= 1
    name = ".".join(parts[first:])
    return name.removesuffix(".__init__") if name != "__init__" else ""
