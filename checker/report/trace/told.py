"""The words that all formats of a trace share."""

from __future__ import annotations

from checker.report.ranking import counted
from checker.trace.model import KINDS, Chain, Event, Hop, Matrix, Row, Verdict, Way

HEADS = {
    "emitted": "Code", "logger": "Logger", "handler": "Handler", "formatter": "Format", "shipper": "Shipper", "sink": "Store",
    "rule": "Alert", "route": "Route", "receiver": "Receiver", "runbook": "Runbook",
}  # fmt: skip
"""Kind of hop to the head of its column."""
CAVEAT = (
    "Read from source and configuration; nothing was run. OK: what stands there lets the event through. Unknown: it depends on what could "
    "not be read, such as an environment variable."
)
_ORDER = (Verdict.BROKEN, Verdict.UNKNOWN, Verdict.OK)


def kinds(matrix: Matrix) -> tuple[str, ...]:
    """The kinds of hops that some event comes to, in their order."""
    there = {hop.kind for chain in matrix.chains for hop in chain.hops}
    return tuple(kind for kind in KINDS if kind in there)


def summary(matrix: Matrix) -> str:
    """``4 events: 1 reaches somebody, 3 end before``."""
    rows = list(matrix.rows())
    if not rows:
        return "No event that a trace could follow was found"
    kept = sum(row.verdict is Verdict.OK and worst(row).way.hop("rule") is None for row in rows)
    numbers = {verdict: sum(row.verdict is verdict for row in rows) for verdict in Verdict}
    numbers[Verdict.OK] -= kept
    said = {
        Verdict.OK: "reaches somebody" if numbers[Verdict.OK] == 1 else "reach somebody",
        Verdict.BROKEN: "ends before" if numbers[Verdict.BROKEN] == 1 else "end before",
        Verdict.UNKNOWN: "not known",
    }
    parts = [f"{numbers[one]:,} {said[one]}" for one in (Verdict.OK, Verdict.BROKEN, Verdict.UNKNOWN) if numbers[one]]
    parts += [f"{kept:,} kept without an alert"] if kept else []
    return f"{counted(len(rows), 'event')}: {', '.join(parts)}"


def ends(way: Way) -> Hop | None:
    """The hop that decides how a way ends: the first that is broken, else the first that is unknown; ``None`` where it gets through."""
    for verdict in (Verdict.BROKEN, Verdict.UNKNOWN):
        for hop in way.hops:
            if hop.verdict is verdict and hop.kind != "runbook":
                return hop
    return None


def outcome(chain: Chain) -> str:
    """One line: ``reaches security-on-call within 8 min 5 s``, ``ends at the alert``."""
    if chain.late:
        return f"reaches {_receiver(chain)} within {duration(chain.seconds)}, and {duration(chain.allowed)} are allowed"
    last = ends(chain.way)
    if last is None and chain.way.hop("rule") is None:
        return "is kept, and no alert asks for it"
    if last is None:
        return f"reaches {_receiver(chain)}{f' within {duration(chain.seconds)}' if chain.seconds is not None else ''}"
    where = HEADS[last.kind].lower()
    return f"ends at the {where}" if last.verdict is Verdict.BROKEN else f"not known from the {where} on"


def _receiver(chain: Chain) -> str:
    hop = chain.way.hop("receiver")
    return hop.what if hop is not None and hop.what else "somebody"


def worst(row: Row) -> Chain:
    """The chain of a row that says how it stands."""
    return min(row.chains, key=lambda chain: (_ORDER.index(chain.verdict), len(chain.hops), chain.event.span))


def duration(seconds: float | None) -> str:
    """``1 h 5 min``, ``2 min 30 s``, ``15 s``; ``?`` where unknown."""
    if seconds is None:
        return "?"
    left = round(seconds)
    parts = []
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min"), (1, "s")):
        number, left = divmod(left, size)
        if number:
            parts.append(f"{number} {unit}")
    return " ".join(parts[:2]) or "0 s"


def time(hop: Hop) -> str:
    """``up to 5 s``; ``""`` where it takes none, or where nothing passes for certain."""
    if hop.verdict is not Verdict.OK or hop.seconds == 0:
        return ""
    return f"up to {duration(hop.seconds)}" if hop.seconds is not None else "for how long is not known"


def place(hop: Hop | Event) -> str:
    """``shop/settings.py:13``; ``""`` where nothing says it."""
    return f"{hop.span.path}:{hop.span.line}" if hop.span is not None else ""


def why(hop: Hop) -> str:
    """What happens at a hop, with its place in front."""
    return f"{place(hop)}: {hop.why}" if hop.span is not None else hop.why
