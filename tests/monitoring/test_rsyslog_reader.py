"""rsyslog's configurations become collectors, in the old form, in RainerScript and where both are mixed."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.monitoring.model import Collector
from checker.monitoring.syslog import statements
from tests.monitoring.reading import facts_of

_FILES = Path(__file__).resolve().parent / "files"


def _collector(name: str, text: str = "") -> Collector:
    (found,) = [one for one in facts_of(name, text or (_FILES / name).read_text(encoding="utf-8")) if isinstance(one, Collector)]
    return found


def test_inputs() -> None:
    """Inputs of both forms with where they listen; what is set for a module counts for its inputs."""
    made = _collector("rsyslog.conf")
    assert [(one.kind, one.name, one.span.line, [str(path.value) for path in one.paths]) for one in made.inputs] == [
        ("imtcp", "", 5, []), ("imudp", "", 7, []), ("imfile", "shop", 8, ["/var/log/shop/*.log"]), ("imuxsock", "", 2, []),
    ]  # fmt: skip
    tcp, udp = made.inputs[0].listens, made.inputs[1].listens
    assert tcp is not None
    assert udp is not None
    assert tcp.host is not None
    assert (tcp.host.value, tcp.tls, tcp.authenticated, udp.tls, udp.authenticated) == ("10.0.0.5", True, True, False, False)


def test_rules_that_drop() -> None:
    """What is thrown away is told by what decides; what was kept before, and what an exclusion asks for, is not."""
    made = _collector("rsyslog.conf")
    assert [(one.action, [held.value for held in one.patterns], one.span.line) for one in made.stages] == [
        ("drop", ["sshd"], 20), ("drop", ["cron"], 25), ("drop", [], 26),
    ]  # fmt: skip


def test_actions() -> None:
    """Files, addresses of the old form with their queues and drivers, and modules; a template in a value is not known."""
    made = _collector("rsyslog.conf")
    assert [(one.kind, one.sink, one.match, one.buffer, one.span.line) for one in made.outputs] == [
        ("omfile", "file", "if", "", 22),
        ("omfile", "file", "if", "", 28),
        ("omfile", "file", "if", "", 29),
        ("omfwd", "remote", "", "disk", 34),
        ("omfile", "file", "", "", 35),
        ("omfwd", "remote", "if", "memory", 36),
        ("omelasticsearch", "remote", "", "memory", 38),
    ]
    secure, plain, store = made.outputs[3].target, made.outputs[5].target, made.outputs[6].target
    assert secure is not None
    assert secure.host is not None
    assert plain is not None
    assert plain.host is not None
    assert store is not None
    assert (secure.host.value, secure.tls, secure.verified) == ("logs.shop.net", True, False)
    assert (plain.host.value, plain.tls, made.outputs[5].options["protocol"].value) == ("10.1.2.3", False, "udp")
    assert (store.tls, store.verified) == (True, False)
    assert store.host is not None
    assert store.host.unknown
    assert made.outputs[6].options["pwd"].unknown
    assert made.partial == ""


def test_what_is_not_forwarded() -> None:
    """A selector that leaves the security facility out of what is sent is a drop, unless another one sends it."""
    lost = _collector("a.conf", "*.info;authpriv.none @@logs.shop.net:514\n")
    assert [(one.kind, [held.value for held in one.patterns]) for one in lost.stages] == [("selector", ["authpriv"])]
    kept = _collector("a.conf", "*.info;authpriv.none @@logs.shop.net:514\nauth,authpriv.* @@audit.shop.net:514\n")
    assert kept.stages == ()


@pytest.mark.parametrize("text", ['input(type="imtcp"', "}\n*.* @@a\n", 'if $msg contains "x" then {\n stop\n', "what is this\n"])
def test_what_breaks_off_is_not_whole(text: str) -> None:
    """Objects and blocks that are not closed, and lines that are none of rsyslog's, are told."""
    assert not statements(text, "x.conf")[1]


@pytest.mark.parametrize(
    "text", ["server {\n  listen 80;\n  location *.* { }\n}\n", "[mysqld]\nlog_error = /var/log/mysql.err\n", "# *.* nothing\n"]
)
def test_other_files_are_none_of_rsyslog(text: str) -> None:
    """Other programs' files with a word in common are passed over."""
    assert facts_of("other.conf", text) == ()
