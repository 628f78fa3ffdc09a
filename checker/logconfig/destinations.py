"""Where a handler's records end, as a person would say it: a stream, a file, another host, a mailbox, nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from checker.logconfig.model import Handler, Setting

STDOUT, STDERR, STREAM, FILE, SYSLOG, NETWORK, MAIL, TRACKER, SYSTEM, NULL, HANDED_ON, OTHER, UNKNOWN = (
    "stdout", "stderr", "stream", "file", "syslog", "network", "mail", "tracker", "system", "null", "handed on", "other", "unknown",
)  # fmt: skip
KINDS = (STDOUT, STDERR, STREAM, FILE, SYSLOG, NETWORK, MAIL, TRACKER, SYSTEM, NULL, HANDED_ON, OTHER, UNKNOWN)
_OPTIONS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "SysLogHandler": (SYSLOG, ("address",)),
    "HTTPHandler": (NETWORK, ("host", "url")),
    "SocketHandler": (NETWORK, ("host", "port")),
    "DatagramHandler": (NETWORK, ("host", "port")),
    "LokiHandler": (NETWORK, ("url",)),
    "GELFHTTPHandler": (NETWORK, ("host",)),
    "GELFUDPHandler": (NETWORK, ("host",)),
    "GELFTCPHandler": (NETWORK, ("host",)),
    "GELFTLSHandler": (NETWORK, ("host",)),
    "LogstashFormatter": (NETWORK, ("host",)),
    "AsynchronousLogstashHandler": (NETWORK, ("host", "port")),
    "CloudWatchLogHandler": (NETWORK, ("log_group", "log_group_name")),
    "SplunkHandler": (NETWORK, ("host",)),
    "OTLPHandler": (NETWORK, ("endpoint",)),
    "SMTPHandler": (MAIL, ("toaddrs",)),
    "BufferingSMTPHandler": (MAIL, ("toaddrs",)),
    "AdminEmailHandler": (MAIL, ()),
    "SentryHandler": (TRACKER, ()),
    "EventHandler": (TRACKER, ()),
    "RollbarHandler": (TRACKER, ()),
    "OpsgenieHandler": (TRACKER, ()),
    "NTEventLogHandler": (SYSTEM, ("appname",)),
    "JournalHandler": (SYSTEM, ()),
    "JournaldLogHandler": (SYSTEM, ()),
    "NullHandler": (NULL, ()),
    "MemoryHandler": (HANDED_ON, ()),
    "QueueHandler": (HANDED_ON, ()),
}
"""The class's own name to the kind and the options that say the place."""


class Destination(msgspec.Struct, frozen=True):
    """Where records end."""

    kind: str
    """One of `KINDS`."""
    target: str = ""
    """A path, a host, an address; ``""`` where there is none to tell, or it is not known."""
    open: str = ""
    """Why it is not known, or what can make it another one."""

    @property
    def told(self) -> str:
        """``file /var/log/shop.log``; the words in which a policy names it."""
        return f"{self.kind} {self.target}" if self.target else self.kind


def destination(handler: Handler) -> Destination:
    """Of one handler."""
    name = handler.cls.rpartition(".")[2]
    if not name:
        return Destination(UNKNOWN, "", "its class is not known")
    if name in _OPTIONS:
        kind, options = _OPTIONS[name]
        return _pointed(kind, [handler.options[one] for one in options if one in handler.options])
    if name.endswith(("FileHandler", "RotatingFile")):
        return _pointed(FILE, [one for one in [handler.options.get("filename")] if one is not None])
    if name.endswith(("StreamHandler", "ConsoleHandler")) or name == "RichHandler":
        return _stream(handler)
    return Destination(OTHER, handler.cls)


def _stream(handler: Handler) -> Destination:
    stream = handler.options.get("stream", handler.options.get("strm"))
    if stream is None:
        return Destination(STDERR)
    if stream.unknown:
        return Destination(STREAM, "", stream.unknown)
    word = str(stream.value).rpartition(".")[2]
    return Destination(word if word in (STDOUT, STDERR) else STREAM, "" if word in (STDOUT, STDERR) else word, stream.open)


def _pointed(kind: str, settings: list[Setting]) -> Destination:
    unknown = next((one.unknown for one in settings if one.unknown), "")
    known = [_words(one.value) for one in settings if not one.unknown and one.value not in (None, "", (), [])]
    return Destination(kind, " ".join(known), unknown or next((one.open for one in settings if one.open), ""))


def _words(value: Any) -> str:
    """A host and its port as an address."""
    return ":".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
