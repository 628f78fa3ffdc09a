"""`must_log`: its forms, its mistakes, the page that documents it, and names that mean nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.model import Finding
from checker.pipeline import Request, check
from checker.policy import Effective
from checker.vocabulary import Required

ROOT = Path(__file__).resolve().parents[2]
Resolve = Callable[..., Effective]
Complaints = Callable[..., list[str]]


def test_a_line_stands_for_a_table(resolved: Resolve) -> None:
    """A dotted name is a function, a text with a slash a path, one that begins with @ a decorator; a table says all of it."""
    text = """\
vocabulary:
  must_log:
    - shop.orders.refund
    - DELETE /admin/**
    - "@admin_only"
    - {event: exported, calls: ["*.export"], routes: [/csv], decorators: [house.audited]}
"""
    assert resolved(text).vocabulary.must_log == (
        Required(calls=("shop.orders.refund",)),
        Required(routes=("DELETE /admin/**",)),
        Required(decorators=("admin_only",)),
        Required(event="exported", calls=("*.export",), routes=("/csv",), decorators=("house.audited",)),
    )


def test_mistakes_are_told_with_their_place(complaints: Complaints) -> None:
    """A wrong key gets a hint, a call with its brackets and a path without its slash are refused, and so is an entry that names nothing."""
    text = """\
vocabulary:
  must_log:
    - refund()
    - {rutes: [/csv]}
    - {routes: [csv]}
    - {event: exported}
  must_lg: []
"""
    assert [problem.partition(" or ")[0] for problem in complaints(text)] == [
        "logproof.yaml:3:7: `refund()` must be a dotted name such as myproject.text.scrub",
        "logproof.yaml:4:8: unknown key `rutes`\n  hint: did you mean `routes`?",
        "logproof.yaml:5:17: `csv` must be a path such as /orders/*/refund",
        "logproof.yaml:6:7: the value names nothing: give it calls, routes",
        "logproof.yaml:7:3: unknown key `must_lg`\n  hint: did you mean `must_log`?",
    ]


def test_the_documented_vocabulary_is_valid(resolved: Resolve) -> None:
    """Every YAML block of the page that documents the vocabulary is accepted, and adds what it shows."""
    page = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    found = [resolved(block).vocabulary for block in blocks]
    assert [one for one in found if one.must_log]
    assert [one for one in found if one.verifiers and one.refusals and one.changes and one.boundaries and one.trails]


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("shop.orders.refnd", ": did you mean `shop.orders.refund`?"),
        ("*.refnd", ": did you mean `*.refund`?"),
        ("@shop.orders.refund", ": did you mean `shop.orders.refund`?"),
        ("old.place.refund", ": did you mean `shop.orders.refund`?"),
        ("/refunds", ""),
        ("stripe.Refund.create", ""),
    ],
)
def test_a_name_that_means_nothing_is_reported(tmp_path: Path, named: str, hint: str) -> None:
    """Nothing of that name in the project: the settings' line says so, with the nearest name where one is near."""
    (tmp_path / "pyproject.toml").write_text(f'[tool.logproof.vocabulary]\nharmless = ["x"]\nmust_log = ["{named}"]\n')
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "orders.py").write_text("def refund(order):\n    print(order)\n")
    findings = check(Request(cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1)).report.findings
    told = [(one.span.path, one.span.line, one.message) for one in findings if one.rule == "unmatched-must-log"]
    assert told == [("pyproject.toml", 3, f"`{named}` below `must_log` means nothing here{hint}")]


def test_the_memory_knows_what_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run from the cache says the same as the first; a function that is renamed makes its name unknown."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = tmp_path / "project"
    project.mkdir()
    (project / "logproof.yaml").write_text("vocabulary: {must_log: [orders.refund, /refund]}\n")
    code = 'from django.urls import path\nfrom orders import refund\nurlpatterns = [path("refund", refund)]\n'
    (project / "urls.py").write_text(code)

    def found(text: str) -> list[tuple[str, int, str]]:
        (project / "orders.py").write_text(text)
        told = [[(one.span.path, one.span.line, one.rule) for one in _check(project)] for _ in range(2)]
        assert told[0] == told[1]
        return told[0]

    first = found("def refund(request):\n    pay(request)\n    return 1\n")
    assert first == [("orders.py", 3, "unlogged-required-event")]
    assert found("def pay_back(request):\n    pay(request)\n    return 1\n") == [("logproof.yaml", 1, "unmatched-must-log")] * 2


def _check(project: Path) -> tuple[Finding, ...]:
    return check(Request(cwd=str(project), today="2026-01-01", jobs=1)).report.findings
