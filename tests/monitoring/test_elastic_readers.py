"""Filebeat's and Logstash's configurations become collectors, whatever form their keys have and wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.monitoring.logstash import NotAPipelineError, pipeline
from checker.monitoring.model import Collector
from tests.monitoring.reading import facts_of

_FILES = Path(__file__).resolve().parent / "files"


def _collector(name: str, text: str = "") -> Collector:
    (found,) = [one for one in facts_of(name, text or (_FILES / name).read_text(encoding="utf-8")) if isinstance(one, Collector)]
    return found


def test_inputs_of_filebeat() -> None:
    """Inputs, modules and templates of autodiscovery are told with the registry; what is switched off is not."""
    made = _collector("filebeat.yml")
    assert [(one.kind, one.name, [str(path.value) for path in one.paths][:1]) for one in made.inputs] == [
        ("filestream", "auth", ["/var/log/auth.log"]),
        ("syslog", "", []),
        ("container", "", ["/var/lib/docker/containers/…/*.log"]),
        ("module", "nginx", []),
        ("autodiscover", "", []),
    ]
    assert {one.position.value for one in made.inputs if one.position} == {"/var/lib/filebeat"}
    listening = made.inputs[1].listens
    assert listening is not None
    assert listening.host is not None
    assert (listening.host.value, listening.host.span.line, listening.authenticated) == ("0.0.0.0", 20, False)


def test_processors_of_filebeat() -> None:
    """What drops events keeps what decides, without what a `not` excludes; fields that are dropped or renamed are told."""
    made = _collector("filebeat.yml")
    assert [(one.kind, one.action, one.span.line) for one in made.stages] == [
        ("exclude_lines", "drop", 11),
        ("exclude_lines", "drop", 11),
        ("drop_fields", "remove", 13),
        ("add_host_metadata", "other", 38),
        ("drop_event", "drop", 39),
        ("drop_event", "drop", 47),
        ("rename", "rename", 48),
    ]
    assert [one.value for one in made.stages[4].patterns] == ["message GET /health"]
    assert [one.value for one in made.stages[2].fields] == ["agent.ephemeral_id", "user.name"]


def test_the_output_of_filebeat() -> None:
    """The first host that is whole counts, any setting of TLS switches it on, and what does not check is where it stands."""
    (output,) = _collector("filebeat.yml").outputs
    assert (output.kind, output.sink, output.buffer, output.span.line) == ("logstash", "remote", "memory", 56)
    assert output.target is not None
    assert output.target.host is not None
    assert (output.target.host.value, output.target.tls, output.target.verified, output.target.span.line if output.target.span else 0) == (
        "logs.shop.net", True, False, 60,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "host", "tls"),
    [
        ("output.elasticsearch.hosts: ['http://es:9200']\n", "es", False),
        ("output.elasticsearch.hosts: ['es:9200']\noutput.elasticsearch.protocol: https\n", "es", True),
        ("output:\n  elasticsearch:\n    hosts: 'https://a:9200,https://b:9200'\n", "a", True),
        ("output:\n  kafka: {hosts: ['k:9092'], ssl.enabled: false}\n", "k", False),
        ("output.logstash: {hosts: ['l:5044'], ssl.certificate_authorities: [/x]}\n", "l", True),
        ("output.elasticsearch: {hosts: ['es:9200'], protocol: '${PROTOCOL}'}\n", "es", None),
    ],
)
def test_forms_of_an_output(text: str, host: str, tls: bool | None) -> None:
    """Keys with dots and nested ones are the same output."""
    (output,) = _collector("filebeat.yml", f"filebeat.inputs: [{{type: log, paths: [/a]}}]\n{text}").outputs
    assert output.target is not None
    assert output.target.host is not None
    assert (output.target.host.value, output.target.tls) == (host, tls)


def test_filebeat_in_a_chart_and_a_service_of_that_name() -> None:
    """A configuration within values is read in its place; a container that is called so is none."""
    made = _collector("values.yaml", "filebeatConfig:\n  filebeat.yml: |\n    filebeat.inputs:\n    - type: container\n      paths: [/a]\n")
    assert (made.inputs[0].span.line, made.partial != "") == (4, True)
    assert facts_of("docker-compose.yml", "services:\n  filebeat:\n    image: filebeat\n    config: x\n    inputs: []\n") == ()


def test_inputs_of_logstash() -> None:
    """Where an input listens and who may send, what it reads, and where it keeps the position."""
    made = _collector("logstash.conf")
    assert [(one.kind, one.name, one.listens is not None, one.span.line) for one in made.inputs] == [
        ("beats", "", True, 3), ("tcp", "", True, 10), ("file", "app", False, 11),
    ]  # fmt: skip
    beats, tcp, file = made.inputs
    assert beats.listens is not None
    assert tcp.listens is not None
    assert (beats.listens.tls, beats.listens.authenticated, tcp.listens.tls, tcp.listens.authenticated) == (True, True, False, False)
    assert [one.value for one in file.paths] == ["/var/log/app/*.log", "/var/log/audit.log"]
    assert file.position is not None
    assert file.position.value == "/dev/null"
    assert made.partial == ""


def test_filters_of_logstash() -> None:
    """A drop knows what decides over it, a share is sampling, and fields that go are told one by one."""
    made = _collector("logstash.conf")
    assert [(one.kind, one.action, [str(field.value) for field in one.fields], one.span.line) for one in made.stages] == [
        ("drop", "drop", [], 20),
        ("drop", "sample", [], 22),
        ("grok", "remove", ["message"], 26),
        ("grok", "remove", ["client_ip"], 26),
        ("mutate", "rename", ["src"], 30),
        ("mutate", "redact", [], 29),
        ("ruby", "other", [], 33),
    ]
    assert [one.value for one in made.stages[0].patterns] == ["app", 'GET \\/health|"probe\'s"']
    assert [one.value for one in made.stages[1].patterns] == ["sshd"]


def test_outputs_of_logstash() -> None:
    """The address with its placeholder's default, and that its certificate is not checked, with that place."""
    store, console = _collector("logstash.conf").outputs
    assert (console.sink, console.match) == ("debug", "if")
    assert store.target is not None
    assert store.target.host is not None
    assert (store.target.host.value, store.target.tls, store.target.verified) == ("es.shop.net", True, False)
    assert store.target.span is not None
    assert store.target.span.line == 39
    assert store.options["password"].unknown


