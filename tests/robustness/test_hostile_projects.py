"""A project that was made to harm: it runs nothing, shows nothing from outside, hangs nothing, and moves no terminal."""

from __future__ import annotations

import io
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from checker import tree
from checker.errors import LogproofError
from checker.pipeline import Request, check
from checker.report import formats, write
from checker.report.options import Options
from tests.robustness import scratch
from tests.robustness.scratch import LEAK

SECRET = "value-from-outside"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join(['*' + chr(97 + level)] * 9)}]\n" for level in range(20)
)
SETTINGS = {
    "aliases": ("logproof.yaml", BOMB, "values"),
    "deep_list": ("logproof.yaml", "a: " + "[" * 10_000 + "]" * 10_000, "deeper"),
    "deep_mapping": ("logproof.yaml", "{a: " * 10_000 + "}" * 10_000, "deeper"),
    "tag": ("logproof.yaml", "select: !!python/object/apply:os.system ['touch ran']\n", "tags are not accepted"),
    "nul": ("logproof.yaml", "select: [LP1]\0\n", "not allowed"),
    "utf16": ("logproof.yaml", "select: [LP1]\n".encode("utf-16"), "not UTF-8"),
    "large": ("logproof.yaml", "# x\n" * 300_000, "larger than"),
    "two_documents": ("logproof.yaml", "a: 1\n---\nb: 2\n", "second document"),
    "control": ("logproof.yaml", '"\\e[31mred": 1\n', "unknown key"),
    "deep_array": ("pyproject.toml", "[tool.logproof]\na = " + "[" * 10_000 + "]" * 10_000, "deeper"),
    "deep_table": ("pyproject.toml", "[tool.logproof" + ".a" * 10_000 + "]\nx = 1\n", "deeper"),
    "deep_key": ("pyproject.toml", "[tool.logproof]\na" + ".a" * 10_000 + " = 1\n", "deeper"),
    "deep_inline": ("pyproject.toml", "[tool.logproof]\nx = " + "{a=" * 5000 + "1" + "}" * 5000, "deeper"),
    "digits": ("pyproject.toml", "[tool.logproof]\nx = " + "9" * 10_000, "pyproject.toml:2: this number has too many digits"),
    "no_table": ("pyproject.toml", "[tool]\nlogproof = 3\n", "must be one table"),
    "rules_outside": ("pyproject.toml", "[tool.logproof]\nselect = ['/etc/passwd', '../x']\n", "there is no rule"),
    "own_rules": ("pyproject.toml", "[tool.logproof]\nrule-folders = ['.']\n", "unknown key"),
    "pack_outside": ("pyproject.toml", "[tool.logproof]\npolicy = ['../../../etc/passwd.yaml']\n", "outside the project"),
    "stars": ("logproof.yaml", "exclude: ['" + "*a" * 30 + "*b']\n", "stars"),
    "double_stars": ("logproof.yaml", "unread-ok: ['" + "**/" * 500 + "x']\n", "stars"),
}


def _problems(folder: Path) -> str:
    with pytest.raises(LogproofError) as raised:
        check(Request(cwd=str(folder), today=scratch.TODAY, cache=False, jobs=1))
    return str(raised.value)


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_that_would_harm(name: str, tmp_path: Path) -> None:
    """Each is refused with its file and a sentence, at once, and nothing of it is run."""
    path, content, said = SETTINGS[name]
    scratch.project(tmp_path, {"a.py": LEAK, path: content})
    if name == "double_stars":  # such globs are read when there is something to match
        (tmp_path / "bad.py").write_text("print 'x'\n")
    told = _problems(tmp_path)
    assert said in told
    assert "\x1b" not in told
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("name", ["logproof.yaml", "pyproject.toml"])
def test_settings_linked_from_outside_are_not_shown(name: str, tmp_path: Path) -> None:
    """A link out of the project is not followed: errors about its content would show a file that the project must not read."""
    outside = tmp_path / "outside"
    outside.write_text(f"{SECRET}: [logproof\n")
    root = scratch.project(tmp_path / "root", {"a.py": LEAK})
    (root / name).unlink(missing_ok=True)
    (root / name).symlink_to(outside)
    told = _problems(root)
    assert "symbolic link out of the project" in told
    assert SECRET not in told


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_settings_that_are_no_file(make: Callable[[Path], None], tmp_path: Path) -> None:
    """A pipe or folder of the settings' name is refused, not waited for and not passed over."""
    make(scratch.project(tmp_path, {"a.py": LEAK}) / "logproof.yaml")
    assert "not a regular file" in _problems(tmp_path)


def test_ignore_files_that_would_harm(tmp_path: Path) -> None:
    """Without git, a .gitignore costs neither time by its patterns nor its length; a pipe or link in its place is passed over."""
    name = "a" * 200 + ".py"
    lines = ["*a" * 40 + "*b", "**/" * 100 + "x", "[z-a]", "\\", "!", "ignored.py", *["x"] * 20_000]
    files = {f"one/{name}": LEAK, "one/ignored.py": LEAK, "one/.gitignore": "\n".join(lines), "two/a.py": LEAK, "three/a.py": LEAK}
    scratch.project(tmp_path, files)
    os.mkfifo(tmp_path / "two" / ".gitignore")
    (tmp_path / "three" / ".gitignore").symlink_to("/dev/zero")
    assert {found.span.path for found in scratch.leaks(tmp_path)} == {f"one/{name}", "two/a.py", "three/a.py"}


