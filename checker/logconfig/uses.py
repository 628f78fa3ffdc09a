"""Where the project speaks of what has to do with logging: the words of its Python code that hold ``log``, each name apart from its making.

Read once, and only where something is to be told of a name that nobody may speak of: a dictionary, a function, a file, a logger.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict

import msgspec

from checker.logconfig.environment import environment_of
from checker.logconfig.model import TEST
from checker.logconfig.sources import Sources

_LOG = re.compile(rb"[lL][oO][gG](?!ger\.|ging\.[A-Zgbhedw]|i[cn]|\.(?:debug|info|warning|error|exception))")
"""Not where something is logged, which most of them are."""
_RIGHT = re.compile(rb"\w{0,80}")
_FILE = re.compile(rb"[\w.-]{0,80}\.(?:ya?ml|json|toml|ini|cfg|conf)\b")
_FILE_LEFT = re.compile(rb"[\w.-]{0,80}")
_BOUND = re.compile(rb"\s*(?:=(?!=)|:(?!=)|\[|\.(?:update|setdefault)\()")
"""What follows a name at the beginning of a line that is made or changed there."""
_ASKED = re.compile(rb"\(\s*(?:name\s*=\s*)?(?P<prefix>[rf]?)[\"'](?P<name>[^\"'\n]{1,100})[\"']")
_OWN = re.compile(rb"\(\s*(?:__name__\s*)?\)")
_STARTS = re.compile(
    rb"__name__\s*==\s*[\"']__main__[\"']|DJANGO_SETTINGS_MODULE|=\s*(?:\w{1,40}\.)?(?:FastAPI|Flask|Sanic|Quart|Litestar|Starlette|Celery)\("
)
_RUNS = re.compile(rb"\b(?:bot|client|asyncio)\.run\(")
"""What starts a bot, or the loop of any other process."""
_IMPORT = re.compile(rb"^[ \t]*(?:import|from)[ \t]+([A-Za-z_]\w*)", re.MULTILINE)
_SETTINGS = re.compile(rb"DJANGO_SETTINGS_MODULE[\"']?\s*\]?\s*[,=:]\s*(?P<told>[\"'](?P<name>[\w.]{1,120})[\"'])?")
_BEFORE = 100
_TRACED = (b"logger.exception(", b"logger.catch", b"opt(exception", b"exception=record.exc_info")
"""Ways to give loguru what was raised."""


class Glimpse(msgspec.Struct):
    """What one file says: while that is the same, the rest of it may change."""

    words: set[bytes] = msgspec.field(default_factory=set)
    asked: set[str] = msgspec.field(default_factory=set)
    imported: set[str] = msgspec.field(default_factory=set)
    settings: set[str] = msgspec.field(default_factory=set)
    application: bool = False
    started: bool = False
    open: bool = False
    traced: bool = False

    @property
    def digest(self) -> bytes:
        """Of all of it."""
        return hashlib.sha256(msgspec.msgpack.encode(self, order="deterministic")).digest()


class Uses(msgspec.Struct):
    """What was found in the Python files that are no tests."""

    sources: Sources
    _words: dict[bytes, set[str]] = msgspec.field(default_factory=lambda: defaultdict(set))
    _asked: set[str] = msgspec.field(default_factory=set)
    _imported: set[str] = msgspec.field(default_factory=set)
    _applications: set[str] = msgspec.field(default_factory=set)
    _settings: set[str] = msgspec.field(default_factory=set)
    _started: set[str] = msgspec.field(default_factory=set)
    _open: bool = False
    _traced: bool = False
    _done: bool = False

    def of(self, word: str) -> set[str]:
        """The files that speak of a name or a file that has ``log`` in it, otherwise than where it is made."""
        return self._read()._words.get(word.encode(), set())

    def gives(self, *keywords: str) -> bool:
        """Whether some call or class gives one of these keywords."""
        return any(self._read()._words.get(f"{one}=".encode()) for one in keywords)

    def starts_beside(self, path: str) -> bool:
        """Whether something is started in another file than this: only then the project is seen whole, and no library or part of one."""
        return bool(self._read()._started - {path})

    def starts_in(self, folder: str) -> bool:
        """Whether something is started in a file of just this folder."""
        return any(one.rpartition("/")[0] == folder for one in self._read()._started)

    def traced(self) -> bool:
        """Whether loguru is given what was raised anywhere."""
        return self._read()._traced

    def asked(self) -> set[str] | None:
        """The names that loggers are asked for by; ``None`` where some name is put together."""
        self._read()
        return None if self._open else self._asked

    def imported(self) -> set[str]:
        """The first parts of the modules that are imported anywhere."""
        return self._read()._imported

    def applications(self) -> set[str]:
        """The modules that make a Flask application, whose logger has their name: dotted, with a dot at both ends."""
        return self._read()._applications

    def imports(self, path: str) -> bool:
        """Whether some file speaks of a module by its folders and its name, or one beside it by its name alone."""
        *folders, stem = path.removesuffix(".py").split("/")
        above = "/".join(folders)
        dotted, package = ".".join((*folders[-2:], stem)).encode(), ".".join(folders[-2:]).encode()
        parts, beside = (dotted, package + b" import " + stem.encode()), f"from .{stem} import".encode()
        for one in self.sources.paths - {path}:
            data = self.sources.content(one) or b""
            if any(part in data for part in parts) or (one.rpartition("/")[0] == above and beside in data):
                return True
        return False

    def settings(self) -> set[str]:
        """The modules that Django is told to take its settings from, ``""`` among them where some name is put together."""
        return self._read()._settings

    def _read(self) -> Uses:
        if not self._done:
            self._done = True
            for path in sorted(self.sources.paths):
                if environment_of(path) != TEST:
                    data = self.sources.glance(path) or b""
                    seen = glimpse(path, data)
                    self.sources.glanced[path] = (hashlib.sha256(data).digest(), seen.digest)
                    self._add(path, seen)
        return self

    def _add(self, path: str, seen: Glimpse) -> None:
        for word in seen.words:
            self._words[word].add(path)
        self._asked |= seen.asked
        self._imported |= seen.imported
        self._settings |= seen.settings
        self._open = self._open or seen.open
        self._traced = self._traced or seen.traced
        if seen.started:
            self._started.add(path)
        if seen.application:
            self._applications.add(f".{path.removesuffix('.py').replace('/', '.')}.")


def glimpse(path: str, data: bytes) -> Glimpse:
    """Look through one file."""
    seen = Glimpse(imported={one.decode() for one in set(_IMPORT.findall(data))})
    runs = b"polling(" in data or (b".run(" in data and bool(_RUNS.search(data)))
    seen.started = runs or path.endswith("manage.py") or bool(_STARTS.search(data))
    seen.application = b"Flask(__name__" in data
    seen.traced = "loguru" in seen.imported and any(one in data for one in _TRACED)
    if b"DJANGO_SETTINGS_MODULE" in data:
        seen.settings = {(one["name"] or b"").decode() for one in _SETTINGS.finditer(data)}
    at = 0
    while (match := _LOG.search(data, at)) is not None:
        at = _word(seen, data, match.start())
    return seen


def _word(seen: Glimpse, data: bytes, at: int) -> int:
    """Note the word around a place; gives where to look further."""
    begin = data.rfind(b"\n", max(0, at - _BEFORE), at) + 1 or max(0, at - _BEFORE)
    start, end = at - _length(_RIGHT, data[begin:at][::-1]), at + _length(_RIGHT, data[at : at + _BEFORE])
    prefix, word = data[begin:start], data[start:end]
    if b"#" in prefix:
        return end
    file = _FILE.match(data, start)
    if file is not None:
        seen.words.add(data[start - _length(_FILE_LEFT, prefix[::-1]) : file.end()])
    made = prefix.rstrip().endswith((b"def", b"class")) or (not prefix.strip() and _BOUND.match(data, end))
    if not made:
        seen.words.add(word)
        if data[end : end + 1] == b"=" != data[end + 1 : end + 2]:
            seen.words.add(word + b"=")
    if word.lower().endswith(b"logger"):
        _asking(seen, data, end)
    return end


def _asking(seen: Glimpse, data: bytes, end: int) -> None:
    named = _ASKED.match(data, end)
    if named is not None and not named["prefix"].endswith(b"f"):
        seen.asked.add(named["name"].decode("utf-8", "replace"))
    elif data[end : end + 1] == b"(" and not _OWN.match(data, end):
        seen.open = True


def _length(pattern: re.Pattern[bytes], data: bytes) -> int:
    found = pattern.match(data)
    return found.end() if found is not None else 0
