"""Monitoring files that are broken, hostile or huge are told, left unknown or passed over; they never end the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.monitoring.model import AlertRule, UnreadConfig
from checker.monitoring.reader import readers
from checker.pipeline import Request, check
from tests.monitoring import fuzz
from tests.monitoring.reading import facts_of
from tests.robustness.effort import Effort, counted


def test_mutants_raise_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A few mutants of every reader's files are read, judged and traced without an exception, and what was tried is told."""
    assert fuzz.main(3) == 0
    told = {line.split()[0]: [int(number) for number in line.split()[1:]] for line in capsys.readouterr().out.splitlines()[1:]}
    assert told.keys() >= {one.name for one in readers()}
    assert all(mutants == 3 * files for files, mutants, *_ in told.values())
    assert all(
        read and chains for name, (_, _, read, _, chains, _) in told.items() if name in ("fluent-bit", "promtail", "alloy", "vector")
    )
    capsys.readouterr()
    assert fuzz.main(2, seed=3, each=True) == 0
    assert all(line.split()[2] == "2" for line in capsys.readouterr().out.splitlines()[1:])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rules.yaml", "groups:\n  - rules:\n      - alert: A\n        expr: [up\n"),
        ("alertmanager.yml", "route:\n  receiver: a\nreceivers:\n  - name: 'a\n"),
    ],
)
def test_what_does_not_parse_is_told(name: str, data: str) -> None:
    """A file with a reader's words that is no YAML is unread, with its line."""
    (found,) = facts_of(name, data)
    assert isinstance(found, UnreadConfig)
    assert found.span.line >= 3


@pytest.mark.parametrize(
    ("name", "data", "line", "why"),
    [
        ("fluent-bit.conf", "[SERVICE]\n    Flush 1\n[INPUT\n    Name tail\n[OUTPUT]\n    Name es\n", 3, "no closing bracket"),
        ("fluent-bit.conf", "[INPUT]\n    Name tail\n    Path\n[OUTPUT]\n    Name es\n", 3, "Path has no value"),
        ("fluent.conf", "<source>\n  @type forward\n</source>\n<match **>\n  @type file\n  path /a\n", 4, "<match> is never closed"),
        ("fluent.conf", "<source>\n  @type forward\n</source>\n</match>\n", 4, "</match> closes nothing"),
        ("logstash.conf", "input {\n  beats { port => 5044 }\n}\noutput {\n  stdout { }\n", 4, "never closed"),
        ("jail.local", "[DEFAULT]\nbantime = 10m\n[shop\nenabled = true\nlogpath = /var/log/shop.log\n", 3, "does not parse"),
    ],
)
def test_a_text_that_its_program_refuses_is_told(name: str, data: str, line: int, why: str) -> None:
    """A configuration in a format of its own that is broken off is unread, with the line and the reason."""
    (found,) = (one for one in facts_of(name, data) if isinstance(one, UnreadConfig))
    assert found.span.line == line
    assert why in found.reason


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("fluent-bit.conf", "[INPUT]\n    Name {{ .name }}\n    Path\n[OUTPUT]\n    Name es\n"),
        ("fluent.conf", "<match **>\n  @type file\n  <% if a %>\n  path /a\n"),
        ("logstash.conf", "input {\n  beats { port => {{ port }} }\n"),
        ("fluent-bit.conf", "@SET a=b\n[INPUT]\n    Name tail\n    # Path\n    Path /a\n[OUTPUT]\n    Name es\n@INCLUDE b.conf\n"),
        ("logstash.conf", 'input { stdin { } }\nfilter { if "}" in [m] { drop { } } }\noutput { stdout { codec => json } }\n'),
        ("filter.d/shop.conf", "[Definition]\nfailregex = ^a <HOST>\n            ^b <HOST>\nignoreregex =\n"),
    ],
)
def test_templates_and_whole_texts_are_not_told(name: str, data: str) -> None:
    """A template need not parse as it stands, and what a program takes is read."""
    assert not [one for one in facts_of(name, data) if isinstance(one, UnreadConfig)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("templates/rules.yaml", b"{{- range .x }}\n- alert: {{ .n\n  expr: {{ .e }}\n {{ end }}\n"),
        ("rules.yaml", b"alert: &a [*a]\nexpr: *b\n"),
        ("rules.yaml", b"alert: A\nexpr: " + b"[" * 3000),
        ("rules.yaml", b"\0alert:expr"),
        ("values.yaml", b"alert: {expr: 1}\nroute: []\nreceivers: {}\n"),
        ("playbook.yaml", b"- name: route: x\n  receivers: y\n"),
    ],
)
def test_what_is_none_gives_no_alert(name: str, data: bytes) -> None:
    """Templates that cannot be read, cycles, depth, binary data and other programs' files give no alert."""
    assert [one for one in facts_of(name, data) if isinstance(one, AlertRule)] == []


@pytest.mark.parametrize("opening", ["a {\n", "a => {\n", "if [a] {\n", "[", "(", "{", "<match **>\n", "a = [", "not ", "a: {"])
def test_depth_raises_nothing(opening: str) -> None:
    """What is opened thousands of times and never closed, in whatever kind of file, is left unknown."""
    whole = Path(fuzz.__file__).parent / "files"
    for path in sorted(whole.iterdir()):
        fuzz.run(path.name, f"{path.read_text(encoding='utf-8')}\n{opening * 3000}")


