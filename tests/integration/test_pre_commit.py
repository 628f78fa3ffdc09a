"""Real pre-commit, on a fresh repository, with this project as the hooks' repository."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.integration.sandbox import CLEAN, LEAK, git, run, write

pytestmark = pytest.mark.integration
Make = Callable[[Mapping[str, str]], Path]
Commit = Callable[[Path], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Where pre-commit keeps its environments and the tool its cache; the environments are made once for this file."""
    home = tmp_path_factory.mktemp("home")
    drop = ("PRE_COMMIT", "GIT_", "PYTHONPATH", "SKIP")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(drop)}
    return {**kept, "PRE_COMMIT_HOME": str(home / "pre-commit"), "XDG_CACHE_HOME": str(home / "cache"), "NO_COLOR": "1"}


def settings(checkout: Path, hook: str, more: str = "") -> dict[str, str]:
    """A user's pre-commit settings for one hook."""
    return {
        ".pre-commit-config.yaml": (
            f"default_language_version:\n  python: {sys.executable}\n"
            f"repos:\n- repo: {checkout}\n  rev: {git(checkout, 'rev-parse', 'HEAD')}\n  hooks:\n  - id: {hook}\n{more}"
        )
    }


def pre_commit(folder: Path, homes: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """What `pre-commit run` says of what is staged, or of what the arguments name."""
    return run(sys.executable, "-m", "pre_commit", "run", "--verbose", *arguments, cwd=folder, env=homes)


def test_a_commit_that_leaks_nothing_passes(checkout: Path, homes: dict[str, str], project: Make) -> None:
    """A clean staged file passes the hook."""
    folder = project(settings(checkout, "logproof"))
    write(folder, {"shop/login.py": CLEAN})
    git(folder, "add", "--all")
    done = pre_commit(folder, homes)
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


def test_git_commit_is_stopped_by_a_leak(checkout: Path, homes: dict[str, str], project: Make) -> None:
    """With the hook installed, git makes no commit of a leak and shows the rule and the line."""
    folder = project(settings(checkout, "logproof"))
    installed = run(sys.executable, "-m", "pre_commit", "install", cwd=folder, env=homes)
    assert installed.returncode == 0, installed.stdout
    before = git(folder, "rev-parse", "HEAD")
    write(folder, {"shop/login.py": LEAK})
    git(folder, "add", "--all")
    done = run("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-m", "leak", cwd=folder, env=homes)
    assert done.returncode != 0
    assert "secret-in-log" in done.stdout
    assert "shop/login.py:8" in done.stdout
    assert git(folder, "rev-parse", "HEAD") == before


def test_a_changed_file_is_judged_with_the_whole_project(checkout: Path, homes: dict[str, str], project: Make) -> None:
    """A leak through a function that stands in an unchanged file is found in the changed one."""
    helper = 'import logging\n\n\ndef note(text):\n    """Write it down."""\n    logging.getLogger("shop").info("note: %s", text)\n'
    folder = project({**settings(checkout, "logproof"), "shop/__init__.py": "", "shop/notes.py": helper})
    write(folder, {"shop/login.py": "from shop.notes import note\n\n\ndef sign_in(user, password):\n    note(password)\n"})
    git(folder, "add", "--all")
    done = pre_commit(folder, homes)
    assert done.returncode == 1, done.stdout
    assert "secret-in-log" in done.stdout
    assert "shop/notes.py" in done.stdout


def test_excluded_files_stay_excluded_when_named(checkout: Path, homes: dict[str, str], project: Make) -> None:
    """A vendored, a git-ignored and a test file pass although pre-commit names them, and a leak beside them does not."""
    left_out = {
        "shop/_vendor/other.py": LEAK,
        "build/made.py": LEAK,
        "private/secret.py": LEAK,
        "tests/test_login.py": "import pytest\n" + LEAK,
    }
    folder = project({**settings(checkout, "logproof"), "pyproject.toml": "[project]\nname = 'shop'\n"})
    write(folder, {**left_out, ".gitignore": "private/\nbuild/\n"})
    git(folder, "add", "--all")
    done = pre_commit(folder, homes, "--files", *left_out)
    assert done.returncode == 0, done.stdout
    write(folder, {"shop/login.py": LEAK})
    done = pre_commit(folder, homes, "--files", *left_out, "shop/login.py")
    assert done.returncode == 1, done.stdout
    assert "shop/login.py:8" in done.stdout
    assert not [name for name in left_out if f"{name}:" in done.stdout]


def test_a_file_name_is_never_an_option(checkout: Path, homes: dict[str, str], project: Make) -> None:
    """A file whose name is an option of the command is judged as a file and changes nothing else."""
    folder = project(settings(checkout, "logproof"))
    write(folder, {"--exit-zero": "#!/usr/bin/env python3\n" + CLEAN, "--config=x.py": CLEAN, "login.py": LEAK})
    (folder / "--exit-zero").chmod(0o755)
    git(folder, "add", "--all")
    done = pre_commit(folder, homes)
    assert done.returncode == 1, done.stdout
    assert "login.py:8" in done.stdout


def test_the_whole_project_is_checked_whatever_changed(checkout: Path, homes: dict[str, str], project: Make) -> None:
    """`logproof-all` finds a leak in an unchanged file when only a text file is staged, and passes once it is mended."""
    folder = project({**settings(checkout, "logproof-all"), "shop/login.py": LEAK})
    write(folder, {"notes.txt": "nothing\n"})
    git(folder, "add", "--all")
    done = pre_commit(folder, homes)
    assert done.returncode == 1, done.stdout
    assert "shop/login.py:8" in done.stdout
    write(folder, {"shop/login.py": CLEAN})
    git(folder, "add", "--all")
    assert pre_commit(folder, homes).returncode == 0


def test_arguments_of_the_user_reach_the_command(checkout: Path, homes: dict[str, str], project: Make) -> None:
    """`args` with options and a closing `--` work as the hook's comment says."""
    folder = project(settings(checkout, "logproof", '    args: ["--exit-zero", "--report=concise", "--"]\n'))
    write(folder, {"shop/login.py": LEAK})
    git(folder, "add", "--all")
    done = pre_commit(folder, homes)
    assert done.returncode == 0, done.stdout
    assert "shop/login.py:8" in done.stdout