def test_gits_configuration_runs_nothing(tmp_path: Path) -> None:
    """Hooks, filters, aliases and monitors that the scanned repository configures are not run."""
    root = scratch.project(tmp_path / "root", {"a.py": LEAK, ".gitattributes": "* filter=x diff=x\n", "b.py": LEAK})
    _git(root, "init", "-q", ".")
    ran = tmp_path / "ran"
    for key in ("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "diff.external", "filter.x.clean", "filter.x.smudge"):
        _git(root, "config", key, f"touch {ran}-{key}; false")
    _git(root, "config", "alias.ls-files", f"!touch {ran}-alias")
    _git(root, "config", "core.hooksPath", "hooks")
    (root / "hooks").mkdir()
    for hook in ("post-index-change", "pre-commit", "fsmonitor-watchman", "reference-transaction", "post-checkout"):
        script = root / "hooks" / hook
        script.write_text(f"#!/bin/sh\ntouch {ran}-{hook}\n")
        script.chmod(0o755)
    done = scratch.command(root, "--report", "concise")
    assert (done.returncode, done.stdout.count(b"LP101")) == (1, 2), done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["root"]


def _git(folder: Path, *arguments: str) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=clean)


def test_a_git_that_hangs_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git waits for ever, the run ends with a sentence that names the command to look at."""
    root = scratch.project(tmp_path, {"a.py": LEAK})
    _git(root, "init", "-q", ".")
    os.mkfifo(root / ".gitignore")
    monkeypatch.setattr(tree, "_PATIENCE", 1)
    told = _problems(root)
    assert "git does not say within 1 seconds" in told
    assert "git ls-files" in told


def test_broken_repositories_are_walked(tmp_path: Path) -> None:
    """A .git that is a pipe, points nowhere or holds garbage leaves the files to be found without git."""
    for name, content in {"pointer": "gitdir: /dev/zero\n", "empty": ""}.items():
        root = scratch.project(tmp_path / name, {"a.py": LEAK, ".git": content})
        assert len(scratch.leaks(root)) == 1
    piped = scratch.project(tmp_path / "pipe", {"a.py": LEAK})
    os.mkfifo(piped / ".git")
    assert len(scratch.leaks(piped)) == 1


NAMES = (
    b"new\nline.py", b"esc\x1b[31m\x1b]0;title\x07.py", b"::error file=x::forged.py", b"a|b`c<script>.py", b"und\xff\xfe.py", b"-rf.py",
    "bidi\u202e.py".encode(), "c1\x9b31m.py".encode(), b"%s{0}.py", b"&amp;]]>.py", b"quote'\".py", b" .py", b"back\\slash.py",
)  # fmt: skip
SOURCE = (
    "import logging\nlog = logging.getLogger(__name__)\ndef f(password):\n"
    "    log.info('\x1b[31m\x07\x9b ::error::forged ``` `x` <script>alert(1)</script> | ]]> \u202e\u2066 \x85 %0A &lt; %s', password)\n"
    "    # \x1b]8;;http://x\x1b\\ ::warning::forged\n"
    "# logproof: ignore[\x1b[31m::error::x] \u202e ::error::x\n"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose names and sources hold what terminals, browsers and runners obey."""
    folder = scratch.project(tmp_path_factory.mktemp("hostile"), {"source.py": SOURCE})
    for name in NAMES:
        with open(os.path.join(os.fsencode(folder), name), "wb") as stream:  # noqa: PTH118, PTH123 - a Path takes no such bytes
            stream.write(LEAK.encode())
    return folder


@pytest.mark.parametrize("form", sorted(formats()))
@pytest.mark.parametrize("color", [False, True], ids=["plain", "colored"])
def test_reports_obey_nothing(form: str, color: bool, hostile: Path) -> None:
    """No format lets a control, an escape, a direction mark or a workflow command through; each stays well-formed."""
    made = scratch.report(hostile)
    assert len({found.span.path for found in made.findings}) == len(NAMES) + 1
    stream = io.StringIO()
    write(form, made, stream, Options(suppressed=True, color=color, width=80))
    text = stream.getvalue()
    text.encode("utf-8")
    if form == "text" and color:
        import re

        text = re.sub("\x1b\\[[0-9;]*m", "", text)
    bad = {
        letter for letter in text if (letter < " " and letter != "\n") or "\x7f" <= letter <= "\x9f" or letter in "\u202e\u2066\u2028\ufeff"
    }
    assert not bad, sorted(map(ascii, bad))
    if form != "github":
        assert not [line for line in text.splitlines() if line.lstrip().startswith(("::error", "::warning"))]
    _well_formed(form, text)


def _well_formed(form: str, text: str) -> None:
    if form in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif form == "junit":
        ET.fromstring(text)
    elif form == "github":
        assert {line.split(" ", 1)[0] for line in text.splitlines()} <= {"::error", "::warning", "::notice"}
    elif form == "markdown":
        outside, inside = [], False
        for line in text.splitlines():
            if line.lstrip().startswith("```"):
                inside = not inside
            elif not inside:
                outside.append(line)
        assert not inside
        assert not [line for line in outside if "<script>" in line and "`" not in line]


def test_error_messages_obey_nothing(tmp_path: Path) -> None:
    """What the command says of a hostile argument or settings file is harmless on a terminal and in a runner's log."""
    scratch.project(tmp_path, {"a.py": LEAK, "logproof.yaml": '"\\e]0;x\\a\\u202e::error::x": 1\n'})
    for arguments in (
        (),
        ("\x1b[31m\n::error::nowhere",),
        ("--select", "\x1b[31m\n::error::x"),
        ("--config", "\x1b[31m.yaml"),
        ("--x\x1b[31m\n::error::x",),
    ):
        done = scratch.command(tmp_path, *arguments)
        assert done.returncode == 2
        told = done.stdout.decode() + done.stderr.decode()
        assert not [letter for letter in told if letter in "\x1b\x07\u202e"]
        assert not [line for line in told.splitlines() if line.startswith("::")]
