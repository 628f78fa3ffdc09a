"""How much a trace does with many rules and many events: what depends on the rule alone is done once for each rule."""

from __future__ import annotations

import cProfile
from pathlib import Path

from tests.trace.projects import PLAIN, PROMTAIL, traced

_RULES = 60
_ONCE_FOR_A_RULE = ("by_words", "fed_by", "feeding", "content", "_names")
"""Functions that look at nothing but a rule, or a text of it."""


def _calls(folder: Path, events: int) -> tuple[dict[str, int], int]:
    """Calls of each function while so many events are traced against the rules, and of all functions."""
    code = "".join(f"def step_{at}(user):\n    log.warning('login failed in step {at} for %s', user)\n\n\n" for at in range(events))
    rules = "".join(
        f'      - alert: Part{at}Fails\n        expr: rate({{app="shop"}} |= "part {at} is down" | logfmt | level="error" [5m]) > 1\n'
        f"        annotations: {{summary: Part {at} fails, description: Too often}}\n"
        for at in range(_RULES)
    )
    files = {
        "shop/logs.py": PLAIN, "shop/accounts.py": f"import logging\n\nlog = logging.getLogger(__name__)\n\n\n{code}",
        "deploy/promtail.yaml": PROMTAIL, "deploy/rules.yaml": f"groups:\n  - name: parts\n    rules:\n{rules}",
    }  # fmt: skip
    profile = cProfile.Profile(subcalls=False, builtins=False)
    profile.enable()
    try:
        matrix = traced(folder, files)
    finally:
        profile.disable()
    assert len(matrix.of("authn_login_fail")) == events, "each place is an event of its own"
    counted: dict[str, int] = {}
    for entry in profile.getstats():
        name = getattr(entry.code, "co_name", "")
        counted[name] = counted.get(name, 0) + entry.callcount
    return counted, sum(counted.values())


def test_what_a_rule_says_is_looked_at_once(tmp_path: Path) -> None:
    """More events make no more calls of what looks at a rule alone, but for the events' own texts."""
    few, _ = _calls(tmp_path / "few", 2)
    many, _ = _calls(tmp_path / "many", 42)
    assert {name: few.get(name, 0) for name in _ONCE_FOR_A_RULE if not few.get(name)} == {}, "they are called so"
    assert {name: (few[name], many[name]) for name in _ONCE_FOR_A_RULE if many[name] > few[name] + 3 * 40} == {}


def test_a_rule_and_an_event_cost_little(tmp_path: Path) -> None:
    """Each further event costs few calls for each rule that it is held against."""
    _calls(tmp_path / "first", 1)  # what every run takes apart once
    _, few = _calls(tmp_path / "few", 2)
    _, many = _calls(tmp_path / "many", 42)
    assert (many - few) / (40 * _RULES) < 80
