"""What a handler's lines hold: fields of the format, or of a JSON formatter as far as that is known."""

from __future__ import annotations

import msgspec

from checker import patterns as re
from checker.logconfig.letters import resembles
from checker.logconfig.model import Formatter, Handler, LogPipeline

_FIELD = re.compile(r"%\((?P<percent>\w+)\)|\{(?P<brace>[A-Za-z_]\w*)|\$\{?(?P<dollar>[A-Za-z_]\w*)")
_TIME = frozenset(("asctime", "created", "relativeCreated", "timestamp", "time", "server_time", "isotime", "utctime", "asctime_utc"))
_OF_TIME = re.compile(r"(?:\w*_)?(?:timestamp|datetime|date)|(?:utc|local|log|event|iso|record)_?time", re.IGNORECASE)
"""A field of the project's own that is called after when something was; `response_time` tells how long it took."""
_LEVEL = frozenset(
    (
        "levelname",
        "levelno",
        "level",
        "levelprefix",
        "log_color",
        "severity",
        "colored_levelname",
        "levelname_colored",
        "color",
        "levelletter",
    )
)
_LOGGER = frozenset(("name", "module", "pathname", "filename", "funcName", "logger", "short_name", "process_name", "app", "component"))


_REQUEST = frozenset(
    ("REQUEST_METHOD", "REQUEST_URI", "REMOTE_ADDR", "HTTP_USER_AGENT", "HTTP_REFERER", "request_line", "client_addr", "status_code",
     "remote_addr", "remote_ip", "request_method", "request_path", "user_agent", "h", "r", "s", "U")
)  # fmt: skip
_OWN_COLUMNS = frozenset(("rich.logging.RichHandler",))
"""Handlers that write time and level themselves, whatever the format."""


_PLAIN = frozenset(
    (
        "logging.Formatter",
        "colorlog.ColoredFormatter",
        "coloredlogs.ColoredFormatter",
        "uvicorn.logging.DefaultFormatter",
        "uvicorn.logging.AccessFormatter",
        "uvicorn.logging.ColourizedFormatter",
        "django.utils.log.ServerFormatter",
    )
)
"""Formatters that write what their format says and nothing else."""


class Line(msgspec.Struct, frozen=True):
    """What stands in each line."""

    time: bool
    level: bool
    logger: bool
    bare: bool = False
    """Whether it is the message and nothing else, because no format is given."""
    alone: bool = False
    """Whether the format is ``%(message)s`` and nothing else."""
    own: bool = False
    """Whether a class of the project's makes it."""
    access: bool = False
    """Whether it tells of a request, as the lines of an access log do."""


def line(pipeline: LogPipeline, handler: Handler) -> Line | None:
    """Of a handler's lines; ``None`` where the formatter is not Python's own, or not known."""
    if handler.cls in _OWN_COLUMNS:
        return None
    if handler.formatter is None:
        return Line(time=False, level=False, logger=False, bare=True)
    formatter = pipeline.formatters.get(handler.formatter.name)
    return of_formatter(formatter) if formatter is not None else None


def of_formatter(formatter: Formatter) -> Line | None:
    """Of what a formatter makes."""
    if formatter.timeless:
        return Line(time=False, level=True, logger=True, own=True)
    if formatter.cls not in _PLAIN or formatter.unknown:
        return None
    if formatter.format is None:
        return Line(time=False, level=False, logger=False, bare=True)
    text = formatter.format
    if text.unknown or text.open or not isinstance(text.value, str):
        return None
    names = {found for match in _FIELD.finditer(text.value) for found in match.groups() if found}
    access, timed = bool(names & _REQUEST), bool(names & _TIME) or any(map(_OF_TIME.fullmatch, names))
    return Line(timed, bool(names & _LEVEL), bool(names & _LOGGER), alone=names == {"message"}, access=access)


def fields(pipeline: LogPipeline, handler: Handler) -> frozenset[str] | None:
    """The names of what stands in each line, ``time``, ``level`` and ``logger`` among them; ``None`` where that is not known."""
    made = line(pipeline, handler)
    if made is None:
        return None
    formatter = pipeline.formatters.get(handler.formatter.name) if handler.formatter is not None else None
    text = formatter.format.value if formatter is not None and formatter.format is not None else "%(message)s"
    names = {found for match in _FIELD.finditer(str(text)) for found in match.groups() if found}
    known = {"time": made.time, "level": made.level, "logger": "name" in names or "logger" in names}
    return frozenset(names | {name for name, held in known.items() if held})


_RECORD = (
    "name", "msg", "args", "levelname", "levelno", "pathname", "filename", "module", "exc_info", "exc_text", "stack_info", "lineno",
    "funcName", "created", "msecs", "relativeCreated", "thread", "threadName", "process", "processName", "taskName", "message", "asctime",
)  # fmt: skip
"""What every record of ``logging`` has (Python 3.12)."""
_LOGURU = ("elapsed", "exception", "extra", "file", "function", "level", "line", "message", "module", "name", "process", "thread", "time")
"""What loguru gives to a format (0.7)."""
_LONG = 7
"""A shorter name resembles too many: `model`, `fname`."""
_ESCAPED = re.compile(r"\{\{|\}\}")


def further_fields(formatter: Formatter) -> tuple[str, ...]:
    """The fields of a format that no record has unless something gives it them: a filter, an adapter, ``extra``."""
    told = formatter.format
    plain = formatter.cls == "logging.Formatter" and not formatter.unknown and "defaults" not in formatter.options
    if not plain or told is None or not isinstance(told.value, str) or told.open:
        return ()
    kind = {"{": "brace", "$": "dollar"}.get(formatter.style, "percent")
    named = (one[kind] for one in _FIELD.finditer(_ESCAPED.sub("", told.value)))
    return tuple(dict.fromkeys(name for name in named if name and name not in _RECORD))


def misspelt_field(formatter: Formatter, *, loguru: bool) -> tuple[str, str]:
    """A field of a format that no record has, and the one that it was meant to be; ``""`` for both where there is none such.

    What else no record has a filter, an adapter or ``extra`` may give it.
    """
    told = formatter.format
    if formatter.cls != "logging.Formatter" or told is None or not isinstance(told.value, str) or told.open or formatter.unknown:
        return "", ""
    kind = "brace" if loguru or formatter.style == "{" else "dollar" if formatter.style == "$" else "percent"
    known = _LOGURU if loguru else _RECORD
    named = (one[kind] for one in _FIELD.finditer(_ESCAPED.sub("", told.value)))
    for one in dict.fromkeys(name for name in named if name and name not in known):
        near = (right for right in known if resembles(one, right) and (len(right) >= _LONG or one.lower() == right.lower()))
        meant = next(near, "")
        if meant:
            return one, meant
    return "", ""
