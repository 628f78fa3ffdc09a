"""Records cross the network in clear text

`HTTPHandler` without `secure`, `SysLogHandler` or another network handler to another host, or a log driver of Docker's that sends there.

## Why it matters

Whoever is on the way reads what the records hold, and can drop or forge them; syslog over TCP or UDP knows no TLS in Python's handler
(CWE-319).

## How to fix it

Send to a local collector (a file, `/dev/log`, localhost) and let that speak TLS; give `HTTPHandler` `secure=True`, and Docker's driver an
address of `tcp+tls://` or `https://`.

## Examples

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "syslog": {"class": "logging.handlers.SysLogHandler", "address": ["logs.example.com", 514]},  # expect: logs.example.com
    },
    "root": {"handlers": ["syslog"], "level": "INFO"},
})
```

```python
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"syslog": {"class": "logging.handlers.SysLogHandler", "address": "/dev/log"}},
    "root": {"handlers": ["syslog"], "level": "INFO"},
})
```

## Settings

`allowed`: hosts to which it is allowed, as patterns (`10.*`, `*.internal`). The default is none. `environments`: which settings are
judged. The default is `["production"]`.

## See also

`mail-handler-without-tls`, `pickled-log-records`. [CWE-319](https://cwe.mitre.org/data/definitions/319.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.model import Handler, Setting
from checker.logconfig.sinks import host_of, is_local
from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule

_SENDING: dict[str, tuple[str, str]] = {
    "logging.handlers.HTTPHandler": ("host", "HTTP"),
    "logging.handlers.SysLogHandler": ("address", "syslog without TLS"),
    "logstash.TCPLogstashHandler": ("host", "TCP"),
    "logstash.UDPLogstashHandler": ("host", "UDP"),
    "logstash.LogstashHandler": ("host", "UDP"),
    "graypy.GELFUDPHandler": ("host", "UDP"),
    "graypy.GELFTCPHandler": ("host", "TCP"),
    "graypy.GELFHandler": ("host", "UDP"),
    "graypy.GELFHTTPHandler": ("host", "HTTP"),
    "pygelf.GelfUdpHandler": ("host", "UDP"),
    "pygelf.GelfTcpHandler": ("host", "TCP"),
    "fluent.handler.FluentHandler": ("host", "TCP"),
    "docker.syslog": ("syslog-address", "syslog without TLS"),
    "docker.gelf": ("gelf-address", "GELF without TLS"),
    "docker.fluentd": ("fluentd-address", "TCP"),
    "docker.splunk": ("splunk-url", "HTTP"),
    "logging_loki.LokiHandler": ("url", "HTTP"),
    "logging_loki.LokiQueueHandler": ("url", "HTTP"),
    "logstash_async.handler.AsynchronousLogstashHandler": ("host", "TCP"),
    "logstash_async.handler.SynchronousLogstashHandler": ("host", "TCP"),
    "rfc5424logging.Rfc5424SysLogHandler": ("address", "syslog without TLS"),
    "rfc5424logging.handler.Rfc5424SysLogHandler": ("address", "syslog without TLS"),
}
"""Class to the option that names its host, and how it sends."""
_SWITCHES = ("secure", "ssl", "ssl_context", "ssl_enable", "tls", "tls_enable", "use_tls", "transport")


@rule(
    "LP515",
    "plain-text-log-transport",
    fact=ConfiguredHandler,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(319,),
    owasp=("A02:2021", "A09:2021", "A04:2025", "A09:2025"),
    asvs=("12.3.1", "16.4.3"),
    pci=("10.3.3",),
    allowed=[],
    environments=["production"],
)
def plain_text_log_transport(fact: ConfiguredHandler, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a handler that sends to another host without TLS."""
    handler = fact.handler
    if handler.cls not in _SENDING:
        return
    name, how = _SENDING[handler.cls]
    setting = handler.options.get(name)
    host = host_of(setting)
    if (
        setting is None
        or not host
        or is_local(host)
        or _is_secure(handler, setting)
        or any(fnmatchcase(host, one) for one in parameters["allowed"])
    ):
        return
    single = "." not in host and ":" not in host  # a name of the same machine's container network, perhaps
    yield Message(f"{handler.name} sends records to {host} over {how}", setting.span, confidence=Confidence.LOW if single else None)


def _is_secure(handler: Handler, setting: Setting) -> bool:
    """Whether it speaks TLS, or may: by a switch of its own, by its address, or by another transport that it is given."""
    switches = [handler.options[one] for one in _SWITCHES if one in handler.options]
    if any(one.unknown or one.open or one.value for one in switches):
        return True
    return isinstance(setting.value, str) and setting.value.startswith(("https:", "tcp+tls:", "tls:", "ssl:"))
