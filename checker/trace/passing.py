"""A record's way out of the process: its logger, its handlers, and the line that each writes."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from checker.logconfig.destinations import NULL, Destination, destination
from checker.logconfig.django_defaults import default_pipeline
from checker.logconfig.model import Formatter, Handler, LogPipeline
from checker.logconfig.routing import Reached, dropped, effective_level, is_null, never_in_production, reached
from checker.model import Span
from checker.trace.evidence import Evidence, nearest
from checker.trace.model import Hop, Verdict
from checker.trace.record import Record
from checker.trace.rendering.formats import plain_line
from checker.trace.rendering.json_formatters import json_formatter
from checker.trace.rendering.line import Line, unknown_line
from checker.trace.rendering.own import own_line, recipe
from checker.trace.rendering.structured import keywords, processors, structured_line

_PLAIN = frozenset(
    ("logging.Formatter", "colorlog.ColoredFormatter", "coloredlogs.ColoredFormatter", "django.utils.log.ServerFormatter",
     "uvicorn.logging.DefaultFormatter", "uvicorn.logging.ColourizedFormatter", "uvicorn.logging.AccessFormatter")
)  # fmt: skip
_STRUCTLOG = "structlog.stdlib.ProcessorFormatter"
_WARNING = 30
_DEFAULT_CHAIN = ("structlog.processors.add_log_level", "structlog.processors.TimeStamper", "structlog.dev.ConsoleRenderer")


class Written(msgspec.Struct, frozen=True):
    """What leaves the process by one handler."""

    hops: tuple[Hop, ...]
    destination: Destination | None = None
    """``None`` where nothing leaves."""
    line: Line | None = None
    span: Span | None = None
    """Of the handler."""
    cls: str = ""
    """The handler's class."""


def written(record: Record, evidence: Evidence, pipeline: LogPipeline | None = None) -> list[Written]:
    """Every handler's share, of the logging that is given, or of the project's; at least one item, which says why where nothing leaves."""
    if pipeline is not None:
        return _through(record, pipeline, "", evidence)
    if record.sink == "print":
        hop = Hop("handler", Verdict.OK, "stdout", "it is printed", None)
        return [Written((hop,), Destination("stdout"), Line(record.message, "text"))]
    if record.sink == "structlog":
        return _structlog(record, evidence)
    if record.sink == "loguru":
        return _loguru(record, evidence)
    return _stdlib(record, evidence)


def _structlog(record: Record, evidence: Evidence) -> list[Written]:
    setups = sorted(evidence.structlog, key=lambda one: -nearest(record.path, [one.span.path]))
    setup = setups[0] if setups else None
    chain = processors(setup) if setup is not None else _DEFAULT_CHAIN
    place = setup.span if setup is not None else None
    why = "structlog's processors write it" if setup is not None else "structlog is not configured: its defaults write it to stdout"
    given = keywords(setup, evidence.sources) if setup is not None and chain is not None else {}
    line = structured_line(record, chain, given) if chain is not None else unknown_line(record.message, "structlog's processors")
    factory = setup.options.get("logger_factory") if setup is not None else None
    formatting = Hop("formatter", Verdict.OK if line.form else Verdict.UNKNOWN, "structlog", why, place, shown=line.text.shown)
    if factory is not None and "stdlib" in str(factory.value):
        through = _stdlib(replace(record, message=line.text, fields={}), evidence)
        if chain is not None and any(one.endswith("wrap_for_formatter") for one in chain):
            return through
        return [_structured(one, line, formatting) for one in through]
    return [Written((Hop("handler", Verdict.OK, "stdout", "structlog prints it", place), formatting), Destination("stdout"), line)]


def _structured(one: Written, line: Line, formatting: Hop) -> Written:
    """structlog's line in a handler's format, which most often is the message alone."""
    if one.line is None:
        return one
    alone = one.line.text.shown == line.text.shown
    made = line if alone else Line(one.line.text, "text" if one.line.form else "", open=line.open)
    return replace(one, hops=(*(hop for hop in one.hops if hop.kind != "formatter"), formatting), line=made)


def _loguru(record: Record, evidence: Evidence) -> list[Written]:
    pipelines = [one for one in evidence.pipelines if one.kind == "loguru"]
    pipelines.sort(key=lambda one: -nearest(record.path, [one.span.path]))
    if not pipelines:
        hop = Hop("handler", Verdict.OK, "stderr", "loguru writes to stderr where nothing is configured", None)
        line = unknown_line(record.message, "loguru's format")
        return [Written((hop,), Destination("stderr"), replace(line, form="text"))]
    pipeline = pipelines[0]
    found = [_by_handler(record, pipeline, Reached(one, "", one.span), evidence) for one in pipeline.handlers.values()]
    return found or [Written((Hop("handler", Verdict.UNKNOWN, "", "no sink of loguru's is known", pipeline.span),))]


