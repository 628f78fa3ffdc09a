"""Logging set up call by call: ``basicConfig``, ``addHandler``, ``setLevel``, ``propagate``, handlers that are made and given away.

One pipeline a file, always partial: other code may add to it. Handlers are called by their class and line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.evaluate.scope import Cls, Event, Instance
from checker.logconfig.evaluate.statements import CAUGHT
from checker.logconfig.model import DEVELOPMENT, PRODUCTION, Formatter, Handler, Logger, LogPipeline, Reference, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver, only_outside_production
from checker.logconfig.serving import serves
from checker.logconfig.sources import dotted_name
from checker.logconfig.values import UNKNOWN, Items, Made, Ref, Value
from checker.model import Span

_SIGNATURES: dict[str, tuple[str, ...]] = {
    "logging.StreamHandler": ("stream",),
    "logging.FileHandler": ("filename", "mode", "encoding", "delay"),
    "logging.handlers.RotatingFileHandler": ("filename", "mode", "maxBytes", "backupCount", "encoding", "delay"),
    "logging.handlers.TimedRotatingFileHandler": ("filename", "when", "interval", "backupCount", "encoding", "delay", "utc", "atTime"),
    "logging.handlers.WatchedFileHandler": ("filename", "mode", "encoding", "delay"),
    "logging.handlers.SysLogHandler": ("address", "facility", "socktype"),
    "logging.handlers.SMTPHandler": ("mailhost", "fromaddr", "toaddrs", "subject", "credentials", "secure", "timeout"),
    "logging.handlers.HTTPHandler": ("host", "url", "method", "secure", "credentials", "context"),
    "logging.handlers.SocketHandler": ("host", "port"),
    "logging.handlers.DatagramHandler": ("host", "port"),
    "logging.handlers.QueueHandler": ("queue",),
}
_SCRIPT = (
    "example",
    "script",
    "tool",
    "bench",
    "demo",
    "cli",
    "command",
    "bin/",
    "integration",
    "migrations",
    "alembic",
    "third",
    "vendor",
)
_ROOT_SETUPS = ("coloredlogs.install", "azure.monitor.", "google.cloud.logging")
"""Calls of libraries that give the root logger a handler of theirs."""
FLASK = "Flask's default handler"
_FLASK_FORMAT = "[%(asctime)s] %(levelname)s in %(module)s: %(message)s"
_WEB = re.compile(
    rb"\b(?:flask|Flask|fastapi|FastAPI|django|aiohttp|starlette|tornado|sanic|uvicorn|gunicorn|celery|falcon|bottle|pyramid)\b"
)

_CALLED = re.compile(r"(?:^|/)[\w-]*(?:logging|logger|log_?conf|logconfig|logs?_?setup)[\w-]*(?:/__init__)?\.py$|(?:^|/)logs?\.py$")
"""Files that set a service's logging up, by their names."""


def _read(ran: Ran) -> Iterator[LogPipeline]:
    by_file: dict[tuple[str, str], list[Event]] = defaultdict(list)
    web = is_web(ran)
    for event in ran.events():
        if any(one.text.startswith(CAUGHT) for one in event.conditions):
            continue  # what is done where the real set-up failed
        environment = environment_of(f"{event.span.path}/{event.function}")
        if environment == PRODUCTION and only_outside_production(event.conditions):
            environment = DEVELOPMENT
        by_file[event.span.path, environment].append(event)
    for (path, environment), events in by_file.items():
        made = _Pipeline(events)
        if made.handlers or made.loggers:
            yield LogPipeline(
                "code", made.span, environment, made.loggers, made.handlers, made.formatters,
                partial="it is set up in code", server=of_server(ran, path, web=web),
            )  # fmt: skip


def is_web(ran: Ran) -> bool:
    """Whether the project is a web service, by what is imported where logging is set up, or by what it is started from."""
    return any(_WEB.search(ran.shared.sources.data(path) or b"") for path in ran.paths) or serves(ran.shared.sources)


