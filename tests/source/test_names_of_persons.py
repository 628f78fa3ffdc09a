"""Names of persons in the pack `privacy`: what is somebody's own is told from what repositories and classes have, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.pipeline import Request, check


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("user.full_name", True),
        ("request.user.fullname", True),
        ("current_user.full_name", True),
        ("patient.family_name", True),
        ("repo.full_name", False),
        ("node.family_name", False),
        ("user.repo.full_name", False),
    ],
)
def test_a_full_name_is_told_where_somebody_has_it(tmp_path: Path, value: str, told: bool) -> None:
    """The pack shows the name that a user, a patient or a customer has, and not that of a thing."""
    parameter = value.partition(".")[0]
    (tmp_path / "logproof.yaml").write_text("policy: [privacy]\n")
    (tmp_path / "mail.py").write_text(
        f'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef invite({parameter}):\n    logger.info("%s is invited", {value})\n'
    )
    found = check(Request((str(tmp_path),), cwd=str(tmp_path), today="2026-01-01", cache=False, jobs=1)).report.findings
    assert [one.code for one in found] == (["LP102"] if told else [])
