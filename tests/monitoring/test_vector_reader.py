"""Vector's configurations become collectors, in TOML and in YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.monitoring.model import Collector
from tests.monitoring.reading import facts_of

_FILES = Path(__file__).resolve().parent / "files"


def _collector(name: str, text: str = "") -> Collector:
    (found,) = [one for one in facts_of(name, text or (_FILES / name).read_text(encoding="utf-8")) if isinstance(one, Collector)]
    return found


def test_sources() -> None:
    """Sources with their files and the place of positions, where they listen and whom they ask."""
    made = _collector("vector.toml")
    assert [(one.kind, one.name, one.span.line, one.position.value if one.position else "") for one in made.inputs] == [
        ("file", "auth", 3, "/tmp/vector"), ("syslog", "net", 7, ""), ("http_server", "push", 14, ""),
    ]  # fmt: skip
    net, push = made.inputs[1].listens, made.inputs[2].listens
    assert net is not None
    assert push is not None
    assert push.host is not None
    assert (net.tls, net.authenticated, push.host.value, push.authenticated) == (True, True, "10.0.0.5", False)


def test_transforms() -> None:
    """A field that is deleted goes, one that is moved does not; parts of a condition that are negated drop."""
    told = [(one.name, one.action, [str(held.value) for held in (*one.fields, *one.patterns)]) for one in _collector("vector.toml").stages]
    assert told == [
        ("parsed", "remove", [".user"]),
        ("quieter", "drop", ["session opened"]),
        ("quieter", "drop", ["debug"]),
        ("quieter", "keep", []),
        ("router", "other", []),
        ("fewer", "sample", []),
    ]


def test_sinks() -> None:
    """Addresses with defaults, certificates that are not checked, buffers, consoles, and stores that speak TLS by themselves."""
    made = _collector("vector.toml")
    assert [(one.kind, one.sink, one.buffer) for one in made.outputs] == [
        ("elasticsearch", "remote", "disk"), ("console", "debug", ""), ("aws_s3", "remote", "memory"),
    ]  # fmt: skip
    store = made.outputs[0].target
    assert store is not None
    assert store.host is not None
    assert store.span is not None
    assert (store.host.value, store.tls, store.verified, store.span.line) == ("es.shop.net", True, False, 46)
    assert made.outputs[0].options["auth.password"].unknown


def test_inputs_that_are_not_there() -> None:
    """A component that nothing defines is told by its place; outputs of a router and patterns are no such names."""
    assert [(kind, named.name, named.span.line) for kind, named in _collector("vector.toml").undefined] == [("component", "nowhere", 29)]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("vector.yaml", "sources: {a: {type: docker_logs}}\nsinks:\n  b:\n    type: console\n    inputs: [a]\n", 3),
        ("values.yaml", "customConfig:\n  sources: {a: {type: stdin}}\n  sinks:\n    b: {type: console, inputs: [a]}\n", 4),
        ("cm.yaml", "data:\n  vector.yaml: |\n    sources: {a: {type: stdin}}\n    sinks: {b: {type: console, inputs: [a]}}\n", 4),
    ],
)
def test_vector_in_yaml(name: str, text: str, line: int) -> None:
    """The same in YAML, in a chart's values and in a ConfigMap, in the lines of the file."""
    assert [one.span.line for one in _collector(name, text).outputs] == [line]


@pytest.mark.parametrize(
    "text", ["[sinks.a]\ninputs = [\ntype = 1\n", "sinks = 1\ninputs = 2\ntype = 3\n", "[sinks.a]\ninputs=['b']\nx='type'\n"]
)
def test_other_toml_is_passed_over(text: str) -> None:
    """What is no TOML, or has such names for something else, gives no collector."""
    assert facts_of("some.toml", text) == ()
