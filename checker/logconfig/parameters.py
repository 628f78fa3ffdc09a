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
_ADDRESS = ("host", "port")
OF_LIBRARIES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("logstash.TCPLogstashHandler", "logstash.UDPLogstashHandler", "logstash.LogstashHandler"), _ADDRESS),
    **dict.fromkeys(("graypy.GELFUDPHandler", "graypy.GELFTCPHandler", "graypy.GELFTLSHandler", "graypy.GELFHTTPHandler"), _ADDRESS),
    "graypy.GELFHandler": _ADDRESS,
    "logstash_async.handler.AsynchronousLogstashHandler": ("host", "port", "database_path"),
    "logstash_async.handler.SynchronousLogstashHandler": _ADDRESS,
    "fluent.handler.FluentHandler": ("tag", "host", "port"),
    "logging_loki.LokiHandler": ("url", "tags", "auth", "version"),
    "rfc5424logging.Rfc5424SysLogHandler": ("address", "facility", "socktype"),
    "rfc5424logging.handler.Rfc5424SysLogHandler": ("address", "facility", "socktype"),
    "logtail.LogtailHandler": ("source_token", "host"),
    "splunk_handler.SplunkHandler": ("host", "port", "token", "index"),
    **dict.fromkeys(("cloghandler.ConcurrentRotatingFileHandler", "concurrent_log_handler.ConcurrentRotatingFileHandler"), _SIZES[:5]),
}
"""The first parameters of handlers of libraries that send or rotate (python-logstash 0.4, graypy 2.1, python-logstash-async 4.1,
fluent-logger 0.11, python-logging-loki 0.3, rfc5424-logging-handler 1.4, logtail-python 0.5, splunk_handler 3.0,
concurrent-log-handler 0.9)."""
BY_NAME = {dotted.rpartition(".")[2]: names for dotted, names in (*OF_LIBRARIES.items(), *PARAMETERS.items())}
"""By the class's bare name, as ini files call it."""
