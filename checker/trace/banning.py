"""fail2ban beside the shippers: a jail reads the file itself, and bans the address that its filter finds in a line.

The time is cut out of a line before a filter sees it, as fail2ban does; its patterns are searched for in what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from checker.logconfig.destinations import FILE, STDERR, STDOUT, STREAM, Destination, destination
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
_STREAMS = frozenset((STDOUT, STDERR, STREAM))
_OF_THE_MACHINE = re.compile(
    r"/(?:syslog|messages|auth\.log|secure|daemon\.log|access\.log|error\.log|access_log|error_log)$|nginx|apache|httpd|caddy|traefik"
)
"""Files that programs of others write."""
_LETTERS = re.compile(r"[A-Za-z]{3,}")


def banned(hops: tuple[Hop, ...], one: Found, part: Written, evidence: Evidence, ledger: Ledger) -> Iterator[Way]:
    """The ways of a line to jails that read its file, where they are meant for it."""
    jails = evidence.monitored.jails
    if not jails or part.destination is None or part.line is None:
        return
    if part.destination.kind in _STREAMS:
        yield from _unreached(hops, one, part, evidence, ledger)
    if part.destination.kind != FILE:
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


def _unreached(hops: tuple[Hop, ...], one: Found, part: Written, evidence: Evidence, ledger: Ledger) -> Iterator[Way]:
    """The ways to jails whose own filter is meant for a line that goes to a stream, where nothing here writes the file that they read."""
    for jail in evidence.monitored.jails:
        own = filter_of(jail, evidence.filters)
        if part.line is None or not jail.enabled or jail.journal or own is None or not jail.paths or any(map(_may_be_written, jail.paths)):
            continue
        if any(_may_write(place, jail) for place in _written_files(evidence)):
            continue
        match = _judged(jail, part.line, evidence)
        if match.outcome is False or not any(word in part.line.text.shown for word in _words(jail, own)):
            continue
        contained = bool(services_of(one.event.span.path, evidence))
        ledger.elsewhere.setdefault(jail, []).append(Seen(one.event, match, contained, part.line.text.shown[:160], part.span))
        why = f"the jail reads {jail.paths[0].value}, which nothing in this project writes"
        yield Way((*hops, Hop("shipper", Verdict.BROKEN if contained else Verdict.UNKNOWN, "fail2ban", why, jail.span)))


def _words(jail: Jail, own: LogFilter) -> frozenset[str]:
    """What a line must hold to be one that the filter is for."""
    patterns = (*jail.failures, *own.failures)
    return frozenset(word for one in patterns for word in _LETTERS.findall(_GROUPS.sub("", str(one.value or ""))) if len(word) > _SHORT)


_GROUPS = re.compile(r"\(\?P?<?[^>)]*>|<[^>]*>|\\[A-Za-z]")
_SHORT = 3


def _may_be_written(path: Setting) -> bool:
    """Whether it is not known which file is meant, or it is one that the machine's own programs write."""
    return bool(path.unknown) or bool(_OF_THE_MACHINE.search(str(path.value)))


def _written_files(evidence: Evidence) -> Iterator[Destination]:
    for pipeline in evidence.pipelines:
        yield from (destination(handler) for handler in pipeline.handlers.values())


def _may_write(place: Destination, jail: Jail) -> bool:
    """Whether a handler's file may be one of the jail's: the same name, or one that is not known."""
    if place.kind != FILE:
        return False
    name = place.target.rpartition("/")[2]
    return not name or any(fnmatchcase(name, str(one.value).rpartition("/")[2]) for one in jail.paths)


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
        return Match(outcome=None, why=f"the filter {jail.filter or 'that it names'} is fail2ban's own, or is not in this project")
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


def unwritten(ledger: Ledger) -> Iterator[Blind]:
    """Jails that read a file which nothing writes, while what they are meant for goes to a stream."""
    for jail, seen in ledger.elsewhere.items():
        if jail not in ledger.watched:
            first = next((one for one in seen if one.match.outcome), seen[0])
            why = f"nothing in this project writes {jail.paths[0].value}, and what its filter is for goes to a stream: {first.shown}"
            yield Blind(jail.name, jail.span, why, first.written, first.event, first.sure)


def _missed(seen: Sequence[Seen], meant: frozenset[str]) -> Seen | None:
    """The line that the filter is meant for: one that it misses by little, or whose event its words name."""
    near = next((one for one in seen if one.match.near), None)
    return near or next((one for one in seen if one.event.name in meant), None)


def _meant(jail: Jail, own: LogFilter | None, texts: tuple[EventText, ...]) -> frozenset[str]:
    """The events that a filter's patterns speak of."""
    patterns = (*jail.failures, *(own.failures if own is not None else ()))
    named = (by_words(" ".join(_LETTERS.findall(str(one.value or ""))), texts) for one in patterns)
    return frozenset(name for name in named if name)
