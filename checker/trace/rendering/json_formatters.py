"""Libraries' JSON formatters: which keys they write, in which order (python-json-logger 2 and 3, json-log-formatter, ECS, loguru)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from checker.logconfig.model import Formatter, Setting
from checker.trace.record import Record
from checker.trace.rendering.formats import asctime, names
from checker.trace.rendering.line import Field, Line, json_line
from checker.trace.wording import Hole, Text, anything, hole, known

_NUMBERS = frozenset(("levelno", "lineno", "process", "thread", "created", "msecs", "relativeCreated"))
_ISO = Text((Hole("the time", "2026-01-05T12:00:00.123456"),))


def json_formatter(cls: str) -> Callable[[Record, Formatter], Line] | None:
    """Of a class by its dotted name; ``None`` where it is not one of these."""
    tail = cls.rpartition(".")[2]
    if "pythonjsonlogger" in cls or cls.endswith("jsonlogger.JsonFormatter"):
        return _python_json_logger
    if cls.startswith("json_log_formatter."):
        return _json_log_formatter
    if cls.startswith("ecs_logging."):
        return _ecs
    if tail in ("LogstashFormatter", "LogstashFormatterV1", "LogstashFormatterVersion1", "LogstashFormatterVersion0"):
        return _logstash
    return _loguru if cls == "loguru.json" else None


def _option(formatter: Formatter, name: str) -> Any:
    found: Setting | None = formatter.options.get(name)
    return found.value if found is not None and not found.unknown else None


def _python_json_logger(record: Record, formatter: Formatter) -> Line:
    text = formatter.format.value if formatter.format is not None and isinstance(formatter.format.value, str) else "%(message)s"
    unknown = formatter.format is not None and (formatter.format.unknown or not isinstance(formatter.format.value, str))
    wanted = names(text, formatter.style) or names(text, "%") or (text.split(",") if formatter.style == "," else ["message"])
    renamed = _option(formatter, "rename_fields")
    renamed = renamed if isinstance(renamed, Mapping) else {}
    static = _option(formatter, "static_fields") or _option(formatter, "defaults")
    date = formatter.datefmt.value if formatter.datefmt is not None and isinstance(formatter.datefmt.value, str) else None
    fields: dict[str, Field] = {}
    if isinstance(static, Mapping):
        fields |= {str(key): known(str(value)) if value is not None else anything(str(key)) for key, value in static.items()}
    for name in wanted:
        value = asctime(date) if name == "asctime" else record.attribute(name)
        fields[str(renamed.get(name, name))] = value if value is not None else Text((hole(name),))
    timestamp = _option(formatter, "timestamp")
    if timestamp:
        fields[timestamp if isinstance(timestamp, str) else "timestamp"] = _ISO
    for name, extra in record.fields.items():
        fields.setdefault(str(renamed.get(name, name)), extra)
    if record.exception:
        fields[str(renamed.get("exc_info", "exc_info"))] = record.traceback
    doubtful = (
        bool(unknown)
        or record.open
        or any(name in formatter.options for name in ("json_default", "prefix"))
        or "rename_fields" in (name for name, one in formatter.options.items() if one.unknown)
    )
    return json_line(fields, compact=".orjson" in formatter.cls or ".msgspec" in formatter.cls, numbers=_NUMBERS, open_=doubtful)


def _json_log_formatter(record: Record, formatter: Formatter) -> Line:
    """Extras come first, then ``time`` and ``message``; no level and no logger unless it is the verbose one."""
    fields: dict[str, Field] = {**record.fields, "message": record.message, "time": _ISO}
    if formatter.cls.endswith("VerboseJSONFormatter"):
        shown = (
            "filename",
            "funcName",
            "levelname",
            "lineno",
            "module",
            "name",
            "pathname",
            "process",
            "processName",
            "stack_info",
            "thread",
            "threadName",
        )
        fields |= {name: record.attribute(name) or known("None") for name in shown}
    if record.exception:
        fields["exc_info"] = record.traceback
    return json_line(fields, numbers=_NUMBERS)


def _ecs(record: Record, formatter: Formatter) -> Line:
    """The Elastic Common Schema as `ecs_logging.StdlibFormatter` writes it; ``log.level`` is a key with a dot at the top."""
    origin: dict[str, Field] = {"file": {"line": known(str(record.line)), "name": record.attribute("filename") or known("")}}
    fields: dict[str, Field] = {
        "@timestamp": Text((Hole("the time", "2026-01-05T12:00:00.123Z"),)),
        "log.level": known(record.level) if record.level else anything("the level"),
        "message": record.message,
        "ecs.version": known("1.6.0"),
        "log": {"logger": record.attribute("name") or known(""), "origin": origin, "original": record.message},
        "process": {"name": known("MainProcess")},
        **record.fields,
    }
    return json_line(fields, compact=True, numbers=frozenset(("line",)), open_=record.exception)


def _logstash(record: Record, formatter: Formatter) -> Line:
    """python-logstash and its kin: the message, the level and the logger at the top, extras beside them."""
    fields: dict[str, Field] = {
        "@timestamp": Text((Hole("the time", "2026-01-05T12:00:00.123Z"),)),
        "@version": known("1"),
        "message": record.message,
        "host": anything("the host"),
        "path": record.attribute("pathname") or known(""),
        "tags": anything("tags"),
        "type": anything("the type"),
        "level": known(record.level.upper()) if record.level else anything("the level"),
        "logger_name": record.attribute("name") or known(""),
        **record.fields,
    }
    return json_line(fields, open_=True)


def _loguru(record: Record, formatter: Formatter) -> Line:
    """``serialize=True``: the text, and the record with all its parts below ``record``."""
    level: dict[str, Field] = {"icon": anything("an icon"), "name": known(record.level.upper()), "no": known(str(record.number or 0))}
    inner: dict[str, Field] = {
        "elapsed": {"repr": anything("a time"), "seconds": Text((Hole("seconds", "1.5"),))},
        "exception": record.traceback if record.exception else known("null"),
        "extra": dict(record.fields),
        "file": {"name": record.attribute("filename") or known(""), "path": record.attribute("pathname") or known("")},
        "function": record.attribute("funcName") or known(""),
        "level": level,
        "line": known(str(record.line)),
        "message": record.message,
        "module": record.attribute("module") or known(""),
        "name": record.attribute("name") or known(""),
    }
    fields: dict[str, Field] = {"text": anything("the text") + record.message + known("\n"), "record": inner}
    return json_line(fields, numbers=frozenset(("no", "line", "seconds")), open_=record.open)
