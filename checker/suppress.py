"""Comments and waivers that hide findings: what they say, what they hide, and which of them are idle, expired or malformed.

``# logproof: ignore[secret-in-log, LP101] why it is fine until=2027-01-31``
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from checker import patterns as re
from checker.model import Edit, Finding, Fix, Span, Suppression
from checker.policy.effective import Waiver
from checker.run_facts import Comment, ExpiredSuppression, UnusedSuppression

if TYPE_CHECKING:
    from checker.source.ir import Comment as Record

_DIRECTIVE = re.compile(r"#\s*logproof:(?P<said>.*?)(?=\s+#\s|\s*\Z)", re.IGNORECASE | re.DOTALL)
_IGNORE = re.compile(r"\s*ignore(?![\w-])\s*(?:\[(?P<rules>[^\]]*)(?P<closed>\])?)?(?P<rest>.*)", re.DOTALL)
_UNTIL = re.compile(r"(?:^|\s)until=(?P<date>\S*)\s*")
_RUN = "LP0"
"""Codes of the rules about the run itself; to hide one of those is no matter of a comment."""


class Known(msgspec.Struct, frozen=True):
    """What a comment may name."""

    names: Mapping[str, str]
    """Every name and every code to the rule's name."""
    codes: Mapping[str, str]
    """Name to code."""
    locked: frozenset[str]
    """Names of rules that the policy locks."""
    today: str
    """ISO date."""


class Silenced(msgspec.Struct):
    """The findings, parted."""

    shown: list[Finding] = msgspec.field(default_factory=list)
    suppressed: list[Finding] = msgspec.field(default_factory=list)
    used: set[tuple[Span, str]] = msgspec.field(default_factory=set)
    """Comment's place and the rule's name that it hid."""
    waived: set[Waiver] = msgspec.field(default_factory=set)
    """Those that hid a finding, or would have, had no comment done so."""


def parse(path: str, record: Record, known: Known) -> Comment:
    """Read one comment; ``error`` says what is wrong with it, and then it must hide nothing."""
    match = _DIRECTIVE.search(record.text)
    start, end = match.span() if match else (0, len(record.text))
    span = Span(path, record.line, record.column + start, record.line, record.column + end)
    comment = Comment(span, (), "", "", covers=(record.first, record.last))
    ignore = _IGNORE.fullmatch(match["said"]) if match else None
    if ignore is None:
        return replace(comment, error="after `logproof:` must stand `ignore[RULE] reason`")
    if ignore["closed"] is None:
        unnamed = "it must name the rules that it means: `ignore[RULE] reason`"
        return replace(comment, error=unnamed if ignore["rules"] is None else "the bracket is not closed")
    until = _UNTIL.search(ignore["rest"])
    rules = tuple(word.strip() for word in ignore["rules"].split(",") if word.strip())
    reason = " ".join(_UNTIL.sub(" ", ignore["rest"]).split()).strip(" -:")
    comment = replace(comment, rules=rules, reason=reason, until=until["date"] if until else "")
    return replace(comment, error=_error(comment, bool(until), known))


def _error(comment: Comment, dated: bool, known: Known) -> str:
    if not comment.rules:
        return "there is no rule between the brackets"
    for rule in comment.rules:
        name = known.names.get(rule)
        if name is None:
            from checker.policy import naming  # most runs misspell nothing

            meant = {known_name.casefold(): known_name for known_name in known.names}.get(rule.casefold())
            hint = f"did you mean `{meant}`?" if meant else naming.hint(rule, {code: name for name, code in known.codes.items()})
            return f"there is no rule `{rule}`" + (f"{', ' if hint.startswith('did') else '; '}{hint}" if hint else "")
        if known.codes[name].startswith(_RUN):
            return f"`{rule}` is about the run itself and cannot be hidden by a comment"
        if name in known.locked:
            return f"the policy locks `{rule}`: no comment may hide it"
    if dated and not _is_date(comment.until):
        return f"`until={comment.until}` is no date such as 2027-01-31"
    return "" if comment.reason else "the reason is missing behind the bracket"


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_expired(until: str | None, today: str) -> bool:
    """Whether the last day on which it holds is over."""
    return bool(until) and str(until) < today


def silence(findings: Iterable[Finding], comments: Iterable[Comment], waivers: Callable[[str], Sequence[Waiver]], known: Known) -> Silenced:
    """Part the findings; a comment goes before a waiver, and nothing hides a locked rule's finding."""
    result = Silenced()
    findings = list(findings)
    hiding = _hiding(findings, comments, known, result.used)
    for finding in findings:
        locked = finding.rule in known.locked
        comment = None if locked else hiding.get((finding.span.path, finding.rule, finding.span.line))
        covering = [] if locked else list(_covering(finding, waivers, known))
        result.waived.update(covering)
        said = _by_comment(comment) or _by_waiver(covering)
        if said:
            result.suppressed.append(replace(finding, suppressed=said))
        else:
            result.shown.append(finding)
    return result


_Place = tuple[str, str, int]
"""Path, the rule's name, line."""