def _stdlib(record: Record, evidence: Evidence) -> list[Written]:
    pipeline, doubt = _pipeline(record, evidence)
    return _through(record, pipeline, doubt, evidence) if pipeline is not None else [_unconfigured(record)]


def _through(record: Record, pipeline: LogPipeline, doubt: str, evidence: Evidence) -> list[Written]:
    name, level = record.logger, record.number
    if name is None and any(one and one.partition(".")[0] in pipeline.packages for one in pipeline.loggers):
        doubt = doubt or "the logger's name is not known"
    elif name is None:
        name = ""  # whatever it is called, the root's settings hold for it
    place = _logger_place(pipeline, name or "")
    if level is None:
        hop = Hop("logger", Verdict.UNKNOWN, name or "?", "its level is not known", place)
        return [replace(one, hops=(hop, *one.hops)) for one in _handlers(record, pipeline, evidence, doubt)]
    effective = effective_level(pipeline, name or "")
    lost = dropped(pipeline, name or "", level) if name is not None else None
    if lost is not None and pipeline.partial and effective.span is None and "takes nothing below" in lost.why:
        hop = Hop("logger", Verdict.UNKNOWN, name or "root", "no level is set where logging was seen to be set up", pipeline.span)
        return [replace(one, hops=(hop, *one.hops)) for one in _handlers(record, pipeline, evidence, doubt)]
    if lost is not None:
        verdict = Verdict.UNKNOWN if lost.open else Verdict.BROKEN
        why = f"{lost.why}, and it is written at {record.level}" if "takes nothing below" in lost.why else lost.why
        return [
            Written(
                (Hop("logger", verdict, name or "root", f"{why}{f', unless {lost.open} says otherwise' if lost.open else ''}", lost.span),)
            )
        ]
    if effective.number is None:
        hop = Hop("logger", Verdict.UNKNOWN, name or "root", "the level in force is not known", effective.span or place)
    else:
        why = f"it is written at {record.level} and passes"
        hop = Hop(
            "logger",
            Verdict.UNKNOWN if doubt and name is None else Verdict.OK,
            name or "root",
            doubt if doubt and name is None else why,
            place,
        )
    return [replace(one, hops=(hop, *one.hops)) for one in _handlers(record, pipeline, evidence, doubt)]


def _logger_place(pipeline: LogPipeline, name: str) -> Span:
    found = next((pipeline.loggers[one] for one in pipeline.lineage(name) if one in pipeline.loggers), None)
    return found.span if found is not None else pipeline.span


def _pipeline(record: Record, evidence: Evidence) -> tuple[LogPipeline | None, str]:
    """The set-up that the record meets: the nearest whole one, or what several calls of code set up together."""
    found = [one for one in evidence.pipelines if one.kind != "loguru"]
    found.sort(key=lambda one: (-nearest(record.path, [one.span.path]), bool(one.partial), not one.server, one.span))
    if record.path == "framework.py":
        found = [one for one in found if one.kind == "django"] or found
    whole = [one for one in found if not one.partial]
    if whole:
        best = max(nearest(record.path, [one.span.path]) for one in found)
        if not found[0].partial or nearest(record.path, [whole[0].span.path]) >= best or record.path == "framework.py":
            return whole[0], ""
    if found:
        return _merged(found), "it is set up in code"
    if record.path == "framework.py":
        django = next((one for one in evidence.seen if one.name == "Django"), None)
        if django is not None and not _says_logging(django.span.path, evidence):
            return default_pipeline(django.span), ""
    return None, ""


def _says_logging(path: str, evidence: Evidence) -> bool:
    """Whether a settings module has a configuration that was not understood, or may get one from elsewhere."""
    data = evidence.sources.content(path) or b""
    return b"LOGGING" in data or b"import *" in data


def _merged(pipelines: list[LogPipeline]) -> LogPipeline:
    """Nearer ones first."""
    first = pipelines[0]
    loggers = {name: one for pipeline in reversed(pipelines) for name, one in pipeline.loggers.items()}
    handlers = {name: one for pipeline in reversed(pipelines) for name, one in pipeline.handlers.items()}
    formatters = {name: one for pipeline in reversed(pipelines) for name, one in pipeline.formatters.items()}
    filters = {name: one for pipeline in reversed(pipelines) for name, one in pipeline.filters.items()}
    # what was read is taken for all there is: further handlers may only add ways
    kept = {name: replace(one, more="") for name, one in loggers.items()}
    return replace(first, loggers=kept, handlers=handlers, formatters=formatters, filters=filters)


def _unconfigured(record: Record) -> Written:
    """Python's handler of last resort: the message alone on stderr, from WARNING on."""
    why = "no logging configuration was found"
    if record.number is not None and record.number < _WARNING:
        hop = Hop("logger", Verdict.UNKNOWN, record.logger or "root", f"{why}; Python's own default writes nothing at {record.level}")
        return Written((hop,))
    hop = Hop("handler", Verdict.UNKNOWN, "stderr", f"{why}; Python's own default writes the bare message to stderr")
    return Written((hop,), Destination("stderr", "", why), unknown_line(record.message, "the format"))


