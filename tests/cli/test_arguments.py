"""What is named on the command line and cannot be what it is taken for is refused, and what was not looked at is told."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from checker import cli, pipeline
from checker.pipeline import Request

LEAK = "import logging\n\n\ndef login(password: str) -> None:\n    logging.info('login %s', password)\n"
LOGS = """\
import logging.config

logging.config.dictConfig({{
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {{"line": {{"format": "{format}", "style": "{style}"}}}},
    "handlers": {{"file": {{"class": "logging.handlers.WatchedFileHandler", "filename": "/var/log/shop.log", "formatter": "line"}}}},
    "root": {{"handlers": ["file"], "level": "INFO"}},
}})
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, which is the current folder, with a cache of its own."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    return folder


def test_a_pipe_that_is_named_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A named pipe or a device cannot be read as a file: "no findings" would say that it was."""
    os.mkfifo(project / "app.py")
    for given in ("app.py", os.devnull):
        assert cli.run(["check", given]) == 2
        assert capsys.readouterr().err == f"logproof: {given}: it is neither a file nor a folder, and is not read\n"


def test_a_link_out_of_the_project_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link that is named is followed within its project alone; one to nothing is told as such."""
    (project.parent / "secret.py").write_text(LEAK)
    (project / "app.py").symlink_to(project.parent / "secret.py")
    (project / "lost.py").symlink_to("nothing.py")
    (project / "own.py").write_text("total = 1\n")
    (project / "link.py").symlink_to("own.py")
    assert cli.run(["check", "app.py", "lost.py"]) == 2
    told = capsys.readouterr().err
    assert "logproof: app.py: it is a symbolic link out of the project, which is not followed\n" in told
    assert "logproof: lost.py: it is a symbolic link to nothing\n" in told
    assert cli.run(["check", "link.py"]) == 0


