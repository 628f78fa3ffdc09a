"""Configurations of shippers become collectors with their inputs, stages and outputs, whatever they are written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.monitoring.model import Collector
from checker.rules.monitoring._shippers import meets
from tests.monitoring.reading import facts_of

_FILES = Path(__file__).resolve().parent / "files"


def _collector(name: str, text: str = "") -> Collector:
    (found,) = [one for one in facts_of(name, text or (_FILES / name).read_text(encoding="utf-8")) if isinstance(one, Collector)]
    return found


def test_the_classic_configuration_of_fluent_bit() -> None:
    """Sections become nodes; what a filter does, what an output is sent to and what is unknown is told."""
    made = _collector("fluent-bit.conf")
    assert [(one.kind, one.name) for one in made.inputs] == [("tail", "kube.*"), ("forward", "")]
    assert [(one.kind, one.action) for one in made.stages] == [
        ("grep", "drop"),
        ("rewrite_tag", "rewrite"),
        ("modify", "remove"),
        ("modify", "rename"),
    ]
    assert made.stages[0].patterns[0].value == ".*healthz.*"
    (output,) = made.outputs
    assert output.target is not None
    assert (output.target.tls, output.target.verified, output.span.line) == (True, True, 36)
    assert output.target.host is not None
    assert output.target.host.unknown
    assert made.settings["storage.path"].value == "/var/lib/fluent-bit/buffer"
    assert (made.partial, made.swallowed) == ("", ())


def test_the_yaml_form_of_fluent_bit_is_the_same() -> None:
    """Plugins of the YAML form have the same facts, processors are stages."""
    made = _collector("fluent-bit.yaml")
    assert [(one.kind, one.name, one.position.value if one.position else None) for one in made.inputs] == [
        ("tail", "auth", "/var/lib/fluent-bit/auth.db")
    ]
    assert {one.kind for one in made.stages} == {"throttle", "content_modifier"}
    assert made.outputs[0].target is not None
    assert made.outputs[0].target.tls


def test_files_of_a_configmap_are_one_collector() -> None:
    """Blocks of sections beside each other are read as one configuration, in the lines of the file."""
    inputs = "  in.conf: |\n    [INPUT]\n        Name tail\n"
    text = f"kind: ConfigMap\ndata:\n{inputs}  out.conf: |\n    [OUTPUT]\n        Name es # x\n        Match *\n"
    made = _collector("fluent-bit.yaml", text)
    assert [(one.kind, one.span.line) for one in made.inputs] == [("tail", 4)]
    assert [(str(one.value), one.span.line) for one in made.swallowed] == [("Name es # x", 8)]
    assert made.partial == ""


def test_promtail() -> None:
    """Clients, sources and stages of promtail are told, stages below a match too."""
    made = _collector("promtail.yaml")
    assert [(one.kind, one.name) for one in made.inputs] == [("tail", "auth"), ("syslog", "syslog"), ("kubernetes_sd_configs", "pods")]
    assert [(one.kind, one.action) for one in made.stages] == [
        ("json", "parse"), ("drop", "drop"), ("sampling", "sample"), ("labeldrop", "remove"), ("replace", "redact"),
    ]  # fmt: skip
    assert made.stages[1].options["selector"].value == '{job="auth"} |= "debug" != "denied"'
    assert made.outputs[0].target is not None
    assert (made.outputs[0].target.tls, made.outputs[0].target.verified, made.outputs[0].target.authenticated) == (True, True, True)


def test_otel_collector() -> None:
    """Components are nodes, pipelines join them, connectors are known, gRPC speaks TLS unless told not to."""
    made = _collector("otel-collector.yaml")
    assert [(one.kind, one.listens is not None) for one in made.inputs] == [("otlp", True), ("otlp", True), ("filelog", False)]
    assert ("otlp", "logs") in {(edge.source, edge.target) for edge in made.edges}
    assert {one.name: one.sink for one in made.outputs} == {"debug": "debug", "otlp": "remote"}
    assert made.outputs[1].target is not None
    assert (made.outputs[1].target.tls, made.outputs[1].buffer) == (True, "disk")
    assert [(one.kind, one.action) for one in made.stages if one.action != "other"] == [
        ("filter", "drop"), ("attributes", "redact"), ("attributes", "remove"), ("probabilistic_sampler", "sample"),
    ]  # fmt: skip
    assert (made.undefined, made.connectors) == ((), {"count"})


def test_alloy() -> None:
    """Components for logs are nodes, nested stages too; expressions that ask the environment are unknown."""
    made = _collector("config.alloy")
    assert [(one.kind, one.span.line) for one in made.inputs] == [("loki.source.file", 6), ("loki.source.syslog", 12)]
    assert [(one.kind, one.action) for one in made.stages] == [
        ("json", "parse"), ("drop", "drop"), ("sampling", "sample"), ("label_drop", "remove"),
    ]  # fmt: skip
    assert made.stages[1].options["selector"].value == '{job="auth"} |= "debug"'
    assert made.stages[2].rate is not None
    assert (made.stages[2].rate.value, made.stages[2].span.line) == ("0.5", 28)
    (output,) = made.outputs
    assert output.target is not None
    assert (output.target.tls, output.target.verified, output.buffer, output.options["basic_auth.password"].unknown != "") == (
        True, True, "disk", True,
    )  # fmt: skip
    assert {(edge.source, edge.target) for edge in made.edges} >= {("loki.source.syslog.net", "loki.write.store")}
    assert (made.undefined, made.partial) == ((), "")


@pytest.mark.parametrize(
    ("pattern", "tag", "expected"),
    [("*", "a", True), ("kube.*", "kube.var.log", True), ("kube.*", "host.*", False), ("*.log", "kube.*", True), ("a*b", "ab", True),
     ("", "", True), ("a.*", "a", False), ("*" * 100 + "a", "b" * 150, False)],
)  # fmt: skip
def test_tags_meet(pattern: str, tag: str, expected: bool) -> None:
    """Two patterns meet exactly where some tag fits both, however many stars they have."""
    assert meets(pattern, tag) is expected
