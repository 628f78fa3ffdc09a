"""By what records leave the process."""

from __future__ import annotations

import pytest

from checker.logconfig.model import Handler, Setting
from checker.logconfig.transport import transport
from checker.model import Span

HERE = Span("logging.yaml", 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("cls", "options", "expected"),
    [
        ("logging.handlers.SysLogHandler", {"address": ("logs.example", 514)}, "udp"),
        ("logging.handlers.SysLogHandler", {"address": ("logs.example", 514), "socktype": "socket.SOCK_STREAM"}, "tcp"),
        ("logging.handlers.SysLogHandler", {"address": "/dev/log"}, "unix"),
        ("logging.handlers.SocketHandler", {"host": "/run/logs.uds", "port": None}, "unix"),
        ("logging.handlers.SocketHandler", {"host": "logs.example", "port": 9020}, "tcp"),
        ("logging.handlers.HTTPHandler", {"host": "logs.example", "secure": True}, "https"),
        ("logging.handlers.SMTPHandler", {"mailhost": "mail.example"}, "smtp"),
        ("docker.syslog", {"syslog-address": "tcp+tls://logs.example:6514"}, "tls"),
        ("logging.StreamHandler", {}, ""),
    ],
)
def test_the_transport_of_a_handler(cls: str, options: dict[str, object], expected: str) -> None:
    """It is told from the class and its options as Python and Docker take them."""
    given = {name: Setting(value, HERE) for name, value in options.items()}
    assert transport(Handler("out", HERE, cls, HERE, options=given)) == expected


def test_an_unknown_option_is_no_transport() -> None:
    """What the environment decides is not guessed."""
    given = {"secure": Setting(None, HERE, "the environment variable SECURE")}
    assert transport(Handler("out", HERE, "logging.handlers.HTTPHandler", HERE, options=given)) == ""
