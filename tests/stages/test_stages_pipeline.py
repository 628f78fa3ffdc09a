"""The whole run: the same bytes whatever ran it, nothing silent, nothing hidden by its place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from checker import verdict, work
from checker.model import Confidence, Finding, Report, Severity, Span, Step
from checker.pipeline import Request, check
from checker.source.cst import walk

LEAK = """\
import logging

logger = logging.getLogger(__name__)


def login(password: str) -> None:
    logger.info("login with %s", password)
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache apart from the user's."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def project(tmp_path: Path, **files: str) -> Path:
    """A project with these modules."""
    root = tmp_path / "project"
    root.mkdir(exist_ok=True)
    (root / "pyproject.toml").touch()
    for name, text in files.items():
        (root / f"{name}.py").write_text(text)
    return root


def run(root: Path, *paths: str, jobs: int = 1, cache: bool = True) -> Report:
    """One run's report."""
    return check(Request(paths, str(root), today="2026-01-15", jobs=jobs, cache=cache)).report


def places(report: Report) -> list[tuple[str, int, str]]:
    """Path, line and code of what is shown."""
    return [(found.span.path, found.span.line, found.code) for found in report.findings]


def test_any_number_of_workers_gives_the_same_report(tmp_path: Path) -> None:
    """One worker and eight, cold and warm, with and without a cache: the reports are equal in every byte."""
    root = project(tmp_path, **{f"m{number}": LEAK + "# \n" * number for number in range(40)}, broken="print 'x'\n")
    reports = [run(root, jobs=1, cache=False), run(root, jobs=8, cache=False), run(root, jobs=8), run(root, jobs=1), run(root, jobs=8)]
    assert len(reports[0].findings) == 41
    assert len({msgspec.json.encode(report) for report in reports}) == 1


def test_warm_and_cold_agree_after_every_change(tmp_path: Path) -> None:
    """Whatever was edited, added or deleted in between, the cache changes nothing in the report."""
    root = project(tmp_path, a=LEAK, b="from a import login\n", c="x = 1\n")
    run(root)
    (root / "c.py").write_text(LEAK)
    (root / "b.py").unlink()
    (root / "d.py").write_text(LEAK)
    (root / "a.py").write_text(LEAK.replace("password", "passport"))
    os.utime(root / "a.py", ns=(1, 1))
    for _ in range(2):
        assert run(root) == run(root, cache=False)


def test_a_broken_cache_changes_nothing(tmp_path: Path, own_cache: Path) -> None:
    """Garbage in every file of the cache is thrown away."""
    root = project(tmp_path, a=LEAK)
    before = run(root)
    for path in own_cache.rglob("*"):
        if path.is_file():
            path.write_bytes(b"garbage" * 100)
    assert run(root) == before


def test_a_finding_shows_where_its_place_or_its_flow_was_asked_for(tmp_path: Path) -> None:
    """PATHS limit the report to what they touch: a flow that only begins there is shown."""
    root = project(
        tmp_path,
        sink=LEAK,
        source="from sink import login\n\n\ndef start(api_token: str) -> None:\n    login(api_token)\n",
        other="x = 1\n",
    )
    everything = run(root)
    assert everything.findings
    assert run(root, "other.py").findings == ()
    for path in ("sink.py", "source.py"):
        touching = [found for found in everything.findings if path in {found.span.path, *(step.span.path for step in found.steps)}]
        assert list(run(root, path).findings) == touching


