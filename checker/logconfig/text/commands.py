"""Command lines that go over several lines: continued ones, folded ones, and lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NEAR = 12
"""Lines after the program's name that may still be of its command."""

_FOLDED = re.compile(r"\s*--|\s+-[A-Za-z]")
"""An option at the beginning of a line: ini files and folded texts need no mark that a command goes on."""
_SCRIPT = re.compile(
    r"(?<![\w.-])python[\d.]{0,6}[\"',\s]{1,8}(?:-[uBOI][\"',\s]{1,8})*(?:-m[\"',\s]{1,8}(?P<module>\w[\w.]*)|(?P<file>[\w./-]+\.py))(?![\w./-])"
)


_TOLD_OF = re.compile(r"\b(?:[ef]?grep|pgrep|pkill|killall|pidof|echo|printf)\b[^;&|]{0,200}$")
"""Looks for processes by their command line, ends them, or prints it."""


def is_told_of(line: str, start: int) -> bool:
    """Whether a command that begins there is only named: ``pkill -f "celery worker"``."""
    return bool(_TOLD_OF.search(line[:start]))


def script_of(command: str) -> str:
    """The file that a command has Python start, or the module after ``-m``; ``""`` where it starts none."""
    match = _SCRIPT.search(command)
    return (match["module"] or match["file"]) if match is not None else ""


def is_comment(line: str) -> bool:
    """Whether a line is none of a command, though it names a program."""
    return line.lstrip().startswith(("#", ";", "//", "- name:", "image:"))


def command_lines(text: list[str], first: int, end: int, start: int) -> Iterator[tuple[int, str]]:
    """Number and text of a command's lines: its own, continued ones, and the items of the list that it begins."""
    yield first, " " * start + text[first - 1][start:]
    item = text[first - 1].lstrip().startswith(("-", '"', "'"))
    for number in range(first + 1, min(end, first + _NEAR)):
        line, before = text[number - 1], text[number - 2].rstrip()
        goes_on = before.endswith(("\\", ">", "|", ">-", "|-", ",")) or (item and line.lstrip().startswith(("-", '"', "'")))
        if not goes_on and not _FOLDED.match(line):
            return
        if not is_comment(line):
            yield number, line
