"""Which files of a project are read."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from checker import files
from checker.discover import listing, locate
from checker.errors import LogproofError
from checker.files import LARGEST, generated, is_test


def tree(root: Path, *names: str) -> Path:
    """Make these files; each holds one line."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x = 1\n")
    return root


def found(root: Path, *paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    """What is read of a project."""
    return [file.path for file in listing(locate(paths, str(root)), exclude).files]


def git(root: Path, *arguments: str) -> None:
    """Run git, apart from the user's own configuration."""
    environ = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, env=environ)


def test_a_module_called_setup_marks_no_project(tmp_path: Path) -> None:
    """Inside of a package ``setup.py`` installs nothing: a file beside it belongs to the project above."""
    tree(tmp_path, "pyproject.toml", "home/__init__.py", "home/setup.py", "home/lights.py")
    assert locate(["home/lights.py"], str(tmp_path)).root == str(tmp_path)


def test_the_nearest_marker_is_the_root(tmp_path: Path) -> None:
    """The project begins at the nearest folder with a marker, and what was asked for is told from there."""
    tree(tmp_path, "pyproject.toml", "inner/setup.cfg", "inner/pkg/a.py", "outer/b.py")
    project = locate(["inner/pkg/a.py"], str(tmp_path))
    assert (project.root, project.asked, project.alone) == (str(tmp_path / "inner"), ("pkg/a.py",), False)
    assert locate(["outer"], str(tmp_path)).asked == ("outer",)


def test_without_a_marker_only_what_was_asked_for_is_read(tmp_path: Path) -> None:
    """A lone file does not make its whole folder a project."""
    tree(tmp_path, "a.py", "b.py", "c/d.py")
    assert found(tmp_path, "a.py") == ["a.py"]
    assert found(tmp_path, "a.py", "c") == ["a.py", "c/d.py"]


def test_paths_that_cannot_be_are_told_together(tmp_path: Path) -> None:
    """Every missing path is named, and a path outside of the project is one."""
    tree(tmp_path, "one/pyproject.toml", "two/a.py")
    with pytest.raises(LogproofError) as caught:
        locate(["x.py", "y.py"], str(tmp_path))
    assert [problem.path for problem in caught.value.problems] == ["x.py", "y.py"]
    with pytest.raises(LogproofError, match="outside the project"):
        locate(["one", "two"], str(tmp_path))


def test_paths_of_several_projects_are_of_what_holds_them(tmp_path: Path) -> None:
    """Files of two projects of one repository, as a hook passes them, are checked as the repository's; of one project as its own."""
    root = tree(tmp_path / "repository", ".git/HEAD", "one/pyproject.toml", "one/a.py", "two/pyproject.toml", "two/b.py", "c.py")
    assert locate(["one/a.py"], str(root)).root == str(root / "one")
    for given in (["one/a.py", "two/b.py"], ["one/a.py", "c.py"]):
        project = locate(given, str(root))
        assert (project.root, list(project.asked)) == (str(root), given)


def test_paths_limit_nothing_but_the_report(tmp_path: Path) -> None:
    """The whole project is read whatever was asked for; `covers` knows the limit."""
    tree(tmp_path, "pyproject.toml", "a/x.py", "ab/y.py")
    project = locate(["a"], str(tmp_path))
    assert [file.path for file in listing(project).files] == ["a/x.py", "ab/y.py"]
    assert [project.covers(path) for path in ("a/x.py", "a", "ab/y.py")] == [True, True, False]


def test_foreign_built_and_generated_files_are_left_out(tmp_path: Path) -> None:
    """Foreign, built and generated files are left out also when they are named, each with its reason."""
    foreign = {
        "vendor/a.py": "vendored", "x/node_modules/b.py": "vendored", "env/lib/c.py": "a virtual environment",
        "build/lib/d.py": "build output",
        "x/dto_pb2.py": "generated", "_version.py": "generated", "gone/e.py": "excluded by the settings",
    }  # fmt: skip
    tree(tmp_path, "pyproject.toml", "env/pyvenv.cfg", "a.py", "x/build/__init__.py", "app/migrations/0001_initial.py", *foreign)
    made = listing(locate(list(foreign), str(tmp_path)), ["gone/"])
    assert [file.path for file in made.files] == ["a.py", "app/migrations/0001_initial.py", "x/build/__init__.py"]
    assert made.left_out == foreign


def test_a_folder_that_packages_were_installed_into_is_foreign(tmp_path: Path) -> None:
    """The marks of two installed packages make a folder foreign, with all below it; that of one is an unpacked wheel's, as at the root."""
    marks = ("libs/idna-3.7.dist-info/METADATA", "libs/requests-2.32.3.dist-info/METADATA", "wheel/shop-1.0.dist-info/METADATA")
    own = ("a-1.0.dist-info/METADATA", "b-1.0.dist-info/METADATA", "a.py", "wheel/shop/c.py")
    tree(tmp_path, "pyproject.toml", *marks, *own, "libs/idna/core.py", "libs/requests/sub/api.py")
    made = listing(locate([], str(tmp_path)))
    assert [file.path for file in made.files] == ["a.py", "wheel/shop/c.py"]
    assert made.left_out == {"libs/idna/core.py": "vendored", "libs/requests/sub/api.py": "vendored"}
    assert found(tmp_path, exclude=("!libs/idna/",)) == ["a.py", "libs/idna/core.py", "wheel/shop/c.py"]