def test_an_expression_that_is_none_is_a_problem_of_its_rule() -> None:
    """A rule keeps why its expression was not understood, and no rule about expressions speaks of it."""
    (alert,) = facts_of("rules.yaml", "- {alert: A, expr: 'sum(('}\n")
    assert alert.tree is None
    assert alert.problem


def test_a_sigma_condition_that_ends_early_is_a_problem_of_its_rule() -> None:
    """A condition that breaks off behind its quantity is told as the rule's problem."""
    (alert,) = facts_of("a.yml", "title: A\nlogsource: {product: linux}\ndetection: {selection: {a: b}, condition: selection and 1 of}\n")
    assert "ends after" in alert.problem


def test_an_alias_bomb_is_small() -> None:
    """Thirty levels of nine aliases each are no more work than their lines."""
    bomb = "a0: &a0 {alert: A, expr: up}\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    with counted(Effort(), len(bomb)):
        found = facts_of("rules.yaml", bomb)
    assert len(found) == 1


def test_seven_hundred_rules_are_as_much_work_as_their_lines(tmp_path: Path) -> None:
    """A whole check of a project with 700 rules takes calls of functions in proportion to what is read."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    size = 0
    for file in range(7):
        rules = "".join(
            f'      - alert: Alert{file}_{number}\n        expr: sum by (job) (rate(errors_total{{job=~"a|b{number}"}}[5m])) / sum by (job)'
            f" (rate(requests_total[5m])) > 0.{number + 1:03}\n        for: 5m\n        labels: {{severity: warning}}\n"
            f"        annotations: {{summary: 'errors of {{{{ $labels.job }}}}', runbook_url: https://wiki.shop.net/{number}}}\n"
            for number in range(100)
        )
        size += (tmp_path / f"rules{file}.yaml").write_text(f"groups:\n  - name: g\n    rules:\n{rules}", encoding="utf-8")
    with counted(Effort(), size):
        outcome = check(Request(cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1))
    assert outcome.report.unread == 0


def test_comments_suppress_alerts(tmp_path: Path) -> None:
    """A comment above a rule's entry hides the finding in it."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(
        "groups:\n  - name: g\n    rules:\n      # logproof: ignore[alert-cannot-fire] kept until the exporter is there\n"
        "      - alert: A\n        expr: count(x) == 0\n",
        encoding="utf-8",
    )
    outcome = check(Request(cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1))
    assert [one.rule for one in outcome.report.suppressed] == ["alert-cannot-fire"]
    assert outcome.report.findings == ()


def test_every_document_of_a_file_is_read() -> None:
    """However many documents and blocks of text a file holds, each rule of each is read, every time."""
    part = "apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c{n}}}\ndata:\n{blocks}"
    block = "  r{n}{m}.yml: |\n    groups:\n      - name: g\n        rules:\n          - alert: A{n}x{m}\n            expr: up == 0\n"
    text = "---\n".join(part.format(n=n, blocks="".join(block.format(n=n, m=m) for m in range(6))) for n in range(8))
    wanted = sorted(f"A{n}x{m}" for n in range(8) for m in range(6))
    for _ in range(12):
        assert sorted(one.name for one in facts_of("rules.yaml", text) if isinstance(one, AlertRule)) == wanted


@pytest.mark.parametrize(
    ("name", "data", "line", "why"),
    [
        ("config.alloy", 'loki.source.file "a" {\n  forward_to = [loki.write.b.receiver]\n\nloki.write "b" {\n}\n', 1, "does not end"),
        ("config.alloy", 'loki.write "b" {\n  endpoint {\n    url == "a"\n}\n}\nloki.source.file "a" {forward_to = []}', 3, "no value"),
        ("config.alloy", 'loki.source.file "a" {\n  forward_to : []\n}\nloki.write "b" {\n}\n', 2, "opened or set"),
        ("config.alloy", 'loki.source.file "a" {\n  forward_to = []\n}\n}\nloki.write "b" { }\n', 4, "not begun"),
        ("promtail.yaml", "positions: {filename: /p}\nclients: [{url: 'http://l'}]\nscrape_configs:\n  job_name: a\n", 3, "a list of jobs"),
        ("vector.toml", '[sources.a]\ntype = "file"\n[sinks.b\ntype = "loki"\ninputs = ["a"]\n', 3, "Expected"),
        ("vector.toml", '[sources.a]\ntype = "file"\n[sinks.b]\ntype = "loki"\ninputs = ["a"', 5, "Unclosed"),
        ("promtail.yaml", "positions: {filename: /p}\nclients: http://l\nscrape_configs: [{job_name: a}]\n", 2, "a list of clients"),
        ("promtail.yaml", "positions: {}\nclients: [{url: 'http://l'}]\nscrape_configs:\n  - {job_name: a}\n  - b\n", 5, "a list of jobs"),
    ],
)  # fmt: skip
def test_what_a_shipper_would_refuse_is_told(name: str, data: str, line: int, why: str) -> None:
    """A configuration that its program does not start with is unread, with the line."""
    (found,) = [one for one in facts_of(name, data) if isinstance(one, UnreadConfig)]
    assert (found.span.line, why in found.reason) == (line, True)


def test_a_template_of_alloy_is_not_unread() -> None:
    """What a template leaves open may well be whole when it is filled in."""
    data = 'loki.source.file "a" {\n{{ if .x }}\n  forward_to = [loki.write.b.receiver]\n{{ end }}\n}\nloki.write "b" {\n'
    assert not any(isinstance(one, UnreadConfig) for one in facts_of("config.alloy", data))
