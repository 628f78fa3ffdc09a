"""What `logproof policy show` says of requirements: which rules serve each, and which nothing serves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from checker.coverage.serving import serving
from checker.policy import Effective
from checker.release.claims import Claim
from checker.report.ranking import counted
from checker.rule import Rule, kind


def lines(effective: Effective, rules: Sequence[Rule]) -> Iterator[str]:
    """Every requirement with its rules, then those that nothing serves."""
    if not effective.requirements:
        yield "This pack lists no requirements."
        return
    yield "A finding of a rule is a failure of the requirement below which it stands. That there is none does not prove the whole of it."
    yield ""
    nothing, silent = [], []
    for requirement in effective.requirements:
        found = serving(requirement, rules)
        yield f"{requirement.id}  {requirement.text}"
        yield from (f"      {_rule(effective, rule)}" for rule in found)
        if not found:
            yield "      nothing serves it"
            nothing.append(requirement.id)
        elif not any(_speaks(effective, rule) for rule in found):
            silent.append(requirement.id)
    total = counted(len(effective.requirements), "requirement")
    yield ""
    yield f"Nothing serves {len(nothing)} of {total}: {', '.join(nothing)}." if nothing else f"Rules serve each of {total}."
    if silent:
        yield f"Only rules that this pack does not let speak serve {', '.join(silent)}."


def data(effective: Effective, rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """For ``--format json``; ``served`` is whether a rule that serves it runs and is shown."""
    return [
        {
            "id": each.id,
            "text": each.text,
            "rules": [rule.name for rule in found],
            "served": any(_speaks(effective, rule) for rule in found),
        }
        for each in effective.requirements
        for found in [serving(each, rules)]
    ]


def _speaks(effective: Effective, rule: Rule) -> bool:
    setting = effective.rules[rule.name]
    return setting.enabled and setting.confidence >= effective.min_confidence


def _rule(effective: Effective, rule: Rule) -> str:
    """One line; a number that is 0 is told, for a rule such as `short-log-retention` then asks for nothing."""
    setting = effective.rules[rule.name]
    told = [f"{setting.severity.label} severity, {setting.confidence.label} confidence"] if setting.enabled else []
    if not rule.enabled:
        told.append("off by default, and here" if not setting.enabled else "off by default, on here")
    elif not setting.enabled:
        told.append("off here")
    if setting.enabled and not _speaks(effective, rule):
        told.append("below the confidence that is shown")
    if setting.locked:
        told.append("locked")
    told += [f"{key}: 0" for key, value in setting.parameters.items() if type(value) is int and value == 0]
    if rule.about == kind(Claim):
        told.append("in `logproof verify`")
    return f"{rule.code} {rule.name}  {', '.join(told)}"
