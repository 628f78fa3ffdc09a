"""Print, per rule, how many cases pass, and how many marks are missed and alarms false; arguments are rules to show in detail.

Run it as ``python -m tests.cases.score [RULE ...]``; it never fails.
"""

from __future__ import annotations

import sys
from collections import defaultdict

from tests.cases.judging import Case, Outcome, cases, judge

_ROW = "{:<28} {:>6} {:>7} {:>7} {:>13} {:>14}"


def main(detailed: list[str]) -> None:
    """Judge every case and print the table."""
    judged: dict[str, list[tuple[Case, Outcome]]] = defaultdict(list)
    for case in cases():
        if not detailed or case.rule in detailed:
            judged[case.rule].append((case, _outcome(case)))
    print(_ROW.format("rule", "cases", "silent", "passed", "missed alarms", "false alarms"))
    for rule, pairs in judged.items():
        print(_row(rule, pairs))
    print(_row("all", [pair for pairs in judged.values() for pair in pairs]))
    for rule in detailed:
        for case, outcome in judged[rule]:
            if not outcome.passed:
                print(f"\n{case.id}\n{outcome}")


def _outcome(case: Case) -> Outcome:
    try:
        return judge(case)
    except Exception as error:  # noqa: BLE001  # the score is wanted most while the tool is broken
        return Outcome((f"the run ended with {type(error).__name__}: {error}",), ())


def _row(label: str, pairs: list[tuple[Case, Outcome]]) -> str:
    outcomes = [outcome for _, outcome in pairs]
    return _ROW.format(
        label,
        len(pairs),
        sum(case.silent for case, _ in pairs),
        sum(outcome.passed for outcome in outcomes),
        sum(len(outcome.missed) for outcome in outcomes),
        sum(len(outcome.false_alarms) for outcome in outcomes),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