def test_a_folder_of_copied_libraries_is_foreign(tmp_path: Path) -> None:
    """A program's `lib` with several well-known libraries beside each other is foreign; one with a copy of one of them is its own."""
    copies = ("lib/requests/api.py", "lib/urllib3/util.py", "lib/certifi/core.py", "lib/six.py", "lib/mako/ast.py")
    own = ("shop/lib/money.py", "shop/lib/six.py", "shop/main.py", "start.py")
    tree(tmp_path, "pyproject.toml", *copies, *own)
    made = listing(locate(list(copies), str(tmp_path)))
    assert [file.path for file in made.files] == list(own)
    assert made.left_out == dict.fromkeys(copies, "vendored")


def test_settings_can_take_a_folder_back_in(tmp_path: Path) -> None:
    """An exclude pattern with an exclamation mark reads what is left out by default, such as a shop's app called vendor."""
    tree(tmp_path, "pyproject.toml", "apps/vendor/models.py", "vendor/lib.py")
    assert found(tmp_path, exclude=("!apps/vendor/",)) == ["apps/vendor/models.py"]


def test_a_foreign_folder_can_be_checked_for_itself(tmp_path: Path) -> None:
    """Where the user gives a folder inside of foreign code as the root, it is read."""
    tree(tmp_path, "pyproject.toml", "site-packages/lib/a.py", "site-packages/lib/b.py")
    assert found(tmp_path, "site-packages/lib") == ["a.py", "b.py"]
    assert found(tmp_path, "site-packages/lib/a.py") == []


def test_only_python_is_read(tmp_path: Path) -> None:
    """Stubs and other files are not read, a script with a Python shebang is."""
    tree(tmp_path, "pyproject.toml", "a.pyi", "b.pyw", "c.txt", "noext")
    (tmp_path / "run").write_text("#!/usr/bin/env python3\n")
    (tmp_path / "sh").write_text("#!/bin/sh\n")
    assert found(tmp_path) == ["b.pyw", "run"]


def test_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    """In a work tree git decides, also for a file that is named; deleted files are no problem, nested repositories are read."""
    tree(tmp_path, ".gitignore", "a.py", "sub/b.py", "gone.py", "local/c.py", "nested/d.py")
    (tmp_path / ".gitignore").write_text("local/\n")
    git(tmp_path, "init")
    git(tmp_path / "nested", "init")
    git(tmp_path, "add", "gone.py")
    (tmp_path / "gone.py").unlink()
    made = listing(locate(["local/c.py"], str(tmp_path)))
    assert [file.path for file in made.files] == ["a.py", "nested/d.py", "sub/b.py"]
    assert made.left_out == {"local/c.py": "ignored by git"}


def test_git_runs_no_command_of_the_scanned_repository(tmp_path: Path) -> None:
    """A file system monitor that the repository's own configuration names is not started."""
    tree(tmp_path, "a.py")
    git(tmp_path, "init")
    hook = tmp_path.parent / "hook.sh"
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/started\n")
    hook.chmod(0o755)
    git(tmp_path, "config", "core.fsmonitor", str(hook))
    assert found(tmp_path) == ["a.py"]
    assert not (tmp_path / "started").exists()


def test_a_repository_that_git_refuses_is_read_all_the_same(tmp_path: Path) -> None:
    """Where git fails (a foreign owner, a broken configuration) nothing is passed over in silence."""
    tree(tmp_path, ".gitignore", "a.py", "local/b.py")
    (tmp_path / ".gitignore").write_text("local/\n")
    git(tmp_path, "init")
    (tmp_path / ".git" / "config").write_text("[broken\n")
    assert found(tmp_path) == ["a.py"]


def test_a_hooks_variables_do_not_mislead_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git's hooks set variables that speak of another repository."""
    tree(tmp_path, "one/a.py", "two/b.py")
    git(tmp_path / "one", "init")
    git(tmp_path / "two", "init")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "one" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "one" / ".git" / "index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "one"))
    assert found(tmp_path / "two") == ["b.py"]


def test_ignore_files_are_obeyed_without_git(tmp_path: Path) -> None:
    """The nearest .gitignore has the last word where there is no git."""
    tree(tmp_path, "setup.py", "a/x.py", "a/keep.py", "b/x.py")
    (tmp_path / ".gitignore").write_text("x.py\nkeep.py\n")
    (tmp_path / "a/.gitignore").write_text("!keep.py\n")
    assert found(tmp_path) == ["a/keep.py", "setup.py"]


def test_patterns_without_sense(tmp_path: Path) -> None:
    """A line of .gitignore that makes no sense is skipped as git does; one of the settings is an error."""
    tree(tmp_path, "pyproject.toml", "a.py", "b.py")
    (tmp_path / ".gitignore").write_text("!\nb.py\n")
    assert found(tmp_path) == ["a.py"]
    with pytest.raises(LogproofError, match="makes no sense"):
        found(tmp_path, exclude=("!",))


