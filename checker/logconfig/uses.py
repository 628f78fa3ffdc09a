"""Where the project speaks of what has to do with logging: the words of its Python code that hold ``log``, each name apart from its making.

Asked only where something is to be told of a name that nobody may speak of: a dictionary, a function, a file, a logger. The index has
noted them of each file that it has read.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import msgspec

from checker import patterns as re
from checker.hints import Hints
from checker.logconfig.environment import environment_of
from checker.logconfig.model import TEST
from checker.logconfig.sources import Sources

_LOG = re.compile(rb"...(?!ger\.|ging\.[A-Zgbhedw]|i[cn]|\.(?:debug|info|warning|error|exception))")
"""``log``, found without regard to case, but not where something is logged, which most of them are."""
_RIGHT = re.compile(rb"\w{0,80}")
_FILE = re.compile(rb"[\w.-]{0,80}\.(?:ya?ml|json|toml|ini|cfg|conf)\b")
_FILE_LEFT = re.compile(rb"[\w.-]{0,80}")
_BOUND = re.compile(rb"\s*(?:=(?!=)|:(?!=)|\[|\.(?:update|setdefault)\()")
"""What follows a name at the beginning of a line that is made or changed there."""
_ASKED = re.compile(rb"\(\s*(?:name\s*=\s*)?(?P<prefix>[rf]?)[\"'](?P<name>[^\"'\n]{1,100})[\"']")
_OWN = re.compile(rb"\(\s*(?:__name__\s*)?\)")
STARTS = re.compile(
    rb"__name__\s*==\s*[\"']__main__[\"']|DJANGO_SETTINGS_MODULE|=\s*(?:\w{1,40}\.)?(?:FastAPI|Flask|Sanic|Quart|Litestar|Starlette|Celery)\("
)
"""What says that a process is started in a file."""
_STARTING = Hints(
    b"__main__", b"DJANGO_SETTINGS_MODULE", b"FastAPI(", b"Flask(", b"Sanic(", b"Quart(", b"Litestar(", b"Starlette(", b"Celery("
)
"""One of these is in whatever that finds: plain words are found many times as fast."""
_RUNS = re.compile(rb"\b(?:bot|client|asyncio)\.run\(")
"""What starts a bot, or the loop of any other process."""
_IMPORT = re.compile(rb"\n[ \t]*(?:import|from)[ \t]+([A-Za-z_]\w*)")
"""In a text that begins with a line break: to look for that is three times as fast as for the beginnings of lines."""
_SETTINGS = re.compile(rb"DJANGO_SETTINGS_MODULE[\"']?\s*\]?\s*[,=:]\s*(?P<told>[\"'](?P<name>[\w.]{1,120})[\"'])?")
_BEFORE = 100
_TRACED = (b"logger.exception(", b"logger.catch", b"opt(exception", b"exception=record.exc_info")
"""Ways to give loguru what was raised."""
_DEBUGGING = (b".debug(", b".log(", b".trace(", b"DEBUG")
_BY_NAME = re.compile(rb"getattr\([^()\n]{0,60}log")
"""What may write a record at `DEBUG`: a call, or one of a method that is chosen by its name."""
WORDS = ""
"""The question of which all `Glimpse` are the answer; every other question is a file's path, and who imports it the answer."""


class Glimpse(msgspec.Struct, array_like=True):
    """What one file says: while that is the same, the rest of it may change."""

    words: set[bytes] = msgspec.field(default_factory=set)
    asked: set[str] = msgspec.field(default_factory=set)
    imported: set[str] = msgspec.field(default_factory=set)
    settings: set[str] = msgspec.field(default_factory=set)
    application: bool = False
    started: bool = False
    open: bool = False
    traced: bool = False
    debugging: bool = False


_glimpses = msgspec.msgpack.Decoder(Glimpse)


