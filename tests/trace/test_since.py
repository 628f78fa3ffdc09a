"""What a change did to coverage, as the command says it."""

import subprocess
from pathlib import Path
from textwrap import dedent

import pytest

from checker.cli import run
from tests.trace.projects import ALERTMANAGER, LOGGER, PLAIN, PROMTAIL, rule


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@shop.net", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose failed logins reach the team."""
    files = {
        "pyproject.toml": '[project]\nname = "shop"\nversion = "1"\n',
        "shop/accounts.py": LOGGER,
        "shop/logs.py": PLAIN,
        "deploy/promtail.yaml": PROMTAIL,
        "deploy/loki-rules.yaml": rule('count_over_time({app="shop"} |= "login failed" [5m]) > 5'),
        "deploy/alertmanager.yml": ALERTMANAGER,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    _git(tmp_path, "init", "-q", "-b", "main")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-q", "-m", "first")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_lost_coverage_is_said_and_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A message that was reworded away from its rule is lost coverage, with the reason, and the command fails."""
    path = project / "shop/accounts.py"
    path.write_text(path.read_text().replace("login failed for", "Login failed for"))
    assert run(["trace", "--since", "HEAD", "--no-cache"]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "authn_login_fail is lost: it was OK and is BROKEN (deploy/loki-rules.yaml:6: it does not match" in told


def test_without_changes_nothing_is_lost(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing changed the command says so, and succeeds."""
    assert run(["trace", "--since", "HEAD", "--no-cache"]) == 0
    assert "No event's coverage changed since HEAD." in capsys.readouterr().out


def test_an_unknown_revision_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision that git does not know ends the run with a sentence."""
    assert run(["trace", "--since", "nowhere", "--no-cache"]) == 2
    assert "git knows no revision `nowhere`" in capsys.readouterr().err


def test_a_folder_instead_of_an_event(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who names a folder, as `check` takes it, is told how to; a file that is no folder is an unknown event."""
    assert run(["trace", "shop"]) == 2
    assert "logproof trace --path shop" in capsys.readouterr().err
    assert run(["trace", "authn_login_fial"]) == 2
    assert "did you mean `authn_login_fail`?" in capsys.readouterr().err
