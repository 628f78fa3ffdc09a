"""What a trace says: events, the hops of their ways to a person, and the coverage matrix. Plain data, which reports print as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

import msgspec

from checker.model import Span

KINDS = ("emitted", "logger", "handler", "formatter", "shipper", "sink", "rule", "route", "receiver", "runbook")
"""The kinds of hops, in the order in which an event passes them. A metric goes from ``emitted`` to ``sink`` (the scrape) at once."""


class Verdict(Enum):
    """What is known of a hop, or of a whole way."""

    OK = "OK"
    BROKEN = "BROKEN"
    """It is certain that the event comes no further."""
    UNKNOWN = "UNKNOWN"
    """It could not be told."""


class Metric(msgspec.Struct, frozen=True):
    """A measurement that an event is counted in."""

    name: str
    """As it is exposed: a counter's with ``_total``."""
    kind: str
    """``counter``, ``gauge``, ``histogram`` or ``summary``; ``""`` where unknown."""
    labels: Mapping[str, str | None] = msgspec.field(default_factory=dict)
    """``None`` for a value that is not known, or may be any."""


class Event(msgspec.Struct, frozen=True):
    """One place that writes a security event, or counts it."""

    name: str
    """Of the OWASP logging vocabulary (``authn_login_fail``), or the project's own."""
    span: Span
    """Of the call that emits it; of a framework's own event the place that shows the framework in use."""
    origin: str
    """``code``, ``framework``, ``metric`` (the code exposes it) or ``shipper`` (a metric that is derived from log lines)."""
    named: str = ""
    """What told the name: ``vocabulary`` (its name stands in the code), ``map`` (the settings), ``audit`` (the outcome that it records),
    ``words`` (its text) or ``framework``."""
    own: str = ""
    """How the project calls it: the message's text or the metric's name."""
    logger: str | None = None
    """The logger's full name, ``""`` for the root; ``None`` where it is not known, or where there is none."""
    level: str = ""
    """``debug`` ... ``critical``; ``""`` where unknown, or for a metric."""
    template: str = ""
    """The message as the code writes it, placeholders included."""
    fields: Mapping[str, str | None] = msgspec.field(default_factory=dict)
    """Values that it carries beside the message (``extra``, structlog's keywords), ``None`` where the value is not known."""
    function: str = ""
    """Qualified name of the function that emits it; ``""`` at module level."""
    sink: str = ""
    """``logging``, ``structlog``, ``loguru``, ``print`` ...; ``metric`` for one that is counted."""
    framework: str = ""
    """Whose own event it is: ``django``."""
    metric: Metric | None = None
    exception: bool = False
    """Whether a traceback is written with it."""


class Hop(msgspec.Struct, frozen=True):
    """One station of an event's way."""

    kind: str
    """One of `KINDS`."""
    verdict: Verdict
    what: str
    """Its short name: ``shop.accounts``, ``console``, ``promtail``, ``LoginFailures``, ``security-pager``; ``""`` where there is none."""
    why: str
    """One sentence without its full stop: what happens here, why the way ends, or what is not known."""
    span: Span | None = None
    """The file and line that say so; ``None`` where nothing does (Python's own default, a part that is missing)."""
    seconds: float | None = 0.0
    """How much time it may take at most; ``None`` where that is not known."""
    shown: str = ""
    """What the event looks like behind it: the line that is written, the stream's labels with the line."""


class Way(msgspec.Struct, frozen=True):
    """The hops that an event passes, in order; the last one is broken or unknown where it does not get through."""

    hops: tuple[Hop, ...]

    @property
    def verdict(self) -> Verdict:
        """Broken where a hop is, else unknown where one is; without a runbook somebody is told all the same."""
        found = {hop.verdict for hop in self.hops if hop.kind != "runbook"}
        return Verdict.BROKEN if Verdict.BROKEN in found else Verdict.UNKNOWN if Verdict.UNKNOWN in found else Verdict.OK

    @property
    def seconds(self) -> float | None:
        """From the event to the message at most; ``None`` where some hop's share is not known, or it does not get through."""
        shares = [hop.seconds for hop in self.hops]
        if self.verdict is Verdict.BROKEN or any(one is None for one in shares):
            return None
        return sum(one for one in shares if one is not None)

    def hop(self, kind: str) -> Hop | None:
        """The last hop of a kind, ``None`` where the way has none."""
        return next((one for one in reversed(self.hops) if one.kind == kind), None)


