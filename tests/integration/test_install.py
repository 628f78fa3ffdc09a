"""The wheel and the editable install, each in an environment of its own, used from outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.integration.sandbox import CLEAN, LEAK, ROOT, run, write

pytestmark = pytest.mark.integration
Install = Callable[[str], Path]


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this project as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    done = run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, checkout, cwd=folder
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return next(folder.glob("*.whl"))


def environment(folder: Path, *what: str | Path) -> Path:
    """A fresh environment with logproof installed from ``what``, and this one's other packages; gives its folder of programs."""
    done = run(sys.executable, "-m", "virtualenv", "--quiet", "--no-download", folder, cwd=folder.parent)
    assert done.returncode == 0, done.stdout
    programs = folder / "bin"
    (library,) = folder.glob("lib/python3*/site-packages")
    # A path file hands on this environment's packages but not its path files, so nothing of an editable install comes through.
    (library / "packages.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    pip = ["install", "--quiet", "--no-deps", "--no-build-isolation", "--force-reinstall", "--no-index"]
    done = run(programs / "python", "-m", "pip", *pip, *what, cwd=folder.parent)
    assert done.returncode == 0, done.stdout
    return programs


@pytest.fixture(scope="module", params=["wheel", "editable"])
def programs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with logproof installed in one of the two ways."""
    folder = tmp_path_factory.mktemp(request.param) / "venv"
    if request.param == "wheel":
        return environment(folder, request.getfixturevalue("wheel"))
    return environment(folder, "--editable", request.getfixturevalue("checkout"))


def logproof(programs: Path, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command with nothing of this checkout on its path."""
    environ: Mapping[str, str] = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
    return run(programs / "logproof", *arguments, cwd=cwd, env={**environ, "XDG_CACHE_HOME": str(cwd / "cache"), "NO_COLOR": "1"})


def test_the_wheel_holds_every_pack_and_no_more_than_the_package(wheel: Path) -> None:
    """`policies/` stands in the wheel as `checker/_policies/`, whole, and nothing but the package and its metadata is installed."""
    names = zipfile.ZipFile(wheel).namelist()
    packs = {path.relative_to(ROOT / "policies").as_posix() for path in (ROOT / "policies").rglob("*.*") if path.is_file()}
    assert packs
    assert {name.removeprefix("checker/_policies/") for name in names if name.startswith("checker/_policies/")} == packs
    assert {name.split("/")[0].split("-")[0] for name in names} == {"checker", "logproof", "logproof.py"}
    assert len(names) == len(set(names))


def test_the_package_comes_from_where_it_was_installed(programs: Path, checkout: Path, tmp_path: Path) -> None:
    """The module is the wheel's in one environment and the checkout's in the other, and never that of the running tests."""
    done = run(programs / "python", "-c", "import checker; print(checker.__file__)", cwd=tmp_path)
    place = Path(done.stdout.strip())
    expected = checkout if "editable" in str(programs) else programs.parent
    assert place.is_relative_to(expected), done.stdout


def test_the_packs_are_found(programs: Path, tmp_path: Path) -> None:
    """`logproof policy list` names every shipped pack."""
    done = logproof(programs, "policy", "list", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    for name in ("default", "strict", "privacy"):
        assert name in done.stdout


def test_the_version_is_the_packages(programs: Path, tmp_path: Path) -> None:
    """`logproof --version` and the installed metadata agree."""
    done = logproof(programs, "--version", cwd=tmp_path)
    program = "import importlib.metadata; print(importlib.metadata.version('logproof'))"
    version = run(programs / "python", "-c", program, cwd=tmp_path).stdout.strip()
    assert done.returncode == 0
    assert version in done.stdout


def test_a_leak_is_found_and_a_clean_project_passes(programs: Path, tmp_path: Path) -> None:
    """`logproof check` ends with 1 on a leak and with 0 without it."""
    write(tmp_path, {"pyproject.toml": "[project]\nname = 'shop'\n", "shop/login.py": LEAK})
    done = logproof(programs, "check", cwd=tmp_path)
    assert done.returncode == 1, done.stdout
    assert "secret-in-log" in done.stdout
    write(tmp_path, {"shop/login.py": CLEAN})
    done = logproof(programs, "check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("given", ["", "{project}", "{project}/src:"])
def test_nothing_that_pythonpath_names_stands_in_for_logproof(given: str, programs: Path, tmp_path: Path) -> None:
    """A project's own `checker` or `yaml` is not imported where PYTHONPATH names the project, or by an empty part the current folder."""
    bait = "open('pwned', 'w').close()\nraise SystemExit('imported')\n"
    names = ("checker/__init__.py", "checker/cli.py", "click/__init__.py", "yaml.py", "msgspec.py", "libcst.py", "pathspec.py")
    folder = tmp_path / "shop"
    write(folder, {"pyproject.toml": "[project]\nname = 'shop'\n", "login.py": LEAK, **dict.fromkeys(names, bait)})
    environ = {**os.environ, "PYTHONPATH": given.format(project=folder), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    program = (programs / "logproof",) if given else (programs / "python", "-m", "logproof")  # `-m` puts the current folder first
    done = run(*program, "check", "--report", "concise", cwd=folder, env=environ)
    assert done.returncode == 1, done.stdout
    assert "login.py:8:5: LP101" in done.stdout
    assert not (folder / "pwned").exists()


def test_every_rule_has_its_page(programs: Path, tmp_path: Path) -> None:
    """Rules are found where they were installed, and a rule's page is shown."""
    done = logproof(programs, "rule", "secret-in-log", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "LP101" in done.stdout
    assert "Why it matters" in done.stdout


def test_the_demo_sets_itself_up(checkout: Path, tmp_path: Path) -> None:
    """`./demo` makes its environment, shows the example shop's leaks and ends with 0; the second time nothing is installed."""
    environ = {
        **os.environ,
        "LOGPROOF_VENV": str(tmp_path / "venv"),
        "PYTHON": sys.executable,
        "XDG_CACHE_HOME": str(tmp_path),
        "NO_COLOR": "1",
    }
    first = run(checkout / "demo", cwd=tmp_path, env=environ)
    assert first.returncode == 0, first.stdout
    assert "making " in first.stdout
    assert "secret-in-log" in first.stdout
    second = run(checkout / "demo", "--report=concise", cwd=tmp_path, env=environ)
    assert second.returncode == 0, second.stdout
    assert "making " not in second.stdout
    assert "shop/auth.py:" in second.stdout
