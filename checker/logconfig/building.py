"""What calls build that set logging up: handlers that are made and given away, levels, propagation, ``basicConfig``.

Handlers are called by their class and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig import flask_loggers
from checker.logconfig.evaluate.scope import Event, Instance
from checker.logconfig.misused import misused, misused_handler, misused_somewhere
from checker.logconfig.model import Formatter, Handler, Logger, Misread, Reference, Setting
from checker.logconfig.own_handlers import made_handler, standard
from checker.logconfig.parameters import OF_LIBRARIES, PARAMETERS
from checker.logconfig.replacing import APPLYING, follows, is_forced, sets_root, without_root
from checker.logconfig.resolve import Resolver, only_outside_production
from checker.logconfig.routing import BASIC
from checker.logconfig.values import UNKNOWN, Choice, Conditions, Items, Made, Ref, Value
from checker.model import Span

_Part = TypeVar("_Part")
_REMOVING = frozenset(("os.remove", "os.unlink", "*.unlink"))
_OWN_HANDLERS = re.compile(r"(?:len\()?[\w.]{1,60}\.handlers\)?(?: == 0)?")
"""Asks whether a logger has handlers of its own, which it has not the first time."""
_ROOT_SETUPS = ("coloredlogs.install", "azure.monitor.", "google.cloud.logging")
"""Calls of libraries that give the root logger a handler of theirs."""
_AN_OBJECT = "it is an object"


class Building:
    """What the events of one file set up."""

    def __init__(self, events: Sequence[Event], started: Mapping[str, Span]) -> None:
        self.resolver = Resolver()
        self.started = started
        self.loggers: dict[str, Logger] = {}
        self.handlers: dict[str, Handler] = {}
        self.formatters: dict[str, Formatter] = {}
        self.span = min((event.span for event in events if event.callee not in _REMOVING), default=events[0].span)
        self.removed: dict[str, Span] = {}
        self.misread: list[Misread] = []
        self.rooted: Event | None = None
        self.filtered_elsewhere = False
        for event in events:
            if event.callee in _REMOVING:
                self._removal(event)
            elif event.callee == APPLYING:
                if follows(self.rooted, event) and sets_root(event, self.resolver):
                    self._take_root_away()
            else:
                self._event(event)
        self.handlers = {name: self._begun_anew(one) for name, one in self.handlers.items()}
        if self.filtered_elsewhere and "" in self.loggers:  # by a handler, it may be
            self.loggers[""] = replace(self.loggers[""], filters=())

    def _event(self, event: Event) -> None:
        name = event.callee.rpartition(".")[2]
        if event.callee == "logging.basicConfig":
            self.misread += misused(event, self.resolver)
            self._basic(event)
        elif event.callee.startswith(_ROOT_SETUPS):
            before = self.loggers.get("") or Logger("", event.span)
            self.loggers[""] = replace(before, more=f"{event.callee}() adds a handler")
        elif event.callee.startswith("logging.") and name.endswith("Handler"):
            self._handler(Value(Made(event.callee, event.arguments, dict(event.keywords)), event.span))
        elif flask_loggers.is_about(event):
            flask_loggers.debug(self, event)
        elif event.receiver is not None:
            self._received(event, event.receiver)

    def _received(self, event: Event, receiver: Value) -> None:
        """What is done with a logger."""
        name = event.callee.rpartition(".")[2]
        logger = self.logger_name(receiver)
        if logger is None:
            if name == "addHandler" and event.arguments:
                self.misread += misused_somewhere(event, self.resolver)
                self._attach_somewhere(event)
            self.filtered_elsewhere |= name == "addFilter" and made_handler(self.resolver.resolve(receiver))[0] is None
            return
        data = self.resolver.resolve(receiver).data
        if isinstance(data, Made) and "flask" in data.attributes:
            flask_loggers.default_handler(self, logger, event.span)
        self.misread += misused(event, self.resolver)
        if name == "addHandler" and event.arguments:
            self._attach(logger, event.arguments[0], event)
        elif name == "removeHandler" and event.arguments:
            self._detach(logger, event)
        elif name == "setLevel" and event.arguments:
            self.change(logger, event, level=self.under(self._setting(event.arguments[0], event.span), event))
        elif name == "addFilter":
            before = self.loggers.get(logger)
            self.change(logger, event, filters=(*(before.filters if before is not None else ()), Reference("", event.span, _AN_OBJECT)))
        elif event.callee == "=handlers":
            self._replace(logger, event)
        elif event.callee == "=propagate":
            self.change(logger, event, propagate=self._setting(event.arguments[0], event.span))
        elif event.callee == "=disabled" and event.arguments[0].data is True:
            self.change(logger, event, disabled=event.span)

    def _forget(self, given: Value | None) -> None:
        """Handlers that are made for a call which does nothing."""
        attached = {ref.name for one in self.loggers.values() for ref in one.handlers}
        for one in given.data.values if given is not None and isinstance(given.data, Items) else []:
            name = self._handler(self.resolver.resolve(one))
            if name is not None and name not in attached:
                self.handlers.pop(name, None)

    def _take_root_away(self) -> None:
        self.loggers, self.handlers, self.formatters = without_root(self.loggers, self.handlers, self.formatters)
        self.rooted = None

    def _removal(self, event: Event) -> None:
        gone = event.receiver if event.callee == "*.unlink" else next(iter(event.arguments), None)
        if gone is not None and isinstance(gone.data, str):
            self.removed[gone.data] = event.span

    def _begun_anew(self, handler: Handler) -> Handler:
        """A handler whose file the same code removes: it begins anew, as with the mode ``w``."""
        written = handler.options.get("filename")
        gone = self.removed.get(str(written.value)) if written is not None and written.value else None
        if gone is None:
            return handler
        return replace(handler, options={**handler.options, "mode": Setting("w", gone, open="the file is removed before")})

    def _setting(self, value: Value, span: Span) -> Setting:
        found = self.resolver.setting(value)
        return replace(found, span=span) if found.span.path != span.path else found

    def under(self, setting: Setting, event: Event) -> Setting:
        """A setting that is made only under a condition may not be made; a file that a command line starts is its process's main one."""
        main = event.span.path in self.started
        asked = (one for one in event.conditions if not (main and "__name__" in one.text))
        doubt = next((one.turned or f"`{one.text}`" for one in sorted(asked, key=lambda one: bool(one.turned))), "")
        return replace(setting, open=setting.open or doubt)

    def logger_name(self, receiver: Value) -> str | None:
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

    def change(self, name: str, event: Event, **changes: Any) -> None:
        """Give a logger other values of its fields."""
        before = self.loggers.get(name) or Logger(name, event.span, more="it is set up in code")
        self.loggers[name] = replace(before, **changes)

    def _attach(self, name: str, given: Value, event: Event) -> None:
        for when, one in self._ways(given):
            self._attach_one(name, one, replace(event, conditions={**when, **event.conditions}))

    def _ways(self, given: Value) -> list[tuple[Conditions, Value]]:
        """The handlers that a name may hold, one for each way through the conditions; else whatever it holds."""
        options = self.resolver.options(given) if isinstance(given.data, Choice) else []
        made = [(when, one) for when, one in options if made_handler(one)[0] is not None]
        return made if len(made) > 1 else [({}, self.resolver.resolve(given))]

    def _attach_one(self, name: str, given: Value, event: Event) -> None:
        handler = self._handler(given)
        if handler is not None:
            before = self.loggers.get(name) or Logger(name, event.span, more="it is set up in code")
            reference = _attached(handler, event)
            self.rooted = self.rooted or (event if not name else None)
            if all(one.name != handler for one in before.handlers):
                self.loggers[name] = replace(before, handlers=(*before.handlers, reference))

    def _replace(self, name: str, event: Event) -> None:
        """``logger.handlers = [...]``: those alone, where no condition may leave the old ones."""
        held = self.resolver.resolve(event.arguments[0]).data
        before = self.loggers.get(name)
        if not isinstance(held, Items) or held.more:
            return
        if before is not None and not event.conditions:
            self.loggers[name] = replace(before, handlers=())
        for one in held.values:
            self._attach(name, one, event)

    def _detach(self, name: str, event: Event) -> None:
        handler, before = self._handler(self.resolver.resolve(event.arguments[0])), self.loggers.get(name)
        if handler is not None and before is not None:
            self.loggers[name] = replace(before, handlers=tuple(one for one in before.handlers if one.name != handler))

    def _attach_somewhere(self, event: Event) -> None:
        """Note a handler that a logger gets of which is not known which it is."""
        name = self._handler(self.resolver.resolve(event.arguments[0]))
        if name is not None:
            self.handlers[name] = replace(self.handlers[name], somewhere=True)

    def _handler(self, value: Value) -> str | None:
        """Note a handler and give its name; ``None`` for what is none."""
        if isinstance(value.data, Ref) and value.data.dotted == flask_loggers.HANDLER:
            return flask_loggers.noted(self, value.span)
        made, cls = made_handler(value)
        if made is None:
            return None
        name = f"{cls.rpartition('.')[2]} in line {value.span.line}"
        if name in self.handlers and not made.calls:
            return name
        names = PARAMETERS.get(cls) or OF_LIBRARIES.get(cls) or PARAMETERS.get(standard(value), ())
        further = (f"argument {number}" for number in range(len(names) + 1, len(made.arguments) + 1))
        given = {
            **dict(zip((*names, *further), made.arguments, strict=False)),
            **{key: one for key, one in made.keywords.items() if key},
        }
        options = {key: self.resolver.option(key, one) for key, one in given.items()}
        levels = [(self._setting(one, span), when) for one, span, when in _given(made, "setLevel")]
        formatters = [(self._formatter(self.resolver.resolve(one), span), when) for one, span, when in _given(made, "setFormatter")]
        level, formatter = _in_force(levels), _in_force(formatters)
        self.misread += misused_handler(made, self.resolver)
        filters = tuple(Reference("", span, _AN_OBJECT) for _, span, _ in _given(made, "addFilter"))
        self.handlers[name] = Handler(name, value.span, cls, value.span, level, formatter, filters, options)
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
        forced = is_forced(event)
        if "" in given:
            return  # keywords that are not known
        if forced is False and follows(self.rooted, event):
            self._forget(given.get("handlers"))
            return
        if forced and follows(self.rooted, event):
            self._take_root_away()
        self.rooted = self.rooted or event
        level = self.under(self._setting(given["level"], event.span), event) if "level" in given else None
        formatter = self._basic_formatter(given, event.span)
        references = []
        if "handlers" in given:
            held = given["handlers"].data
            for one in held.values if isinstance(held, Items) else []:
                name = self._handler(self.resolver.resolve(one))
                if name is not None:
                    handler = self.handlers[name]
                    self.handlers[name] = replace(handler, formatter=handler.formatter or formatter)
                    references.append(_attached(name, event))
        else:
            references.append(self._basic_handler(given, formatter, event))
        self.loggers[""] = Logger("", event.span, level, None, tuple(references), more="it is set up in code")

    def _basic_formatter(self, given: dict[str, Value], span: Span) -> Reference:
        name = f"the format of basicConfig in line {span.line}"
        text = self.resolver.option("format", given["format"]) if "format" in given else Setting("%(levelname)s:%(name)s:%(message)s", span)
        date = self.resolver.setting(given["datefmt"]) if "datefmt" in given else None
        style = given["style"].data if "style" in given else "%"
        self.formatters[name] = Formatter(name, span, "logging.Formatter", text, date, style if style in ("%", "{", "$") else "%")
        return Reference(name, span)

    def _basic_handler(self, given: dict[str, Value], formatter: Reference, event: Event) -> Reference:
        span = event.span
        name = f"{BASIC} in line {span.line}"
        written = given.get("filename")
        cls = "logging.FileHandler" if written is not None and written.data is not None else "logging.StreamHandler"
        names = {"filename": "filename", "filemode": "mode", "stream": "stream"}
        options = {names[key]: self.resolver.option(names[key], value) for key, value in given.items() if key in names}
        self.handlers[name] = Handler(name, span, cls, span, None, formatter, (), options)
        return _attached(name, event)


def _attached(name: str, event: Event) -> Reference:
    """The reference that a call makes; one under a condition may not be made."""
    asked = sorted((one.text, outcome) for one, outcome in event.conditions.items() if not _OWN_HANDLERS.fullmatch(one.text))
    doubt = " and ".join(f"`{text}`" if outcome else f"not `{text}`" for text, outcome in asked)
    return Reference(name, event.span, open=doubt, function=event.function)


def _given(made: Made, method: str) -> Iterator[tuple[Value, Span, Conditions]]:
    """What a handler is given by a method, where, and under which conditions."""
    return ((arguments[0], span, when) for name, arguments, _, span, when in made.calls if name == method and arguments)


def _in_force(given: Sequence[tuple[_Part, Conditions]]) -> _Part | None:
    """The last in production, else the last."""
    kept = [one for one, when in given if not only_outside_production(when)] or [one for one, _ in given]
    return kept[-1] if kept else None