def _hiding(findings: Iterable[Finding], comments: Iterable[Comment], known: Known, used: set[tuple[Span, str]]) -> dict[_Place, Comment]:
    """For each place of a finding the first comment that covers it; ``used`` gets those that cover any."""
    lines: dict[tuple[str, str], list[int]] = defaultdict(list)
    for finding in findings:
        lines[finding.span.path, finding.rule].append(finding.span.line)
    for known_lines in lines.values():
        known_lines.sort()
    hiding: dict[_Place, Comment] = {}
    seen: set[tuple[str, str, tuple[int, int]]] = set()
    for comment in comments:
        if comment.error or is_expired(comment.until, known.today):
            continue
        for rule in {known.names[name] for name in comment.rules}:
            path, (first, last) = comment.span.path, comment.covers
            there = lines.get((path, rule), [])
            covered = there[bisect_left(there, first) : bisect_right(there, last)]
            if covered:
                used.add((comment.span, rule))
            if (path, rule, comment.covers) not in seen:  # many comments may stand in one long statement
                seen.add((path, rule, comment.covers))
                for line in covered:
                    hiding.setdefault((path, rule, line), comment)
    return hiding


def _by_comment(comment: Comment | None) -> Suppression | None:
    return Suppression("comment", comment.reason, comment.span, comment.until or None) if comment else None


def _covering(finding: Finding, waivers: Callable[[str], Sequence[Waiver]], known: Known) -> Iterator[Waiver]:
    for waiver in waivers(finding.span.path):
        if waiver.rule == finding.rule and _in_function(finding.function, waiver.function) and not is_expired(waiver.expires, known.today):
            yield waiver


def _by_waiver(covering: Sequence[Waiver]) -> Suppression | None:
    for waiver in covering:
        return Suppression("waiver", waiver.reason, _place(waiver), waiver.expires or None, waiver.owner or None, waiver.ticket or None)
    return None


def _in_function(function: str, wanted: str) -> bool:
    return not wanted or fnmatchcase(function, wanted) or function.endswith(f".{wanted}")


def _place(waiver: Waiver) -> Span:
    line, column = max(1, waiver.line), max(1, waiver.column)
    return Span(waiver.file, line, column, line, column)


def expired(comments: Iterable[Comment], waivers: Iterable[Waiver], known: Known) -> Iterator[ExpiredSuppression]:
    """Every comment and waiver whose last day is over."""
    for comment in comments:
        if not comment.error and is_expired(comment.until, known.today):
            yield ExpiredSuppression(comment.span, "comment", comment.rules, comment.reason, comment.until)
    for waiver in waivers:
        if is_expired(waiver.expires, known.today):
            yield ExpiredSuppression(_place(waiver), "waiver", (waiver.rule,), waiver.reason, waiver.expires, waiver.owner, waiver.ticket)


def idle(waivers: Iterable[Waiver], used: set[Waiver], looked: Callable[[Waiver], bool], known: Known) -> Iterator[UnusedSuppression]:
    """Every waiver that hid nothing, where all that it could hide was looked at (``looked``)."""
    for waiver in waivers:
        if waiver not in used and not is_expired(waiver.expires, known.today) and looked(waiver):
            where = f"{waiver.path}, {waiver.function}()" if waiver.function else waiver.path
            yield UnusedSuppression(_place(waiver), (waiver.rule,), True, None, where, waiver.owner, waiver.ticket)


def unused(
    comments: Iterable[Comment],
    used: set[tuple[Span, str]],
    ran: Callable[[str, str], bool],
    line_of: Callable[[str, int], str],
    known: Known,
) -> Iterator[UnusedSuppression]:
    """Every comment that names a rule which ran for its file (``ran(name, path)``) and hid nothing.

    ``line_of(path, line)`` gives the line's text without its end, from which the fix is made.
    """
    for comment in comments:
        if comment.error or is_expired(comment.until, known.today):
            continue
        names = [known.names[rule] for rule in comment.rules]
        idle = tuple(
            rule
            for rule, name in zip(comment.rules, names, strict=True)
            if ran(name, comment.span.path) and (comment.span, name) not in used
        )
        if idle:
            whole = len(idle) == len(comment.rules)
            fix = _removal(comment, idle, line_of(comment.span.path, comment.span.line))
            yield UnusedSuppression(comment.span, idle, whole, fix)


def _removal(comment: Comment, idle: Sequence[str], line: str) -> Fix | None:
    """Take the idle rules out; the whole comment where no rule is left, with its line where nothing else stands on it."""
    span = comment.span
    text = line[span.column - 1 : span.end_column - 1]
    if not _DIRECTIVE.fullmatch(text):
        return None  # the file has changed since it was indexed
    left = [rule for rule in comment.rules if rule not in idle]
    if left:
        opened, closed = text.index("[") + 1, text.index("]")
        kept = replace(span, column=span.column + opened, end_column=span.column + closed)
        return Fix(f"take {', '.join(idle)} out of the comment", (Edit(kept, ", ".join(left)),), safe=True)
    before, after = line[: span.column - 1], line[span.end_column - 1 :].strip()
    if after:
        gone = replace(span, end_column=span.end_column + len(line[span.end_column - 1 :]) - len(line[span.end_column - 1 :].lstrip()))
    elif before.strip():
        gone = replace(span, column=len(before.rstrip()) + 1, end_column=len(line) + 1)
    else:
        gone = Span(span.path, span.line, 1, span.line + 1, 1)
    return Fix("remove the comment", (Edit(gone, ""),), safe=True)
