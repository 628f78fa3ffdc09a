"""For an auditor: a page of its own with all requirements, what speaks for and against each, and pictures of where records go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.coverage import Coverage, Examined, Judged, Seen, Verdict
from checker.logconfig import LogPipeline
from checker.model import Finding
from checker.report.coverage import told
from checker.report.page import code, page, text
from checker.report.picture import STYLE, figure

NAME = "html"
_MOST_PLACES = 100
_MOST_PICTURES = 20
_CLASSES = {
    Verdict.VIOLATED: "violated", Verdict.ACCEPTED: "accepted", Verdict.UNKNOWN: "unknown", Verdict.PART: "part", Verdict.MET: "met",
    Verdict.UNCHECKABLE: "uncheckable",
}  # fmt: skip


def render(coverage: Coverage, pipelines: Sequence[LogPipeline]) -> str:
    """The page."""
    parts = ["<h1>Coverage of requirements</h1>", f"<p>{text(told.summary(coverage))}.</p>", "<dl>"]
    parts += [f"<dt>{text(label)}</dt><dd>{text(words)}</dd>" for label, words in told.scope(coverage)]
    parts += ["</dl>", f'<p class="soft">{text(told.CAVEAT)}</p>', *_table(coverage)]
    parts.append("<h2>Requirement by requirement</h2>")
    for number, one in enumerate(coverage.judged):
        parts += _requirement(number, one)
    parts += _pictures(pipelines)
    parts += [f'<p class="soft">{text(note)}</p>' for note in coverage.notes]
    return page("Coverage of requirements", "\n".join(parts) + "\n", STYLE)


def _badge(verdict: Verdict) -> str:
    return f'<span class="verdict {_CLASSES[verdict]}">{text(verdict.value)}</span>'


def _table(coverage: Coverage) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{words}</th>' for words in ("Requirement", "Verdict", "What it asks for"))
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for number, one in enumerate(coverage.judged):
        link = f'<a href="#r{number}">{text(one.requirement.id)}</a>'
        yield f"<tr><td>{link}</td><td>{_badge(one.verdict)}</td><td>{text(one.requirement.text)}</td></tr>"
    yield "</tbody></table>"


def _requirement(number: int, judged: Judged) -> Iterator[str]:
    yield f'<section class="one" id="r{number}"><h3>{text(judged.requirement.id)} {_badge(judged.verdict)}</h3>'
    yield f"<p>{text(judged.requirement.text)}</p>"
    yield from _findings("Found", judged.findings)
    yield from _findings("Accepted", judged.accepted)
    if judged.reasons:
        yield f"<ul>{''.join(f'<li>{text(reason)}</li>' for reason in judged.reasons)}</ul>"
    for one in told.shown(judged):
        yield _examined(one)
    if limits := told.limits(judged):
        yield f'<p class="soft">Limits: {text(limits)}</p>'
    if judged.rules:
        yield f'<p class="soft">Rules: {", ".join(code(name) for name in judged.rules)}</p>'
    yield "</section>"


def _findings(label: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    rows = []
    for found in findings[: told.MOST]:
        by = told.accepted(found)
        place = code(f"{found.span.path}:{found.span.line}")
        rows.append(f"<li>{place} {text(found.code)} {text(found.rule)}: {text(found.message)}{f' ({text(by)})' if by else ''}</li>")
    if len(findings) > told.MOST:
        rows.append(f"<li>and {len(findings) - told.MOST:,} more</li>")
    yield f"<p>{label}:</p><ul>{''.join(rows)}</ul>"


def _examined(one: Examined) -> str:
    """What was looked at; its places are folded up."""
    if not one.seen:
        return f"<p>Looked at: {text(told.examined(one))}</p>"
    rows = "".join(map(_seen, one.seen[:_MOST_PLACES]))
    more = f"<li>and {one.count - _MOST_PLACES:,} more</li>" if one.count > _MOST_PLACES else ""
    return f"<details><summary>Looked at: {text(told.examined(one))}</summary><ul>{rows}{more}</ul></details>"


def _seen(seen: Seen) -> str:
    doubt = f" (not known whole: {text(seen.open)})" if seen.open else ""
    return f"<li>{code(f'{seen.span.path}:{seen.span.line}')} {text(seen.told)}{doubt}</li>"


def _pictures(pipelines: Sequence[LogPipeline]) -> Iterator[str]:
    if not pipelines:
        return
    yield "<h2>Where records go</h2>"
    yield from (figure(one, number) for number, one in enumerate(pipelines[:_MOST_PICTURES]))
    if len(pipelines) > _MOST_PICTURES:
        left = len(pipelines) - _MOST_PICTURES
        yield f'<p class="soft">{left:,} more configurations: <code>logproof config pipeline</code> prints all.</p>'
