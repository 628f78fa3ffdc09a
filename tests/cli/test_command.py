"""How the command ends when something outside of it goes wrong."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker import cli, pipeline, report
from checker.cli import _output
from checker.cli._output import Progress, Target, targets
from checker.errors import LogproofError
from checker.source.index.module import Indexer
from checker.source.ir import ModuleFacts
from checker.source.program import Program
from checker.source.told import Told

ROOT = Path(__file__).parents[2]
LEAK = "import logging\n\n\ndef login(password: str) -> None:\n    logging.info('login %s', password)\n"


def environ(tmp_path: Path, **more: str) -> dict[str, str]:
    """The environment of a run with a cache of its own."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "LOGPROOF_CACHE_DIR": str(tmp_path / "cache"), **more}


def test_a_bug_is_told_in_two_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An internal error is exit code 2, without a traceback and without control characters; --debug adds the traceback."""

    def broken(request: object, progress: object) -> None:
        raise RuntimeError("went \x1b[31m wrong")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "check", broken)
    assert cli.run(["check"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "logproof: internal error: RuntimeError: went \\x1b[31m wrong"
    assert len(lines) == 2
    assert "--debug" in lines[1]
    assert cli.run(["check", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_bug_that_one_file_meets_costs_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told as a file that could not be analysed, with exit code 3, beside what the others say; with --debug it ends the run."""
    (tmp_path / "a.py").write_text(LEAK)
    (tmp_path / "b.py").write_text("x = 1\n")
    told = Program.told

    def broken(program: Program, path: str, kinds: frozenset[str] | None = None) -> Told:
        if path == "b.py":
            raise IndexError("list index out of range")
        return told(program, path, kinds)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Program, "told", broken)
    check = ["check", "-j", "1", "--no-cache", "--report", "concise"]
    assert cli.run(check) == 3
    printed = capsys.readouterr().out
    assert (
        "b.py:1:1: LP001 unread-file the file could not be analysed: an error in logproof itself, IndexError in test_command.py" in printed
    )
    assert "a.py:" in printed
    assert cli.run([*check, "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_bug_that_one_file_meets_in_the_index_costs_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same where its facts cannot be made, once and again with what the first run kept."""
    (tmp_path / "a.py").write_text(LEAK)
    (tmp_path / "b.py").write_text("x = 1\n")
    index = Indexer.index

    def broken(indexer: Indexer, path: str, data: bytes) -> ModuleFacts:
        if path == "b.py":
            raise KeyError(path)
        return index(indexer, path, data)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(Indexer, "index", broken)
    for _ in range(2):
        assert cli.run(["check", "-j", "1", "--report", "concise", "."]) == 3
        printed = capsys.readouterr().out
        assert "b.py:1:1: LP001 unread-file the file could not be analysed: an error in logproof itself, KeyError" in printed
        assert "a.py:" in printed


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    """With a closed pipe behind it the run ends with its own exit code and says nothing."""
    (tmp_path / "a.py").write_text(LEAK)
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "check", "a.py"],
        cwd=tmp_path,
        env=environ(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


def test_an_interrupt_ends_in_one_line(tmp_path: Path) -> None:
    """Ctrl-C while files are read in several processes gives exit code 130 and no traceback, from no process."""
    started = tmp_path / "started"
    for number in range(60):
        (tmp_path / f"m{number}.py").write_text("x = 1\n")
    code = (
        "import pathlib, signal, time\n"
        "from checker import cli, files\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background job would ignore it
        "def slow(data):\n"
        f"    pathlib.Path({str(started)!r}).touch(); time.sleep(60)\n"
        "files.generated = slow\n"
        "raise SystemExit(cli.run(['check', '-j', '2', '--no-cache']))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environ(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    end = time.monotonic() + 20
    while not started.exists() and time.monotonic() < end:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(timeout=20)
    assert (output, errors, process.returncode) == (b"", b"\nlogproof: interrupted\n", 130)


def test_a_report_replaces_a_file_whole(tmp_path: Path) -> None:
    """When writing fails half way, the old report stays and nothing lies beside it; mode and links of the old file are kept."""
    path = tmp_path / "out.json"
    path.write_text("old")
    path.chmod(0o640)

    def fail(stream: io.TextIOBase) -> None:
        stream.write("new")
        raise OSError(28, "No space left on device")

    with pytest.raises(LogproofError, match="No space left on device"):
        _output.write(fail, str(path))
    assert (path.read_text(), list(tmp_path.iterdir())) == ("old", [path])
    link = tmp_path / "link.json"
    link.symlink_to(path)
    _output.write(lambda stream: stream.write("new"), str(link))  # type: ignore[arg-type, return-value]  # what it returns is ignored
    assert (path.read_text(), path.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o640, True)


def test_a_report_can_go_to_a_device(tmp_path: Path) -> None:
    """A device is written to and never replaced."""
    before = Path(os.devnull).stat().st_rdev
    _output.write(lambda stream: None, os.devnull)
    assert Path(os.devnull).stat().st_rdev == before


def test_where_every_report_is_a_file_one_line_tells_what_it_says(tmp_path: Path) -> None:
    """An exit code alone would leave open whether there were findings or files that nobody could read; beside a text nothing is said."""
    (tmp_path / "a.py").write_text(LEAK)
    (tmp_path / "b.py").write_text("print 1\n")
    line = [sys.executable, "-m", "checker", "check", "--no-cache", "--report", "json=out.json"]
    alone, beside = (
        subprocess.run([*line, *more], cwd=tmp_path, env=environ(tmp_path), capture_output=True, text=True)
        for more in ((), ("--report", "text"))
    )
    assert (alone.stdout, alone.returncode, beside.stderr) == ("", 3, "")
    told = "2 findings (1 critical, 1 medium) in 1 file, 6 lines; 1 file not analysed"
    assert alone.stderr == f"logproof: {told}; written to out.json\n"


def test_a_dash_is_standard_output() -> None:
    """``FORMAT=-`` is the same as ``FORMAT``."""
    assert targets(["json=-", "sarif=a=b.sarif"], ["json", "sarif"]) == (Target("json"), Target("sarif", "a=b.sarif"))


@pytest.mark.parametrize(
    ("variables", "terminal", "expected"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour_is_for_those_who_want_it(
    variables: dict[str, str], terminal: bool, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal is coloured unless it is told not to; anything else only when told to."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    assert _output.colored(stream) is expected


def test_progress_waits_a_second_and_leaves_no_trace() -> None:
    """A quick run shows nothing; a slow one shows one line that is wiped in the end."""
    stream = io.StringIO()
    quick = Progress(stream)
    quick("reading", 1, 2)
    quick.clear()
    assert stream.getvalue() == ""
    slow = Progress(stream, next=0.0)
    slow("reading", 1, 2)
    slow("reading", 2, 2)
    slow.clear()
    assert stream.getvalue() == "\r\x1b[Kreading 1 of 2 files\r\x1b[K"


def test_a_bare_fix_does_not_swallow_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``--fix a.py`` fixes a.py; behind ``--`` a file may even be called ``--fix``."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.py").write_text("x = 1  # logproof: ignore[LP101] fine\n")
    (root / "--fix").write_text("#!/usr/bin/env python\nx = 1  # logproof: ignore[LP101] fine\n")
    monkeypatch.chdir(root)
    assert cli.run(["check", "--", "--fix"]) == 1
    assert cli.run(["check", "--fix", "a.py"]) == 0
    assert (root / "a.py").read_text() == "x = 1\n"
    assert "ignore" in (root / "--fix").read_text()


def test_a_folder_that_was_deleted_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A shell may stand where nothing is left: that is no bug of the tool."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert cli.run(["check"]) == 2
    assert "the current folder does not exist any more" in capsys.readouterr().err


def test_a_report_takes_no_sources_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What is there and ends as no report does is somebody's work: nothing is run, and the file is as it was."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.py", "settings.TOML", "shop.yaml"):
        Path(name).write_text("x = 1\n")
        assert cli.run(["check", "--report", f"json={name}"]) == 2
        assert "take the place of a source or of settings" in capsys.readouterr().err
        assert Path(name).read_text() == "x = 1\n"
    assert cli.run(["check", "--report", "json=new.json"]) == 0


@pytest.mark.parametrize("arguments", [[], ["baseline"], ["config"], ["policy"]])
def test_a_command_that_lacks_its_command_shows_its_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """In several lines, as --help does."""
    cli.run(arguments)
    told = "".join(capsys.readouterr())
    assert "\\x0a" not in told
    assert "Commands:\n" in told


@pytest.mark.parametrize(
    ("redirection", "code", "told"),
    [
        (">&-", 1, ""),
        ("2>&-", 1, ""),
        (">&- 2>&- <&-", 1, ""),
        (">/dev/full", 2, "cannot be written to standard output: No space left on device"),
        ("--stdin-filename a.py <&-", 2, "standard input, which is closed"),
    ],
)
def test_standard_streams_may_be_missing_or_full(tmp_path: Path, redirection: str, code: int, told: str) -> None:
    """A closed output is written to nobody and a full one is told of; neither is a bug."""
    (tmp_path / "a.py").write_text(LEAK)
    command = f"{sys.executable} -m checker check --no-cache {redirection}"
    found = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, env=environ(tmp_path), capture_output=True, text=True, check=False)
    assert found.returncode == code
    assert told in found.stderr
    assert "internal error" not in found.stderr
    assert "Exception ignored" not in found.stderr


@pytest.mark.parametrize(
    "arguments", ["--help", "--version", "check --help", "config show", "config schema", "policy list", "baseline create"]
)
def test_what_commands_say_may_find_no_room_or_no_reader(tmp_path: Path, arguments: str) -> None:
    """Of a full standard output is told, and a reader that went away is no error: neither is a bug, and neither means findings."""
    command = f"{sys.executable} -m checker {arguments}"
    for line, code in ((f"{command} >/dev/full", 2), (f"{{ sleep 1; {command}; echo $? >code; }} | :; exit $(cat code)", 0)):
        done = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, env=environ(tmp_path), capture_output=True, text=True, check=False)
        told = "logproof: the output cannot be written to standard output: No space left on device\n" if code else ""
        assert (done.returncode, done.stderr) == (code, told)
        (tmp_path / "logproof-baseline.json").unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("arguments", "code"), [("check", 1), ("check gone.py", 2), ("config show", 0), ("baseline create", 0), ("--help", 0)]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_missing_reader_or_full_disk_changes_no_exit_code(tmp_path: Path, arguments: str, code: int, unbuffered: str) -> None:
    """What was found or went wrong is in the exit code though nobody can read a word of it; a full standard output is 2, and no bug."""
    (tmp_path / "a.py").write_text(LEAK)
    command = f"{sys.executable} -m checker {arguments}"
    lines = {
        f"{{ sleep 0.2; {command} 2>&1; echo $? >code; }} | :; exit $(cat code)": (code, ""),
        f"{command} >/dev/null 2>/dev/full": (code, ""),
        f"{command} 2>&1 >/dev/full": (2, "" if code == 2 else "cannot be written to standard output: No space left on device\n"),
    }
    for line, (expected, said) in lines.items():
        (tmp_path / "logproof-baseline.json").unlink(missing_ok=True)
        given = environ(tmp_path, PYTHONUNBUFFERED=unbuffered)
        done = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, env=given, capture_output=True, text=True, check=False)
        assert done.returncode == expected, line
        assert done.stdout.endswith(said)
        assert "internal error" not in done.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("logproof rule secret-in-l", "secret-in-log"),
        ("logproof check --select LP103,unlogged-log", "LP103,unlogged-login-failure"),
        ("logproof check --report sa", "sarif"),
        ("logproof check --policy owasp-t", "owasp-top-10"),
        ("logproof policy show str", "strict"),
        ("logproof trace authn_login_fail_", "authn_login_fail_max"),
    ],
)
def test_a_shell_completes_what_can_stand_there(tmp_path: Path, words: str, offered: str) -> None:
    """Rules, formats, packs and events are offered by their names."""
    asked = environ(tmp_path, COMP_WORDS=words, COMP_CWORD=str(words.count(" ")), _LOGPROOF_COMPLETE="bash_complete")
    done = subprocess.run([sys.executable, "-m", "checker"], cwd=tmp_path, env=asked, capture_output=True, text=True)
    assert f"plain,{offered}" in done.stdout.splitlines()


def test_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever looks for a report need not make a mistake to learn which there are."""
    assert cli.run(["check", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert all(name in told.split("FORMAT[=PATH]")[1][:200] for name in report.formats())


@pytest.mark.parametrize(
    ("word", "meant"),
    [("chek", "check"), ("explain", "rule"), ("lp101", "rule LP101"), ("scan", "check"), (".", "check ."), ("zzzz", "")],
)
def test_what_is_no_command_may_mean_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], word: str, meant: str
) -> None:
    """A slip, another tool's word, a rule or a path without its command get the command that they need."""
    monkeypatch.chdir(tmp_path)
    assert cli.run([word]) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == f"Error: there is no command {word!r}" + (f", did you mean {meant!r}?" if meant else "")
