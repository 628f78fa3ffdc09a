"""Whole configurations as projects have them: each flaw is told once, in its place, and nothing else is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.pipeline import Request, check

HERE = Path(__file__).resolve().parent / "configurations"
_PROJECT = re.compile(r"^#### (?P<name>[\w-]+): (?P<what>.*)\n", re.MULTILINE)
_FILE = re.compile(r"^# file: (?P<path>\S+)\n", re.MULTILINE)
_MARK = re.compile(r"[ ]*# expect (?P<marks>LP\d{3}: .*)$")


@dataclass(frozen=True, slots=True)
class Project:
    """One configuration with what must be said of it."""

    name: str
    files: tuple[tuple[str, str], ...]
    expected: tuple[tuple[str, int, str, str], ...]
    """Path, line, code and words of the message, sorted."""


def projects() -> Iterator[Project]:
    """Every project of every file, by name."""
    for path in sorted(HERE.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        heads = list(_PROJECT.finditer(text))
        for head, end in zip(heads, [*(one.start() for one in heads[1:]), len(text)], strict=True):
            yield _project(f"{path.stem}-{head['name']}", text[head.end() : end])


def _project(name: str, text: str) -> Project:
    marks = list(_FILE.finditer(text))
    files, expected = [], []
    for mark, end in zip(marks, [*(one.start() for one in marks[1:]), len(text)], strict=True):
        lines = text[mark.end() : end].rstrip().split("\n")
        for number, line in enumerate(lines, 1):
            found = _MARK.search(line)
            for one in found["marks"].split("; ") if found else ():
                code, _, words = one.partition(": ")
                expected.append((mark["path"], number, code, words))
        files.append((mark["path"], "\n".join(_MARK.sub("", line) for line in lines) + "\n"))
    return Project(name, tuple(files), tuple(sorted(expected)))


PROJECTS = tuple(projects())


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_a_configuration_is_told_of_once(project: Project, tmp_path: Path) -> None:
    """By default exactly the marked findings about configuration are shown, each in its line and with its words."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "shop"\n', encoding="utf-8")
    for path, text in project.files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    report = check(Request(cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1)).report
    found = [one for one in report.findings if one.code.startswith("LP5") or one.rule == "unread-file"]
    told = sorted((one.span.path, one.span.line, one.code) for one in found)
    assert told == [one[:3] for one in project.expected], "\n".join(
        f"{one.span.path}:{one.span.line} {one.code} {one.message}" for one in found
    )
    for path, line, code, words in project.expected:
        texts = [one.message for one in found if (one.span.path, one.span.line, one.code) == (path, line, code)]
        assert any(words in text for text in texts), (words, texts)


def test_there_are_enough_of_both() -> None:
    """At least sixty configurations have a flaw and at least forty have none, all with names of their own."""
    flawed = [one for one in PROJECTS if one.expected]
    assert len(flawed) >= 60
    assert len(PROJECTS) - len(flawed) >= 40
    assert len({one.name for one in PROJECTS}) == len(PROJECTS)
