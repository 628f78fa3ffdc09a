"""HTML: a page of its own to read, keep or hand on; every finding in full, by rule, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import groupby

from checker import patterns as re
from checker.model import Finding, Fix, Report, RuleInfo, Span, Step
from checker.report.causes import Cause, also, causes, what
from checker.report.escape import visible
from checker.report.folding import MOST_WHOLE
from checker.report.frame import Row, cells, frame
from checker.report.options import Options
from checker.report.page import code, page, text
from checker.report.preview import apart, changes
from checker.report.ranking import counted, worst_first
from checker.report.summary import headline

NAME = "html"
_WIDTH = 240
"""Cells of a source line; longer ones are shortened around what is meant, and a narrow window scrolls."""
_QUOTED = re.compile(r"`([^`]+)`")
_OPENED = 3
"""Findings of each rule that are unfolded where there are many."""
_STYLE = """
.critical, .high { color: var(--bad); background: var(--bad-paper); } .medium { color: var(--odd); background: var(--odd-paper); }
.low { color: var(--none); background: var(--none-paper); } .holds { color: var(--good); background: var(--good-paper); }
td.count { text-align: right; }
details.one { border: 1px solid var(--line); border-radius: 6px; padding: .4rem .8rem; margin: .6rem 0; }
details.one > summary { font-weight: 600; } details.one > summary code { font-weight: 400; }
pre.frame { background: var(--box); border-radius: 4px; padding: .4rem .6rem; margin: .5rem 0; font: .82rem/1.5 ui-monospace, monospace;
  overflow-wrap: normal; }
pre.frame i { font-style: normal; color: var(--soft); user-select: none; }
pre.frame mark { color: inherit; background: var(--odd-paper); box-shadow: 0 2px var(--odd); }
pre.frame mark.critical, pre.frame mark.high { color: inherit; background: var(--bad-paper); box-shadow: 0 2px var(--bad); }
pre.frame del { text-decoration: none; color: var(--bad); } pre.frame ins { text-decoration: none; color: var(--good); }
ol.flow { margin: .5rem 0; padding-left: 1.6rem; } ol.flow pre.frame { margin: .1rem 0 .3rem; }
dl.advice dd { max-width: 52rem; }
"""


def render(report: Report, options: Options) -> str:
    """The page; suppressed findings only where asked for."""
    shown = causes((*report.findings, *(report.suppressed if options.suppressed else ())))
    rules = {rule.code: rule for rule in report.rules}
    by_rule: dict[tuple[str, str], list[Cause]] = {}
    for cause in shown:
        by_rule.setdefault((cause.first.code, cause.first.rule), []).append(cause)
    parts = ["<h1>logproof</h1>", f"<p>{text(headline(report))}.</p>", *_table(by_rule, rules)]
    most = _OPENED if len(shown) > MOST_WHOLE else MOST_WHOLE
    for (number, name), found in by_rule.items():
        parts += _rule(number, name, found, rules.get(number), report, most)
    parts += [*_holding(report), *(f'<p class="soft">{text(note)}</p>' for note in report.notes)]
    how = "" if report.proven else " Read from source and configuration; nothing was run."
    parts.append(f'<p class="soft">By logproof {text(report.version)}.{how}</p>')
    return page("logproof", "\n".join(parts) + "\n", _STYLE)


def _table(by_rule: dict[tuple[str, str], list[Cause]], rules: dict[str, RuleInfo]) -> Iterator[str]:
    """How many findings each rule has, with a link to them."""
    if not by_rule:
        return
    heads = '<th scope="col">Severity</th><th scope="col">Rule</th><th scope="col">Findings</th><th scope="col">What it finds</th>'
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    every = [finding for found in by_rule.values() for cause in found for finding in (cause.first, *cause.others)]
    worst = {(finding.code, finding.rule): finding for finding in reversed(worst_first(every))}
    totals = Counter((finding.code, finding.rule) for finding in every)
    for number, name in dict.fromkeys((*by_rule, *totals)):  # a function's changes stand together, so that a rule may have no section
        told = f"{text(number)} {text(name)}"
        link = f'<a href="#{text(number)}">{told}</a>' if (number, name) in by_rule else told
        title, grave = _prose(rules[number].title) if number in rules else "", _severity(worst[number, name])
        yield f'<tr><td>{grave}</td><td>{link}</td><td class="count">{totals[number, name]:,}</td><td>{title}</td></tr>'
    yield "</tbody></table>"


def _prose(words: str) -> str:
    """Words in which names stand between backticks."""
    return _QUOTED.sub(r"<code>\1</code>", text(words))


def _severity(finding: Finding) -> str:
    return f'<span class="verdict {finding.severity.label}">{finding.severity.label}</span>'


def _rule(number: str, name: str, found: list[Cause], rule: RuleInfo | None, report: Report, most: int) -> Iterator[str]:
    """A rule's findings, under what is true of all of them."""
    yield f'<section class="one" id="{text(number)}"><h2>{text(number)} {text(name)}</h2>'
    if rule is not None:
        standards = (*rule.owasp, *(f"ASVS {one}" for one in rule.asvs), *(f"PCI DSS {one}" for one in rule.pci))
        served = [*(f"CWE-{one}" for one in rule.cwe), *standards]
        yield f"<p>{_prose(rule.title)}.</p>"
        yield f'<p class="soft">{text(", ".join(served))}</p>' if served else ""
    said: set[str] = set()
    for index, cause in enumerate(found):
        yield from _cause(cause, report, said, opened=index < most)
    yield "</section>"


