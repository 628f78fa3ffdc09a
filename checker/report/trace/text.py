"""For a terminal: the matrix of all events, or one event hop by hop."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from checker.report.escape import log_line, visible
from checker.report.trace import Traced, told
from checker.trace.model import Chain, Matrix, Row, Verdict, Way

NAME = "text"
_WIDTH = 120
_LONGEST = 34


def render(traced: Traced) -> str:
    """Summary, matrix and what ends where; with an event each of its ways, hop by hop."""
    table = list(_matrix(traced.matrix))
    lines = [*_chains(traced.matrix)] if traced.event else [f"{told.summary(traced.matrix)}.", *(["", *table] if table else [])]
    lines += [*_unfed(traced.matrix), *(["", *traced.matrix.notes] if traced.matrix.notes else [])]
    return "\n".join(log_line(visible(line.rstrip())) for line in lines) + "\n"


def _matrix(matrix: Matrix) -> Iterator[str]:
    rows, kinds = list(matrix.rows()), told.kinds(matrix)
    if not rows:
        return
    width = min(max(len(row.name) for row in rows), _LONGEST)
    yield f"{'':{width}}  {'  '.join(f'{told.HEADS[kind].lower():8}' for kind in kinds)}"
    for row in rows:
        cells = [f"{_word(row.cell(kind).verdict):8}" for kind in kinds]
        yield f"{row.name[:_LONGEST]:{width}}  {'  '.join(cells)}"
        yield from _wrapped(_outcome(row), 4)


def _word(verdict: Verdict | None) -> str:
    return verdict.value if verdict is not None else "-"


def _outcome(row: Row) -> str:
    """How the worst of a row's places ends, and why."""
    chain = told.worst(row)
    hop = told.ends(chain.way)
    several = f" ({len(row.chains)} places write it)" if len(row.chains) > 1 else ""
    return f"{told.outcome(chain)}{several}{f': {told.why(hop)}' if hop is not None else ''}"


def _chains(matrix: Matrix) -> Iterator[str]:
    for number, chain in enumerate(matrix.chains):
        if number:
            yield ""
        yield f"{chain.event.name}  {told.place(chain.event)}  {told.outcome(chain)}"
        yield from _hops(chain.way)
        yield from _others(chain)


def _hops(way: Way) -> Iterator[str]:
    for hop in way.hops:
        time = f"  {said}" if (said := told.time(hop)) else ""
        yield f"  {hop.verdict.value:7}  {told.HEADS[hop.kind].lower():8}  {hop.what}{time}"
        yield from _wrapped(told.why(hop), 21)
        if hop.shown:
            yield from _wrapped(hop.shown, 21)


def _others(chain: Chain) -> Iterator[str]:
    for said in dict.fromkeys(map(_other, chain.others)):  # several stages of a shipper may say the same
        yield from _wrapped(said, 2)


def _other(way: Way) -> str:
    hop = told.ends(way)
    if hop is None:
        receiver = way.hop("receiver")
        return f"also reaches {receiver.what if receiver else 'somebody'}"
    handler = way.hop("handler")
    by = f", by {handler.what}," if handler is not None and handler is not hop else ""
    where = " ".join((told.HEADS[hop.kind].lower(), *([hop.what] if hop.what else [])))
    return f"another way{by} ends at the {where}: {told.why(hop)}"


def _unfed(matrix: Matrix) -> Iterator[str]:
    for number, one in enumerate(matrix.unfed):
        if not number:
            yield from ("", "Alert rules with no event before them:")
        yield from _wrapped(f"{one.verdict.value}  {one.name}  {one.span.path}:{one.span.line}: {one.why}", 2)


def _wrapped(text: str, indent: int) -> Iterator[str]:
    head = " " * indent
    yield from textwrap.wrap(
        " ".join(text.split()), _WIDTH, initial_indent=head, subsequent_indent=head, break_long_words=False, break_on_hyphens=False
    )
