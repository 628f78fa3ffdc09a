"""Calls that set logging up and that Python refuses, or takes and can do nothing with."""

from __future__ import annotations

from collections.abc import Iterator

from checker.logconfig.evaluate.scope import Cls, Event
from checker.logconfig.model import LEVELS, Misread
from checker.logconfig.resolve import Resolver
from checker.logconfig.values import Items, Made, Map, Ref, Value
from checker.model import Span

_BASIC = frozenset(("filename", "filemode", "format", "datefmt", "style", "level", "stream", "handlers", "force", "encoding", "errors"))
_MEANT = {"handler": "handlers", "fmt": "format", "formatter": "format", "file": "filename"}
_HANDLERS = Ref("logging.getLogger().handlers")
_FUNCTIONS = frozenset(f"logging.{one.lower()}" for one in LEVELS)
"""``logging.info``, which logs, where ``logging.INFO`` is meant."""


def misused(event: Event, resolver: Resolver) -> Iterator[Misread]:
    """What is wrong with one call: of a logger's or handler's method, whose receiver is known to be one, or of ``basicConfig``."""
    name = event.callee.rpartition(".")[2]
    first = resolver.resolve(event.arguments[0]) if event.arguments else None
    if event.callee == "logging.basicConfig":
        yield from _basic(event, resolver)
    elif first is not None and name == "addHandler":
        yield from _no_handler(first, event.span)
    elif first is not None and name == "setLevel":
        yield from _no_level(first, event.span, "setLevel()")


def misused_somewhere(event: Event, resolver: Resolver) -> Iterator[Misread]:
    """The same of ``addHandler`` where it is not known that it is a logger's: what it is given says so."""
    first = resolver.resolve(event.arguments[0])
    held = first.data.values if isinstance(first.data, Items) else []
    made = (one.data.callee for one in map(resolver.resolve, held) if isinstance(one.data, Made))
    if first.data == _HANDLERS or any(one.startswith("logging.") and one.endswith("Handler") for one in made):
        yield from _no_handler(first, event.span)


def misused_handler(made: Made, resolver: Resolver) -> Iterator[Misread]:
    """What a handler is given that it cannot use."""
    for name, arguments, _, span, _ in made.calls:
        first = resolver.resolve(arguments[0]) if arguments else None
        if first is None:
            continue
        if name == "setFormatter" and isinstance(first.data, str) and not first.open:
            yield Misread(span, "setFormatter() is given a text and not a `logging.Formatter`: every record ends in an error on stderr")
        elif name == "setLevel":
            yield from _no_level(first, span, "setLevel()")


def _no_handler(given: Value, span: Span) -> Iterator[Misread]:
    if given.open:
        return
    data = given.data
    if isinstance(data, Items):
        what = "a list"
    elif data == _HANDLERS:
        what = "the list of another logger's handlers"
    elif isinstance(data, Map):
        what = "a dictionary"
    elif isinstance(data, str):
        what = f"the text {data!r}"
    elif isinstance(data, Ref) and data.dotted.startswith("logging.") and data.dotted.endswith("Handler"):
        what = f"the class {data.dotted.rpartition('.')[2]} and not one that is made"
    elif isinstance(data, Cls) and data.name.endswith("Handler"):
        what = f"the class {data.name} and not one that is made"
    else:
        return
    yield Misread(span, f"addHandler() takes one handler, and is given {what}: the first record that comes raises an AttributeError")


def _no_level(given: Value, span: Span, where: str) -> Iterator[Misread]:
    if given.open:
        return
    data = given.data
    if isinstance(data, str) and data not in LEVELS and data.strip().upper() in LEVELS:
        yield Misread(span, f"{data!r} is no level, so that {where} fails: it is {data.strip().upper()!r}")
    elif isinstance(data, Ref) and data.dotted in _FUNCTIONS:
        right = data.dotted.rpartition(".")[2].upper()
        yield Misread(span, f"{data.dotted} is a function and no level, so that {where} fails: it is `logging.{right}`")


def _basic(event: Event, resolver: Resolver) -> Iterator[Misread]:
    given = event.keywords
    if "" in given:
        return
    where = "basicConfig()"
    wrong = sorted(given.keys() - _BASIC)
    if wrong:
        meant = _MEANT.get(wrong[0], "")
        called = f": it is called `{meant}`" if meant else ""
        yield Misread(event.span, f"basicConfig() has no parameter `{wrong[0]}`, and fails{called}")
    elif "handlers" in given and ({"filename", "stream"} & given.keys()) and not _is_none(given["handlers"], resolver):
        yield Misread(event.span, "basicConfig() takes either `handlers` or a file or stream, and fails with both")
    if "level" in given:
        yield from _no_level(resolver.resolve(given["level"]), event.span, where)
    held = resolver.resolve(given["handlers"]) if "handlers" in given else None
    callee = held.data.callee if held is not None and isinstance(held.data, Made) else ""
    if callee.startswith("logging.") and callee.endswith("Handler"):
        yield Misread(event.span, "`handlers` of basicConfig() takes a list, and is given one handler: it fails")


def _is_none(value: Value, resolver: Resolver) -> bool:
    held = resolver.resolve(value)
    return held.data is None or not held.known
