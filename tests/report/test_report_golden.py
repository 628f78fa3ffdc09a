"""Whole outputs of every format, compared with files; ``LOGPROOF_GOLDEN=write`` writes them anew."""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path

import pytest

from checker.model import Report
from checker.report import formats, write
from checker.report.options import Options

SUPPRESSED = Options(suppressed=True)
CASES = {
    "text.txt": ("text", Options()),
    "text-suppressed.txt": ("text", SUPPRESSED),
    "text-narrow-ascii.txt": ("text", Options(width=60, ascii=True)),
    "concise.txt": ("concise", Options()),
    "concise-suppressed.txt": ("concise", SUPPRESSED),
    "report.json": ("json", SUPPRESSED),
    "report.sarif": ("sarif", SUPPRESSED),
    "github.txt": ("github", Options()),
    "gitlab.json": ("gitlab", Options()),
    "junit.xml": ("junit", SUPPRESSED),
    "summary.md": ("markdown", SUPPRESSED),
    "report.html": ("html", SUPPRESSED),
}


@pytest.mark.parametrize("name", CASES)
def test_whole_output(name: str, sample: Report, golden: Path) -> None:
    """The sample report gives the bytes that were read and found right."""
    format_name, options = CASES[name]
    stream = StringIO()
    write(format_name, sample, stream, options)
    file = golden / name
    if os.environ.get("LOGPROOF_GOLDEN") == "write":
        file.write_bytes(stream.getvalue().encode())
        pytest.fail(f"{name} written: read it")
    assert stream.getvalue() == file.read_bytes().decode()


def test_every_format_has_a_golden_file() -> None:
    """No format is without a whole output that is compared."""
    assert {name for name, _ in CASES.values()} == set(formats())


@pytest.mark.parametrize("name", ["text", "concise", "json", "sarif", "github", "gitlab", "html", "junit", "markdown"])
def test_nothing_found(name: str, golden: Path) -> None:
    """A clean run gives a whole, valid report too."""
    stream = StringIO()
    write(name, Report((), files=2, lines=1, version="1.2.3"), stream)
    file = golden / f"clean-{name}.txt"
    if os.environ.get("LOGPROOF_GOLDEN") == "write":
        file.write_bytes(stream.getvalue().encode())
        pytest.fail(f"{name} written: read it")
    assert stream.getvalue() == file.read_bytes().decode()