class Uses:
    """What was found in the Python files that are no tests."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def of(self, word: str) -> set[str]:
        """The files that speak of a name or a file that has ``log`` in it, otherwise than where it is made."""
        return self._words.get(word.encode(), set())

    def gives(self, *keywords: str) -> bool:
        """Whether some call or class gives one of these keywords."""
        return any(self._words.get(f"{one}=".encode()) for one in keywords)

    def starts_beside(self, path: str) -> bool:
        """Whether something is started in another file than this: only then the project is seen whole, and no library or part of one."""
        return bool(self._started - {path})

    def starts_in(self, folder: str) -> bool:
        """Whether something is started in a file of just this folder."""
        return any(one.rpartition("/")[0] == folder for one in self._started)

    def traced(self) -> bool:
        """Whether loguru is given what was raised anywhere."""
        return self._traced

    def asked(self) -> frozenset[str] | None:
        """The names that loggers are asked for by; ``None`` where some name is put together."""
        return self._asked

    def named(self) -> frozenset[str]:
        """The names that loggers are asked for by, whether or not some other name is put together."""
        return frozenset().union(*(seen.asked for seen in self._seen.values()))

    def asks_for(self, name: str) -> bool:
        """Whether a logger is asked for by this very name anywhere."""
        return any(name in seen.asked for seen in self._seen.values())

    def asking(self, name: str) -> frozenset[str]:
        """The files that ask for a logger of this name, or for one below it."""
        below = f"{name}."
        return frozenset(path for path, seen in self._seen.items() if any(f"{one}.".startswith(below) for one in seen.asked))

    def debugs(self, path: str) -> bool:
        """Whether a file may write debug records, to whichever logger."""
        return path not in self._seen or self._seen[path].debugging

    def imported(self) -> frozenset[str]:
        """The first parts of the modules that are imported anywhere."""
        return self._imported

    def applications(self) -> tuple[str, ...]:
        """The modules that make a Flask application, whose logger has their name: dotted, with a dot at both ends."""
        return self._applications

    def imports(self, path: str) -> bool:
        """Whether some file speaks of a module by its folders and its name, or one beside it by its name alone."""
        self.sources.questions[path] = None
        return any(_speaks_of(self.sources, one, path) for one in self.sources.paths - {path})

    def settings(self) -> frozenset[str]:
        """The modules that Django is told to take its settings from, ``""`` among them where some name is put together."""
        return self._settings

    @cached_property
    def _seen(self) -> dict[str, Glimpse]:
        self.sources.questions[WORDS] = None
        serving = (path for path in sorted(self.sources.paths) if environment_of(path) != TEST)
        return {path: _glimpses.decode(_noted(self.sources, path)) for path in serving}

    @cached_property
    def _words(self) -> dict[bytes, set[str]]:
        found = defaultdict[bytes, set[str]](set)
        for path, seen in self._seen.items():
            for word in seen.words:
                found[word].add(path)
        return dict(found)

    @cached_property
    def _asked(self) -> frozenset[str] | None:
        return self.named() if not any(seen.open for seen in self._seen.values()) else None

    @cached_property
    def _imported(self) -> frozenset[str]:
        return frozenset().union(*(seen.imported for seen in self._seen.values()))

    @cached_property
    def _settings(self) -> frozenset[str]:
        return frozenset().union(*(seen.settings for seen in self._seen.values()))

    @cached_property
    def _traced(self) -> bool:
        return any(seen.traced for seen in self._seen.values())

    @cached_property
    def _started(self) -> frozenset[str]:
        return frozenset(path for path, seen in self._seen.items() if seen.started)

    @cached_property
    def _applications(self) -> tuple[str, ...]:
        making = (path for path, seen in self._seen.items() if seen.application)
        return tuple(f".{path.removesuffix('.py').replace('/', '.')}." for path in making)


def counts(sources: Sources, path: str, questions: Iterable[str]) -> bytes:
    """A digest of all that counts of one file where these were asked: while it is the same, so are the answers."""
    serving = environment_of(path) != TEST
    told = [(serving and _noted(sources, path)) if one == WORDS else one != path and _speaks_of(sources, path, one) for one in questions]
    return hashlib.sha256(msgspec.msgpack.encode(told)).digest()


def _noted(sources: Sources, path: str) -> bytes:
    return sources.noted.get(path) or glimpse(path, sources.glance(path) or b"")


def _speaks_of(sources: Sources, path: str, module: str) -> bool:
    """Whether a file speaks of another; see `Uses.imports`."""
    *folders, stem = module.removesuffix(".py").split("/")
    dotted, package = ".".join((*folders[-2:], stem)).encode(), ".".join(folders[-2:]).encode()
    data = sources.glance(path) or b""
    if dotted in data or package + b" import " + stem.encode() in data:
        return True
    return path.rpartition("/")[0] == "/".join(folders) and f"from .{stem} import".encode() in data


def glimpse(path: str, data: bytes) -> bytes:
    """Look through one file; the `Glimpse` is encoded, and the same where it holds the same."""
    seen = Glimpse(imported={one.decode() for one in set(_IMPORT.findall(b"\n" + data))})
    runs = b"polling(" in data or (b".run(" in data and bool(_RUNS.search(data)))
    seen.started = runs or path.endswith("manage.py") or (_STARTING.within(data) and bool(STARTS.search(data)))
    seen.application = b"Flask(__name__" in data
    logs = "loguru" in seen.imported or seen.imported.isdisjoint(("logging", "structlog"))  # else another module may hand loguru's on
    seen.traced = logs and any(map(data.__contains__, _TRACED))
    seen.debugging = any(map(data.__contains__, _DEBUGGING)) or (b"getattr(" in data and bool(_BY_NAME.search(data)))
    if b"DJANGO_SETTINGS_MODULE" in data:
        seen.settings = {(one["name"] or b"").decode() for one in _SETTINGS.finditer(data)}
    low = data.lower()
    at = low.find(b"log")
    while at >= 0:
        at = low.find(b"log", _word(seen, data, at) if _LOG.match(data, at) else at + 1)
    return msgspec.msgpack.encode(seen, order="deterministic")


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
