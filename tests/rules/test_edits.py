"""The leak rules' fixes by text: they change what they mean to change, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from checker.model import Edit, Span
from checker.rule import Message
from checker.rules.leaks._edits import quoted, switched_off
from checker.source.facts.records import LogCall, SetupCall


@dataclass(frozen=True)
class Around:
    """The part of the walk's surroundings that fixes look at."""

    source: str


def applied(file: str, edits: tuple[Edit, ...]) -> str:
    """The file's text after the edits."""
    lines = file.splitlines(keepends=True)
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        assert edit.span.line == edit.span.end_line
        line = lines[edit.span.line - 1]
        lines[edit.span.line - 1] = line[: edit.span.column - 1] + edit.replacement + line[edit.span.end_column - 1 :]
    return "".join(lines)


def place(file: str, call: str) -> Span:
    """Where a call stands in a file of one statement."""
    before = file[: file.index(call)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Span("a.py", line, column, line, column + 1)


def diagnose(file: str, call: str = "logger.add(") -> str | None:
    """The file with loguru's switch turned, ``None`` where there is no fix."""
    setup = SetupCall(place(file, call), "", "loguru-diagnose", "diagnose", "loguru.logger.add")
    message = switched_off(setup, Message("text"), Around(file.strip()), "diagnose", safe=True)
    return applied(file, message.fix.edits) if message.fix else None


@pytest.mark.parametrize(
    ("file", "fixed"),
    [
        ("logger.add(out, diagnose=True)\n", "logger.add(out, diagnose=False)\n"),
        ("    handler = logger.add(out, diagnose = 1, level=1)\n", "    handler = logger.add(out, diagnose = False, level=1)\n"),
        (
            "    logger.add(\n        out,\n        diagnose=True,  # why\n    )\n",
            "    logger.add(\n        out,\n        diagnose=False,  # why\n    )\n",
        ),
        ("logger.add(out, diagnose=True)  # logger.add()\n", "logger.add(out, diagnose=False)  # logger.add()\n"),
    ],
)
def test_a_switch_is_turned_in_place(file: str, fixed: str) -> None:
    """Only the value changes, on whichever line it stands, and comments stay."""
    assert diagnose(file) == fixed


@pytest.mark.parametrize(
    "file",
    [
        "logger.add(out, diagnose=True)  # diagnose=True\n",
        "x = [logger.add(a, diagnose=False), logger.add(b, diagnose=True)]\n",
        "logger.add(out, **{'diagnose': True})\n",
    ],
)
def test_doubt_gives_no_fix(file: str) -> None:
    """Where the text does not say which one is meant, nothing is changed."""
    assert diagnose(file) is None


def repr_of(file: str, template: str, *positions: int) -> str | None:
    """The file with these arguments written by ``%r``, ``None`` where there is no fix."""
    call = LogCall(place(file, "log.info("), "", "logging", "info", "log.info", (), template)
    message = quoted(call, Message("text"), Around(file.strip()), frozenset(positions))
    return applied(file, message.fix.edits) if message.fix else None


@pytest.mark.parametrize(
    ("file", "template", "positions", "fixed"),
    [
        ('  log.info("a %s b %s", a, b)\n', "a %s b %s", (2,), '  log.info("a %s b %r", a, b)\n'),
        ('  log.info("a %s b %s", a, b)\n', "a %s b %s", (1, 2), '  log.info("a %r b %r", a, b)\n'),
        ('log.info("%d%% of %s", a, b)\n', "%d%% of %s", (2,), 'log.info("%d%% of %r", a, b)\n'),
        ('log.info(\n    "a %s",\n    a,\n)\n', "a %s", (1,), 'log.info(\n    "a %r",\n    a,\n)\n'),
    ],
)
def test_only_the_raw_values_are_quoted(file: str, template: str, positions: tuple[int, ...], fixed: str) -> None:
    """Each raw argument's own placeholder becomes ``%r``."""
    assert repr_of(file, template, *positions) == fixed


@pytest.mark.parametrize(
    ("file", "template", "positions"),
    [
        ('log.info("a %-10s", a)\n', "a %-10s", (1,)),
        ('log.info(f"a {a}")\n', "", (0,)),
        ('log.info("a\\n%s", a)\n', "a\n%s", (1,)),
        ('log.info("a %s", a, b)\n', "a %s", (2,)),
        ('log.info("a %s", a)\n', "a %s", ()),
        ('log.info("a %s", "a %s")\n', "a %s", (1,)),
    ],
)
def test_an_unclear_template_gives_no_fix(file: str, template: str, positions: tuple[int, ...]) -> None:
    """Other conversions, f-strings, escapes and too few placeholders are left to the reader."""
    assert repr_of(file, template, *positions) is None


def test_a_fix_changes_nothing_else_of_the_message() -> None:
    """Text, steps and confidence stay as the rule said them."""
    call = LogCall(Span("a.py", 1, 1, 1, 2), "", "logging", "info", "log.info", (), "%s")
    message = Message("text", help="help")
    fixed = quoted(call, message, Around('log.info("%s", a)'), frozenset({1}))
    assert fixed.fix is not None
    assert replace(fixed, fix=None) == message
