"""Small projects to check, and the programs that check them."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEAK = '''\
import logging

log = logging.getLogger(__name__)


def sign_in(user, password):
    """Let somebody in."""
    log.info("sign-in of %s with %s", user, password)
'''
CLEAN = LEAK.replace(' with %s", user, password', '", user')


def run(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command without a terminal; its output and its errors come together."""
    return subprocess.run(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody, whatever this machine's own settings are; give what it prints."""
    settings = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    done = run("git", *settings, *arguments, cwd=folder)
    assert done.returncode == 0, done.stdout
    return done.stdout.strip()


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write every file, its folders too."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def commit(folder: Path, files: Mapping[str, str]) -> str:
    """Write the files and commit all there is; give the revision."""
    write(folder, files)
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=a change")
    return git(folder, "rev-parse", "HEAD")
