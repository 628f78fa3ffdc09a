"""For a job's summary or a ticket: the matrix as a table, and each event hop by hop."""

from __future__ import annotations

from collections.abc import Iterator

from checker.report.escape import markdown, markdown_code, visible
from checker.report.trace import Traced, told
from checker.trace.model import Chain, Matrix, Verdict, Way

NAME = "markdown"
_SIGNS = {Verdict.OK: "OK", Verdict.BROKEN: "**BROKEN**", Verdict.UNKNOWN: "UNKNOWN", None: ""}


def render(traced: Traced) -> str:
    """Summary and matrix; then every chain that does not get through, or those of the event that was asked for."""
    matrix = traced.matrix
    parts = ["# From the line of code to the person told", f"{markdown(told.summary(matrix))}."]
    if not traced.event:
        parts += ["\n".join(_matrix(matrix))] if matrix.chains else []
    parts += ["\n".join(_chain(chain)) for chain in matrix.chains if traced.event or chain.verdict is not Verdict.OK or chain.late]
    if matrix.unfed:
        parts.append("\n".join(["## Alert rules with no event before them", "", *_unfed(matrix)]))
    parts += [f"- {markdown(note)}" for note in matrix.notes]
    return "\n\n".join(parts) + "\n"


def _matrix(matrix: Matrix) -> Iterator[str]:
    kinds = told.kinds(matrix)
    yield f"| Event | {' | '.join(told.HEADS[kind] for kind in kinds)} | Outcome |"
    yield f"| {' | '.join('---' for _ in range(len(kinds) + 2))} |"
    for row in matrix.rows():
        cells = [_SIGNS[row.cell(kind).verdict] for kind in kinds]
        yield f"| {markdown_code(visible(row.name))} | {' | '.join(cells)} | {markdown(told.outcome(told.worst(row)))} |"


def _chain(chain: Chain) -> Iterator[str]:
    place = markdown_code(visible(told.place(chain.event)))
    yield f"## {markdown_code(visible(chain.event.name))} {markdown(told.outcome(chain))}"
    yield ""
    yield f"Written in {place}."
    yield ""
    yield from _hops(chain.way)


def _hops(way: Way) -> Iterator[str]:
    for number, hop in enumerate(way.hops, 1):
        place = told.place(hop)
        what = f" {markdown_code(visible(hop.what))}" if hop.what else ""
        where = f" ({markdown_code(visible(place))})" if place else ""
        yield f"{number}. {_SIGNS[hop.verdict]} {told.HEADS[hop.kind].lower()}{what}: {markdown(hop.why)}{where}"


def _unfed(matrix: Matrix) -> Iterator[str]:
    for one in matrix.unfed:
        place = markdown_code(visible(f"{one.span.path}:{one.span.line}"))
        yield f"- {_SIGNS[one.verdict]} {markdown_code(visible(one.name))} ({place}): {markdown(one.why)}"
