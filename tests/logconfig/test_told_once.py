"""One cause in a configuration is one finding, however many parts of the project it reaches."""

from __future__ import annotations

from checker.model import Finding
from tests.cases.judging import cases, run


def _found(rule: str, name: str) -> list[Finding]:
    case = next(one for one in cases(rule) if one.name == name)
    return [one for one in run(case.example) if one.rule == rule]


def test_a_variable_that_two_processes_read_is_told_once() -> None:
    """``LOG_LEVEL: DEBUG`` of a compose file is one finding, at its line, though two modules set the root logger up with it."""
    assert [one.span.path for one in _found("debug-level-in-production", "one_variable_of_two_processes")] == ["docker-compose.yml"]
