"""A project's own JSON formatter: the dictionary that its ``format()`` gives to ``json.dumps``, read from the class."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import msgspec

from checker.logconfig.sources import Sources
from checker.trace.record import Record
from checker.trace.rendering.formats import asctime
from checker.trace.rendering.line import Field, Line, json_line
from checker.trace.wording import Text, anything, hole, known

_MOST = 2_000
_EXTRAS = ("__dict__", "vars(record)", "extra")


class Entry(msgspec.Struct, frozen=True):
    """One key of the dictionary."""

    key: str
    source: str
    """The value as source."""
    conditional: bool


class Recipe(msgspec.Struct, frozen=True):
    """What a formatter writes."""

    path: str
    line: int
    entries: tuple[Entry, ...]
    extras: bool
    """Whether it adds what the record carries beside."""
    compact: bool = False
    whole: bool = True
    """Whether every key is known."""


def recipe(cls: str, sources: Sources) -> Recipe | None:
    """Of a class by its name; ``None`` where it is not found, or does not end in JSON."""
    name = cls.rpartition(".")[2]
    for path in _places(cls, sources):
        data = sources.content(path) or b""
        if f"class {name}".encode() not in data:
            continue
        tree = sources.tree(path)
        for node in ast.walk(tree) if tree is not None else ():
            if isinstance(node, ast.ClassDef) and node.name == name:
                return _of_class(node, path)
    return None


def _places(cls: str, sources: Sources) -> Iterator[str]:
    module = cls.rpartition(".")[0]
    if module and module != "project":
        stem = module.replace(".", "/")
        yield from (path for path in sorted(sources.paths) if path.removesuffix(".py").removesuffix("/__init__").endswith(stem))
        return
    yield from sorted(sources.paths)[:_MOST]


def _of_class(node: ast.ClassDef, path: str) -> Recipe | None:
    method = next(
        (one for one in node.body if isinstance(one, ast.FunctionDef) and one.name in ("format", "add_fields", "json_record")), None
    )
    if method is None or not method.args.args:
        return None
    source = ast.unparse(method)
    if method.name == "format" and not any(word in source for word in ("dumps(", "json.")):
        return None
    record = method.args.args[1].arg if len(method.args.args) > 1 else "record"
    if method.name == "add_fields" and len(method.args.args) > 2:
        record = method.args.args[2].arg
    entries = tuple(_entries(method, record))
    if not entries:
        return None
    extras = any(word.replace("record", record) in source for word in _EXTRAS) or "hasattr" in source or "getattr" in source
    loops = any(isinstance(one, ast.For) for one in ast.walk(method)) or ".update(" in source or "**" in source
    compact = "orjson" in source or "separators=" in source.replace(" ", "")
    return Recipe(path, method.lineno, entries, extras or loops, compact, not (loops or extras))


def _entries(method: ast.FunctionDef, record: str) -> Iterator[Entry]:
    """The first dictionary that is displayed, and what is stored in it by name later."""
    display = next((one for one in ast.walk(method) if isinstance(one, ast.Dict) and len(one.keys) > 1), None)
    if display is not None:
        for key, value in zip(display.keys, display.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield Entry(key.value, _source(value, record), conditional=False)
    for one, deep in _statements(method.body, deep=False):
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Subscript):
            key = one.targets[0].slice
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield Entry(key.value, _source(one.value, record), conditional=deep)


def _statements(body: list[ast.stmt], *, deep: bool) -> Iterator[tuple[ast.stmt, bool]]:
    for one in body:
        yield one, deep
        for name in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(one, name, []), deep=True)


def _source(node: ast.expr, record: str) -> str:
    text = ast.unparse(node)[:200]
    return text.replace(f"{record}.", "record.") if record != "record" else text


def own_line(record: Record, made: Recipe) -> Line:
    """What the formatter writes of a record."""
    fields: dict[str, Field] = {}
    for entry in made.entries:
        value = _value(entry, record)
        if entry.conditional and (value is None or entry.key.startswith(("exc", "stack", "trace"))):
            if entry.key.startswith("exc") and record.exception:
                fields[entry.key] = anything("the traceback")
            continue
        fields[entry.key] = value if value is not None else Text((hole(entry.source),))
    if made.extras:
        for name, extra in record.fields.items():
            fields.setdefault(name, extra)
    return json_line(fields, compact=made.compact, open_=not made.whole or record.open)


def _value(entry: Entry, record: Record) -> Text | None:
    source = entry.source
    if "getMessage()" in source or source in ("record.message", "record.msg", "super().format(record)", "message", "msg"):
        return record.message
    if "formatTime" in source or "time" in source.lower() or source == "record.created":
        return asctime(None)
    for end, change in ((".lower()", str.lower), (".upper()", str.upper), ("", str)):
        if source.startswith("record.") and source.endswith(end):
            found = record.attribute(source.removeprefix("record.").removesuffix(end))
            if found is not None and found.literal is not None:
                return known(change(found.literal))
            if found is not None:
                return found
    if source.startswith(("'", '"')) and source[-1:] == source[:1] and "\\" not in source:
        return known(source[1:-1])
    named = source.removeprefix("getattr(record, ").split(",")[0].strip("'\") ") if source.startswith("getattr(record, ") else ""
    return record.fields.get(named) if named else None