class Chain(msgspec.Struct, frozen=True):
    """One event with the way by which it gets furthest."""

    event: Event
    way: Way
    others: tuple[Way, ...] = ()
    """Further ways: other handlers, other rules."""
    allowed: float | None = None
    """Seconds within which the policy wants somebody told; ``None`` where it says nothing."""
    unwritten: tuple[str, ...] = ()
    """Fields that the record carries and that no handler's line holds; none where a formatter is not known."""
    unwatched: int = 0
    """At the first of the places of an event that no alert rule looks for, where rules match other events of the project: how many
    places emit it so; 0 elsewhere."""

    @property
    def span(self) -> Span:
        """Of what emits the event."""
        return self.event.span

    @property
    def hops(self) -> tuple[Hop, ...]:
        """Those of the way by which it gets furthest."""
        return self.way.hops

    @property
    def verdict(self) -> Verdict:
        """Of that way."""
        return self.way.verdict

    @property
    def seconds(self) -> float | None:
        """Of that way."""
        return self.way.seconds

    @property
    def late(self) -> bool:
        """Whether somebody is told, and later than is allowed."""
        return self.allowed is not None and self.seconds is not None and self.seconds > self.allowed


class Cell(msgspec.Struct, frozen=True):
    """One event's standing at one kind of hop: the worst of its places."""

    verdict: Verdict | None
    """``None`` where no way gets there, or where there is no such hop."""
    hop: Hop | None = None
    """The hop that says so."""
    chain: Chain | None = None


class Row(msgspec.Struct, frozen=True):
    """One event of the matrix with all places that emit it."""

    name: str
    chains: tuple[Chain, ...]

    @property
    def verdict(self) -> Verdict:
        """Of its worst place."""
        found = {chain.verdict for chain in self.chains}
        return Verdict.BROKEN if Verdict.BROKEN in found else Verdict.UNKNOWN if Verdict.UNKNOWN in found else Verdict.OK

    def cell(self, kind: str) -> Cell:
        """The worst that holds at a kind of hop."""
        found = [(hop, chain) for chain in self.chains if (hop := chain.way.hop(kind)) is not None]
        for verdict in (Verdict.BROKEN, Verdict.UNKNOWN, Verdict.OK):
            for hop, chain in found:
                if hop.verdict is verdict:
                    return Cell(verdict, hop, chain)
        return Cell(None)


class Unfed(msgspec.Struct, frozen=True):
    """An alert rule with none of the known events before it."""

    name: str
    span: Span
    verdict: Verdict
    """Broken where everything that could emit is known and nothing does what it matches; unknown elsewhere."""
    why: str
    event: Event | None = None
    """The event that it misses by little; ``None`` where it asks for a metric."""


class Misparsed(msgspec.Struct, frozen=True):
    """A shipper's stage that reads another form than the project's formatter writes."""

    span: Span
    """Of the stage."""
    stage: str
    """``json``"""
    shipper: str
    form: str
    """Of the line: ``text``, ``json`` or ``logfmt``."""
    written: Span
    """Where the handler or its formatter is set up."""
    shown: str
    """A line as it is written."""


class Blind(msgspec.Struct, frozen=True):
    """A jail of fail2ban that bans nobody: its filter fits no line of its file, nothing writes that file, or it is not switched on."""

    name: str
    span: Span
    why: str
    written: Span | None
    """Where the handler of that file is set up."""
    event: Event
    sure: bool = True
    """Whether nothing outside of what is read can write the file."""


class Change(msgspec.Struct, frozen=True):
    """What became of an event's coverage since another revision."""

    name: str
    before: Verdict | None
    """``None`` where it was not there."""
    now: Verdict | None
    why: str
    """What decides it now, or decided it then."""
    span: Span | None = None

    @property
    def lost(self) -> bool:
        """Whether it came through, and does not any more."""
        return self.before is Verdict.OK and self.now is not Verdict.OK

    @property
    def gained(self) -> bool:
        """Whether it comes through, and did not."""
        return self.now is Verdict.OK and self.before is not Verdict.OK


class Matrix(msgspec.Struct, frozen=True):
    """Every event of a project with its way."""

    chains: tuple[Chain, ...] = ()
    """By event's name and place."""
    unfed: tuple[Unfed, ...] = ()
    misparsed: tuple[Misparsed, ...] = ()
    blind: tuple[Blind, ...] = ()
    notes: tuple[str, ...] = ()
    """What could not be read or followed, one sentence each."""

    def rows(self) -> Iterator[Row]:
        """The chains by their event's name, sorted."""
        names = sorted({chain.event.name for chain in self.chains})
        for name in names:
            yield Row(name, tuple(chain for chain in self.chains if chain.event.name == name))

    @property
    def facts(self) -> tuple[Chain | Unfed | Misparsed | Blind, ...]:
        """What rules are called with."""
        return (*self.chains, *self.unfed, *self.misparsed, *self.blind)

    def of(self, name: str) -> tuple[Chain, ...]:
        """The chains of one event."""
        return tuple(chain for chain in self.chains if chain.event.name == name)
