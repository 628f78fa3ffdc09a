"""What a picture of a logging configuration shows: boxes in four columns, and the ways between them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from checker.logconfig.destinations import UNKNOWN, destination
from checker.logconfig.model import LEVELS, Handler, Logger, LogPipeline
from checker.logconfig.routing import dropped, effective_level, is_null, never_in_production, reached
from checker.report.picture.boxes import Box, Graph
from checker.report.picture.words import given

COLUMNS = ("Loggers", "Handlers", "Formats", "Where records end")
MOST = 40
"""Boxes of one column; what stays away is counted."""
_LEVELS = (10, 20, 30, 40, 50)
_WARNING = 30
_SECURITY = re.compile(r"secur|audit|auth|^django\.request$|^axes\b", re.IGNORECASE)
"""Loggers whose warnings tell of attacks: a logger that drops them is marked."""
_WORDS = {number: word for word, number in LEVELS.items() if word not in ("FATAL", "WARN", "TRACE", "SUCCESS")}


def graph(pipeline: LogPipeline) -> Graph:
    """The picture's content, in an order that depends on the configuration alone."""
    loggers, more = _chosen(pipeline)
    boxes = [_logger(pipeline, one) for one in loggers]
    if more:
        boxes.append(Box("more loggers", 0, (f"and {more:,} more",)))
    used = [name for one in loggers for name in _own(pipeline, one)]
    wanted = list(dict.fromkeys([*used, *(name for name, one in pipeline.handlers.items() if not one.builtin)]))
    handlers = [pipeline.handlers[name] for name in wanted[:MOST]]
    names = {one.name for one in handlers}
    ways = [(f"logger {one.name}", f"handler {name}") for one in loggers for name in _own(pipeline, one) if name in names]
    reaching = given(pipeline)
    for handler in handlers:
        made = list(_behind(pipeline, handler, unused=handler.name not in reaching))
        boxes += made
        keys = [box.key for box in made]
        ways += itertools.pairwise(keys)
        ways += [(keys[0], f"handler {target.name}") for target in handler.targets if target.name in names]
    if len(wanted) > MOST:
        boxes.append(Box("more handlers", 1, (f"and {len(wanted) - MOST:,} more",)))
    return Graph(COLUMNS, tuple(dict.fromkeys(boxes)), tuple(dict.fromkeys(ways)))


def _chosen(pipeline: LogPipeline) -> tuple[list[Logger], int]:
    """The loggers to be drawn, the root first, and how many are left out; those that drop something come before others."""
    known = [one for one in pipeline.loggers.values() if not one.builtin or one.name == "django.request"]
    if len(known) > MOST:
        known = sorted(known, key=lambda one: (one.name != "", _written(pipeline, one.name)[1] == "", one.name))[:MOST]
    more = sum(not one.builtin or one.name == "django.request" for one in pipeline.loggers.values()) - len(known)
    return sorted(known, key=lambda one: one.name), more


def _own(pipeline: LogPipeline, logger: Logger) -> Iterator[str]:
    return (reference.name for reference in logger.handlers if reference.name in pipeline.handlers)


def _logger(pipeline: LogPipeline, logger: Logger) -> Box:
    level = effective_level(pipeline, logger.name)
    word = "?" if level.number is None else _word(level.number) + ("?" if level.open else "")
    by = "" if level.span is not None and level.logger == logger.name else f" (as {level.logger or 'root'})" if level.span else " (default)"
    written, mark = _written(pipeline, logger.name)
    return Box(f"logger {logger.name}", 0, (logger.name or "root", f"level {word}{by}", *_onward(pipeline, logger), written), mark)


def _onward(pipeline: LogPipeline, logger: Logger) -> Iterator[str]:
    """Where its records go beyond its own handlers."""
    if not logger.name or logger.disabled is not None:
        return
    if logger.propagates is None:
        yield "may go on: not known"
    elif logger.propagates:
        above = next((name for name in list(pipeline.lineage(logger.name))[1:] if name in pipeline.loggers), "")
        yield f"goes on to {above or 'root'}"
    else:
        yield "goes no further"


def _written(pipeline: LogPipeline, name: str) -> tuple[str, str]:
    """From which level on its records are written, in words, and the mark for that."""
    logger = pipeline.loggers.get(name)
    if logger is not None and logger.disabled is not None:
        return f"disabled, line {logger.disabled.line}", "dropped"
    more = reached(pipeline, name)[1]
    if effective_level(pipeline, name).number is None or more:
        return "what is written is not known", "unknown"
    lowest = next((level for level in _LEVELS if dropped(pipeline, name, level) is None), None)
    if lowest is None:
        return "nothing is written", "dropped"
    if lowest > _WARNING and _SECURITY.search(name):
        return f"drops all below {_word(lowest)}", "dropped"
    return f"written from {_word(lowest)}", ""


def _behind(pipeline: LogPipeline, handler: Handler, *, unused: bool) -> Iterator[Box]:
    """A handler, how it writes and where to."""
    yield _handler(pipeline, handler, unused=unused)
    if is_null(handler):
        yield Box("end null", 3, ("thrown away",), "dropped")
        return
    if handler.targets:
        return
    yield _format(pipeline, handler)
    ends = destination(handler)
    notes = [ends.open] if ends.open else []
    yield Box(
        f"end {ends.told} {ends.open}", 3, (ends.told, *notes), "unknown" if ends.kind == UNKNOWN or (ends.open and not ends.target) else ""
    )


def _handler(pipeline: LogPipeline, handler: Handler, *, unused: bool) -> Box:
    level = handler.threshold
    lines = [handler.name, handler.cls.rpartition(".")[2] or "class not known"]
    lines += ["level not known"] if level is None else [f"nothing below {_word(level)}"] if level else []
    never = never_in_production(pipeline, handler) is not None
    lines += ["only while DEBUG is on"] if never else [f"filter {one.name or '?'}" for one in handler.filters]
    lines += ["no logger names it"] if unused else []
    mark = "dropped" if is_null(handler) or never or unused else "unknown" if level is None or not handler.cls else ""
    return Box(f"handler {handler.name}", 1, tuple(lines), mark)


def _format(pipeline: LogPipeline, handler: Handler) -> Box:
    if handler.formatter is None:
        return Box("format none", 2, ("no formatter", "the message alone"))
    name = handler.formatter.name
    formatter = pipeline.formatters.get(name)
    if formatter is None or not name:
        return Box(f"format {name}", 2, (name or "?", handler.formatter.unknown or "not defined"), "unknown")
    if formatter.format is None:
        told, unknown = formatter.cls.rpartition(".")[2] or "class not known", formatter.unknown or ("" if formatter.cls else "not known")
    else:
        told, unknown = str(formatter.format.value), formatter.format.unknown
    return Box(f"format {name}", 2, (name, unknown or told), "unknown" if unknown else "")


def _word(number: int) -> str:
    return _WORDS.get(number, str(number))


def told(made: Graph) -> str:
    """The boxes in words, for who does not see them."""
    names = {box.key: box.lines[0] for box in made.boxes}
    words = [f"{COLUMNS[box.column][:-1] if box.column < 3 else 'End'} {'; '.join(box.lines)}" for box in made.boxes]
    ways = [f"{names[start]} to {names[end]}" for start, end in made.ways if start in names and end in names]
    return f"{'. '.join(words)}. Ways: {', '.join(ways)}." if words else "There is nothing to draw."
