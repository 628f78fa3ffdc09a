"""Configuration that is broken, hostile or none at all is told, left unknown, or passed over; it never ends the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.logconfig import LogPipeline, Sources, UnreadConfig, read
from checker.logconfig.reader import fitting, may_be_configuration
from checker.logconfig.surroundings import EnvironmentVariable
from checker.pipeline import Request, check
from tests.logconfig import fuzz
from tests.robustness.effort import Effort, counted

_HEAD = "version: 1\ndisable_existing_loggers: false\nformatters: {}\n"


def facts_of(name: str, data: bytes) -> list[object]:
    """What the readers make of one file."""
    python = [name] if name.endswith(".py") else []
    others = [name] if not python and may_be_configuration(name) and any(True for _ in fitting(name, data)) else []
    return list(read(Sources(frozenset(python), lambda path: data), python, others).facts)


_INI = b"[loggers]\nkeys=root\n[handlers]\nkeys=out\n[logger_root]\nhandlers=out\n"


@pytest.mark.parametrize(
    ("name", "data", "line", "why"),
    [
        ("logging.yaml", _HEAD.encode() + b"handlers:\n  console: {class: logging.StreamHandler\nroot: {}\n", 6, "expected"),
        ("conf/service.yml", b"handlers:\n  a: {class: logging.StreamHandler}\nloggers:\n\tshop: {}\n", 4, "cannot start any token"),
        ("logging.yaml", b"version: 1\nhandlers: [\n", 3, "expected"),
        (
            "logging.json",
            b'{"disable_existing_loggers": true,\n"formatters": {},\n"handlers": {"a": },\n"loggers": {}}',
            3,
            "Expecting value",
        ),
        ("conf/settings.json", b'{"handlers": {"a": {"class": "logging.StreamHandler"}},\n "loggers": {,}}', 2, "Expecting property name"),
        ("logging.yaml", bytes(range(256)) + b"\nhandlers: \nloggers:\n", 1, "no text"),
        ("logging.toml", b"[handlers\nx = 1\n[loggers]\n", 1, "does not parse"),
        ("conf/app.toml", b'[handlers.a]\nclass = "logging.StreamHandler"\n[loggers]\nx = = 1\n', 4, "Invalid value"),
        ("logging.ini", b"[loggers]\nkeys=root\n[handlers]\nkeys=\n\xff\xfe[logger_", 5, "neither a section nor a key"),
        ("production.ini", _INI + b"[logger_root]\nlevel=INFO\n", 7, "already exists"),
        ("production.ini", _INI + b"[formatters]\n= x\n", 8, "does not parse"),
        ("production.ini", _INI + b"\0\0", 7, "no text"),
        ("logging.yaml", b"handlers: " + b"[" * 5000, 1, "does not parse"),
        ("supervisord.conf", b"[supervisord\nlogfile=/a.log\n[program:shop]\ncommand=shop\n", 1, "no section headers"),
        ("shop.conf", b"[program:shop]\ncommand=shop\nstdout_logfile\n", 3, "neither a section nor a key"),
        ("etc/logrotate.d/shop", b"compress\n/var/log/shop/*.log {\n  daily\n  rotate 7\n", 2, "no closing brace"),
        ("logging.yaml", b"a: &a [x, x]\nb: &b [*a, *a]\nversion: 1\nhandlers: *b\nroot: {handlers: *b}\n", 4, "`handlers` is no mapping"),
        (
            "logging.json",
            b'{"version": 1, "formatters": [],\n"handlers": [{"class": "logging.StreamHandler"}]}',
            1,
            "`formatters` is no mapping",
        ),
        ("docker-compose.prod.yml", b"services:\n  a:\n    image: a:1\n   logging: {}\n", 4, "called as a compose"),
    ],
)
def test_a_configuration_that_does_not_parse_is_told(name: str, data: bytes, line: int, why: str) -> None:
    """What is a logging configuration by its name or its words and does not parse is unread, with its line and the reason."""
    found = facts_of(name, data)
    assert [type(one) for one in found] == [UnreadConfig]
    assert isinstance(found[0], UnreadConfig)
    assert found[0].span.line == line
    assert why in found[0].reason


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("values.yaml", b"formatters: {{ .Values.formatters }}\nhandlers:\n  a: {{ x }}\nloggers: {{ y }}\ndisable_existing_loggers: no\n"),
        ("playbook.yaml", b"- hosts: all\n  handlers:\n    - name: restart\n      service: name=x\n"),
        ("a.yaml", b"handlers:\n  a: &a [*a]\nloggers: *b\n"),
        ("logs.json", b'{"handlers": {"x": 1}, "loggers": 2}'),
        ("logging.toml", b"[loggers]\nkeys=root\n[handlers]\nkeys=\n[formatters]\nkeys=\n[logger_root]\nlevel=INFO\nhandlers=\n"),
        ("deep.yaml", b"handlers: " + b"[" * 5000),
        ("compose.yaml", b"services:\n  - a\n  - b: {logging: 1}\n"),
        ("settings.py", b"LOGGING = {'handlers': LOGGING, 'loggers': {}}\nLOGGING['handlers'] = LOGGING\n"),
        ("settings.py", b"from settings import *\nLOGGING = dict(LOGGING, **LOGGING)\n"),
        (
            "setup.py",
            b"import logging\ndef f(x):\n    return f(f(x))\nlogging.basicConfig(level=f(1))\nwhile True:\n    logging.disable(f)\n",
        ),
    ],
)
def test_what_is_no_configuration_gives_none(name: str, data: bytes) -> None:
    """Templates, other programs' files, cycles and binary data give no pipeline with handlers and no complaint."""
    assert [one for one in facts_of(name, data) if isinstance(one, UnreadConfig)] == []
    pipelines = [one for one in facts_of(name, data) if isinstance(one, LogPipeline) and one.kind != "code"]
    assert not any(handler.cls and not handler.builtin for one in pipelines for handler in one.handlers.values())


