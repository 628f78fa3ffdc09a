"""Where in a document a logging configuration stands: the whole of it, or a mapping below some key."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.dictconfig import is_configuration
from checker.logconfig.resolve import Resolver
from checker.logconfig.values import Map, Value

_DEEPEST = 6
_MOST = 3_000
_SHOWN = frozenset(("default", "example", "examples", "properties", "const"))
"""Keys of a schema, below which something is only described."""
_CLASS = re.compile(r"^(?:ext://)?[A-Za-z_][\w.]*(?:Handler|handler|logging)\w*$|^logging\.")


def configurations(document: Value) -> Iterator[Value]:
    """Every mapping in a document that certainly is a configuration of Python's logging, outermost ones only."""
    resolver = Resolver()
    waiting: list[tuple[Value, int]] = [(document, 0)]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST:
        value, depth = waiting.pop(0)
        if not isinstance(value.data, Map) or id(value.data) in seen:
            continue
        seen.add(id(value.data))
        if is_configuration(value, resolver) and _is_python(value, resolver):
            yield value
        elif depth < _DEEPEST:
            waiting += [(one, depth + 1) for key, one in value.data.entries.items() if key not in _SHOWN]


def _is_python(value: Value, resolver: Resolver) -> bool:
    """Whether a handler names a Python class, or the schema's version and the levels are there: YAML has many things with handlers."""
    entries = {key: one for key, one, _ in resolver.entries(value)}
    for _, handler, _ in resolver.entries(entries["handlers"]) if "handlers" in entries else ():
        for key, named, _ in resolver.entries(handler):
            if key in ("class", "()") and isinstance(named.data, str) and _CLASS.match(named.data):
                return True
    version = entries.get("version")
    return version is not None and version.data in (1, "1") and ("loggers" in entries or "root" in entries) and "formatters" in entries
