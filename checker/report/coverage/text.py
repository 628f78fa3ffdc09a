"""For a terminal: what was looked at and what was found, requirement by requirement."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from checker.coverage import Coverage, Judged
from checker.logconfig import LogPipeline
from checker.model import Finding
from checker.report.coverage import told
from checker.report.escape import log_line, visible

NAME = "text"
_WIDTH = 120
_LABEL = 15


def render(coverage: Coverage, pipelines: Sequence[LogPipeline]) -> str:
    """Summary, scope, then every requirement in the packs' order."""
    lines = [f"{told.summary(coverage)}", ""]
    for label, text in told.scope(coverage):
        lines += _labelled(label.lower(), text)
    lines += ["", *textwrap.wrap(told.CAVEAT, _WIDTH)]
    for one in coverage.judged:
        lines += ["", *_requirement(one)]
    lines += ["", *(note for note in coverage.notes)] if coverage.notes else []
    return "\n".join(log_line(visible(line)) for line in lines) + "\n"


def _requirement(judged: Judged) -> Iterator[str]:
    yield f"{judged.verdict.value.upper()}  {judged.requirement.id}"
    yield from textwrap.wrap(judged.requirement.text, _WIDTH - 2, initial_indent="  ", subsequent_indent="  ")
    if looked := told.shown(judged):
        yield from _labelled("looked at", ", ".join(map(told.examined, looked)))
    yield from _findings("found", judged.findings)
    yield from _findings("accepted", judged.accepted)
    for reason in judged.reasons:
        yield from _labelled("because" if not judged.findings else "besides", reason)
    if limits := told.limits(judged):
        yield from _labelled("limits", limits)


def _findings(label: str, findings: Sequence[Finding]) -> Iterator[str]:
    for found in findings[: told.MOST]:
        text = f"{found.span.path}:{found.span.line}: {found.code} {found.rule}: {found.message}"
        by = told.accepted(found)
        yield from _labelled(label, f"{text} ({by})" if by else text)
    if len(findings) > told.MOST:
        yield from _labelled(label, f"and {len(findings) - told.MOST:,} more")


def _labelled(label: str, text: str) -> Iterator[str]:
    head = f"  {label:{_LABEL}}"
    return iter(
        textwrap.wrap(
            " ".join(text.split()),
            _WIDTH,
            initial_indent=head,
            subsequent_indent=" " * len(head),
            break_long_words=False,
            break_on_hyphens=False,
        )
    )