def test_an_alias_bomb_is_small() -> None:
    """Nine levels of nine aliases each are read with no more work than their lines."""
    text = _HEAD + "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    text += "handlers:\n  c: {class: logging.StreamHandler, x: *a29}\nroot: {handlers: [c]}\n"
    with counted(Effort(), len(text)):
        found = facts_of("logging.yaml", text.encode())
    assert all(isinstance(one, LogPipeline) for one in found[:1])


def test_tables_of_toml_are_no_broken_sections() -> None:
    """A TOML file that would be a broken INI file is read as what it is, without a complaint."""
    text = b'version = 1\n[handlers]\n[handlers.out]\nclass = "logging.StreamHandler"\n[loggers]\n[loggers.shop]\nhandlers = ["out"]\n'
    assert [type(one) for one in facts_of("logging_config.toml", text) if isinstance(one, LogPipeline | UnreadConfig)] == [LogPipeline]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_encodings_change_nothing(encoding: str) -> None:
    """What a file says is read in UTF-8 with its mark and in UTF-16 as it is without one."""
    text = _HEAD + "handlers: {c: {class: logging.StreamHandler}}\nroot: {handlers: [c], level: DEBUG}\n"
    pipelines = [one for one in facts_of("logging.yaml", text.encode(encoding)) if isinstance(one, LogPipeline)]
    assert [one.root.handlers[0].name for one in pipelines if one.root is not None] == ["c"]


_BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
_PLACES = [
    ("compose.yaml", "services:\n  web:\n    build: .\n    environment: [LOG_LEVEL=DEBUG, *a29]\n    env_file: *a29\n    command: *a29\n"),
    ("deploy.yaml", "kind: ConfigMap\ndata: {LOG_LEVEL: DEBUG, x: *a29}\nenv: *a29\n"),
    ("values.yaml", "image: r.example.com/a\nenv: *a29\nenvironment: {LOG_LEVEL: DEBUG, DEBUG: *a29}\n"),
]


@pytest.mark.parametrize(("name", "text"), _PLACES)
def test_variables_beside_an_alias_bomb_are_read(name: str, text: str) -> None:
    """What unfolds without end is passed over, and the variable beside it is found, with no more work than its lines."""
    data = f"a0: &a0 [x, x]\n{_BOMB}{text}".encode()
    with counted(Effort(), len(data)):
        found = [one for one in facts_of(name, data) if isinstance(one, EnvironmentVariable)]
    assert [(one.name, one.value.value) for one in found] == [("LOG_LEVEL", "DEBUG")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (".env.production", b"LOG_LEVEL\n=DEBUG\nLOG_LEVEL=\n# LOG_LEVEL=DEBUG\nLOG_LEVEL = ''\n"),
        (".env.production", b"LOG_LEVEL=DE\0BUG\n"),
        ("Dockerfile", b"ENV\nENV LOG_LEVEL\n# ENV LOG_LEVEL=DEBUG\nRUN LOG_LEVEL=DEBUG make\n"),
        ("compose.yaml", b"services:\n  web: {build: [a], environment: 7}\n  db: {build: ., environment: [1, null, {a: b}, LOG_LEVEL]}\n"),
        ("compose.yaml", b"services: {web: {build: ., environment: {LOG_LEVEL: [a], DEBUG: }, env_file: {path: 1}}}\n"),
        ("deploy.yaml", b"kind: Pod\nspec: {containers: [{image: redis, env: [{name: LOG_LEVEL, value: DEBUG}]}]}\n"),
        ("deploy.yaml", b"kind: Pod\nspec: {containers: [{env: [{name: LOG_LEVEL, valueFrom: {secretKeyRef: {name: a}}}]}]}\n"),
    ],
)
def test_what_sets_no_variable_gives_none(name: str, data: bytes) -> None:
    """Comments, empty values, other shapes, other people's images and values that stand elsewhere say nothing."""
    assert [one for one in facts_of(name, data) if isinstance(one, EnvironmentVariable)] == []


