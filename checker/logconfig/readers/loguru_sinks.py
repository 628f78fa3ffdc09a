"""loguru's ``logger.add(...)`` and ``logger.configure(handlers=[...])``: files and streams with format and rotation.

One partial pipeline a file of code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.evaluate.scope import Event, Func, Instance
from checker.logconfig.evaluate.statements import CAUGHT
from checker.logconfig.facts import BY_DEFAULT
from checker.logconfig.model import DEVELOPMENT, PRODUCTION, Formatter, Handler, Logger, LogPipeline, Reference, Setting
from checker.logconfig.reach import unused
from checker.logconfig.reader import Reader
from checker.logconfig.readers.code import is_web, of_server
from checker.logconfig.resolve import Resolver, only_outside_production

_DEFAULT = "{time} | {level} | {name}:{function}:{line} - {message}"
"""What loguru writes where no format is given, as far as its fields go."""
_DEBUG = frozenset(("DEBUG", "TRACE", 10, 5))


def _read(ran: Ran) -> Iterator[LogPipeline]:
    found: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in ran.events():
        failed = any(one.text.startswith(CAUGHT) for one in event.conditions)  # what is done where the real set-up failed
        if failed:
            continue
        for one in _added(event):
            outside = only_outside_production(event.conditions)
            environment = environment_of(f"{event.span.path}/{event.function}")
            environment = DEVELOPMENT if outside and environment == PRODUCTION else environment
            found[event.span.path, environment, unused(event.span.path, event.function, ran.uses)].append(one)
    web = bool(found) and is_web(ran)
    for (path, environment, idle), events in found.items():
        made = [one for one in (_sink(event, ran) for event in events) if one is not None]
        handlers = {handler.name: handler for handler, _ in made}
        formatters = {formatter.name: formatter for _, formatter in made}
        if handlers:
            yield LogPipeline(
                "loguru", events[0].span, environment, dict(_debugging(handlers)), handlers, formatters,
                partial="it is set up in code", server=of_server(ran, path, web=web), unapplied=idle,
            )  # fmt: skip


def _added(event: Event) -> Iterator[Event]:
    """The sinks that a call adds: its own, or each of ``handlers`` of `configure`, as the `add` that loguru makes of it."""
    if event.callee == "loguru.logger.add":
        yield event
    elif event.callee == "loguru.logger.configure" and (handlers := event.argument(0, "handlers")) is not None:
        resolver = Resolver()
        for one in resolver.items(handlers):
            keywords = {key: value for key, value, _ in resolver.entries(one) if isinstance(key, str)}
            if "sink" in keywords:
                yield Event("loguru.logger.add", one.span, [], keywords, event.conditions, event.function)


def _debugging(handlers: Mapping[str, Handler]) -> Iterator[tuple[str, Logger]]:
    """loguru's one logger, which has no level of its own: its sinks decide; it is there where one of them asks for debug records.

    A sink with a filter of its own takes what that lets pass, and a file that is called so is there for debugging.
    """
    for name, one in handlers.items():
        told = str(one.options["filename"].value) if "filename" in one.options else ""
        if one.level is not None and one.level.value in _DEBUG and "filter" not in one.options and "debug" not in told.lower():
            yield "loguru", Logger("loguru", one.span, one.level, None, (Reference(name, one.span),))
            return


def _sink(event: Event, ran: Ran) -> tuple[Handler, Formatter] | None:
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
        if isinstance(held.data, Instance | Func):
            cls = f"project.{held.data.cls.name if isinstance(held.data, Instance) else held.data.name}"
    if "diagnose" not in given and "" not in event.keywords and ran.uses.traced() and not ran.uses.of("LOGURU_DIAGNOSE"):
        options["diagnose"] = Setting(True, event.span, open=BY_DEFAULT)
    queued = "enqueue" in given and (given["enqueue"].unknown or bool(given["enqueue"].value))  # then a thread writes
    reference = Reference(formatter.name, event.span)
    somewhere = isinstance(held.data, Instance | Func) and not queued
    return Handler(name, event.span, cls, event.span, level, reference, (), options, somewhere=somewhere), formatter


READER = Reader("loguru", python=_read)
