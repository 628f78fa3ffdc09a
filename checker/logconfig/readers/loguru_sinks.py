"""loguru's ``logger.add(...)``: a file or a stream, its format and rotation. One partial pipeline a file of code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.evaluate.scope import Event
from checker.logconfig.model import DEVELOPMENT, PRODUCTION, Formatter, Handler, LogPipeline, Reference, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver, only_outside_production

_DEFAULT = "{time} | {level} | {name}:{function}:{line} - {message}"
"""What loguru writes where no format is given, as far as its fields go."""


def _read(ran: Ran) -> Iterator[LogPipeline]:
    found: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in ran.events():
        if event.callee == "loguru.logger.add":
            outside = only_outside_production(event.conditions)
            environment = environment_of(f"{event.span.path}/{event.function}")
            found[event.span.path, DEVELOPMENT if outside and environment == PRODUCTION else environment].append(event)
    for (_, environment), events in found.items():
        made = [one for one in map(_sink, events) if one is not None]
        handlers = {handler.name: handler for handler, _ in made}
        formatters = {formatter.name: formatter for _, formatter in made}
        if handlers:
            yield LogPipeline("loguru", events[0].span, environment, {}, handlers, formatters, partial="it is set up in code")


def _sink(event: Event) -> tuple[Handler, Formatter] | None:
    resolver = Resolver()
    sink = event.argument(0, "sink")
    if sink is None:
        return None
    held = resolver.resolve(sink)
    name = f"loguru's sink in line {event.span.line}"
    given = {key: resolver.option(key, value) for key, value in event.keywords.items() if key}
    text = given.pop("format", None) or Setting(_DEFAULT, event.span)
    level = given.pop("level", None)
    json = "serialize" in given and (given["serialize"].unknown or bool(given["serialize"].value))
    formatter = Formatter(f"the format of {name}", event.span, "loguru.json" if json else "logging.Formatter", text, None, "{")
    if isinstance(held.data, str):
        rotates = "rotation" in given
        cls = "loguru.RotatingFile" if rotates else "logging.FileHandler"
        options = {**given, "filename": Setting(held.data, event.span, open=held.open)}
    else:
        cls, options = "logging.StreamHandler", {**given, "stream": resolver.option("stream", held)}
    return Handler(name, event.span, cls, event.span, level, Reference(formatter.name, event.span), (), options), formatter


READER = Reader("loguru", python=_read)