def test_a_hundred_thousand_loggers_are_bounded() -> None:
    """A huge configuration is read up to a bound, and says that there is more; a larger file is told as unread."""
    huge = "".join(f"  a_logger_{number}: {{level: INFO}}\n" for number in range(100_000))
    assert [type(one) for one in facts_of("logging.yaml", f"{_HEAD}handlers: {{}}\nloggers:\n{huge}".encode())] == [UnreadConfig]
    many = huge[: len(huge) // 12]
    many = many[: many.rindex("\n") + 1]
    found = facts_of("logging.yaml", f"{_HEAD}handlers: {{c: {{class: logging.StreamHandler}}}}\nloggers:\n{many}".encode())
    pipelines = [one for one in found if isinstance(one, LogPipeline)]
    assert len(pipelines) == 1
    assert "more than" in pipelines[0].partial


def test_comments_suppress_in_yaml(tmp_path: Path) -> None:
    """A comment behind an entry or above it hides the rule's finding there, one without effect is told."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    (tmp_path / "logging.yaml").write_text(
        _HEAD.replace("false", '"no"  # logproof: ignore[misread-logging-key] an old loader of ours')
        + "handlers:\n  # logproof: ignore[LP510] the disk is ours alone\n  file:\n    class: logging.handlers.RotatingFileHandler\n"
        "    filename: /var/log/x/x.log\n    maxBytes: 0\n    backupCount: 3\n  # logproof: ignore[LP516] nothing is here\n"
        "  out: {class: logging.StreamHandler}\nroot: {handlers: [file, out], level: INFO}\n",
        encoding="utf-8",
    )
    outcome = check(Request(cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1))
    assert sorted(one.rule for one in outcome.report.suppressed) == ["misread-logging-key", "rotation-never-rotates"]
    assert "unused-suppression" in {one.rule for one in outcome.report.findings}


def test_warm_and_cold_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run from the cache says the same, and an edited configuration is read anew."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "project"
    root.mkdir()
    (root / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    file = root / "logging.yaml"
    file.write_text(_HEAD + "handlers: {c: {class: logging.NullHandler, level: info}}\nroot: {handlers: [c]}\n", encoding="utf-8")
    request = Request(cwd=str(root), today="2026-01-01", jobs=1)
    first, second = (check(request).report.findings for _ in range(2))
    assert first == second
    assert [one.rule for one in first] == ["misread-logging-key"]
    file.write_text(file.read_text(encoding="utf-8").replace("level: info", "level: INFO"), encoding="utf-8")
    assert check(request).report.findings == ()


def test_mutants_of_configurations_break_nothing() -> None:
    """Mutants of the fixtures, some with odd bytes sown in, raise nothing, take no long time and have their places in the file."""
    assert list(fuzz.failures(fuzz.own_files(), 20, range(500))) == []


def test_the_fuzz_command_tells_what_broke(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 1 and names seed and number where a reader raises, and with 0 where none does."""
    assert fuzz.main(["--count", "2"]) == 0
    monkeypatch.setattr(fuzz, "read", None)
    assert fuzz.main(["--count", "1", "--seed", "7"]) == 1
    assert "seed 7, number 0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("logging.yaml", "version: 1\nhandlers: {{ handlers }}\nloggers: {{ loggers }}\n"),
        ("logging.yaml.j2", "version: 1\n{% if x %}\nhandlers:\n  a: {class: logging.StreamHandler\n{% endif %}\nloggers: {}\n"),
        ("logging.ini", "[loggers]\nkeys=root\n[handlers]\nkeys={{ keys }}\n[logger_root]\n{{ rest }}\n"),
        ("logging.toml", "[handlers.a]\nclass = {{ cls }}\n[loggers]\n"),
        ("k8s/pod.yaml", "kind: Pod\nspec: {volumes: [{name: a, emptyDir: {}}, containers: [\n"),
    ],
)
def test_a_template_or_another_programs_file_is_no_complaint(name: str, text: str) -> None:
    """What a template's blanks make unreadable, and what belongs to Docker or Kubernetes, is passed over."""
    assert facts_of(name, text.encode()) == []


def test_imports_in_a_circle_end() -> None:
    """Settings that import each other in a circle are read to the end, and say nothing that is not there."""
    files = {
        "a/settings.py": b"from a.more import *\nINSTALLED_APPS = []\nLOGGING = dict(LOGGING, version=1)\n",
        "a/more.py": b"from a.settings import *\nLOGGING = {'handlers': {'c': {'class': 'logging.StreamHandler'}}}\n",
        "a/__init__.py": b"",
    }
    found = read(Sources(frozenset(files), files.get), ["a/settings.py", "a/more.py"], [])
    assert found.given_up == ()
    assert {name for one in found.pipelines for name, held in one.handlers.items() if not held.builtin} <= {"c"}
