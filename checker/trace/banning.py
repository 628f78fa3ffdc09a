"""fail2ban beside the shippers: a jail reads the file itself, and bans the address that its filter finds in a line.

The time is cut out of a line before a filter sees it, as fail2ban does; its patterns are searched for in what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.logconfig.destinations import FILE
from checker.logconfig.model import Setting
from checker.monitoring.jails import Jail, LogFilter, filter_of, pattern
from checker.monitoring.model import Input
from checker.trace.collecting.sources import Source, drivers_of, reads_file, services_of
from checker.trace.events.found import Found
from checker.trace.events.naming import by_words
from checker.trace.evidence import Evidence
from checker.trace.matching.patterns import matches
from checker.trace.model import Blind, Hop, Verdict, Way
from checker.trace.passing import Written
from checker.trace.rendering.line import Line
from checker.trace.unfed import Ledger, Seen
from checker.trace.wording import Hole, Match, Text, known, some
from checker.vocabulary import EventText

_TIME = "the time"
_LETTERS = re.compile(r"[A-Za-z]{3,}")


def banned(hops: tuple[Hop, ...], one: Found, part: Written, evidence: Evidence, ledger: Ledger) -> Iterator[Way]:
    """The ways of a line to jails that read its file, where they are meant for it."""
    jails = evidence.monitored.jails
    if not jails or part.destination is None or part.destination.kind != FILE or part.line is None:
        return
    path = one.record.path if one.record is not None and one.event.origin == "code" else one.event.span.path
    services = services_of(path, evidence)
    source = Source(part.destination, part.line, path, services, drivers_of(services, evidence))
    for jail in jails:
        told = reads_file(Input(jail.span, "tail", jail.name, jail.paths), source, evidence) if not jail.journal else None
        if told is None:
            continue
        sure, why = told
        match = _judged(jail, part.line, evidence)
        held = ledger.watched.setdefault(jail, [])
        held.append(Seen(one.event, match, sure and bool(part.line.form), part.line.text.shown[:160], part.span))
        if jail.enabled is not False and (match.outcome is not False or match.near):
            yield Way((*hops, *_hops(jail, match, why, sure=sure, evidence=evidence)))


def _hops(jail: Jail, match: Match, why: str, *, sure: bool, evidence: Evidence) -> Iterator[Hop]:
    yield Hop("shipper", Verdict.OK if sure else Verdict.UNKNOWN, "fail2ban", why, jail.span, 1.0)
    own = filter_of(jail, evidence.filters)
    place = own.span if own is not None else jail.span
    verdict = Verdict.BROKEN if match.outcome is False else Verdict.OK if match.outcome else Verdict.UNKNOWN
    yield Hop("rule", verdict, jail.name, "its filter finds it" if match.outcome else match.why, place)
    if match.outcome:
        yield Hop("receiver", Verdict.OK, "ban", "the address is banned", jail.span)


def _judged(jail: Jail, line: Line, evidence: Evidence) -> Match:
    """Whether the jail's filter takes the line for a failure."""
    own = filter_of(jail, evidence.filters)
    if own is None and not jail.failures:
        return Match(outcome=None, why=f"the filter {jail.filter} is fail2ban's own, or is not in this project")
    rest = _without_time(line.text)
    patterns = (*jail.failures, *(own.failures if own is not None else ()))
    found = some(_fits(one, rest) for one in patterns)
    if own is not None and own.partial and found.outcome is not True:
        return Match(outcome=None, why=f"the filter {own.name} is not followed: {own.partial}", near=found.near)
    if found.outcome and own is not None and any(_fits(one, rest).outcome for one in own.ignored):
        return Match(outcome=False, why=f"the filter {own.name} ignores it")
    return found


def _fits(one: Setting, line: Text) -> Match:
    made = pattern(str(one.value)) if one.value is not None else ""
    if not made:
        return Match(outcome=None, why=one.unknown or f"the pattern {str(one.value)[:60]!r} is not understood")
    return matches(line, made, shown=str(one.value))


def _without_time(line: Text) -> Text:
    """fail2ban cuts out the first time that it finds."""
    parts = list(line.parts)
    at = next((number for number, part in enumerate(parts) if isinstance(part, Hole) and part.name == _TIME), None)
    if at is None:
        return line
    return Text((*parts[:at], *parts[at + 1 :])) if len(parts) > 1 else known("")


def blind(evidence: Evidence, ledger: Ledger) -> Iterator[Blind]:
    """Jails that certainly ban nobody for what the project writes of the events that they are meant for."""
    texts = evidence.vocabulary.event_texts
    on = {one.name for one in evidence.monitored.jails if one.enabled is not False}
    for jail, seen in ledger.watched.items():
        own = filter_of(jail, evidence.filters)
        if (own is None and not jail.failures) or not all(one.sure for one in seen):
            continue
        if jail.enabled is False:
            if not jail.stated and jail.name not in on and (found := next((one for one in seen if one.match.outcome), None)) is not None:
                why = f"the jail {jail.name} is not switched on: `enabled` is missing"
                yield Blind(jail.name, jail.span, why, found.written, found.event)
        elif all(one.match.outcome is False for one in seen) and (missed := _missed(seen, _meant(jail, own, texts))) is not None:
            why = f"the filter {jail.filter} fits no line of {jail.paths[0].value}: {missed.match.why}; written is {missed.shown}"
            yield Blind(jail.name, jail.span, why, missed.written, missed.event)


def _missed(seen: Sequence[Seen], meant: frozenset[str]) -> Seen | None:
    """The line that the filter is meant for: one that it misses by little, or whose event its words name."""
    near = next((one for one in seen if one.match.near), None)
    return near or next((one for one in seen if one.event.name in meant), None)


def _meant(jail: Jail, own: LogFilter | None, texts: tuple[EventText, ...]) -> frozenset[str]:
    """The events that a filter's patterns speak of."""
    patterns = (*jail.failures, *(own.failures if own is not None else ()))
    named = (by_words(" ".join(_LETTERS.findall(str(one.value or ""))), texts) for one in patterns)
    return frozenset(name for name in named if name)
