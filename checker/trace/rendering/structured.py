"""structlog's processors: which keys an event gets, and how the last of them writes it."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from checker.logconfig import Sources
from checker.logconfig.facts import LogSetup
from checker.trace.record import Record
from checker.trace.rendering.line import Field, Line, json_line, logfmt_line, unknown_line
from checker.trace.wording import Hole, Text, anything, joined, known

Keywords: TypeAlias = Mapping[str, Mapping[str, object]]
"""By a processor's class what it is made with; ``None`` for what is no constant."""
_RENDERERS = frozenset(
    ("JSONRenderer", "KeyValueRenderer", "LogfmtRenderer", "ConsoleRenderer", "wrap_for_formatter", "render_to_log_kwargs")
)
_ISO = Text((Hole("the time", "2026-01-05T12:00:00.123456Z"),))


def processors(setup: LogSetup) -> tuple[str, ...] | None:
    """The names of a configuration's processors, without parentheses; ``None`` where they are not known."""
    found = setup.options.get("processors", setup.options.get("0"))
    if found is None or found.unknown or not isinstance(found.value, tuple):
        return None
    return tuple(str(one).removesuffix("()") if one is not None else "" for one in found.value)


def keywords(setup: LogSetup, sources: Sources) -> Keywords:
    """Constants that processors are made with, by the processor's class, as far as they stand in the configuring call itself."""
    found: dict[str, dict[str, object]] = {}
    tree = sources.tree(setup.span.path)
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.Call) and setup.span.line <= node.lineno <= setup.span.end_line:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
            held = {one.arg: _constant(one.value) for one in node.keywords if one.arg}
            if node.args and name == "EventRenamer":
                held["to"] = _constant(node.args[0])
            found.setdefault(name, {}).update(held)
    return found


def _constant(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def structured_line(record: Record, chain: Sequence[str], given: Keywords = MappingProxyType({})) -> Line:
    """What a chain of processors makes of an event: keywords first, then the event, then what processors add."""
    fields: dict[str, Field] = {**record.fields, "event": record.message}
    open_ = record.open or any(not name or not name.startswith("structlog.") for name in chain)
    renderer = ""
    for name in chain:
        tail = name.rpartition(".")[2]
        if tail in ("add_log_level", "add_log_level_number"):
            fields["level"] = known("warning" if record.level == "warn" else record.level) if record.level else anything("the level")
        elif tail == "add_logger_name":
            fields["logger"] = record.attribute("name") or anything("the logger's name")
        elif tail == "TimeStamper":
            fields[str(given.get(tail, {}).get("key") or "timestamp")] = _ISO
        elif tail == "merge_contextvars":
            open_ = True
        elif tail == "EventRenamer":
            fields[str(given.get(tail, {}).get("to") or "msg")] = fields.pop("event")
        elif tail in ("format_exc_info", "dict_tracebacks", "ExceptionRenderer") and record.exception:
            fields["exception"] = anything("the traceback")
        elif tail in _RENDERERS:
            renderer = tail
    ordered = _ordered(fields, given.get(renderer, {})) if renderer in ("LogfmtRenderer", "KeyValueRenderer") else fields
    return _rendered(record, ordered, renderer, open_=open_)


def _ordered(fields: Mapping[str, Field], given: Mapping[str, object]) -> dict[str, Field]:
    """``key_order`` first, with what is missing as nothing, then the rest as it comes, or by name with ``sort_keys``."""
    order = given.get("key_order")
    first = [str(one) for one in order] if isinstance(order, list | tuple) else []
    rest = sorted(fields) if given.get("sort_keys") is True else list(fields)
    missing = known("") if not given.get("drop_missing") else None
    told = {name: fields.get(name, missing) for name in (*first, *rest)}
    return {name: value for name, value in told.items() if value is not None}


def _rendered(record: Record, fields: dict[str, Field], renderer: str, *, open_: bool) -> Line:
    if renderer == "JSONRenderer":
        return json_line(fields, open_=open_)
    texts = {key: value for key, value in fields.items() if isinstance(value, Text)}
    if renderer == "LogfmtRenderer":
        return logfmt_line(texts)
    if renderer == "KeyValueRenderer":
        pairs = [joined((known(f"{' ' if number else ''}{key}='"), value, known("'"))) for number, (key, value) in enumerate(texts.items())]
        return Line(joined(pairs), "text", open=open_)
    if renderer in ("ConsoleRenderer", ""):
        rest = [joined((known(f" {key}="), value)) for key, value in texts.items() if key not in ("event", "level", "timestamp", "logger")]
        head = Text((Hole("the time", "2026-01-05 12:00:00 "), Hole("a level", "[warning  ] ")))
        more = (anything("further fields"),) if open_ else ()
        return Line(joined((head, record.message, *rest, *more)), "text" if renderer else "", open=open_ or not renderer)
    return unknown_line(record.message, "a formatter of structlog's")