def test_a_file_that_crashes_the_index_is_one_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that read it dies, the file is unread, and the other files are judged."""

    def deadly(data: bytes) -> bool:
        if b"deadly" in data:
            os.kill(os.getpid(), signal.SIGKILL)
        return False

    monkeypatch.setattr(work, "generated", deadly)
    root = project(tmp_path, **{f"m{number}": "x = 1\n" for number in range(40)}, bad="deadly = 1\n", leak=LEAK)
    report = run(root, jobs=2)
    assert places(report) == [("bad.py", 1, "LP001"), ("leak.py", 7, "LP101")]
    assert report.findings[0].message == "the file could not be analysed: it crashed Python's parser"
    assert (report.unread, verdict.exit_code(report, Severity.LOW)) == (1, 3)


def test_a_file_that_crashes_the_walk_keeps_its_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be confirmed is still told, beside the finding that says so; the other files are confirmed."""
    examine = walk.examine

    def deadly(path: str, text: bytes, suspects: Iterable[walk.Suspect]) -> list[walk.Examined]:
        if path == "bad.py":
            os.kill(os.getpid(), signal.SIGKILL)
        return examine(path, text, list(suspects))

    monkeypatch.setattr(walk, "examine", deadly)
    report = run(project(tmp_path, bad=LEAK, good=LEAK))
    assert places(report) == [("bad.py", 1, "LP001"), ("bad.py", 7, "LP101"), ("good.py", 7, "LP101")]
    assert report.unread == 1


def test_sources_of_every_named_file_are_in_the_report(tmp_path: Path) -> None:
    """Code frames need the text of each place and step, and of no other file."""
    report = run(project(tmp_path, leak=LEAK, other="x = 1\n"))
    assert report.sources == {"leak.py": LEAK}
    assert (report.files, report.unread) == (2, 0)


def test_a_clean_run_imports_nothing_heavy(tmp_path: Path) -> None:
    """Without findings neither libcst nor pydantic, rich, yaml or sigstore is imported, once the policy is known."""
    root = project(tmp_path, a="x = 1\n")
    code = (
        "import sys; from checker.cli import run; code = run(['check'])\n"
        "print(code, sorted({'libcst', 'pydantic', 'rich', 'yaml', 'sigstore'} & sys.modules.keys()))"
    )
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], cwd=root, env=environ, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"


def finding(line: int = 1, statement: str = "log(x)", message: str = "m", steps: tuple[Step, ...] = ()) -> Finding:
    """A finding at a line."""
    span = Span("a.py", line, 1, line, 5)
    return Finding("LP101", "x", message, Severity.HIGH, Confidence.HIGH, span, "", "", steps, function="f", statement=statement)


def test_fingerprints_survive_moved_lines() -> None:
    """Neither a line above nor another file changes a fingerprint; equal findings share one, another statement or flow has its own."""
    step = Step(Span("b.py", 3, 1, 3, 5), "born here")
    through = verdict.via(finding(4, steps=(step,)), lambda path, line: "g" if path == "b.py" else "f")
    before = list(verdict.ordered([finding(1), finding(2), finding(3, "log(y)"), through]))
    moved = [
        replace(found, span=replace(found.span, path="c.py", line=found.span.line + 7, end_line=found.span.end_line + 7))
        for found in before
    ]
    after = list(verdict.ordered(reversed(moved)))
    assert through.via == ("g",)
    assert [found.fingerprint for found in after] == [found.fingerprint for found in before]
    assert len({found.fingerprint for found in before}) == 3


def test_equal_findings_are_told_once() -> None:
    """The same message at the same place is one finding."""
    assert len(list(verdict.ordered([finding(), finding(), finding(message="other")]))) == 2


@pytest.mark.parametrize(
    ("severities", "unread", "fail_on", "exit_zero", "expected"),
    [
        ([], 0, Severity.LOW, False, 0),
        ([Severity.MEDIUM], 0, Severity.MEDIUM, False, 1),
        ([Severity.MEDIUM], 0, Severity.HIGH, False, 0),
        ([Severity.CRITICAL], 0, Severity.LOW, True, 0),
        ([Severity.CRITICAL], 1, Severity.LOW, False, 3),
        ([], 1, Severity.CRITICAL, True, 3),
    ],
)
def test_the_exit_code(severities: list[Severity], unread: int, fail_on: Severity, exit_zero: bool, expected: int) -> None:
    """What could not be analysed goes before findings, and nothing forgives it."""
    report = Report(tuple(replace(finding(), severity=severity) for severity in severities), unread=unread)
    assert verdict.exit_code(report, fail_on, exit_zero=exit_zero) == expected
