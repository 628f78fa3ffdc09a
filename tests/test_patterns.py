"""Patterns that search cost no more than a text's length: none begins with a run that each of its own characters begins anew."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker import patterns

sre = pytest.importorskip("re._parser" if hasattr(re, "_parser") else "sre_parse")

ROOT = Path(__file__).resolve().parent.parent
_ENDING = frozenset((("checker.monitoring.blocks", "_TOKEN"), ("checker.rules.heads", "_DECORATOR")))
"""A comment that nobody closes goes to the text's end, at once; and what is read of a rule's own file."""
_SEARCHING = frozenset(("search", "finditer", "findall", "sub", "subn", "split"))
_AT_ONCE = frozenset((("checker.text", "_LINE"), ("checker.source.lexicon.words", "_WORD")))
"""Whatever the run is, a match is found where it begins."""
_LONG = 1_000
"""Repetitions from which on a run is one without bound."""


def _searched() -> Iterator[tuple[str, str, re.Pattern[Any]]]:
    """Module, name and pattern of every compiled pattern that some module searches with, and of those that tell readers what to read."""
    for path in sorted((ROOT / "checker").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "re.compile" not in text:
            continue
        tree = ast.parse(text)
        used = {
            node.func.value.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SEARCHING
            if isinstance(node.func.value, ast.Name)
        } | {"_WORDS"}
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for held, value in vars(importlib.import_module(name)).items():
            if held in used and isinstance(value, re.Pattern | patterns._Compiled) and (name, held) not in _AT_ONCE:
                yield name, held, value


def _starts(parsed: Any, after: bool = False) -> Iterator[tuple[bool, Any]]:
    """What a match may begin with where it can fail ``after`` it, and whether it is bound to the start of a line there."""
    bound = False
    for at, (op, argument) in enumerate(parsed):
        kind = str(op)
        fails = after or any(_may_fail(one) for one in list(parsed)[at + 1 :])
        if kind == "AT":
            bound = bound or str(argument) == "AT_BEGINNING"
            if str(argument) in ("AT_BEGINNING_STRING", "AT_BOUNDARY"):
                return
        elif kind == "ASSERT_NOT" or (kind == "ASSERT" and argument[0] < 0):
            return
        elif kind == "SUBPATTERN":
            yield from ((bound or inner, one) for inner, one in _starts(argument[3], fails))
            if argument[3].getwidth()[0]:
                return
        elif kind == "BRANCH":
            for branch in argument[1]:
                yield from ((bound or inner, one) for inner, one in _starts(branch, fails))
            bound = bound or all(branch.getwidth()[0] or any(str(one[0]) == "AT" for one in branch) for branch in argument[1])
            if all(branch.getwidth()[0] for branch in argument[1]):
                return
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, what = argument
            if int(most) > _LONG:
                if fails:
                    yield bound, what
            else:
                yield from ((bound or inner, one) for inner, one in _starts(what, fails))
            if least and what.getwidth()[0]:
                return
        else:
            return


def _may_fail(element: Any) -> bool:
    kind, argument = str(element[0]), element[1]
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return bool(argument[0])
    if kind == "SUBPATTERN":
        return any(_may_fail(one) for one in argument[3])
    if kind == "BRANCH":
        return all(any(_may_fail(one) for one in branch) for branch in argument[1])
    return True


def _costly(pattern: re.Pattern[Any]) -> list[str]:
    """Runs without bound that a match begins with, at any place or, bound to lines, where they pass over the ends of lines."""
    made = []
    for bound, what in _starts(sre.parse(pattern.pattern, pattern.flags & ~re.DEBUG)):
        if not bound or (pattern.flags & re.MULTILINE and _passes_lines(what)):
            made.append(str(what))
    return made


def _passes_lines(what: Any) -> bool:
    told = str(what)
    return "CATEGORY_SPACE" in told or "ANY" in told or ("NEGATE" in told and "10)" not in told)


def _crossing(parsed: Any, dotall: bool) -> Iterator[str]:
    """Runs without bound over anything, ends of lines too, behind which the match can fail: each beginning looks to the text's end."""
    for at, (op, argument) in enumerate(parsed):
        kind = str(op)
        if kind == "AT" and str(argument) == "AT_BEGINNING_STRING":
            return
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            told, fails = str(argument[2]), any(_may_fail(one) for one in list(parsed)[at + 1 :])
            plain = "NEGATE" not in told and "ASSERT" not in told and "ANY" in told and (dotall or "LITERAL, 10)" in told)
            both = {"CATEGORY_SPACE", "CATEGORY_NOT_SPACE"} <= set(re.findall(r"\w+", told))
            if int(argument[1]) > _LONG and fails and (plain or both):
                yield told
        elif kind == "SUBPATTERN":
            yield from _crossing(argument[3], dotall)
        elif kind == "BRANCH":
            for branch in argument[1]:
                yield from _crossing(branch, dotall)


def _across(pattern: re.Pattern[Any]) -> list[str]:
    return list(_crossing(sre.parse(pattern.pattern, pattern.flags & ~re.DEBUG), bool(pattern.flags & re.DOTALL)))


@pytest.mark.parametrize("pattern", [r"open\((?:.|\n)*close\(", r"(?s)a.*?b", r"x[\s\S]+y", r"a|(b(?:\n|.)*c)"])
def test_a_run_over_anything_is_seen(pattern: str) -> None:
    """The check below is able to fail."""
    assert _across(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"open\(.*close\(", r"\A(?:.|\n)*b", r"a(?:.|\n)*", r"a(?:.|\n){0,80}b", r"x[^)]*\)"])
def test_runs_that_end_are_none_over_anything(pattern: str) -> None:
    """A line's end, the text's beginning, a bound, or nothing behind."""
    assert not _across(re.compile(pattern))


def test_no_pattern_that_searches_looks_to_the_end_from_each_place() -> None:
    """A file that says a hundred times how something begins, and never how it ends, is no reason to wait."""
    asked = ((module, name, _across(pattern)) for module, name, pattern in _searched() if (module, name) not in _ENDING)
    found = [f"{module}.{name}: {told[0]}" for module, name, told in asked if told]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "pattern",
    [r"\s+#", r"\w*Handler\(", r"(?m)^\s*def ", r"(?:\d+|x)(?:s|m)", r"(?m)^(?:\s*a|b)", r"a?\w*b"],
)
def test_a_run_that_begins_anew_at_each_character_is_seen(pattern: str) -> None:
    """The check below is able to fail: these cost the square of a long run."""
    assert _costly(re.compile(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\s)\s+#",
        r"Handler\(",
        r"(?m)^[ \t]*def ",
        r"^\s*a",
        r"\w{0,80}LOG",
        r"\bx\w*",
        r"[a-z]+|\d+",
        r"(?m)^[^\S\n]*:",
        r"(?:^|\s)#+ x",
    ],
)
def test_runs_that_begin_once_are_none(pattern: str) -> None:
    """A look behind, a bound, or the start of the text."""
    assert not _costly(re.compile(pattern))


def test_no_pattern_that_searches_costs_the_square_of_a_run() -> None:
    """A file of blank lines or one endless word is no reason to wait."""
    found = [f"{module}.{name}: {_costly(pattern)[0]}" for module, name, pattern in _searched() if _costly(pattern)]
    assert not found, "\n".join(found)
