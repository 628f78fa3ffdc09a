"""What a process has after a configuration was applied to what it had before, as ``logging.config.dictConfig`` does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from checker.logconfig.dictconfig import Parsed
from checker.logconfig.model import PRODUCTION, Handler, Logger, LogPipeline, Reference


def applied(
    parsed: Parsed, kind: str, *, before: LogPipeline | None = None, environment: str = PRODUCTION, server: bool = True
) -> LogPipeline:
    """The pipeline that results; ``before`` is what the framework had set up."""
    loggers = dict(before.loggers) if before else {}
    if not parsed.incremental:
        loggers |= _left(loggers, parsed)
    for name, logger in parsed.loggers.items():
        loggers[name] = _merged(loggers.get(name), logger, incremental=parsed.incremental)
    handlers = {**(before.handlers if before else {}), **parsed.handlers}
    formatters = {**(before.formatters if before else {}), **parsed.formatters}
    filters = {**(before.filters if before else {}), **parsed.filters}
    return LogPipeline(
        kind, parsed.span, environment, loggers, handlers, formatters, filters, tuple(_undefined(parsed)), tuple(parsed.misread),
        parsed.disables, parsed.partial, spoken=parsed.spoken, server=server,
    )  # fmt: skip


def _left(existing: Mapping[str, Logger], parsed: Parsed) -> dict[str, Logger]:
    """What becomes of loggers that exist and are not configured: children of configured ones are reset, others may be disabled."""
    made: dict[str, Logger] = {}
    configured = [name for name in parsed.loggers if name]  # who has a child is there, at least as a placeholder
    for name, logger in existing.items():
        if name in parsed.loggers or not name:
            continue
        if any(name.startswith(f"{parent}.") for parent in configured):
            made[name] = replace(logger, level=None, handlers=(), propagate=None)
        elif parsed.disables is not None:
            made[name] = replace(logger, disabled=parsed.disables)
        else:
            made[name] = replace(logger, disabled=None)
    return made


def _merged(before: Logger | None, now: Logger, *, incremental: bool) -> Logger:
    """A logger configured again: handlers and filters are replaced, level and propagation only where they are given."""
    if before is None:
        return now
    level, propagate = now.level or before.level, now.propagate or before.propagate
    if incremental:
        return replace(before, level=level, propagate=propagate, span=now.span, builtin=False)
    return replace(now, level=level, propagate=propagate, disabled=None)


def _undefined(parsed: Parsed) -> Iterator[tuple[str, Reference, str]]:
    """What is named and is not there."""
    if parsed.partial or parsed.incremental:
        return
    for logger in parsed.loggers.values():
        owner = f"the logger {logger.name}" if logger.name else "the root logger"
        yield from _missing("handler", logger.handlers, parsed, owner)
        yield from _missing("filter", logger.filters, parsed, owner)
    for handler in parsed.handlers.values():
        owner = f"the handler {handler.name}"
        yield from _missing("filter", handler.filters, parsed, owner)
        yield from _missing("formatter", (handler.formatter,) if handler.formatter else (), parsed, owner)
        if _names_handlers(handler):
            yield from _missing("handler", handler.targets, parsed, owner)


def _names_handlers(handler: Handler) -> bool:
    return handler.cls in ("logging.handlers.MemoryHandler", "logging.handlers.QueueHandler")


def _missing(kind: str, references: tuple[Reference, ...], parsed: Parsed, owner: str) -> Iterator[tuple[str, Reference, str]]:
    for reference in references:
        if reference.name and (f"{kind}s", reference.name) not in parsed.possible:
            yield kind, reference, owner
