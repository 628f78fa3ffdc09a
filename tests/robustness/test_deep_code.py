"""Code nested or chained beyond reason is analysed or said to be too deep, and never takes the run along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.robustness import scratch
from tests.robustness.scratch import LEAK


def _pyramid(head: str, count: int, last: str) -> str:
    """So many blocks within each other."""
    return "".join(f"{' ' * level}{head.format(level)}:\n" for level in range(count)) + " " * count + f"{last}\n"


DEEP = {
    "attributes": "x = a" + ".b" * 6000,
    "attributes_logged": "log.info(a" + ".b" * 6000 + ".password)",
    "method_calls": "x = a" + ".b()" * 6000,
    "items": "x = a" + "[0]" * 6000,
    "parentheses": "x = " + "(" * 10_000 + "1" + ")" * 10_000,
    "allowed_parentheses": "x = " + "(" * 150 + "1" + ")" * 150,
    "lists": "x = " + "[" * 3000 + "]" * 3000,
    "calls": "x = " + "f(" * 3000 + ")" * 3000,
    "calls_logged": "log.info(" + "f(" * 90 + "a" + ")" * 90 + ")",
    "plus": "x = " + " + ".join(["a"] * 50_000),
    "plus_logged": "log.info(" + " + ".join(["a"] * 50_000) + ")",
    "percent": "x = a" + " % a" * 5000,
    "power": "x = " + "a ** " * 3000 + "1",
    "and": "x = " + " and ".join(["a"] * 50_000),
    "compared": "x = " + " < ".join(["a"] * 50_000),
    "not": "x = " + "not " * 5000 + "1",
    "minus": "x = " + "-" * 5000 + "1",
    "choices": "x = " + "a if b else " * 3000 + "1",
    "lambdas": "x = " + "lambda: " * 3000 + "1",
    "texts": "x = (" + "'a'\n" * 50_000 + ")",
    "targets": "x = " * 3000 + "1",
    "comprehension": "x = [1" + " for a in a" * 3000 + "]",
    "elif": "if a: pass\n" + "elif a: pass\n" * 5000,
    "functions": _pyramid("def f{}()", 3000, "pass"),
    "allowed_functions": _pyramid("def f{}(password)", 90, "log.info(a)"),
    "classes": _pyramid("class A{}", 90, "pass"),
    "conditions": _pyramid("if a", 99, "pass"),
    "long_line": "x = [" + "1," * 200_000 + "]",
    "long_text": "x = '" + "a" * 5_000_000 + "'",
    "import": "import a" + ".a" * 20_000,
    "digits": "x = " + "9" * 5000,
    "decorators": "@a\n" * 5000 + "def f(): pass",
    "semicolons": "a;" * 20_000,
}
BESIDE = {
    "and": "x = " + " and ".join(["a"] * 20_000),
    "import": "import a" + ".a" * 20_000,
    "comprehension": "x = [1" + " for a in a" * 3000 + "]",
    "compared": "x = " + " < ".join(["a"] * 20_000),
    "texts": "x = (" + "'a' " * 20_000 + ")",
    "plus": "x = " + " + ".join(["a"] * 20_000),
    "arguments": "f(" + ", ".join(f"a{number}=1" for number in range(5000)) + ")",
}
"""Statements that stand in one function with a leak, where the walk has to parse them."""


def test_deep_code_costs_its_own_file(tmp_path: Path) -> None:
    """The leak before the deep code is found, or the file is unread with a sentence; every other file is analysed."""
    files = {f"{name}.py": f"{LEAK}\n\n{text}\n" for name, text in DEEP.items()}
    scratch.project(tmp_path, {**files, "good.py": LEAK})
    done = scratch.command(tmp_path, "--report", "json", "-j2", seconds=300)
    assert done.returncode == 3, done.stderr[-500:]
    found: dict[str, str] = {}
    for one in json.loads(done.stdout)["findings"]:
        found.setdefault(one["span"]["path"], one["message"])
    assert set(found) == {*files, "good.py"}
    told = {path: message for path, message in found.items() if "could not be analysed" in message}
    assert all("deep" in message or "too many" in message or "limit" in message for message in told.values()), told
    assert {"parentheses.py", "lists.py", "calls.py", "functions.py"} <= set(told)
    analysed = {"good.py", "attributes.py", "calls_logged.py", "elif.py", "texts.py", "allowed_functions.py", "long_text.py", "targets.py"}
    assert not analysed & set(told)


def test_the_walk_gets_past_what_its_parser_cannot_take(tmp_path: Path) -> None:
    """A statement that libcst would crash on, or take minutes for, leaves the leak beside it with its place and no crash."""
    body = {f"{name}.py": f"{LEAK}    {text}\n" for name, text in BESIDE.items()}
    scratch.project(tmp_path, body)
    done = scratch.command(tmp_path, "--report", "concise", "-j1", seconds=300)
    told = done.stdout.decode()
    too_deep = told.count("it is nested too deeply")  # for the ast of newer Pythons
    assert (told.count("LP101") + too_deep, told.count("crashed")) == (len(BESIDE), 0), told[-2000:]
    assert too_deep <= 1


@pytest.mark.parametrize("link", [".b", "+a", "()", "[0]", ".b()"])
def test_chains_that_crash_pythons_parser(link: str, tmp_path: Path) -> None:
    """Where Python's own parser runs out of stack, as 3.10's does, only the file that it was given is lost, also in a run of few files."""
    scratch.project(tmp_path, {"chain.py": f"{LEAK}\n\nx = a{link * 300_000}\n", "good.py": LEAK})
    made = scratch.report(tmp_path)
    assert [(found.span.path, found.code) for found in made.findings] == [("chain.py", "LP001"), ("good.py", "LP101")]


@pytest.mark.parametrize("lines", [300, 1200])
def test_long_chains_of_values(tmp_path: Path, lines: int) -> None:
    """A value handed from name to name, function to function or attribute to attribute ends within the bounds of the stack."""
    many = range(lines)
    scratch.project(
        tmp_path,
        {
            "names.py": "import getpass\nx0 = getpass.getpass()\n" + "".join(f"x{i + 1} = x{i}\n" for i in many) + f"print(x{lines})\n",
            "local.py": f"{LEAK}    x0 = password\n" + "".join(f"    x{i + 1} = x{i}\n" for i in many) + f"    log.info(x{lines})\n",
            "changed.py": f"{LEAK}" + "    password = password.strip()\n" * lines + "    log.info(password)\n",
            "down.py": f"{LEAK}"
            + "".join(f"def f{i}(x):\n    f{i + 1}(x)\n" for i in many)
            + f"def f{lines}(x):\n    log.info(x)\nf0(password)\n",
            "up.py": f"{LEAK}"
            + "".join(f"def f{i}(x):\n    return f{i + 1}(x)\n" for i in many)
            + f"def f{lines}(x):\n    return x\nlog.info(f0(password))\n",
            "attributes.py": f"{LEAK}class A:\n    def __init__(self, password):\n        self.x0 = password\n"
            + "".join(f"        self.x{i + 1} = self.x{i}\n" for i in many)
            + f"    def show(self):\n        log.info(self.x{lines})\n",
        },
    )
    made = scratch.report(tmp_path)
    assert made.unread == 0
    assert {"local.py", "changed.py", "down.py", "up.py", "attributes.py"} <= {found.span.path for found in made.findings}


def test_functions_that_return_what_they_give(tmp_path: Path) -> None:
    """What a record's field holds is looked for once in a function that returns its own result, and in two that return each other's."""
    text = (
        "import logging\nfrom pydantic import BaseModel\nlog = logging.getLogger(__name__)\n\n\n"
        "class Token(BaseModel):\n    access_token: str\n\n\n"
        "def login(form) -> Token:\n    granted = login(form)\n    log.info(granted.access_token)\n    return granted\n\n\n"
        "def one(form) -> Token:\n    made = other(form)\n    log.info(made.access_token)\n    return made\n\n\n"
        "def other(form) -> Token:\n    made = one(form)\n    return made\n"
    )
    scratch.project(tmp_path, {"tokens.py": text})
    made = scratch.report(tmp_path)
    assert [(found.span.line, found.code) for found in made.findings] == [(12, "LP101"), (18, "LP101")]
