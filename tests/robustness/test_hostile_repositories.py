"""What lies in a repository beside its sources (baseline, git's configuration, files of any size) harms nothing and is told with 2 or 3."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.robustness import scratch
from tests.robustness.scratch import LEAK

BASELINE = '[project]\nname = "scratch"\n\n[tool.logproof]\nbaseline = "base.json"\n'
SECRET = "value-from-outside"
HALF_A_GIGABYTE = 500_000_000
PATIENT = 60


def _sparse(path: Path, head: bytes = b"") -> None:
    path.write_bytes(head)
    os.truncate(path, HALF_A_GIGABYTE)


def _outside(path: Path) -> None:
    target = path.parent.parent / "outside.json"
    target.write_text(f'{{"format": "{SECRET}"}}')
    path.symlink_to(target)


BASELINES: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "no such baseline"),
    "folder": (os.mkdir, "the baseline is a folder"),
    "endless": (lambda path: path.symlink_to("/dev/zero"), "outside of the project"),
    "link_out": (_outside, "outside of the project"),
    "link_to_itself": (lambda path: path.symlink_to(path.name), "baseline"),
    "large": (_sparse, "larger than"),
    "deep": (lambda path: path.write_text('{"entries": ' + "[" * 100_000 + "]" * 100_000 + "}"), "the baseline"),
    "escapes": (lambda path: path.write_text('{"format": "\\u001b[31m\\n::error::x"}'), "another form"),
}


@pytest.mark.parametrize("name", BASELINES)
def test_baselines_that_would_harm(name: str, tmp_path: Path) -> None:
    """A baseline that the settings name is not waited for, not read without end and not followed out of the project: the exit code is 2."""
    make, said = BASELINES[name]
    root = scratch.project(tmp_path / "root", {"a.py": LEAK, "pyproject.toml": BASELINE})
    make(root / "base.json")
    done = scratch.command(root, seconds=PATIENT)
    told = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 2, told
    assert said in told
    assert SECRET not in told
    assert "Traceback" not in told
    assert "\x1b" not in told
    assert not [line for line in told.splitlines() if line.startswith("::")]


def test_a_baseline_is_not_written_through_a_link(tmp_path: Path) -> None:
    """Where the repository has a link in the baseline's place, what it points at stays as it is."""
    root = scratch.project(tmp_path / "root", {"a.py": LEAK})
    outside = tmp_path / "outside"
    outside.write_text(SECRET)
    (root / "logproof-baseline.json").symlink_to(outside)
    (root / ".logproof-baseline.json").symlink_to(outside)
    scratch.run(root, "baseline", "create", "--reason", "known")
    assert outside.read_text() == SECRET


@pytest.mark.parametrize(
    "revision", ["--output=ran", "-Oran", "--ext-diff", "HEAD\n", "", "HEAD --output=ran", "x" * 5000, "\x1b[31m::error::x"]
)
def test_revisions_that_are_none(revision: str, tmp_path: Path) -> None:
    """What looks like an option of git's, or like no revision at all, is never handed to git as an option: the exit code is 2."""
    root = scratch.project(tmp_path / "root", {"a.py": LEAK})
    _repository(root)
    done = scratch.command(root, f"--since={revision}", seconds=PATIENT)
    told = done.stdout.decode() + done.stderr.decode()
    assert (done.returncode, "--since" in told, "Traceback" in told) == (2, True, False), told
    assert "\x1b" not in told
    assert sorted(path.name for path in root.iterdir()) == [".git", "a.py", "pyproject.toml"]


def test_gits_configuration_leads_nowhere(tmp_path: Path) -> None:
    """A work tree that is set to be elsewhere, and objects that are to be fetched by a command, show and run nothing."""
    root = scratch.project(tmp_path / "root", {"a.py": LEAK})
    _repository(root)
    secret = tmp_path / "elsewhere"
    secret.mkdir()
    (secret / f"{SECRET}.py").write_text(LEAK)
    _git(root, "config", "core.worktree", str(secret))
    done = scratch.command(root, "--report", "concise", seconds=PATIENT)
    assert SECRET not in done.stdout.decode() + done.stderr.decode()
    assert (done.returncode, done.stdout.count(b"LP101")) == (1, 1)