def _handlers(record: Record, pipeline: LogPipeline, evidence: Evidence, doubt: str) -> list[Written]:
    found, more = reached(pipeline, record.logger or "")
    if not found:
        if more:
            return [Written((Hop("handler", Verdict.UNKNOWN, "", more, pipeline.span),))]
        return [_unconfigured(record)]
    passed = [_by_handler(record, pipeline, one, evidence) for one in found]
    alive = [one for one in passed if one.destination is not None]
    return alive or passed


def _by_handler(record: Record, pipeline: LogPipeline, one: Reached, evidence: Evidence) -> Written:
    handler = one.handler
    lost = _lost(record, pipeline, one)
    if lost is not None:
        return Written((lost,))
    to = destination(handler)
    line, formatting = _line(record, pipeline, handler, evidence)
    told = to.told if to.kind != handler.name else handler.name
    doubtful = _filters(pipeline, handler)
    hop = Hop("handler", Verdict.UNKNOWN if doubtful else Verdict.OK, handler.name, doubtful or f"it writes to {told}", handler.span)
    if line.broken:
        return Written((hop, formatting))
    return Written((hop, formatting), to, line, handler.span, handler.cls)


def _lost(record: Record, pipeline: LogPipeline, one: Reached) -> Hop | None:
    handler = one.handler
    threshold = handler.threshold
    if is_null(handler) or destination(handler).kind == NULL:
        return Hop("handler", Verdict.BROKEN, handler.name, "it throws everything away", one.span)
    if threshold is not None and record.number is not None and threshold > record.number and handler.level is not None:
        open_ = handler.level.open
        why = f"it takes nothing below {handler.level.value}, and the record is at {record.level}"
        return Hop(
            "handler",
            Verdict.UNKNOWN if open_ else Verdict.BROKEN,
            handler.name,
            f"{why}{f', unless {open_}' if open_ else ''}",
            handler.level.span,
        )
    never = never_in_production(pipeline, handler)
    if never is not None:
        return Hop("handler", Verdict.BROKEN, handler.name, "it writes only while DEBUG is on", never)
    return None


def _filters(pipeline: LogPipeline, handler: Handler) -> str:
    """A filter of which it is not known what it lets through."""
    for reference in handler.filters:
        found = pipeline.filters.get(reference.name)
        name = (found.cls if found is not None else reference.name).rpartition(".")[2].lower()
        if any(word in name for word in ("level", "only", "exclude", "ignore", "drop", "sampl", "health", "max", "throttl")):
            return f"what the filter {reference.name} lets through is not known"
    return ""


def _line(record: Record, pipeline: LogPipeline, handler: Handler, evidence: Evidence) -> tuple[Line, Hop]:
    reference = handler.formatter
    formatter = pipeline.formatters.get(reference.name) if reference is not None else None
    if reference is not None and formatter is None:
        line = unknown_line(record.message, "the formatter")
        return line, Hop("formatter", Verdict.UNKNOWN, reference.name, reference.unknown or "the formatter is not known", reference.span)
    line, why = _formatted(record, formatter, evidence)
    verdict = Verdict.BROKEN if line.broken else Verdict.OK if line.form else Verdict.UNKNOWN
    span = formatter.span if formatter is not None else None
    return line, Hop(
        "formatter",
        verdict,
        formatter.name if formatter is not None else "the message alone",
        line.broken or why,
        span,
        shown=line.text.shown,
    )


def _formatted(record: Record, formatter: Formatter | None, evidence: Evidence) -> tuple[Line, str]:
    if formatter is None:
        return plain_line(record, None), "it writes the message alone"
    by_library = json_formatter(formatter.cls)
    if by_library is not None:
        return by_library(record, formatter), "it writes JSON"
    if formatter.cls == _STRUCTLOG:
        return _processed(record, formatter), "structlog writes it"
    if formatter.cls in _PLAIN and not formatter.unknown:
        return plain_line(record, formatter), "it writes text"
    made = recipe(formatter.cls, evidence.sources) if formatter.cls else None
    if made is not None:
        return own_line(record, made), "the project's own formatter writes JSON"
    return unknown_line(record.message, "the formatter"), f"what {formatter.cls or 'the formatter'} writes is not known"


def _processed(record: Record, formatter: Formatter) -> Line:
    chain: list[str] = []
    for name in ("foreign_pre_chain", "processors", "processor"):
        held = formatter.options.get(name)
        if held is None or held.unknown:
            continue
        chain += [str(one).removesuffix("()") if one else "" for one in (held.value if isinstance(held.value, tuple) else (held.value,))]
    return structured_line(record, chain) if chain else unknown_line(record.message, "structlog's processors")