def _cause(cause: Cause, report: Report, said: set[str], *, opened: bool) -> Iterator[str]:
    """One finding in full, and the places of those that have the same cause."""
    finding = cause.first
    head = f"{_severity(finding)} {code(f'{finding.span.path}:{finding.span.line}')} {_prose(finding.message)}"
    yield f'<details class="one"{" open" if opened else ""}><summary>{head}</summary>'
    about = [f"in {finding.function}"] if finding.function else []
    yield f'<p class="soft">{text(", ".join((*about, f"{finding.confidence.label} confidence")))}</p>'
    yield _frame(report, finding.span, finding.severity.label, around=(2, 1))
    if finding.steps:
        yield f'<ol class="flow">{"".join(_step(report, step, finding.span) for step in finding.steps)}</ol>'
    if finding.related:
        yield f"<p>See also:</p><ul>{''.join(_step(report, step, finding.span) for step in finding.related)}</ul>"
    advice = [*_advice(finding, said), *_also(cause)]
    yield f'<dl class="advice">{"".join(f"<dt>{label}</dt><dd>{words}</dd>" for label, words in advice)}</dl>' if advice else ""
    if finding.fix is not None:
        yield _fix(report, finding.fix)
    yield "</details>"


def _frame(report: Report, span: Span, severity: str = "", around: tuple[int, int] = (0, 0), most: int = 0) -> str:
    """The source with the range marked; ``""`` where it is not at hand."""
    rows = list(frame(report.sources, span, _WIDTH, around=around))
    rows = rows[: most or len(rows)]
    room = len(str(max((row.number for row in rows), default=0)))
    lines = (f"<i>{row.number or '…':>{room}}</i>  {_marked(row, severity)}" for row in rows)
    return f'<pre class="frame">{"<br>".join(lines)}</pre>' if rows else ""


def _marked(row: Row, severity: str) -> str:
    """A source line, already without hiding characters, as HTML."""
    start, length = row.mark
    if not length:
        return escape(row.text)
    begin, end = _offset(row.text, start), _offset(row.text, start + length)
    marked = escape(row.text[begin:end]) or " "
    return f'{escape(row.text[:begin])}<mark class="{severity}">{marked}</mark>{escape(row.text[end:])}'


def _offset(shown: str, cell: int) -> int:
    """The character that stands at a terminal cell."""
    return next((index for index in range(len(shown)) if cells(shown[:index]) >= cell), len(shown))


def _step(report: Report, step: Step, shown: Span) -> str:
    """A place with what happens there and its first source line, unless the frame above shows it."""
    source = _frame(report, step.span, most=1) if step.span != shown else ""
    return f"<li>{code(f'{step.span.path}:{step.span.line}')} {_prose(step.text)}{source}</li>"


def _advice(finding: Finding, said: set[str]) -> Iterator[tuple[str, str]]:
    """Why it matters and how to fix it, each said once a rule; and who accepted it."""
    for label, words in (("Why", finding.why), ("How to fix it", finding.help)):
        if words and words not in said:
            said.add(words)
            yield label, _prose(words)
    if finding.suppressed is not None:
        hidden = finding.suppressed
        until = f", until {hidden.until}" if hidden.until else ""
        by = ", ".join(filter(None, (hidden.owner, hidden.ticket)))
        yield "Suppressed", text(f"by a {hidden.kind}{until}: {hidden.reason}{f' ({by})' if by else ''}")


def _also(cause: Cause) -> Iterator[tuple[str, str]]:
    """The places of a cause's other findings, a line for each file."""
    if not cause.others:
        return
    if cause.of_function:
        rows = [f"<li>{code(f'{one.span.path}:{one.span.line}')} {_prose(what(one))}</li>" for one in cause.others]
    else:
        rows = [f"<li>{code(path)} {text(', '.join(map(str, lines)))}</li>" for path, lines in cause.places]
    yield "Also", f"{text(also(cause))}<ul>{''.join(rows)}</ul>"


def _fix(report: Report, fix: Fix) -> str:
    """What the automatic fix does, as a small diff."""
    rows, made = [], list(changes(report.sources, fix))
    for change in made:
        old, new = apart(change)
        rows += [f"<i>at {escape(visible(change.path))}:{change.line}</i>"] if len(made) > 1 else []
        rows += [f"<del>- {escape(_line(line))}</del>" for line in old]
        rows += [f"<ins>+ {escape(_line(line))}</ins>" for line in new]
    diff = f'<pre class="frame">{"<br>".join(rows)}</pre>' if rows else ""
    return f"<p>{_prose(fix.description)} (<code>logproof check {'--fix' if fix.safe else '--fix=unsafe'}</code>)</p>{diff}"


def _line(line: str) -> str:
    """A line without hiding characters."""
    return next(frame({"": line}, Span("", 1, 1, 1, 1), _WIDTH), Row(1)).text


def _holding(report: Report) -> Iterator[str]:
    """What holds of a release, by artifact."""
    if report.proven is None:
        return
    checked = report.proven.checked
    holding = [one for one in checked if one.holds]
    yield f"<h2>What holds</h2><p>{len(holding):,} of {counted(len(checked), 'claim')}.</p>"
    for path, group in groupby(holding, key=lambda one: one.path):
        rows = "".join(f'<li><span class="verdict holds">holds</span> {text(one.sentence)}</li>' for one in group)
        yield f"<h3>{code(path)}</h3><ul>{rows}</ul>"
