"""Where a handler writes: a stream, a file, the machine itself or another host."""

from __future__ import annotations

from typing import Any

from checker import patterns as re
from checker.logconfig.model import Handler, Setting

STREAMS = frozenset(("logging.StreamHandler", "rich.logging.RichHandler", "colorlog.StreamHandler"))
SUPERVISED, SUPERVISED_WHOLE = "supervisor.RotatedFile", "supervisor.File"
"""What supervisord writes to: files that it rotates, and those of which it keeps everything."""
WRITERS = "writers"
"""The option of such a file that several rotate by themselves: how many."""
PLAIN_FILES = frozenset(("logging.FileHandler", SUPERVISED_WHOLE))
FILES = frozenset(
    (
        "logging.FileHandler",
        "logging.handlers.RotatingFileHandler",
        "logging.handlers.TimedRotatingFileHandler",
        "logging.handlers.WatchedFileHandler",
        "cloghandler.ConcurrentRotatingFileHandler",
        "concurrent_log_handler.ConcurrentRotatingFileHandler",
    )
)
_ADDRESSED = {
    "logging.handlers.SysLogHandler": ("address", "facility"),
    "logging.handlers.SocketHandler": ("host", "port"),
    "logging.handlers.DatagramHandler": ("host", "port"),
    "logging.handlers.HTTPHandler": ("host", "url"),
    "logging.handlers.SMTPHandler": ("toaddrs", "subject"),
}
"""What says where a handler of the network sends."""
_LOCAL = re.compile(
    r"^(?:localhost|localhost\.localdomain|(?:host|gateway)\.docker\.internal|127\.\d+\.\d+\.\d+|::1|\[::1\]|0\.0\.0\.0|/dev/.*|/var/run/.*|/run/.*|unix:.*)$",
    re.IGNORECASE,
)
_DEVICES = re.compile(r"^/(?:dev/(?:stdout|stderr|null|fd/\d+|tty|console)|proc/(?:1|self)/fd/\d+)$")


_DATA = (".jsonl", ".ndjson", ".csv", ".tsv")
_FIGURES = re.compile(r"(?:^|[._-])(?:perf|performance|metrics?|stats?|statistics|timings?|benchmark)(?:$|[._-])", re.IGNORECASE)


def is_device(file: str) -> bool:
    """Whether a file is a terminal, a pipe of the process, or nowhere."""
    return bool(_DEVICES.match(file))


def is_data(file: str) -> bool:
    """Whether a file is one of rows, which the code makes whole."""
    return file.lower().endswith(_DATA)


def is_of_figures(logger: str) -> bool:
    """Whether a logger is called after figures: all that it tells has one level."""
    return bool(_FIGURES.search(logger))


def option(handler: Handler, name: str) -> Any:
    """An option's value, ``None`` where it is missing or unknown."""
    found = handler.options.get(name)
    return found.value if found is not None and not found.unknown else None


def is_open(handler: Handler, *names: str) -> bool:
    """Whether one of the options is unknown, or only a default."""
    return any(found is not None and bool(found.unknown) for found in map(handler.options.get, names))


def file_of(handler: Handler) -> str:
    """The file that a handler writes to, ``""`` for none and for devices."""
    name = option(handler, "filename")
    return name if isinstance(name, str) and not _DEVICES.match(name) and not name.endswith("()") else ""


def sink(handler: Handler) -> str:
    """A name that equals another handler's where both write to the same place; ``""`` where that is not known."""
    if handler.cls in STREAMS:
        stream = handler.options.get("stream", handler.options.get("strm"))
        if stream is None:
            return "stderr"
        return str(stream.value).rpartition(".")[2] if isinstance(stream.value, str) else ""
    if handler.cls in FILES:
        return f"file {file_of(handler)}" if file_of(handler) and not handler.options["filename"].open else ""
    wanted = _ADDRESSED.get(handler.cls, ())
    told = [handler.options.get(name) for name in wanted]
    if not wanted or any(one is not None and (one.unknown or one.open) for one in told) or told[0] is None:
        return ""
    return " ".join([handler.cls, *(str(one.value) for one in told if one is not None)])


def is_local(host: str) -> bool:
    """Whether a host is the machine itself."""
    return bool(_LOCAL.match(host.strip()))


def is_socket_file(handler: Handler) -> bool:
    """Whether a SocketHandler writes to a socket of the file system, as it does without a port."""
    port = handler.options.get("port")
    return port is not None and port.value is None and not port.unknown


def host_of(setting: Setting | None) -> str:
    """The host of an address (text, or host and port), ``""`` where it is unknown or may be another one."""
    return "" if setting is not None and setting.open else likely_host(setting)


def likely_host(setting: Setting | None) -> str:
    """The host also where it is only a default, that of a variable or a parameter."""
    if setting is None or setting.unknown:
        return ""
    value = setting.value
    if isinstance(value, tuple):
        value = value[0] if value else ""
    if not isinstance(value, str) or value.endswith("()"):
        return ""  # what a call gives is not known
    return value if value.startswith("/") else re.sub(r"^[a-z+]+://", "", value).partition("/")[0].rpartition("@")[2].partition(":")[0]
