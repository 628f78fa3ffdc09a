"""What Flask does with its application's logger: the handler that it gives it, and the level that its debug mode means.

After `flask.logging.create_logger` (3.1): when the logger is first asked for, it is set to DEBUG in debug mode unless it has a level, and
it gets `flask.logging.default_handler` where no handler would take its records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.logconfig.evaluate.scope import Event
from checker.logconfig.model import Formatter, Handler, Logger, Reference, Setting
from checker.logconfig.values import Made, Value
from checker.model import Span

if TYPE_CHECKING:
    from checker.logconfig.building import Building

NAME = "Flask's default handler"
HANDLER = "flask.logging.default_handler"
RUN = "flask.Flask().run"
_FORMAT = "[%(asctime)s] %(levelname)s in %(module)s: %(message)s"


def is_about(event: Event) -> bool:
    """Whether an event may put an application in debug mode."""
    held = event.receiver.data if event.receiver is not None else None
    return event.callee.startswith("flask.") or (event.callee == "=debug" and isinstance(held, Made) and held.callee == "flask.Flask")


def default_handler(building: Building, name: str, span: Span) -> None:
    """Give an application's logger the handler that it gets where none would take its records."""
    above = [building.loggers[one] for one in ("", name) if one in building.loggers]
    if name and NAME not in building.handlers and not any(one.handlers for one in above):
        before = building.loggers.get(name) or Logger(name, span, more="it is set up in code")
        building.loggers[name] = replace(before, handlers=(*before.handlers, Reference(noted(building, span), span)))


def noted(building: Building, span: Span) -> str:
    """Note the handler itself, and give its name."""
    if NAME not in building.handlers:
        building.formatters[NAME] = Formatter(NAME, span, "logging.Formatter", Setting(_FORMAT, span))
        stream = {"stream": Setting("flask.logging.wsgi_errors_stream", span)}
        building.handlers[NAME] = Handler(
            NAME, span, "logging.StreamHandler", span, None, Reference(NAME, span), (), stream, builtin=True
        )  # fmt: skip
    return NAME


def debug(building: Building, event: Event) -> None:
    """Of an application that is put in debug mode: where whatever serves it runs that line, and no level was set."""
    value = event.keywords.get("debug" if event.callee == RUN else "DEBUG") or next(iter(event.arguments), None)
    held = event.receiver.data if event.receiver is not None else None
    app = Value(Made("logging.getLogger", held.arguments[:1], {}), event.span) if isinstance(held, Made) else None
    name = building.logger_name(app) if app is not None else ""
    if value is None or value.data is not True or not name:
        return
    started = building.started.get(event.span.path)
    if started is None and (event.callee == RUN or any("__name__" in one.text for one in event.conditions)):
        return  # what a developer starts
    before = building.loggers.get(name)
    if before is None or before.level is None:
        default_handler(building, name, event.span)
        span = event.span if event.callee == RUN else value.span
        others = {condition: held for condition, held in event.conditions.items() if "__name__" not in condition.text}
        level = building.under(Setting("DEBUG", span, open=value.open), replace(event, conditions=others))
        building.change(name, event, level=replace(level, read=started))