def test_a_path_with_backslashes_gets_a_hint(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever pastes a path of Windows learns how it is written here."""
    (project / "shop").mkdir()
    (project / "shop" / "app.py").write_text("total = 1\n")
    assert cli.run(["check", "shop\\app.py", "shop\\gone.py"]) == 2
    told = "logproof: shop\\app.py: no such file or folder\n  hint: did you mean shop/app.py?\n"
    assert capsys.readouterr().err == f"{told}logproof: shop\\gone.py: no such file or folder\n"


def test_a_folder_has_no_content_of_its_own(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands in for a file's content cannot stand in for a folder: the content would be dropped and the folder checked."""
    assert cli.run(["check", "--stdin-filename", "."]) == 2
    assert "--stdin-filename names a file, and . is a folder" in capsys.readouterr().err


def test_an_idle_waiver_tells_its_function(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of several waivers for a file one can be told from the others."""
    (project / "app.py").write_text(LEAK)
    waiver = "{rule: LP101, path: app.py, function: logout, reason: x, owner: web, expires: 2099-01-31}"
    (project / "logproof.yaml").write_text(f"waivers: [{waiver}]\n")
    cli.run(["check", "--report", "concise"])
    assert "the waiver for `secret-in-log` in app.py, logout() covers no finding" in capsys.readouterr().out


def test_no_report_shows_what_a_link_leads_to(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The finding that tells of a link out of the project holds no line of the file behind it, in no format."""
    (project.parent / "secret.txt").write_text("the key of the house\n")
    (project / "app.py").symlink_to(project.parent / "secret.txt")
    for form in ("text", "sarif", "json", "markdown"):
        assert cli.run(["check", "--no-cache", "--report", form]) == 3
        told = capsys.readouterr().out
        assert "symbolic link out of the project" in told
        assert "the key of the house" not in told


def test_a_configuration_behind_a_link_out_of_the_project_is_not_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no Python is not followed out of the project either."""
    text = "version: 1\nformatters: {line: {format: '%(message)s'}}\nhandlers: {file: {class: logging.FileHandler, filename: /var/a.log}}\n"
    (project.parent / "logging.yaml").write_text(f"{text}root: {{handlers: [file], level: DEBUG}}\n")
    (project / "logging.yaml").symlink_to(project.parent / "logging.yaml")
    cli.run(["check", "--no-cache", "--report", "concise"])
    assert "LP5" not in capsys.readouterr().out


def test_concise_tells_what_was_not_looked_at(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing was found because there was nothing to look at, the short report says so too."""
    assert cli.run(["check", "--report", "concise"]) == 0
    assert capsys.readouterr().out == "no findings in 0 files, 0 lines\nnote: There was no Python file to check.\n"


def test_a_difference_tells_of_what_it_leaves_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there are unsafe fixes, --diff says how they are seen; with them it says nothing more."""
    (project / "app.py").write_text("import logging\n\nlog = logging.getLogger('mylogger')\nlog.warn('full')\n")
    rules = "deprecated-warn,literal-logger-name"
    cli.run(["check", "--diff", "--select", rules])
    safe = capsys.readouterr()
    assert ("log.warning(" in safe.out, "__name__" in safe.out) == (True, False)
    assert safe.err == "logproof: one more fix is unsafe, and shown by --fix=unsafe --diff\n"
    cli.run(["check", "--fix=unsafe", "--diff", "--select", rules])
    both = capsys.readouterr()
    assert ("log.warning(" in both.out, "__name__" in both.out, both.err) == (True, True, "")


def test_a_difference_of_windows_lines_can_be_applied(project: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Line ends and page breaks stand in it as they do in the file, and nothing else that a terminal obeys."""
    source = b"import logging\r\n\x0c\r\nlog = logging.getLogger(__name__)\r\nlog.warn('full')\r\ntext = '\x1b'\r\n"
    (project / "app.py").write_bytes(source)
    cli.run(["check", "--diff", "--select", "deprecated-warn"])
    told = capfdbinary.readouterr().out
    assert b"\n \x0c\r\n log = " in told
    assert b"\n-log.warn('full')\r\n+log.warning('full')\r\n" in told
    assert b"\n text = '\\x1b'\r\n" in told


def test_a_file_that_changes_during_a_run_is_not_fixed(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The places of a fix are those of the text that was looked at: in another one they would hit what nobody meant."""
    path, before = project / "app.py", "import logging\n\nlog = logging.getLogger(__name__)\nlog.warn('full')\n"
    path.write_text(before)
    real = pipeline.check

    def slow(request: Request, progress: pipeline.Progress) -> pipeline.Outcome:
        outcome = real(request, progress)
        path.write_text(before.replace("full", "so full"))
        return outcome

    monkeypatch.setattr(pipeline, "check", slow)
    for option, told in (("--diff", "is not changed"), ("--fix", "was not fixed")):
        path.write_text(before)
        cli.run(["check", option, "--select", "deprecated-warn"])
        assert f"logproof: app.py {told}: the file has changed meanwhile\n" in capsys.readouterr().err
        assert path.read_text() == before.replace("full", "so full")


def test_a_sparse_checkout_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files that git tracks and that are not checked out were not looked at."""
    (project / "app.py").write_text("total = 1\n")
    (project / "old.py").write_text("total = 2\n")
    for arguments in (("init", "--quiet"), ("add", "--all"), ("sparse-checkout", "set", "--no-cone", "/*", "!/old.py")):
        subprocess.run(["git", *arguments], cwd=project, check=True)
    (project / "old.py").unlink(missing_ok=True)
    assert cli.run(["check"]) == 0
    assert "note: Not there, as the checkout is sparse: 1 of the Python files that git tracks.\n" in capsys.readouterr().out


@pytest.mark.parametrize(("text", "style", "told"), [("{message}", "{", "`{asctime}`"), ("$message", "$", "`${asctime}`")])
def test_advice_is_in_the_style_of_the_format(project: Path, capsys: pytest.CaptureFixture[str], text: str, style: str, told: str) -> None:
    """Fields that a format lacks are named as that format would write them."""
    (project / "logs.py").write_text(LOGS.format(format=text, style=style))
    cli.run(["check", "--no-cache", "--select", "LP519"])
    shown = capsys.readouterr().out
    assert f"Begin the format with {told}" in shown
    assert "%(asctime)s" not in shown


@pytest.mark.parametrize(
    ("event", "hint"),
    [
        ("authn_login_fail", "nothing in it was found to write that event of OWASP's vocabulary; no event was found in it"),
        ("Login fail", "OWASP's vocabulary calls it `authn_login_fail`; no event was found in it"),
        ("zzz", "no event was found in it"),
    ],
)
def test_an_event_that_is_not_there(project: Path, capsys: pytest.CaptureFixture[str], event: str, hint: str) -> None:
    """Whoever asks for an event of the vocabulary learns that the project does not write it."""
    assert cli.run(["trace", event]) == 2
    assert capsys.readouterr().err == f"logproof: the project has no event `{event}`\n  hint: {hint}\n"
