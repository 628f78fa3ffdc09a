"""Parts of a whole configuration that nothing names, in it or in another one that has the same part."""

from __future__ import annotations

from collections.abc import Iterator

from checker.logconfig.model import Handler, LogPipeline
from checker.logconfig.routing import is_null
from checker.logconfig.spoken import OPEN
from checker.model import Span
from checker.remembering import of_the_last

_NONE: frozenset[str] = frozenset()


def idle_handlers(pipeline: LogPipeline, others: tuple[LogPipeline, ...]) -> Iterator[Handler]:
    """The handlers that no logger and no other handler names, so that nothing is ever written to them; none where that is not known."""
    unnamed = _unnamed(pipeline)
    elsewhere = named_places(others) if unnamed else frozenset()
    return (one for one in unnamed if one.span not in elsewhere)


@of_the_last
def _unnamed(pipeline: LogPipeline) -> tuple[Handler, ...]:
    if not whole_of_its_loggers(pipeline) or "handlers" in pipeline.spoken.get(OPEN, _NONE):
        return ()
    handlers = pipeline.handlers.values()
    named = pipeline.spoken.get("handlers", _NONE) | named_handlers(pipeline)
    named |= {str(value.value) for one in handlers for value in one.options.values() if isinstance(value.value, str)}
    return tuple(one for one in handlers if one.name not in named and not one.builtin and not is_null(one))


def whole_of_its_loggers(pipeline: LogPipeline) -> bool:
    """Whether all loggers of a process are known, with all their handlers."""
    loggers = pipeline.loggers.values()
    if pipeline.partial or pipeline.kind == "code" or any(one.more for one in loggers):
        return False
    return not any(ref.unknown or ref.open for one in loggers for ref in one.handlers)


@of_the_last
def named_handlers(pipeline: LogPipeline) -> frozenset[str]:
    """The handlers that its loggers name, or that others of its handlers hand on to."""
    named = {ref.name for one in pipeline.loggers.values() for ref in one.handlers}
    return frozenset(named | {ref.name for one in pipeline.handlers.values() for ref in one.targets})


@of_the_last
def named_places(pipelines: tuple[LogPipeline, ...]) -> frozenset[Span]:
    """The places of the parts that something of these names: one dictionary may serve several."""
    return frozenset(span for one in pipelines for span in _fed(one))


def _fed(pipeline: LogPipeline) -> Iterator[Span]:
    for logger in pipeline.loggers.values():
        yield from (pipeline.handlers[one.name].span for one in logger.handlers if one.name in pipeline.handlers)
        yield from (pipeline.filters[one.name].span for one in logger.filters if one.name in pipeline.filters)
    for handler in pipeline.handlers.values():
        yield from (pipeline.filters[one.name].span for one in handler.filters if one.name in pipeline.filters)
        if handler.formatter is not None and handler.formatter.name in pipeline.formatters:
            yield pipeline.formatters[handler.formatter.name].span
