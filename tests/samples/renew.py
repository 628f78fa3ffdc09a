"""``python -m tests.samples.renew``: writes expected.json anew, keeps known verdicts, and shows the code of what is to be judged."""

from __future__ import annotations

import tempfile
from pathlib import Path

from checker.model import Report, Step
from checker.report.escape import log_line, one_line, visible
from tests.samples.verdicts import EXPECTED, UNREAD, VERDICTS, Expected, Judged, differences, load, places, renewed, save, scan
from tests.samples.wheels import unpack, wheels

_AROUND = 6
"""So many lines of code are shown on each side of a finding."""


def main() -> None:
    """Renew the file; print what changed and what is left to judge."""
    known: Expected = load() if EXPECTED.exists() else {}
    expected: Expected = {}
    with tempfile.TemporaryDirectory() as scratch:
        for pin, wheel in wheels().items():
            folder = Path(scratch, pin.name)
            unpack(wheel, folder)
            report = scan(folder)
            before, shown = known.get(pin.name, []), places(report)
            expected[pin.name] = renewed(before, shown)
            print(f"{pin.name} {pin.version}: {len(shown)} findings, {report.lines} lines")
            print("".join(f"  {line}\n" for line in differences(before, shown)), end="")
            for one in expected[pin.name]:
                if one.verdict == UNREAD:
                    print(_frame(one, shown[one.place], report))
    save(expected)
    counts = [f"{verdict} {sum(one.verdict == verdict for all_ in expected.values() for one in all_)}" for verdict in (*VERDICTS, UNREAD)]
    print(", ".join(counts))


def _frame(one: Judged, message: str, report: Report) -> str:
    """The code around a finding; nothing in it reaches a terminal as a command."""
    lines = report.sources.get(one.place.file, "").splitlines()
    start = max(0, one.place.line - 1 - _AROUND)
    shown = enumerate(lines[start : one.place.line + _AROUND], start + 1)
    told = [f"\n  to be judged: {one.place}: {one_line(message)}", *(log_line(f"  {number:5} | {visible(text)}") for number, text in shown)]
    flow = [log_line(f"    {step.span.path}:{step.span.line} {one_line(step.text)}") for step in _steps(one, report)]
    return "\n".join([*told, *flow])


def _steps(one: Judged, report: Report) -> tuple[Step, ...]:
    place = one.place
    return next((f.steps for f in report.findings if (f.span.path, f.span.line, f.rule) == (place.file, place.line, place.rule)), ())


if __name__ == "__main__":
    main()