def test_logstash_in_a_configmap_and_in_compose() -> None:
    """A pipeline in a block of text is read in the lines of its file."""
    text = "configs:\n  logstash:\n    content: |\n      input { beats { port => 5044 } }\n      output {\n        stdout {}\n      }\n"
    made = _collector("docker-compose.yml", text)
    assert [(one.kind, one.span.line) for one in made.nodes] == [("beats", 4), ("stdout", 6)]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("logstash.yml", "http.host: 0.0.0.0\nqueue.type: memory\n", "memory"),
        ("logstash.yml", "pipeline: {workers: 2}\nqueue: {type: persisted}\n", "persisted"),
        ("pipelines.yml", "- pipeline.id: main\n  path.config: /a\n  queue.type: persisted\n", "persisted"),
    ],
)
def test_settings_of_logstash(name: str, text: str, value: str) -> None:
    """The queue that a pipeline has is told, in either form of the keys."""
    made = _collector(name, text)
    assert (made.kind, made.settings["queue.type"].value, made.partial != "") == ("logstash", value, True)


@pytest.mark.parametrize("text", ['output "id" {\n value = 1 }\n', "server { listen 80; }\ninput {}\n", "", "input\n", "filter f { x; };"])
def test_other_languages_are_no_pipeline(text: str) -> None:
    """Terraform's, nginx's and syslog-ng's blocks are not taken for Logstash's."""
    with pytest.raises(NotAPipelineError):
        pipeline(text, "x.conf")


@pytest.mark.parametrize(
    "text",
    [
        "input { beats {",
        "input { beats { port => } } output { x { a => [ } }",
        'filter { if [a] == "{" ',
        "filter { filter { if [a] { grok { } } } }",
    ],
)
def test_what_breaks_off_is_not_whole(text: str) -> None:
    """A pipeline that makes no sense somewhere says so, and keeps what was understood."""
    assert not pipeline(text, "x.conf")[1]
