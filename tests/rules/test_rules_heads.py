"""What is read of rules without running their files."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from checker.rule import Rule
from checker.rules import registry, rules_of
from checker.rules.heads import read_rules

ROOT = Path(__file__).resolve().parents[2]
_SHAPE = '''"""A title

Text.
"""

from checker.model import Severity
{imports}

{before}@rule("LP999", "some-name", fact=LogCall, severity=Severity.HIGH{more})
def some_name(call, project, parameters):
    yield
'''


def shaped(imports: str = "from checker.source.facts.records import Argument, LogCall", before: str = "", more: str = "") -> bytes:
    """A rule's file."""
    return _SHAPE.format(imports=imports, before=before, more=more).encode()


@pytest.mark.parametrize("rule", registry(), ids=lambda rule: rule.name)
def test_a_rule_reads_as_it_runs(rule: Rule) -> None:
    """What is read of a shipped rule's file is what its decorator makes, page, fact and function included."""
    path = ROOT / f"{rule.module.replace('.', '/')}.py"
    (read,) = read_rules(path.read_bytes(), rule.module) or ()
    (made,) = rules_of(import_module(rule.module))
    plain = [field.name for field in fields(Rule) if field.name not in ("literal", "body")]
    assert [getattr(read, name) for name in plain] == [getattr(made, name) for name in plain]
    assert (read.page, read.fact, read.check, read.judge) == (made.page, made.fact, made.check, made.judge)
    assert read.info() == made.info()


def test_the_registry_imports_no_rule() -> None:
    """Asking for all rules imports the file of none, nor what it is about."""
    code = "import sys; from checker.rules import registry; n = len(registry()); print(n > 50, [m for m in sys.modules if m.count('.') > 2 "
    code += "and m.startswith('checker.rules.') or m.startswith('checker.source')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "True []\n"


@pytest.mark.parametrize(
    ("file", "defaults"),
    [
        (shaped(more=", cwe=(1, 2), most=-3, names=['a'], on=True"), {"most": -3, "names": ["a"], "on": True}),
        (shaped(before="_WORDS = ('a', 'b')\n", more=", names=_WORDS, several=list(_WORDS)"), {"names": ("a", "b"), "several": ["a", "b"]}),
        (shaped("from checker.source.facts.records import (\n    Argument,\n    LogCall,\n)"), {}),
        (shaped(more=", judge=whoever"), {}),
    ],
    ids=["literals", "constants", "brackets", "judge"],
)
def test_plain_decorators_are_read(file: bytes, defaults: dict[str, object]) -> None:
    """Literals, constants of the file, and facts that are imported by name are understood."""
    (read,) = read_rules(file, "some.module") or ()
    assert (read.code, read.name, read.about, read.function) == ("LP999", "some-name", "checker.source.facts.records.LogCall", "some_name")
    assert (read.defaults, read.page.title) == (defaults, "A title")


@pytest.mark.parametrize(
    "file",
    [
        shaped("from checker.source.facts.records import LogCall as Call"),
        shaped("class LogCall: ..."),
        shaped(more=", most=len('abc')"),
        shaped(before="_A = 1\n_A = 2\n", more=", most=_A"),
        shaped(before="_A = len('abc')\n", more=", most=_A"),
        shaped(more=", **_more"),
        shaped().replace(b"def some_name", b"@cache\ndef some_name"),
        shaped() + b"@rule(*words)\ndef other(call): ...\n",
        shaped().replace(b'"""', b"'''"),
        shaped().replace(b"Severity.HIGH", b"severe"),
        b"\xff" + shaped(),
        b"",
    ],
    ids=["renamed", "own", "call", "twice", "made", "stars", "decorated", "other", "quotes", "word", "bytes", "empty"],
)
def test_what_the_text_does_not_tell_is_left_to_the_import(file: bytes) -> None:
    """A file that has to be run to be known is not guessed at."""
    assert read_rules(file, "some.module") is None
