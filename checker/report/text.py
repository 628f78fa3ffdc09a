"""For a person at a terminal: code frame, numbered flow, why, how to fix it, and a summary."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import msgspec

from checker.model import Confidence, Finding, Fix, Report, Span, Step
from checker.report.causes import Cause, Places, also, causes, what
from checker.report.escape import one_line, visible
from checker.report.folding import MOST_WHOLE, Folded, folded
from checker.report.frame import Row, cells, frame
from checker.report.options import Options
from checker.report.preview import apart, changes, compared
from checker.report.ranking import counted, worst_first
from checker.report.styled import Line, written
from checker.report.summary import aside, by_severity, where

NAME = "text"
SEEN_FROM = "here"
_FEW = 5
"""Findings that a reader still counts at a glance."""


class _Drawing(msgspec.Struct, frozen=True):
    """The characters that a frame is drawn with."""

    top: str
    bar: str
    tee: str
    end: str
    mark: str
    cut: str
    dot: str


_UNICODE = _Drawing("╭─", "│", "├", "╰", "━", "…", "·")
_ASCII = _Drawing("-->", "|", "=", "=", "^", "...", "-")


def render(report: Report, options: Options) -> str:
    """The whole report; coloured and plain differ in nothing but the colours."""
    return written(_Writer(report, options).lines(), color=options.color)


class _Writer:
    """Turns one report into styled lines."""

    def __init__(self, report: Report, options: Options) -> None:
        self.report = report
        self.sources = report.sources
        self.suppressed = options.suppressed
        self.whole = options.whole
        self.width = max(options.width, 40)
        self.draw = _ASCII if options.ascii else _UNICODE
        self.told: dict[tuple[str, str], str] = {}
        """What a rule said already (rule and text) and the place of the finding that it stands with."""

    def lines(self) -> Iterator[Line]:
        """What was found, the gravest and surest first, in a long report by rule, then the summary."""
        shown = (*self.report.findings, *(self.report.suppressed if self.suppressed else ()))
        told = [Cause(finding) for finding in worst_first(shown)] if self.whole else causes(shown)
        if self.whole or len(told) <= MOST_WHOLE:
            for cause in told:
                yield from self.cause(cause)
        else:
            for rule in folded(shown):
                yield from self.rule(rule)
        yield from self.proven()
        yield from self.summary()

    def rule(self, rule: Folded) -> Iterator[Line]:
        """One rule's findings in a long report."""
        for cause in rule.whole:
            yield from self.cause(cause)
        if rule.left:
            yield [(f"{rule.left:,} more of ", "strong"), (f"{rule.code} {rule.rule}", "strong"), (" (--all shows them in full)", "quiet")]
            yield from self.places(rule.others, [("  ", "")])
            yield []

    def places(self, others: Places, lead: Line) -> Iterator[Line]:
        """A line for each file; its numbers go on indented."""
        room = sum(len(text) for text, _ in lead)
        for path, lines in others:
            first, *rest = self.wrapped(", ".join(map(str, lines)), room + 1 + cells(visible(path)), room + 3)
            yield [*lead, (f"{visible(path)}:", "place"), (first, "")]
            for text in rest:
                yield [*lead, (f"   {text}", "")]

    def proven(self) -> Iterator[Line]:
        """What holds of a release, one claim a paragraph; what does not is a finding above."""
        holding = [one for one in self.report.proven.checked if one.holds] if self.report.proven else []
        for claim in holding:
            first, *rest = self.wrapped(one_line(claim.sentence), 7, 7)
            yield [("holds  ", "good"), (first, "")]
            for text in rest:
                yield [("       ", ""), (text, "")]
        if holding:
            yield []

    def cause(self, cause: Cause) -> Iterator[Line]:
        """Its first finding as a block without blank lines that ends with the places of the others, and a blank line."""
        finding = cause.first
        yield from self.head(finding)
        gutter = max(3, len(str(finding.span.end_line + 1)))
        blank = " " * (gutter + 1)
        bar: Line = [(f"{blank}{self.draw.bar}", "frame")]
        yield [(f"{blank}{self.draw.top} ", "frame"), (_place(finding.span), "place"), (self.circumstances(finding), "quiet")]
        for row in frame(self.sources, finding.span, self.width - gutter - 3, around=(2, 1), cut=self.draw.cut):
            number = f"{row.number:>{gutter}} " if row.number else f"{self.draw.cut:>{gutter}} "
            yield from self.row(row, [(f"{number}{self.draw.bar} ", "frame")], [*bar, (" ", "")], finding.severity.label)
        yield from self.flow(finding.steps, bar, finding.span)
        yield from self.advice(cause, blank, bar)
        yield []

    def head(self, finding: Finding) -> Iterator[Line]:
        """Severity, code, name and message; long messages go on indented."""
        label = finding.severity.label
        lead = f"{label}[{finding.code}] {finding.rule}:"
        first, *rest = self.wrapped(one_line(finding.message), len(lead) + 1, 2)
        code = (f"[{finding.code}] ", "high" if label == "critical" else label)
        yield [(label, label), code, (f"{finding.rule}: {first}", "strong")]
        for text in rest:
            yield [(f"  {text}", "strong")]

    def circumstances(self, finding: Finding) -> str:
        """The function, and the confidence where it is not high."""
        parts = [f"in {one_line(finding.function)}"] if finding.function else []
        if finding.confidence is not Confidence.HIGH:
            parts.append(f"{finding.confidence.label} confidence")
        return "".join(f" {self.draw.dot} {part}" for part in parts)

    def row(self, row: Row, lead: Line, below: Line, style: str) -> Iterator[Line]:
        """A source line, and the line that marks the range in it."""
        yield [*lead, (row.text, "")]
        start, length = row.mark
        if length:
            yield [*below, (" " * start + self.draw.mark * length, style if style != "critical" else "high")]

    def flow(self, steps: tuple[Step, ...], bar: Line, shown: Span) -> Iterator[Line]:
        """The numbered way from birth to log, each step with its source line; the range in the frame is not shown again."""
        if not steps:
            return
        yield bar
        for number, step in enumerate(steps, 1):
            yield from self.step(f"{number:>2}. ", step, bar, source=step.span != shown)

    def step(self, lead: str, step: Step, bar: Line, *, source: bool = True) -> Iterator[Line]:
        """A place with what happens there, and its first source line."""
        place, indent = _place(step.span), " " * (len(lead) + 1)
        room = len(bar[0][0]) + len(indent)
        first, *rest = self.wrapped(one_line(step.text), room + cells(place) + 1, room)
        yield [*bar, (f" {lead}", "label"), (place, "place"), (f" {first}", "")]
        for text in rest:
            yield [*bar, (f"{indent}{text}", "")]
        rows = frame(self.sources, step.span, self.width - room - 4, cut=self.draw.cut) if source else iter(())
        for row in list(rows)[:1]:
            text = row.text.lstrip()
            start, length = row.mark
            moved = Row(row.number, text, (start - len(row.text) + len(text), length) if length else (0, 0))
            yield from self.row(moved, [*bar, (f"{indent}  ", "")], [*bar, (f"{indent}  ", "")], "place")

    def advice(self, cause: Cause, blank: str, bar: Line) -> Iterator[Line]:
        """Related places, why, fix, suppression, the cause's other places and where to read more."""
        finding = cause.first
        if finding.related:
            yield bar
            yield from self.related(finding.related, bar)
        yield bar
        tee = f"{blank}{self.draw.tee}"
        if finding.suppressed is not None:
            hidden = finding.suppressed
            until = f", until {hidden.until}" if hidden.until else ""
            by = "the baseline" if hidden.kind == "baseline" else f"a {hidden.kind}"
            owner = "".join(f" ({word})" for word in [", ".join(filter(None, (hidden.owner, hidden.ticket)))] if word)
            yield from self.labelled(tee, bar, "note", f"suppressed by {by}{until}: {hidden.reason}{owner}")
        above = self.told.get((finding.rule, finding.why))
        if finding.why and not above:
            yield from self.labelled(tee, bar, "why", finding.why)
        if finding.help and (finding.rule, finding.help) not in self.told:
            yield from self.labelled(tee, bar, "fix", finding.help)
        if finding.fix is not None:
            yield from self.fix(finding.fix, tee, bar)
        if cause.others:
            yield from self.labelled(tee, bar, "also", f"{also(cause)} (--all shows each in full)")
            if cause.of_function:
                for other in cause.others:
                    yield from self.step("    ", Step(other.span, what(other)), bar, source=False)
            else:
                yield from self.places(cause.places, [*bar, ("      ", "")])
        repeated = " and ".join(word for word, text in (("why", finding.why), ("fix", finding.help)) if (finding.rule, text) in self.told)
        more = f"as above, at {above}" if above else f"logproof rule {finding.rule}"
        yield [(f"{blank}{self.draw.end} ", "frame"), (f"{repeated or 'more':<4} ", "label"), (more, "quiet" if above else "")]
        for text in filter(None, (finding.why, finding.help)):
            self.told.setdefault((finding.rule, text), _place(finding.span))

    def related(self, steps: tuple[Step, ...], bar: Line) -> Iterator[Line]:
        """Other places to look at; of those next to each other about which the same is said a line each."""
        for said, alike in groupby(steps, key=lambda step: step.text.partition(" ")[2]):
            first, *others = alike
            if not others:
                yield from self.step("see ", first, bar)
                continue
            yield [*bar, (" see ", "label"), (f"each of these {one_line(said)}:", "")]
            for step in (first, *others):
                yield [*bar, ("       ", ""), (_place(step.span), "place"), (f" {one_line(step.text.partition(' ')[0])}", "")]

    def labelled(self, lead: str, bar: Line, label: str, text: str) -> Iterator[Line]:
        """A paragraph behind a label, wrapped with a hanging indent."""
        room = len(lead) + 6
        first, *rest = self.wrapped(one_line(text), room, room)
        yield [(f"{lead} ", "frame"), (f"{label:<5}", "label"), (first, "")]
        for line in rest:
            yield [*bar, (f"      {line}", "")]

    def fix(self, fix: Fix, lead: str, bar: Line) -> Iterator[Line]:
        """What the automatic fix does, as a small diff."""
        option = "--fix" if fix.safe else "--fix=unsafe"
        yield from self.labelled(lead, bar, "auto", f"{fix.description} (logproof check {option})")
        made = list(changes(self.sources, fix))
        for change in made:
            old, new = apart(change)
            if len(made) > 1:
                yield [*bar, (f"      at {_place(Span(change.path, change.line, 1, change.line, 1)).removesuffix(':1')}", "quiet")]
            whole = [("-", *row) for row in compared(old, new)] + [("+", *row) for row in compared(new, old)]
            for sign, line, span in whole[:12]:
                row = next(iter(frame({"": line}, span, self.width - len(lead) - 9, cut=self.draw.cut)))
                yield [*bar, (f"      {sign} {row.text}", "removed" if sign == "-" else "added")]
            if len(whole) > 12:
                yield [*bar, (f"      {self.draw.cut}", "quiet")]

    def wrapped(self, text: str, first: int, later: int) -> list[str]:
        """Lines of at most the width, the first with ``first`` cells taken already, the others with ``later``; never empty."""
        lines = textwrap.wrap(
            text, self.width, initial_indent=" " * min(first, self.width - 20), subsequent_indent=" " * later,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
        return [line.strip() for line in lines] or [""]

    def summary(self) -> Iterator[Line]:
        """Counts, what is not shown, what can be fixed, notes."""
        report = self.report
        if report.findings:
            yield from self.by_rule()
            line: Line = [(counted(len(report.findings), "finding"), "strong"), (" (", "")]
            for index, (severity, number) in enumerate(by_severity(report)):
                line += [(", " if index else "", ""), (f"{number} {severity.label}", severity.label)]
            yield [*line, (f") {where(report)}", "")]
        else:
            yield [("no findings", "good"), (f" {where(report)}", "")]
        if aside(report):
            how = " (--min-confidence=low shows them)" if report.hidden else ""
            yield [(f"{aside(report)}{how}", "medium" if report.unread else "quiet")]
        safe, unsafe = self.fixable()
        if safe:
            yield [(f"{safe} can be fixed with ", ""), ("logproof check --fix", "strong")]
        if unsafe:
            more = "more " if safe else "can be fixed "
            yield [(f"{unsafe} {more}with ", ""), ("logproof check --fix=unsafe", "strong"), ("; add --diff to read the change first", "")]
        if len(report.findings) > MOST_WHOLE and not report.baseline and not report.proven:
            yield [("logproof baseline create", "strong"), (" accepts these, so that only new ones are shown from then on", "")]
        for note in report.notes:
            for index, text in enumerate(self.wrapped(one_line(note), 6, 6)):
                yield [("note: " if not index else "      ", "label"), (text, "")]

    def by_rule(self) -> Iterator[Line]:
        """Where there are many findings, how many of which rule, the worst first."""
        counts = Counter((-finding.severity, finding.code, finding.rule, finding.severity.label) for finding in self.report.findings)
        if len(self.report.findings) <= _FEW:
            return
        room = len(str(max(counts.values())))
        for (_, code, rule, label), number in sorted(counts.items()):
            yield [(f"{number:>{room}} ", "strong"), (f"{label:<8} ", "high" if label == "critical" else label), (f"{code} {rule}", "")]
        yield []

    def fixable(self) -> tuple[int, int]:
        """How many shown findings have a safe fix, and an unsafe one."""
        fixes = [finding.fix.safe for finding in self.report.findings if finding.fix is not None]
        return sum(fixes), len(fixes) - sum(fixes)


def _place(span: Span) -> str:
    return f"{visible(span.path)}:{span.line}:{span.column}"
