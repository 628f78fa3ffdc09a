"""What is ruled out of a function before its ways are put together is in none of them."""

from __future__ import annotations

from typing import Any

import pytest

from checker.source.audit.foreseen import Foreseen
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome
from checker.source.program import Program
from tests.cases.judging import cases
from tests.robustness import analysis

RULES = ("unlogged-access-denial", "unlogged-login-failure", "unlogged-verification-failure")


def _outcomes(files: list[tuple[str, str]]) -> list[Any]:
    modules = [analysis.index(path, text.encode()) for path, text in files if path.endswith(".py")]
    return list(Program(modules, analysis.policy().vocabulary).facts({AuthOutcome, RecordedOutcome}))


@pytest.mark.parametrize("rule", RULES)
def test_nothing_is_lost(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case has the same outcomes where every function's ways are looked at one by one; of the many cases each fourth is asked."""
    examples = [case.example.files for case in cases() if case.rule == rule][::4]
    foreseen = [_outcomes(files) for files in examples]
    monkeypatch.setattr(Foreseen, "may_refuse", lambda *_, **__: True)
    monkeypatch.setattr(Foreseen, "may_fail", lambda *_: True)
    assert any(foreseen)
    assert [_outcomes(files) for files in examples] == foreseen
