"""What a change did to coverage: events that came through and do not any more, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from checker.trace.model import Chain, Change, Hop, Matrix, Row, Verdict


def changed(before: Matrix, now: Matrix) -> tuple[Change, ...]:
    """One for each event whose verdict is another than it was, those that were lost first."""
    found = sorted(_changes(before, now), key=lambda one: (not one.lost, not one.gained, one.name))
    return tuple(found)


def _changes(before: Matrix, now: Matrix) -> Iterator[Change]:
    then, today = ({row.name: row for row in one.rows()} for one in (before, now))
    for name in sorted(then.keys() | today.keys()):
        was, held = then.get(name), today.get(name)
        if was is not None and held is not None and was.verdict is held.verdict:
            continue
        hop = _decisive(held) if held is not None else None
        gone = "nothing emits it any more" if held is None else ""
        yield Change(
            name, was.verdict if was else None, held.verdict if held else None, gone or (hop.why if hop else "it comes through"),
            hop.span if hop else None,
        )  # fmt: skip


def _decisive(row: Row) -> Hop | None:
    """The hop that ends the way of the row's worst place."""
    for verdict in (Verdict.BROKEN, Verdict.UNKNOWN):
        chain: Chain | None = next((one for one in row.chains if one.verdict is verdict), None)
        if chain is not None:
            return next((hop for hop in chain.hops if hop.verdict is verdict and hop.kind != "runbook"), None)
    return None


def told(change: Change) -> str:
    """One sentence."""
    was, now = (one.value if one is not None else "missing" for one in (change.before, change.now))
    place = f"{change.span.path}:{change.span.line}: " if change.span is not None else ""
    word = "lost" if change.lost else "gained" if change.gained else "changed"
    return f"{change.name} is {word}: it was {was} and is {now} ({place}{change.why})."