def of_server(ran: Ran, path: str, *, web: bool) -> bool:
    """Whether what a file sets up is the service's, and not a script's."""
    near = bool(_WEB.search(ran.shared.sources.data(path) or b"")) or (web and bool(_CALLED.search(path)))
    return near and not any(word in path.lower() for word in _SCRIPT)


class _Pipeline:
    """What the events of one file set up."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.resolver = Resolver()
        self.loggers: dict[str, Logger] = {}
        self.handlers: dict[str, Handler] = {}
        self.formatters: dict[str, Formatter] = {}
        self.span = min(event.span for event in events)
        for event in events:
            self._event(event)

    def _event(self, event: Event) -> None:
        name = event.callee.rpartition(".")[2]
        if event.callee == "logging.basicConfig":
            self._basic(event)
        elif event.callee.startswith(_ROOT_SETUPS):
            before = self.loggers.get("") or Logger("", event.span)
            self.loggers[""] = replace(before, more=f"{event.callee}() adds a handler")
        elif event.callee.startswith("logging.") and name.endswith("Handler"):
            self._handler(Value(Made(event.callee, event.arguments, dict(event.keywords)), event.span))
        elif event.callee.startswith("flask.") or (event.callee == "=debug" and _is_flask(event.receiver)):
            self._flask_debug(event)
        elif event.receiver is not None:
            logger = self._logger_name(event.receiver)
            if logger is None:
                if name == "addHandler" and event.arguments:
                    self._attach_somewhere(event)
                return
            data = self.resolver.resolve(event.receiver).data
            if isinstance(data, Made) and "flask" in data.attributes:
                self._flask(logger, event.span)
            if name == "addHandler" and event.arguments:
                self._attach(logger, event)
            elif name == "setLevel" and event.arguments:
                self._set(logger, event, level=self._under(self._setting(event.arguments[0], event.span), event))
            elif event.callee == "=propagate":
                self._set(logger, event, propagate=self._setting(event.arguments[0], event.span))
            elif event.callee == "=disabled" and event.arguments[0].data is True:
                self._set(logger, event, disabled=event.span)

    def _setting(self, value: Value, span: Span) -> Setting:
        found = self.resolver.setting(value)
        return replace(found, span=span) if found.span.path != span.path else found

    def _under(self, setting: Setting, event: Event) -> Setting:
        """A setting that is made only under a condition may not be made."""
        doubt = next((one.turned or f"`{one.text}`" for one in sorted(event.conditions, key=lambda one: bool(one.turned))), "")
        return replace(setting, open=setting.open or doubt)

    def _logger_name(self, receiver: Value) -> str | None:
        """A logger's name, ``""`` for the root, ``None`` where it is no logger or not known which."""
        data = self.resolver.resolve(receiver).data
        if isinstance(data, Made) and data.callee in ("logging.getLogger", "logging.Logger"):
            named = data.argument(0, "name")
            if named is None:
                return ""
            held = self.resolver.resolve(named)
            if isinstance(held.data, str) and not held.open:
                return "" if held.data == "root" else held.data
            return "" if held.data is None and held.data is not UNKNOWN else None
        return "" if isinstance(data, Ref) and data.dotted in ("logging.root", "logging.getLogger().root") else None

    def _set(self, name: str, event: Event, **changes: Any) -> None:
        before = self.loggers.get(name) or Logger(name, event.span, more="it is set up in code")
        self.loggers[name] = replace(before, **changes)

    def _flask(self, name: str, span: Span) -> None:
        """`flask.logging.create_logger` gives the logger a handler when it is first asked for and none would take its records."""
        above = [self.loggers[one] for one in ("", name) if one in self.loggers]
        if not name or any(one.name == FLASK for one in self.handlers.values()) or any(one.handlers for one in above):
            return
        self.formatters[FLASK] = Formatter(FLASK, span, "logging.Formatter", Setting(_FLASK_FORMAT, span))
        stream = {"stream": Setting("flask.logging.wsgi_errors_stream", span)}
        handler = Handler(FLASK, span, "logging.StreamHandler", span, None, Reference(FLASK, span), (), stream, builtin=True)
        self.handlers[FLASK] = handler
        before = self.loggers.get(name) or Logger(name, span, more="it is set up in code")
        self.loggers[name] = replace(before, handlers=(*before.handlers, Reference(FLASK, span)))

    def _flask_debug(self, event: Event) -> None:
        """`flask.logging.create_logger` sets the logger to DEBUG where the application is in debug mode and no level was set."""
        value = event.keywords.get("DEBUG") or next(iter(event.arguments), None)
        served = not any("__name__" in one.text for one in event.conditions)  # else it is what a developer starts
        held = event.receiver.data if event.receiver is not None else None
        app = Value(Made("logging.getLogger", held.arguments[:1], {}), event.span) if isinstance(held, Made) else None
        name = self._logger_name(app) if app is not None else dotted_name(event.span.path, frozenset())
        if value is None or value.data is not True or not served or not name:
            return
        before = self.loggers.get(name)
        if before is None or before.level is None:
            self._flask(name, event.span)
            self._set(name, event, level=self._under(Setting("DEBUG", event.span, open=value.open), event))

    def _attach(self, name: str, event: Event) -> None:
        value = self.resolver.resolve(event.arguments[0])
        handler = self._handler(value)
        if handler is not None:
            before = self.loggers.get(name) or Logger(name, event.span, more="it is set up in code")
            reference = Reference(handler, event.span)
            if all(one.name != handler for one in before.handlers):
                self.loggers[name] = replace(before, handlers=(*before.handlers, reference))

    def _attach_somewhere(self, event: Event) -> None:
        """Note a handler that a logger gets of which is not known which it is."""
        name = self._handler(self.resolver.resolve(event.arguments[0]))
        if name is not None:
            self.handlers[name] = replace(self.handlers[name], somewhere=True)

    def _handler(self, value: Value) -> str | None:
        """Note a handler and give its name; ``None`` for what is none."""
        made, cls = _made(value)
        if made is None:
            return None
        name = f"{cls.rpartition('.')[2]} in line {value.span.line}"
        if name in self.handlers and not made.calls:
            return name
        given = {
            **dict(zip(_SIGNATURES.get(cls, ()), made.arguments, strict=False)),
            **{key: one for key, one in made.keywords.items() if key},
        }
        options = {key: self.resolver.option(key, one) for key, one in given.items()}
        level = formatter = None
        for method, arguments, _, span, _ in made.calls:
            if method == "setLevel" and arguments:
                level = self._setting(arguments[0], span)
            elif method == "setFormatter" and arguments:
                formatter = self._formatter(self.resolver.resolve(arguments[0]), span)
        self.handlers[name] = Handler(name, value.span, cls, value.span, level, formatter, (), options)
        return name

    def _formatter(self, value: Value, span: Span) -> Reference | None:
        name = f"the formatter in line {span.line}"
        data = value.data
        if isinstance(data, Made) and data.callee == "logging.Formatter":
            self.formatters[name] = self._plain_formatter(name, data, value.span)
        else:
            self.formatters[name] = self._other_formatter(name, value, span)
        return Reference(name, span)

    def _other_formatter(self, name: str, value: Value, span: Span) -> Formatter:
        """A library's, or of a class of the project's: what it writes is not told by its arguments alone."""
        data = value.data.made if isinstance(value.data, Instance) else value.data
        cls = f"project.{value.data.cls.name}" if isinstance(value.data, Instance) else getattr(data, "callee", "")
        if not isinstance(data, Made):
            return Formatter(name, span, cls, unknown="it is made elsewhere")
        text = data.argument(0, "fmt") or data.keywords.get("format")
        date = data.argument(1, "datefmt")
        options = {key: self.resolver.option(key, one) for key, one in data.keywords.items() if key}
        return Formatter(
            name, span, cls, self.resolver.option("format", text) if text is not None and text.data is not None else None,
            self.resolver.option("datefmt", date) if date is not None and date.data is not None else None,
            options=options, unknown="it is made elsewhere",
        )  # fmt: skip

    def _plain_formatter(self, name: str, made: Made, span: Span) -> Formatter:
        text, date, style = made.argument(0, "fmt"), made.argument(1, "datefmt"), made.argument(2, "style")
        told = self.resolver.setting(style).value if style is not None else "%"
        return Formatter(
            name, span, "logging.Formatter",
            self.resolver.option("format", text) if text is not None and text.data is not None else None,
            self.resolver.option("datefmt", date) if date is not None and date.data is not None else None,
            told if told in ("%", "{", "$") else "%",
        )  # fmt: skip

    def _basic(self, event: Event) -> None:
        """``logging.basicConfig(...)``: a file or a stream, or the handlers that are given."""
        given = {key: self.resolver.resolve(value) for key, value in event.keywords.items()}
        if "" in given:
            return  # keywords that are not known
        level = self._under(self._setting(given["level"], event.span), event) if "level" in given else None
        formatter = self._basic_formatter(given, event.span)
        references = []
        if "handlers" in given:
            held = given["handlers"].data
            for one in held.values if isinstance(held, Items) else []:
                name = self._handler(self.resolver.resolve(one))
                if name is not None:
                    handler = self.handlers[name]
                    self.handlers[name] = replace(handler, formatter=handler.formatter or formatter)
                    references.append(Reference(name, event.span))
        else:
            references.append(self._basic_handler(given, formatter, event.span))
        self.loggers[""] = Logger("", event.span, level, None, tuple(references), more="it is set up in code")

    def _basic_formatter(self, given: dict[str, Value], span: Span) -> Reference:
        name = f"the format of basicConfig in line {span.line}"
        text = self.resolver.option("format", given["format"]) if "format" in given else Setting("%(levelname)s:%(name)s:%(message)s", span)
        date = self.resolver.setting(given["datefmt"]) if "datefmt" in given else None
        style = given["style"].data if "style" in given else "%"
        self.formatters[name] = Formatter(name, span, "logging.Formatter", text, date, style if style in ("%", "{", "$") else "%")
        return Reference(name, span)

    def _basic_handler(self, given: dict[str, Value], formatter: Reference, span: Span) -> Reference:
        name = f"basicConfig in line {span.line}"
        written = given.get("filename")
        cls = "logging.FileHandler" if written is not None and written.data is not None else "logging.StreamHandler"
        names = {"filename": "filename", "filemode": "mode", "stream": "stream"}
        options = {names[key]: self.resolver.option(names[key], value) for key, value in given.items() if key in names}
        self.handlers[name] = Handler(name, span, cls, span, None, formatter, (), options)
        return Reference(name, span)


def _is_flask(receiver: Value | None) -> bool:
    data = receiver.data if receiver is not None else None
    return (isinstance(data, Made) and data.callee == "flask.Flask") or (isinstance(data, Ref) and data.dotted == "flask.Flask()")


def _made(value: Value) -> tuple[Made | None, str]:
    """What made a handler, and its class; a project's own class has its own name."""
    data = value.data
    if isinstance(data, Made) and data.callee.endswith(("Handler", "handler")):
        return data, data.callee
    if isinstance(data, Instance) and isinstance(data.made, Made) and _is_handler(data.cls):
        return data.made, f"project.{data.cls.name}"
    return None, ""


def _is_handler(cls: Cls) -> bool:
    return cls.name.endswith("Handler")


READER = Reader("code", python=_read)
