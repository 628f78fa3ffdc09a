"""Which way a record goes: effective levels, the handlers that it reaches, and what drops it on the way.

As `logging.Logger` does it: the level of the nearest logger that has one decides alone; handlers of all loggers up to the first that does
not propagate are asked, each with its own level and filters; a disabled logger drops its own records only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.logconfig.model import Handler, Logger, LogPipeline, level_number
from checker.model import Span

DEFAULT_LEVEL = 30
"""WARNING: what the root logger has where nobody says otherwise."""
NULL = frozenset(("logging.NullHandler", "django.utils.log.NullHandler"))


@dataclass(frozen=True, slots=True)
class Level:
    """An effective level."""

    number: int | None
    """``None`` where it is unknown."""
    span: Span | None
    """Where it is set; ``None`` for Python's own default."""
    logger: str = ""
    """The logger that sets it."""
    open: str = ""


@dataclass(frozen=True, slots=True)
class Reached:
    """A handler that a record may get to."""

    handler: Handler
    logger: str
    """The logger that it is attached to."""
    span: Span
    """Where it is attached."""


def effective_level(pipeline: LogPipeline, name: str) -> Level:
    """The level below which a logger's records are dropped."""
    for one in pipeline.lineage(name):
        logger = pipeline.loggers.get(one)
        if logger is None or logger.level is None:
            continue
        number = level_number(logger.level)
        if number == 0 and one:
            continue
        return Level(number, logger.level.span, one, logger.level.open)
    return Level(DEFAULT_LEVEL, None)


def reached(pipeline: LogPipeline, name: str) -> tuple[list[Reached], str]:
    """The handlers of a logger's records, and why there may be more."""
    found: list[Reached] = []
    more = ""
    for one in pipeline.lineage(name):
        logger = pipeline.loggers.get(one)
        if logger is None:
            continue
        more = more or logger.more
        for reference in logger.handlers:
            handler = pipeline.handlers.get(reference.name)
            if handler is not None:
                found += [Reached(inner, one, reference.span) for inner in _behind(pipeline, handler)]
            else:
                more = more or reference.unknown or "a handler that is not known"
        if logger.propagates is not True:
            return found, more or ("" if logger.propagates is False else "whether it propagates is not known")
    return found, more


def _behind(pipeline: LogPipeline, handler: Handler, depth: int = 0) -> Iterator[Handler]:
    """The handler, or those that it hands its records on to."""
    targets = [pipeline.handlers[one.name] for one in handler.targets if one.name in pipeline.handlers]
    if not targets or depth > 5:
        yield handler
    for target in targets:
        yield from _behind(pipeline, target, depth + 1)


def stops(pipeline: LogPipeline, name: str) -> Logger | None:
    """The logger at which records of ``name`` stop going up, the root excepted."""
    for one in pipeline.lineage(name):
        logger = pipeline.loggers.get(one)
        if logger is not None and one and logger.propagates is False:
            return logger
    return None


def drops(handler: Handler, level: int) -> bool | None:
    """Whether a handler's own level keeps a record out; ``None`` where that is unknown."""
    threshold = handler.threshold
    return None if threshold is None else threshold > level


def is_null(handler: Handler) -> bool:
    """Whether it throws away what it gets."""
    return handler.cls in NULL


def never_in_production(pipeline: LogPipeline, handler: Handler) -> Span | None:
    """The place of a filter that lets nothing through where ``DEBUG`` is off."""
    for reference in handler.filters:
        found = pipeline.filters.get(reference.name)
        if found is not None and found.cls == "django.utils.log.RequireDebugTrue":
            return reference.span
    return None
