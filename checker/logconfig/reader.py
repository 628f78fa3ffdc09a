"""How a reader of one kind of configuration is written: a module of `checker.logconfig.readers` with one ``READER``.

Readers are found and never listed. Each recognises by content what it can read, and gives facts: pipelines, set-up calls, container logs.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from checker.logconfig.evaluate.running import Ran
from checker.text import in_utf8

_ENDINGS = frozenset(
    ("yml", "yaml", "json", "toml", "ini", "cfg", "conf", "sh", "service", "dist", "example", "j2", "tmpl", "template", "env")
)
_NAMES = ("rocfile", "ockerfile", "rotate", "ogging", "ntrypoint", "unicorn", ".env")
"""Parts of the names that readers know, so that most files need not be matched."""


class Reader(msgspec.Struct, frozen=True):
    """One kind of configuration."""

    name: str
    python: Callable[[Ran], Iterable[Any]] | None = None
    """Facts from evaluated Python code."""
    names: re.Pattern[str] | None = None
    """Paths of files that may be of the kind."""
    words: re.Pattern[bytes] | None = None
    """What such a file has in it; nothing else of it is looked at where that is missing."""
    file: Callable[[str, bytes], Iterable[Any]] | None = None
    """Facts from a file's path and content; never raises on its content."""


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader, by name."""
    package = import_module("checker.logconfig.readers")
    modules = (import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__))
    return tuple(sorted((module.READER for module in modules if hasattr(module, "READER")), key=lambda reader: reader.name))


def resembles(path: str) -> bool:
    """Whether a file's name is like one that a reader may know, which is told without the readers."""
    return path.rpartition(".")[2].lower() in _ENDINGS or any(map(path.__contains__, _NAMES))


def may_be_configuration(path: str) -> bool:
    """Whether a file's name is one that some reader knows."""
    return resembles(path) and any(reader.names is not None and reader.names.search(path) for reader in readers())


def fitting(path: str, data: bytes) -> Iterator[Reader]:
    """The readers that want a file, by its name and a search in its bytes."""
    data = in_utf8(data)
    for reader in readers():
        if reader.file and reader.names and reader.words and reader.names.search(path) and reader.words.search(data):
            yield reader
