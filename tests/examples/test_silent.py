"""The example whose failed logins are logged and never leave."""

from __future__ import annotations

from pathlib import Path

from checker import pipeline

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "silent"


def test_the_chain_is_shown() -> None:
    """The finding leads from the call that writes the record to the level that drops it; the other record gets through."""
    request = pipeline.Request((str(EXAMPLE),), str(EXAMPLE), overrides={"select": ("LP527",)}, today="2026-01-01", cache=False, jobs=1)
    found = [one for one in pipeline.check(request).report.findings if one.rule == "dropped-security-event"]
    assert [(one.span.path, one.span.line) for one in found] == [("shop/accounts.py", 11)]
    assert [(step.span.path, step.span.line, step.text) for step in found[0].steps] == [
        ("shop/accounts.py", 11, "written by the logger shop.accounts at INFO"),
        ("shop/settings.py", 13, "the logger shop takes nothing below WARNING"),
    ]


def test_the_pipeline_is_shown() -> None:
    """``logproof config pipeline`` reads the same configuration."""
    found = pipeline.configuration(pipeline.Request((str(EXAMPLE),), str(EXAMPLE)))
    assert [(one.kind, one.span.path) for one in found] == [("django", "shop/settings.py")]
