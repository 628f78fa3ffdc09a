"""Calls about logging that stand for themselves: ``logging.config.listen``, structlog's configuration, the mode of a log file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.evaluate.scope import Event
from checker.logconfig.facts import STRUCTLOG, ConfiguredHandler, ConfiguredLogger, LogSetup
from checker.logconfig.model import PRODUCTION, Handler, Logger, LogPipeline, Reference, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.readers.code import is_web, of_server
from checker.logconfig.reading import PROCESSORS
from checker.logconfig.resolve import Resolver, only_outside_production
from checker.logconfig.values import Made

_PLAIN = frozenset(
    ("logging.config.listen", "structlog.configure", "structlog.configure_once", "structlog.stdlib.ProcessorFormatter", "logging.disable")
)
_STRUCTLOG = frozenset(("structlog.configure", "structlog.configure_once"))
_WITH_LOCALS = "structlog.processors.dict_tracebacks"
_LEVELS = frozenset(("add_log_level", "add_log_level_number"))
_RENDERERS = frozenset(("JSONRenderer", "KeyValueRenderer", "LogfmtRenderer"))
_LOG_FILE = re.compile(r"\.log\b|(?:^|[/_.])logs?(?:[/_.]|$)", re.IGNORECASE)


def _read(ran: Ran) -> Iterator[LogSetup | ConfiguredHandler | ConfiguredLogger]:
    resolver = Resolver()
    for event in ran.events():
        if event.callee in _PLAIN:
            options = {str(number): resolver.setting(value) for number, value in enumerate(event.arguments)}
            options |= {key: resolver.setting(value) for key, value in event.keywords.items()}
            outside = only_outside_production(event.conditions)
            environment = environment_of(event.span.path) if not outside else "development"
            web = is_web(ran)
            server = of_server(ran, event.span.path, web=web)
            served = server or (not web and event.callee != "logging.disable")  # of what is no service all is judged alike
            yield LogSetup(event.span, event.callee, options, event.function, bool(event.conditions), environment, served)
            if event.callee in _STRUCTLOG or event.callee == PROCESSORS:
                yield from _output(event, options, environment, server=server)
                yield from _level(event, resolver, environment, server=server)
        elif event.callee in ("os.chmod", "*.chmod"):
            yield from _mode(event, resolver)


def _output(event: Event, options: dict[str, Setting], environment: str, *, server: bool) -> Iterator[ConfiguredHandler]:
    """What structlog writes, where its processors are known: a handler of which is known what none of them adds, the time or the level, and
    that one writes the local variables of tracebacks (`SHOW_LOCALS` of structlog.tracebacks)."""
    chain = options.get("processors") or options.get("0")
    if chain is None or chain.unknown or chain.open or not isinstance(chain.value, tuple) or None in chain.value:
        return
    names = [str(one).removesuffix("()").rpartition(".")[2] for one in chain.value]
    own = any(not str(one).startswith("structlog.") for one in chain.value)  # it may add whatever it likes
    adding = {"time": {"TimeStamper"}, "level": _LEVELS}
    lacks = {field: Setting(None, event.span) for field, adders in adding.items() if adders.isdisjoint(names)}
    told = lacks if event.callee in _STRUCTLOG and not own and not _RENDERERS.isdisjoint(names) else {}
    if _WITH_LOCALS in chain.value:
        told["locals"] = Setting(None, event.span)
    if told:
        pipeline = LogPipeline("structlog", event.span, environment, partial="its processors alone", server=server)
        yield ConfiguredHandler(event.span, pipeline, Handler("structlog", event.span, STRUCTLOG, event.span, options=told))


def _level(event: Event, resolver: Resolver, environment: str, *, server: bool) -> Iterator[ConfiguredLogger]:
    """The level that structlog's own loggers are made with, where none of ``logging`` decides after them."""
    given = {key: resolver.resolve(value).data for key, value in event.keywords.items()}
    made, factory = given.get("wrapper_class"), given.get("logger_factory")
    if not isinstance(made, Made) or not made.callee.endswith("make_filtering_bound_logger"):
        return
    if not isinstance(factory, Made) or factory.callee.startswith("structlog.stdlib."):
        return
    level = made.argument(0, "min_level")
    if level is not None:
        told = resolver.setting(level)
        told = replace(told, value="DEBUG") if told.value in (0, "NOTSET", "logging.NOTSET") else told  # there is none above it
        told = replace(told, span=event.span) if told.span.path != event.span.path else told
        handler = Handler("structlog", event.span, "logging.StreamHandler", event.span)
        logger = Logger("structlog", event.span, told, None, (Reference("structlog", event.span),))
        pipeline = LogPipeline("structlog", event.span, environment, {logger.name: logger}, {handler.name: handler}, server=server)
        yield ConfiguredLogger(event.span, pipeline, logger)


def _mode(event: Event, resolver: Resolver) -> Iterator[ConfiguredHandler]:
    """A log file that gets a mode: a handler of which only that is known."""
    values = [event.receiver, *event.arguments] if event.callee == "*.chmod" and event.receiver is not None else event.arguments
    mode = event.keywords.get("mode") or (values[1] if len(values) > 1 else None)
    if not values or mode is None:
        return
    name, bits = resolver.setting(values[0]), resolver.setting(mode)
    if isinstance(name.value, str) and _LOG_FILE.search(name.value) and isinstance(bits.value, int):
        handler = Handler("chmod", event.span, "os.chmod", event.span, options={"chmod": Setting(bits.value, event.span)})
        yield ConfiguredHandler(event.span, LogPipeline("code", event.span, PRODUCTION, partial="a mode alone"), handler)


READER = Reader("setups", python=_read)
