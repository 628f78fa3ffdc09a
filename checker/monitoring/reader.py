"""How a reader of one kind of file is written: a module of `checker.monitoring.readers` with one ``READER``.

Readers are found and never listed. Each recognises by content what it can read: a mapping anywhere in a YAML or JSON document (Kubernetes
and Helm wrap them in others), or a text in a format of its own (a file, or a block of text in such a document).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from checker import patterns as re
from checker.monitoring.source import Block, Place

_NAMES = re.compile(
    r"\.(?:ya?ml|conf|toml|alloy|river|rules?)(?:\.\w+)?$"
    r"|(?:^|/)(?:jail|(?:jail|filter)\.d/[^/]+)\.local$"
    r"|(?:alert|rule|grafana|provision|contact|polic|otel|collector|fluent|promtail|monitor|sigma)[^/]*\.json$",
    re.IGNORECASE,
)

_PARTS = (".y", ".Y", ".conf", ".toml", ".alloy", ".river", ".rule", ".json", ".local")
_ENDINGS = frozenset(("yml", "yaml", "conf", "toml", "alloy", "river", "rule", "rules", "json", "local"))
"""One of either is in whatever the pattern finds, of these as its last part or the one before, so that most names need not be matched."""


class Reader(msgspec.Struct, frozen=True):
    """One kind of file."""

    name: str
    words: tuple[tuple[bytes, ...], ...]
    """What such a file has in it: all words of one of these groups. Nothing else of it is looked at where they are missing."""
    mapping: Callable[[Place], Iterable[Any]] | None = None
    """Facts from a mapping of a document; never raises on its content."""
    text: Callable[[Block], Iterable[Any]] | None = None
    """Facts from a text; never raises on its content."""

    def wants(self, data: bytes) -> bool:
        """Whether the words are there; a plain loop, because every reader asks it of every file."""
        for group in self.words:
            for word in group:
                if word not in data:
                    break
            else:
                return True
        return False


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader, by name."""
    package = import_module("checker.monitoring.readers")
    modules = (import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__))
    return tuple(sorted((module.READER for module in modules if hasattr(module, "READER")), key=lambda reader: reader.name))


def may_be_monitoring(path: str) -> bool:
    """Whether a file's name is one that some reader may want."""
    if path.isascii() and _ENDINGS.isdisjoint(path.rstrip("\n").lower().rsplit(".", 2)[1:]):
        return False
    return any(part in path for part in _PARTS) and bool(_NAMES.search(path))


def fitting(path: str, data: bytes) -> tuple[Reader, ...]:
    """The readers that want a file, by its name and a search in its bytes."""
    return tuple(reader for reader in readers() if reader.wants(data)) if may_be_monitoring(path) else ()
