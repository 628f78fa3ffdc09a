"""Parameters of the standard library's handlers, in the order of their constructors (Python 3.10 to 3.14)."""

from __future__ import annotations

_FILE = ("filename", "mode", "encoding", "delay", "errors")
_SIZES = ("filename", "mode", "maxBytes", "backupCount", "encoding", "delay", "errors")
_TIMES = ("filename", "when", "interval", "backupCount", "encoding", "delay", "utc", "atTime", "errors")
PARAMETERS: dict[str, tuple[str, ...]] = {
    "logging.StreamHandler": ("stream",),
    "logging.FileHandler": _FILE,
    "logging.NullHandler": ("level",),
    "logging.handlers.RotatingFileHandler": _SIZES,
    "logging.handlers.TimedRotatingFileHandler": _TIMES,
    "logging.handlers.WatchedFileHandler": _FILE,
    "logging.handlers.SocketHandler": ("host", "port"),
    "logging.handlers.DatagramHandler": ("host", "port"),
    "logging.handlers.SysLogHandler": ("address", "facility", "socktype", "timeout"),
    "logging.handlers.SMTPHandler": ("mailhost", "fromaddr", "toaddrs", "subject", "credentials", "secure", "timeout"),
    "logging.handlers.HTTPHandler": ("host", "url", "method", "secure", "credentials", "context"),
    "logging.handlers.QueueHandler": ("queue",),
    "logging.handlers.MemoryHandler": ("capacity", "flushLevel", "target", "flushOnClose"),
}
"""By the class's dotted name."""
BY_NAME = {dotted.rpartition(".")[2]: names for dotted, names in PARAMETERS.items()}
"""By the class's bare name, as ini files call it."""