@pytest.mark.parametrize("address", ["ext::touch {}", "{}-clone"], ids=["command", "folder"])
@pytest.mark.parametrize("older", [False, True], ids=["this_git", "older_git"])
def test_missing_objects_are_not_fetched(older: bool, address: str, tmp_path: Path) -> None:
    """A partial clone names a command that brings what is missing: it is not run, not even by a git that knows no GIT_NO_LAZY_FETCH."""
    root = scratch.project(tmp_path / "root", {"a.py": LEAK})
    _repository(root)
    ran = tmp_path / "ran"
    subprocess.run(["cp", "-r", root, f"{ran}-clone"], check=True)
    blob = _git(root, "rev-parse", "HEAD:a.py")
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    (root / "a.py").write_text(LEAK + "x = 1\n")
    for key, value in {
        "core.repositoryFormatVersion": "1", "extensions.partialClone": "origin", "remote.origin.promisor": "true",
        "remote.origin.url": address.format(ran), "protocol.allow": "always", "remote.origin.uploadpack": f"touch {ran}; false",
    }.items():  # fmt: skip
        _git(root, "config", key, value)
    path = f"{_older_git(tmp_path)}:{os.environ['PATH']}" if older else os.environ["PATH"]
    done = scratch.command(root, "--since=HEAD", seconds=PATIENT, PATH=path)
    assert not ran.exists()
    assert (done.returncode, b"git cannot compare" in done.stderr) == (2, True), done.stderr


def _older_git(folder: Path) -> Path:
    """A folder with a git that takes no notice of what git 2.45 brought."""
    shim = folder / "bin" / "git"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec {shutil.which("git")} "$@"\n')
    shim.chmod(0o755)
    return shim.parent


def test_files_of_any_size_and_kind(tmp_path: Path) -> None:
    """Half a gigabyte of a module, links in circles and a pipe cost themselves alone: the rest is reported, and the exit code is 3."""
    root = scratch.project(tmp_path / "root", {"a.py": LEAK})
    _sparse(root / "large.py", b"x = 1\n")
    _sparse(root / "script", b"#!/usr/bin/env python3\n")
    _sparse(root / ".gitignore", b"nothing\n")
    os.mkfifo(root / "pipe.py")
    (root / "circle").symlink_to(".")
    (root / "circle.py").symlink_to("circle.py")
    (root / "new\nline\x1b[31m.py").symlink_to("/etc/passwd")
    done = scratch.command(root, "--report", "concise", seconds=PATIENT)
    told = done.stdout.decode()
    assert done.returncode == 3, done.stderr
    assert "larger than 10 MB" in told
    assert "symbolic link out of the project" in told
    assert (told.count("LP101"), told.count("LP001"), "\x1b" in told, "root:" in told) == (1, 4, False, False)


@pytest.mark.parametrize("name", ["pyproject.toml", "logproof.yaml"])
def test_settings_of_half_a_gigabyte(name: str, tmp_path: Path) -> None:
    """They are refused before they are read: the exit code is 2."""
    root = scratch.project(tmp_path, {"a.py": LEAK})
    _sparse(root / name, b"[tool.logproof]\n")
    done = scratch.command(root, seconds=PATIENT)
    assert (done.returncode, b"larger than" in done.stderr) == (2, True), done.stderr


def _repository(root: Path) -> None:
    _git(root, "init", "--quiet", ".")
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message=x")


def _git(folder: Path, *arguments: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    somebody = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    done = subprocess.run(["git", *somebody, *arguments], cwd=folder, check=True, capture_output=True, env=clean, text=True)
    return done.stdout.strip()
