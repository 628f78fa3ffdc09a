"""A logging pipeline as text: loggers with their levels and the handlers that they reach, what stops where, and what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.model import LEVELS, Handler, Logger, LogPipeline, Setting
from checker.logconfig.routing import effective_level, is_null, never_in_production, reached

_FROM = {number: word for word, number in LEVELS.items() if word not in ("FATAL", "WARN", "TRACE", "SUCCESS")}

_WHOLE = frozenset(("dictConfig", "django", "ini"))
"""Kinds that say all of a process's logging, or leave it as Python and the framework set it up."""
_NOWHERE = "no handler: Python writes warnings and worse to stderr, as bare text"
_SECRET = re.compile(r"credential|passw|token|secret|auth|api_?key|dsn", re.IGNORECASE)
"""Names of options that are not shown."""
_LONGEST = 200
"""Letters of one value that are shown: aliases of aliases make one of a million."""


def lines(pipeline: LogPipeline) -> Iterator[str]:
    """The whole pipeline."""
    yield f"{pipeline.span.path}:{pipeline.span.line}  {pipeline.kind}, {pipeline.environment}"
    if pipeline.unapplied:
        yield f"  It takes no effect: {pipeline.unapplied}."
        return
    if pipeline.partial:
        yield f"  There may be more: {pipeline.partial}."
    names = [name for name, logger in pipeline.loggers.items() if not logger.builtin or name == "django.request"]
    if pipeline.kind in _WHOLE and not pipeline.partial:
        names = ["", *(name for name in names if name)]  # what nobody configures goes to the root
    width = max((len(name or "(root)") for name in names), default=0)
    for name in sorted(names):
        logger = pipeline.loggers.get(name) or Logger(name, pipeline.span)
        yield f"  {name or '(root)':{width}}  {_level(pipeline, name):8}  {_way(pipeline, logger)}"
    used = given(pipeline)
    for handler in pipeline.handlers.values():
        if not handler.builtin:
            yield f"  [{handler.name}]  {_handler(pipeline, handler)}{'' if handler.name in used else '  (no logger names it)'}"
    yield from (f"  not known: {told}" for told in dict.fromkeys(_unknown(pipeline)))


def given(pipeline: LogPipeline) -> set[str]:
    """The handlers that some logger or another handler gives its records to; loguru gives them to all of its own."""
    if pipeline.kind == "loguru":
        return set(pipeline.handlers)
    named = {reference.name for logger in pipeline.loggers.values() for reference in logger.handlers}
    behind = {target.name for one in pipeline.handlers.values() for target in one.targets}
    return named | behind | {one.name for one in pipeline.handlers.values() if one.somewhere}


def _level(pipeline: LogPipeline, name: str) -> str:
    level = effective_level(pipeline, name)
    return "?" if level.number is None else _FROM.get(level.number, str(level.number)) + ("?" if level.open else "")


def _way(pipeline: LogPipeline, logger: Logger) -> str:
    if logger.disabled is not None:
        return f"disabled by line {logger.disabled.line}"
    found, more = reached(pipeline, logger.name)
    told = [_reached(pipeline, one.handler) for one in found]
    if more:
        told.append("perhaps more")
    stop = "" if logger.propagates or not logger.name else "  (does not propagate)"
    return f"-> {', '.join(dict.fromkeys(told)) or _NOWHERE}{stop}"


def _reached(pipeline: LogPipeline, handler: Handler) -> str:
    threshold = handler.threshold
    word = "?" if threshold is None else f" from {_FROM.get(threshold, threshold)}" if threshold else ""
    never = " (never in production)" if never_in_production(pipeline, handler) is not None else ""
    return f"{handler.name}{word}{' (thrown away)' if is_null(handler) else ''}{never}"


def _handler(pipeline: LogPipeline, handler: Handler) -> str:
    parts = [handler.cls or "?"]
    parts += [f"{key}={_value(setting)}" for key, setting in handler.options.items() if not _SECRET.search(key)]
    formatter = pipeline.formatters.get(handler.formatter.name) if handler.formatter else None
    if formatter is not None:
        text = formatter.format
        parts.append(f"format={_value(text)}" if text is not None else f"formatter={formatter.cls or formatter.name}")
    return "  ".join(parts)


def _value(setting: Setting) -> str:
    if setting.unknown:
        return "?"
    text = repr(setting.value)
    return (text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}...") + ("?" if setting.open else "")


def _unknown(pipeline: LogPipeline) -> Iterator[str]:
    for logger in pipeline.loggers.values():
        owner = f"the logger {logger.name}" if logger.name else "the root logger"
        for setting, what in ((logger.level, "level"), (logger.propagate, "propagation")):
            if setting is not None and (setting.unknown or setting.open):
                yield f"the {what} of {owner}, line {setting.span.line}: {setting.unknown or setting.open}"
    for handler in pipeline.handlers.values():
        for key, setting in {"level": handler.level, **handler.options}.items():
            if setting is not None and (setting.unknown or setting.open):
                yield f"{key} of the handler {handler.name}, line {setting.span.line}: {setting.unknown or setting.open}"
