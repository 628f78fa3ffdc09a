"""By what a handler's records leave the process: ``tcp``, ``udp``, ``tls``, ``http``, ``https``, ``smtp``, ``smtps`` or ``unix``."""

from __future__ import annotations

from checker.logconfig.model import Handler
from checker.logconfig.sinks import host_of, is_open, is_socket_file, option

TRANSPORTS = ("tcp", "udp", "tls", "http", "https", "smtp", "smtps", "unix")
_FIXED = {
    "logging.handlers.DatagramHandler": "udp",
    "graypy.GELFUDPHandler": "udp",
    "graypy.GELFTCPHandler": "tcp",
    "graypy.GELFTLSHandler": "tls",
    "graypy.GELFHTTPHandler": "http",
}


def transport(handler: Handler) -> str:
    """One of `TRANSPORTS`; ``""`` where there is none, or it is not known."""
    cls = handler.cls
    if cls == "logging.handlers.SocketHandler":
        return "unix" if is_socket_file(handler) else "tcp"
    if cls == "logging.handlers.SysLogHandler":
        return _syslog(handler)
    if cls == "logging.handlers.HTTPHandler":
        return "" if is_open(handler, "secure") else "https" if option(handler, "secure") else "http"
    if cls == "logging.handlers.SMTPHandler":
        return "" if is_open(handler, "secure") else "smtp" if option(handler, "secure") is None else "smtps"
    return _by_address(handler) if cls.startswith("docker.") else _FIXED.get(cls, "")


def _syslog(handler: Handler) -> str:
    """UDP unless `socktype` says otherwise; a path is a socket of the file system."""
    if is_open(handler, "address", "socktype"):
        return ""
    if host_of(handler.options.get("address")).startswith("/"):
        return "unix"
    return "tcp" if str(option(handler, "socktype") or "").endswith("SOCK_STREAM") else "udp"


def _by_address(handler: Handler) -> str:
    """Docker's log drivers name it in their addresses: ``tcp+tls://logs:6514``."""
    for name in ("syslog-address", "gelf-address", "fluentd-address", "splunk-url"):
        scheme, found, _ = str(option(handler, name) or "").partition("://")
        if found:
            return {"tcp+tls": "tls", "unixgram": "unix"}.get(scheme, scheme if scheme in TRANSPORTS else "")
    return ""
