"""Which way a record goes: effective levels, the handlers that it reaches, and what drops it on the way.

As `logging.Logger` does it: the level of the nearest logger that has one decides alone; handlers of all loggers up to the first that does
not propagate are asked, each with its own level and filters; a disabled logger drops its own records only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from checker.logconfig.model import LEVELS, Handler, Logger, LogPipeline, Reference, level_number
from checker.model import Span

DEFAULT_LEVEL = 30
"""WARNING: what the root logger has where nobody says otherwise."""
BASIC = "basicConfig"
"""What the name of a handler begins with that ``basicConfig`` makes."""
NULL = frozenset(("logging.NullHandler", "django.utils.log.NullHandler"))


class Level(msgspec.Struct, frozen=True):
    """An effective level."""

    number: int | None
    """``None`` where it is unknown."""
    span: Span | None
    """Where it is set; ``None`` for Python's own default."""
    logger: str = ""
    """The logger that sets it."""
    open: str = ""


class Reached(msgspec.Struct, frozen=True):
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
        if reference.name == "require_debug_true" or (found is not None and found.cls == "django.utils.log.RequireDebugTrue"):
            return reference.span
    return None


def also_set_up(pipeline: LogPipeline, others: Sequence[LogPipeline]) -> bool:
    """Whether something else gives the root its handlers, so that ``basicConfig`` in code does nothing where that came first."""
    return pipeline.kind == "code" and (
        any(
            one.kind not in ("code", "loguru", "command", "gunicorn", "container") and one.environment == pipeline.environment
            and one.root is not None and one.root.handlers
            for one in others
        )
        or (_is_basic(pipeline) and any(_comes_before(one, pipeline) and (not pipeline.leads or not _is_basic(one)) for one in others))
    )  # fmt: skip


def _is_basic(pipeline: LogPipeline) -> bool:
    """Whether ``basicConfig`` alone gives the root its handlers."""
    root = pipeline.root
    return root is not None and bool(root.handlers) and all(one.name.startswith(BASIC) for one in root.handlers)


def _comes_before(one: LogPipeline, late: LogPipeline) -> bool:
    """Whether the code of another file gives the root handlers before a module does that is imported: of two such modules the first."""
    if one.kind != "code" or one.environment != late.environment or one.span.path == late.span.path or not one.server:
        return False
    set_up = one.root is not None and bool(one.root.handlers) and not one.unapplied
    return set_up and (one.leads or not _is_basic(one) or one.span < late.span)


def may_write(pipeline: LogPipeline, name: str) -> bool:
    """Whether a part that is set up in code may bring a logger's records to a handler."""
    return any(
        one in pipeline.loggers and (pipeline.loggers[one].handlers or pipeline.loggers[one].level or pipeline.loggers[one].more)
        for one in pipeline.lineage(name)
    )


class Dropped(msgspec.Struct, frozen=True):
    """Why a record leaves by no handler."""

    span: Span
    """The place that drops it."""
    why: str
    open: str = ""
    """What can make it otherwise."""


def dropped(pipeline: LogPipeline, name: str, level: int) -> Dropped | None:
    """What drops a logger's records of a level; ``None`` where some handler takes them, or that is not known."""
    logger = pipeline.loggers.get(name)
    if logger is not None and logger.disabled is not None:
        return Dropped(logger.disabled, f"the logger {name} is disabled, because it exists before this is applied")
    effective = effective_level(pipeline, name)
    if effective.number is None:
        return None
    if effective.number > level:
        owner = f"the logger {effective.logger}" if effective.logger else "the root logger"
        where = effective.span or pipeline.span
        return Dropped(where, f"{owner} takes nothing below {_word(effective.number)}", effective.open)
    found, more = reached(pipeline, name)
    if more:
        return None
    if not found:
        return _nowhere(pipeline, name, level)
    kept_out = [_kept_out(pipeline, one, name, level) for one in found]
    return kept_out[0] if None not in kept_out else None


def dropped_by_level(pipelines: Sequence[LogPipeline], name: str, level: int) -> Dropped | None:
    """What drops a logger's records in whichever order parts are applied: every level that the nearest logger with one gets is higher."""
    for one in LogPipeline("", pipelines[0].span).lineage(name) if pipelines else ():
        held = [(found.loggers[one], found) for found in pipelines if one in found.loggers]
        levels = [
            (logger.level, found) for logger, found in held if logger.level is not None and (level_number(logger.level) != 0 or not one)
        ]
        if levels:
            sure = all((level_number(told) or 0) > level and not told.open and found.server for told, found in levels)
            told = min((told for told, _ in levels), key=lambda told: level_number(told) or 0)
            owner = f"the logger {one}" if one else "the root logger"
            return Dropped(told.span, f"{owner} takes nothing below {_word(level_number(told) or 0)}") if sure else None
    return None


def _nowhere(pipeline: LogPipeline, name: str, level: int) -> Dropped | None:
    """No handler at all: Python writes warnings and worse to stderr, as bare text."""
    if level >= DEFAULT_LEVEL:
        return None
    stopped = stops(pipeline, name)
    return Dropped(stopped.span if stopped is not None else pipeline.span, f"no handler is attached to the logger {name} or above it")


def _kept_out(pipeline: LogPipeline, one: Reached, name: str, level: int) -> Dropped | None:
    handler = one.handler
    if is_null(handler):
        return Dropped(one.span, f"the handler {handler.name} throws everything away")
    if drops(handler, level) and handler.level is not None:
        return Dropped(
            handler.level.span, f"the handler {handler.name} takes nothing below {_word(handler.threshold or 0)}", handler.level.open
        )
    never = never_in_production(pipeline, handler)
    if never is not None:
        return Dropped(never, f"the handler {handler.name} writes only while DEBUG is on")
    parted = keeps_out(pipeline, handler, name)
    if parted is not None:
        only, reference = parted
        return Dropped(reference.span, f"the filter {reference.name} lets only {only} through to {handler.name}")
    return None


def keeps_out(pipeline: LogPipeline, handler: Handler, name: str) -> tuple[str, Reference] | None:
    """The name that a filter of a handler lets through alone, and the filter, where it keeps a logger's records out."""
    for reference in handler.filters:
        found = pipeline.filters.get(reference.name)
        only = found.options.get("name") if found is not None and found.cls == "logging.Filter" else None
        if only is not None and isinstance(only.value, str) and only.value and not f"{name}.".startswith(f"{only.value}."):
            return only.value, reference
    return None


def may_part(pipeline: LogPipeline, handler: Handler) -> bool:
    """Whether a handler has a filter that may keep some records out: any but those of the project's that are known to take all."""
    return any(one.name not in pipeline.filters or not pipeline.filters[one.name].passes for one in handler.filters)


def _word(number: int) -> str:
    return next((word for word, known in LEVELS.items() if known == number), str(number))