def test_links_never_lead_out_of_the_tree(tmp_path: Path) -> None:
    """A link out of the tree and a loop are problems, a link inside is its target, and a looping folder ends."""
    root = tree(tmp_path / "p", "pyproject.toml", "a.py")
    tree(tmp_path, "outside.py")
    (root / "out.py").symlink_to(tmp_path / "outside.py")
    (root / "self.py").symlink_to("self.py")
    (root / "none.py").symlink_to("nothing.py")
    (root / ".#a.py").symlink_to("user@host.1")
    (root / "inside.py").symlink_to("a.py")
    (root / "loop").symlink_to(".")
    problems = {file.path: file.problem for file in listing(locate([], str(root))).files}
    assert problems == {
        "a.py": "",
        "none.py": "it is a symbolic link to nothing",
        "out.py": "it is a symbolic link out of the project, which is not followed",
        "self.py": "it is a symbolic link that leads back to itself",
    }


def test_pipes_are_never_opened(tmp_path: Path) -> None:
    """A named pipe is no source file, neither in the listing nor when it takes a file's place afterwards."""
    tree(tmp_path, "pyproject.toml", "a.py")
    os.mkfifo(tmp_path / "pipe.py")
    os.mkfifo(tmp_path / "pipe")
    made = listing(locate([], str(tmp_path))).files
    assert [file.path for file in made] == ["a.py"]
    (tmp_path / "a.py").unlink()
    os.mkfifo(tmp_path / "a.py")
    with pytest.raises(OSError, match="it is not a regular file"):
        files.read(made[0])


def test_large_files_are_problems(tmp_path: Path) -> None:
    """A file above the bound is not read, but told."""
    tree(tmp_path, "pyproject.toml")
    with (tmp_path / "big.py").open("wb") as stream:
        stream.truncate(LARGEST + 1)
    (file,) = listing(locate([], str(tmp_path))).files
    assert file.problem == "it is larger than 10 MB"


@pytest.mark.parametrize("with_git", [False, True])
def test_odd_names_survive(tmp_path: Path, with_git: bool) -> None:
    """Names with line breaks, escapes or bytes that are no Unicode are read, and their paths are valid Unicode."""
    tree(tmp_path, "pyproject.toml", "a\nb.py", "\x1b[31m.py", "é.py")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.py")).write_bytes(b"x = 1\n")
    if with_git:
        git(tmp_path, "init")
    made = listing(locate([], str(tmp_path))).files
    assert [file.path for file in made] == ["\x1b[31m.py", "\\xff.py", "a\nb.py", "é.py"]
    assert all(files.read(file) == b"x = 1\n" for file in made)


def test_unsaved_content_stands_for_the_file(tmp_path: Path) -> None:
    """Content from standard input takes the place of a file, also of one that does not exist or is no .py file."""
    tree(tmp_path, "pyproject.toml", "a.py")
    for name in ("a.py", "new.py", "odd.txt"):
        made = listing(locate([], str(tmp_path), name), content=b"y = 2\n").files
        assert {file.path: files.read(file) for file in made} == {"a.py": b"x = 1\n"} | {name: b"y = 2\n"}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"# @generated by a tool\n", True),
        (b"#!/usr/bin/env python\n# This file was autogenerated by mktool, do not edit\n", True),
        (b"# Code generated by protoc-gen. DO NOT EDIT.\n", True),
        (b"# Generated by Django 5.0 on 2024-01-01 10:00\n", False),
        (b'"""Tells automatically generated keys from others."""\n', False),
        (b"x = 1\n" * 20 + b"# @generated\n", False),
    ],
)
def test_generated_code_says_so(head: bytes, expected: bool) -> None:
    """Only a comment at the top makes a file generated, and Django's migrations are not."""
    assert generated(head) is expected


def test_test_code_is_known_by_its_path() -> None:
    """The usual names of test code, and nothing that only contains the word."""
    assert all(map(is_test, ("tests/a.py", "x/tests/y/b.py", "test_a.py", "a_test.py", "conftest.py", "app/tests.py")))
    assert not any(map(is_test, ("contest.py", "latest/a.py", "testing.py", "attest_a.py", "django/test/client.py")))


@pytest.mark.parametrize(
    ("path", "test"),
    [
        ("shop/tests/views.py", True),
        ("shop/integration_tests/seed.py", True),
        ("integration_tests/seed.py", True),
        ("shop/shop_tests/seed.py", True),
        ("playwright_tests/pages/login.py", True),
        ("selenium-tests/pages/login.py", True),
        ("smart_tests/client.py", False),
        ("api/e2etests/seed.py", True),
        ("functionaltests/common/client.py", True),
        ("shop/contests/views.py", False),
        ("django/test/client.py", False),
        ("shop/test_views.py", True),
    ],
)
def test_folders_of_tests(path: str, test: bool) -> None:
    """A folder of tests is known by its whole name or its last word; one that is called "test", or at the top, may be the product."""
    assert files.is_test(path) is test
