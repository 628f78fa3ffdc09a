"""Every event's chain: what is emitted is written, shipped, matched by rules and routed, hop by hop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from checker.monitoring.model import AlertRule
from checker.trace.arriving import arrivals
from checker.trace.banning import banned, blind, unwritten
from checker.trace.collecting.arrival import Arrival
from checker.trace.delays import of_rule, of_scrape
from checker.trace.events.access import accesses
from checker.trace.events.found import Found, found
from checker.trace.events.naming import ALARMING
from checker.trace.evidence import Evidence
from checker.trace.matching.alerts import Judged, Watch, judged, nearest, understood
from checker.trace.model import KINDS, Chain, Event, Hop, Matrix, Misparsed, Verdict, Way
from checker.trace.passing import Written, written
from checker.trace.routing import routed
from checker.trace.unfed import Ledger, unfed, unscraped

_MOST_WAYS = 12
"""Ways of one event that are kept."""


def traced(evidence: Evidence) -> Matrix:
    """All chains of a project."""
    alerts = tuple(one for one in evidence.monitored.alerts if one.environment != "test")
    watch = Watch(alerts, evidence.vocabulary.event_texts, evidence.recordings)
    ledger = Ledger()
    chains = [_chain(one, evidence, watch, ledger) for one in found(evidence)]
    chains += _of_access_logs(evidence, watch, ledger)
    chains = [_without_need(one, chains) for one in chains]
    chains.sort(key=lambda one: (one.event.name, one.event.span, one.event.own))
    chains = list(_counted(chains))
    jails = (*blind(evidence, ledger), *unwritten(ledger))
    notes = (*(f"{one.span.path}:{one.span.line}: {one.why}." for one in jails), *_notes(evidence, alerts))
    lost = (*unfed(evidence, alerts, ledger), *unscraped(evidence, alerts))
    return Matrix(tuple(chains), lost, tuple(ledger.misparsed), jails, notes)


def _chain(one: Found, evidence: Evidence, watch: Watch, ledger: Ledger) -> Chain:
    parts = written(one.record, evidence) if one.record is not None else []
    ways = sorted(_ways(one, parts, evidence, watch, ledger), key=_rank, reverse=True)
    return Chain(one.event, ways[0], tuple(dict.fromkeys(ways[1:_MOST_WAYS])), unwritten=_unwritten(one, parts, evidence))


def _of_access_logs(evidence: Evidence, watch: Watch, ledger: Ledger) -> Iterator[Chain]:
    """Lines of servers that a rule looks for; where the server writes none, what the rule would have found is lost."""
    for one, pipeline in accesses(evidence) if watch.alerts else ():
        tried = Ledger()
        ways = sorted(
            _ways(one, written(one.record, evidence, pipeline) if one.record else [], evidence, watch, tried), key=_rank, reverse=True
        )
        if any((hop := way.hop("rule")) is not None and hop.verdict is Verdict.OK for way in ways):
            ledger.fed |= tried.fed
            yield Chain(one.event, ways[0], tuple(dict.fromkeys(ways[1:_MOST_WAYS])))


def _unwritten(one: Found, parts: Sequence[Written], evidence: Evidence) -> tuple[str, ...]:
    """Fields that no line holds, where every line is known, and nothing else sets logging up."""
    lines = [part.line for part in parts if part.line is not None]
    setups = [pipeline for pipeline in evidence.pipelines if pipeline.handlers]
    if one.record is None or len(setups) != 1 or not lines or any(line.form != "text" or line.open for line in lines):
        return ()
    held = {part for line in lines for part in line.text.parts}
    return tuple(name for name, value in one.record.fields.items() if held.isdisjoint(value.parts))


def _counted(chains: Sequence[Chain]) -> Iterator[Chain]:
    """With the number of places at the first one of each event that nothing looks for."""
    ways = [way for chain in chains for way in (chain.way, *chain.others)]
    alerting = any((hop := way.hop("rule")) is not None and hop.verdict is Verdict.OK for way in ways)
    numbers = Counter(chain.event.name for chain in chains if _is_unwatched(chain)) if alerting else Counter[str]()
    for chain in chains:
        yield replace(chain, unwatched=numbers.pop(chain.event.name, 0)) if _is_unwatched(chain) else chain


def _is_unwatched(chain: Chain) -> bool:
    last = chain.hops[-1]
    return last.kind == "rule" and last.verdict is Verdict.BROKEN and not last.what and chain.event.origin == "code"


def _without_need(chain: Chain, chains: Sequence[Chain]) -> Chain:
    """A record that no rule looks for is for the record, where rules look at what is counted beside it, or at all such answers."""
    last = chain.hops[-1]
    if last.kind != "rule" or last.verdict is not Verdict.BROKEN or last.what or chain.event.metric is not None:
        return chain
    beside = next((one for one in chains if one.event.name == chain.event.name and _counts(one, chain.event)), None)
    if beside is None:
        return chain
    return replace(chain, way=Way(chain.hops[:-1]), others=())


def _counts(one: Chain, event: Event) -> bool:
    hop = one.way.hop("rule")
    counted = one.event.metric is not None and hop is not None and hop.verdict is Verdict.OK
    counted = counted or (one.event.sink == "access" and hop is not None and hop.verdict is Verdict.OK)
    same = (one.event.span.path, one.event.function) == (event.span.path, event.function)
    return counted and (one.event.origin == "framework" or same)


def _rank(way: Way) -> tuple[int, int, int]:
    """The whole ones first, then those that get furthest; what is not known comes before what is broken."""
    worth = {Verdict.OK: 2, Verdict.UNKNOWN: 1, Verdict.BROKEN: 0}
    last = KINDS.index(way.hops[-1].kind) if way.verdict is not Verdict.OK else len(KINDS)
    return worth[way.verdict], last, -sum(hop.verdict is not Verdict.OK for hop in way.hops)


def _ways(one: Found, parts: Sequence[Written], evidence: Evidence, watch: Watch, ledger: Ledger) -> Iterator[Way]:
    event = one.event
    emitted = Hop("emitted", Verdict.OK, event.own[:80], _emitted(event), event.span)
    if event.metric is not None:
        yield from _alerted((emitted, _scraped(evidence)), event, None, evidence, watch, ledger)
    elif one.record is None:
        yield Way(
            (
                emitted,
                Hop(
                    "sink",
                    Verdict.UNKNOWN,
                    "audit trail",
                    "it is written to an audit trail, and whether anything reads that is not known",
                    event.span,
                    None,
                ),
            )
        )
    else:
        for part in parts:
            yield from _shipped((emitted, *part.hops), one, part, evidence, watch, ledger)


def _scraped(evidence: Evidence) -> Hop:
    scrape = next(iter(evidence.scrapes), None)
    told = "Prometheus scrapes it" if scrape is not None else "whether anything scrapes it is not known"
    verdict = Verdict.OK if scrape is not None else Verdict.UNKNOWN
    return Hop("sink", verdict, "prometheus", told, scrape.span if scrape else None, of_scrape(evidence))


def _emitted(event: Event) -> str:
    if event.origin == "framework":
        return f"{event.framework} {'exposes' if event.metric else 'writes'} it by itself"
    if event.metric is not None:
        return f"{event.metric.name} counts it"
    return f"it is written at {event.level}" if event.level else "it is written"


def _shipped(hops: tuple[Hop, ...], one: Found, part: Written, evidence: Evidence, watch: Watch, ledger: Ledger) -> Iterator[Way]:
    if part.destination is None or part.line is None:
        yield Way(hops)
        return
    yield from banned(hops, one, part, evidence, ledger)
    for arrival in arrivals(part, one, evidence):
        if arrival.mismatch is not None and part.span is not None and part.line.form:
            stage, line = arrival.mismatch, part.line
            ledger.misparsed[Misparsed(stage.span, stage.kind, arrival.hops[0].what, line.form, part.span, line.text.shown[:160])] = None
        if arrival.metric is not None:
            yield from _measured(hops, one.event, arrival, evidence, watch, ledger)
        elif arrival.lost or arrival.line is None:
            yield Way((*hops, *arrival.hops))
        else:
            yield from _alerted((*hops, *arrival.hops), one.event, arrival, evidence, watch, ledger)


def _measured(hops: tuple[Hop, ...], event: Event, arrival: Arrival, evidence: Evidence, watch: Watch, ledger: Ledger) -> Iterator[Way]:
    """The way of what a shipper counts, where some rule is about that measurement."""
    counted = replace(event, metric=arrival.metric)
    held = judged(counted, None, watch)
    if any(one.match.outcome is not False or one.match.near for one in held):
        stored = () if arrival.hops[-1].kind == "sink" else (_scraped(evidence),)
        yield from _alerted((*hops, *arrival.hops, *stored), counted, None, evidence, watch, ledger)


def _alerted(
    hops: tuple[Hop, ...], event: Event, arrival: Arrival | None, evidence: Evidence, watch: Watch, ledger: Ledger
) -> Iterator[Way]:
    held = judged(event, arrival, watch)
    ledger.note(event, held)
    fed = [one for one in held if one.match.outcome]
    doubtful = [one for one in held if one.match.outcome is None and (one.meant or _telling(one))]
    for one in fed:
        hop = Hop("rule", Verdict.OK, one.alert.name, "it matches", one.alert.span, of_rule(one.alert, evidence))
        yield from (Way((*hops, hop, *further)) for further in routed(one.alert, evidence))
    if fed:
        return
    if doubtful:
        one = min(doubtful, key=lambda judged_one: not judged_one.meant)
        hop = Hop("rule", Verdict.UNKNOWN, one.alert.name, one.match.why, one.alert.span, of_rule(one.alert, evidence))
        yield from (Way((*hops, hop, *further)) for further in routed(one.alert, evidence))
        return
    yield Way((*hops, *_unmatched(event, arrival, held, watch)))


def _telling(one: Judged) -> bool:
    """Whether what is not known of the match is only whether a label is there, or what a matcher looks for."""
    return "label" in one.match.why or one.match.why.startswith("the matcher ")


def _unmatched(event: Event, arrival: Arrival | None, held: Sequence[Judged], watch: Watch) -> Iterator[Hop]:
    missed = sorted(
        (one for one in held if one.match.near or one.meant), key=lambda one: (not (one.match.near and one.meant), not one.match.near)
    )
    if missed:
        one = missed[0]
        yield Hop("rule", Verdict.BROKEN, one.alert.name, f"it does not match: {one.match.why}", one.alert.span)
    elif not watch.alerts:
        yield Hop("rule", Verdict.UNKNOWN, "", "there are no alert rules in this project", None, None)
    elif (speaking := watch.speaking(event)) is not None:
        yield Hop(
            "rule",
            Verdict.UNKNOWN,
            speaking.name,
            "it speaks of such events, and looks at something else than this record",
            speaking.span,
            None,
        )
    elif event.name in ALARMING:
        unread = next((one for one in watch.alerts if not understood(one)), None)
        if unread is not None:
            yield Hop("rule", Verdict.UNKNOWN, "", f"no alert rule matches it, and {unread.name} is not understood", unread.span, None)
        else:
            missed_by = nearest(event, arrival, watch) if arrival is not None else None
            told = f"; {missed_by.alert.name} comes nearest: {missed_by.match.why}" if missed_by is not None else ""
            place = missed_by.alert.span if missed_by is not None else None
            yield Hop("rule", Verdict.BROKEN, "", f"none of the {len(watch.alerts)} alert rules matches it{told}", place)


def _notes(evidence: Evidence, alerts: Sequence[AlertRule]) -> Iterator[str]:
    if not evidence.configured.pipelines and not evidence.structlog:
        yield "No logging configuration was found: what Python does by default is taken."
    if not evidence.monitored.collectors:
        yield "No shipper's configuration was found."
    if not alerts:
        yield "No alert rules were found."
    elif not any(one.route is not None for one in evidence.monitored.routings):
        yield "No routes to receivers were found."
