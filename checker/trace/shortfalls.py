"""A trace held against what a policy asks of events."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec
from msgspec.structs import replace

from checker.model import Span
from checker.trace.model import KINDS, Chain, Hop, Matrix, Verdict, Way
from checker.trace.wanted import STATIONS, Wanted

_NAMED = re.compile(r"(?<![\w.-])([A-Za-z_][\w.-]*)\s*[=:]\s*(?:%|\{)")
"""``user=%s`` in a message."""


class Shortfall(msgspec.Struct, frozen=True):
    """One thing that a policy asks of an event and that does not hold, or is not known to."""

    span: Span
    """The place that emits the event; that of the policy where nothing does."""
    event: str
    verdict: Verdict
    """Broken, or unknown."""
    asked: str
    """What is asked: ``routed to a receiver``, ``a runbook``."""
    why: str
    """One sentence without its full stop."""
    wanted: Wanted
    chain: Chain | None = None
    way: tuple[Hop, ...] = ()
    """The hops up to the one that falls short."""
    sure: bool = True
    """Whether what is missing could not be added by something that is not followed."""


def allowed(wanted: Iterable[Wanted], matrix: Matrix) -> Matrix:
    """The trace with how much time the policy gives each event."""
    times = {one.name: one.seconds for one in wanted}
    return replace(matrix, chains=tuple(replace(chain, allowed=times.get(chain.event.name)) for chain in matrix.chains))


def shortfalls(wanted: Iterable[Wanted], matrix: Matrix) -> Iterator[Shortfall]:
    """Everything that does not hold, event by event as the policy names them, place by place."""
    known = sorted({chain.event.name for chain in matrix.chains})
    for one in wanted:
        chains = sorted(matrix.of(one.name), key=lambda chain: (chain.event.span.path, chain.event.function, chain.event.span))
        if not chains and one.always:
            yield _missing(one, known)
        for _, group in groupby(chains, key=lambda chain: (chain.event.span.path, chain.event.function)):
            yield from _of_place(one, tuple(group))


def _missing(one: Wanted, known: Sequence[str]) -> Shortfall:
    near = difflib.get_close_matches(one.name, known, 1)
    hint = f"; did you mean {near[0]}" if near else ""
    span = Span(one.file, max(one.line, 1), max(one.column, 1), max(one.line, 1), max(one.column, 1))
    return Shortfall(span, one.name, Verdict.BROKEN, "emitted", f"nothing in the code emits it{hint}", one)


def _of_place(one: Wanted, chains: tuple[Chain, ...]) -> Iterator[Shortfall]:
    """Of one function that emits the event, by a record, a counter or both: one that gets through is enough."""
    found = [(chain, way) for chain in chains for way in (chain.way, *chain.others)]
    short = [(chain, way, _ends(one, way)) for chain, way in found]
    passed = [(chain, way) for chain, way, hop in short if hop is None]
    if not passed:
        chain, way, hop = max(short, key=lambda item: _far(item[2]))
        yield _lost(one, chain, way, hop)
        return
    yield from _late(one, passed)
    yield from _bare(one, passed)
    if one.runbook and one.reach == "routed":
        yield from _unguided(passed, one)


def _ends(one: Wanted, way: Way) -> Hop | None:
    """The first hop, no further than must be, that does not let the event through; ``None`` where it comes as far as it must."""
    last = KINDS.index(STATIONS[one.reach])
    stopped = next((hop for hop in way.hops if hop.verdict is not Verdict.OK and KINDS.index(hop.kind) <= last), None)
    if stopped is not None or not way.hops or KINDS.index(way.hops[-1].kind) >= last:
        return stopped
    return replace(way.hops[-1], verdict=Verdict.UNKNOWN, why="nothing is known of what comes behind it")


def _far(hop: Hop | None) -> tuple[int, bool]:
    return (KINDS.index(hop.kind), hop.verdict is Verdict.UNKNOWN) if hop is not None else (len(KINDS), True)


_ASKED = {
    "emitted": "emitted", "written": "written by a handler", "shipped": "shipped to a store", "alerted": "alerted by a rule",
    "routed": "routed to a receiver",
}  # fmt: skip


def _lost(one: Wanted, chain: Chain, way: Way, hop: Hop | None) -> Shortfall:
    hops = way.hops[: way.hops.index(hop) + 1] if hop in way.hops else way.hops
    verdict, why = (hop.verdict, hop.why) if hop is not None else (Verdict.UNKNOWN, "nothing is known of its way")
    return Shortfall(chain.event.span, one.name, verdict, _ASKED[one.reach], why, one, chain, hops)


def _late(one: Wanted, passed: Sequence[tuple[Chain, Way]]) -> Iterator[Shortfall]:
    if one.seconds is None or one.reach != "routed":
        return
    times = [(way.seconds, chain, way) for chain, way in passed]
    known = [(seconds, chain, way) for seconds, chain, way in times if seconds is not None]
    if any(seconds <= one.seconds for seconds, _, _ in known):
        return
    chain, way = passed[0]
    verdict, why = Verdict.UNKNOWN, "how long it takes is not known"
    if len(known) == len(times):
        seconds, chain, way = min(known, key=lambda item: item[0])
        verdict, why = Verdict.BROKEN, f"it takes up to {seconds:,.0f} seconds"
    asked = f"told within {one.seconds:,.0f} seconds"
    yield Shortfall(chain.event.span, one.name, verdict, asked, why, one, chain, way.hops)


def _bare(one: Wanted, passed: Sequence[tuple[Chain, Way]]) -> Iterator[Shortfall]:
    """Records that get through without a field that is asked for."""
    records = [(chain, way) for chain, way in passed if chain.event.metric is None]
    for chain, way in records[:1] if one.fields else ():
        held = carried(chain, way)
        for name in one.fields:
            if name not in held:
                has = f"; it has {', '.join(sorted(held))}" if held else ""
                why = f"the record has no field {name}{has}"
                yield Shortfall(chain.event.span, one.name, Verdict.BROKEN, f"with {name}", why, one, chain, way.hops, sure=False)


def carried(chain: Chain, way: Way) -> frozenset[str]:
    """Names of what a record carries: its own fields, ``name=`` in its message, and the keys of the line that is written."""
    names = {*chain.event.fields, *_NAMED.findall(chain.event.template)}
    for hop in way.hops:
        if hop.kind == "formatter" and hop.shown.startswith("{"):
            try:
                names |= set(json.loads(hop.shown))
            except ValueError:
                names |= set(re.findall(r'"([\w.-]+)":', hop.shown))
    return frozenset(names)


def _unguided(passed: Sequence[tuple[Chain, Way]], one: Wanted) -> Iterator[Shortfall]:
    books = [(chain, way, way.hop("runbook")) for chain, way in passed]
    if any(hop is not None and hop.verdict is Verdict.OK for _, _, hop in books):
        return
    chain, way, hop = books[0]
    why = hop.why if hop is not None else "its alert names none"
    verdict = hop.verdict if hop is not None else Verdict.BROKEN
    yield Shortfall(chain.event.span, one.name, verdict, "a runbook", why, one, chain, way.hops)


def told(one: Shortfall) -> str:
    """One sentence: who asks for what, and why that does not hold."""
    asks = f"{one.wanted.file}:{one.wanted.line}" if one.wanted.line else one.wanted.file or "The policy"
    verdict = "it is not" if one.verdict is Verdict.BROKEN else "that is not known"
    return f"{asks} asks that {one.event} is {_WITH.get(one.asked, one.asked)}; {verdict}: {one.span.path}:{one.span.line}, {one.why}."


_WITH = {"a runbook": "led to a runbook"}
