"""A page of its own: the matrix, all ways as one picture, and each event hop by hop."""

from __future__ import annotations

from collections.abc import Iterator

from checker.report.page import code, page, text
from checker.report.trace import Traced, graph, matrix, told
from checker.trace.model import Chain, Hop, Matrix, Row, Verdict, Way

NAME = "html"
_CLASSES = {Verdict.OK: "met", Verdict.BROKEN: "violated", Verdict.UNKNOWN: "unknown"}
_MOST = 200
"""Chains that are told hop by hop."""
_STYLE = """
body { max-width: 92rem; }
ol.hops { list-style: none; margin: .6rem 0; padding: 0; border-left: 3px solid var(--line); }
ol.hops li { position: relative; margin: 0; padding: .25rem 0 .25rem 1.4rem; }
ol.hops li::before { content: ""; position: absolute; left: -.56rem; top: .62rem; width: .8rem; height: .8rem; border-radius: 50%;
  border: 2px solid var(--good); background: var(--good-paper); }
ol.hops li.violated::before { border-color: var(--bad); background: var(--bad); }
ol.hops li.unknown::before { border-color: var(--odd); background: var(--odd-paper); border-style: dashed; }
ol.hops li, ol.hops li.violated, ol.hops li.unknown { color: inherit; background: none; }
ol.hops .kind { display: inline-block; min-width: 5.2rem; color: var(--soft); } ol.hops b { font-weight: 600; }
ol.hops .why { display: block; } ol.hops li.violated .why { color: var(--bad); } ol.hops li.unknown .why { color: var(--odd); }
ol.hops .shown { display: block; margin: .2rem 0; padding: .3rem .5rem; background: var(--box); border-radius: 4px;
  font: .82rem/1.4 ui-monospace, monospace; white-space: pre-wrap; }
details.chain { border: 1px solid var(--line); border-radius: 6px; padding: .4rem .8rem; margin: .5rem 0; }
details.chain summary { font-weight: 600; } details.chain summary code { font-weight: 400; }
"""


def render(traced: Traced) -> str:
    """The page."""
    found = traced.matrix
    title = f"{traced.event}: from the line of code to the person told" if traced.event else "From the line of code to the person told"
    parts = [f"<h1>{text(title)}</h1>", f"<p>{text(told.summary(found))}.</p>", f'<p class="soft">{text(told.CAVEAT)}</p>']
    if found.chains:
        parts += ["<figure>", matrix.drawing(found, "matrix"), "</figure>"]
        parts += ["<h2>Event by event</h2>", *_rows(found)]
        parts += ["<h2>All ways</h2>", "<figure>", graph.drawing(found, "ways"), "</figure>"]
    parts += [*_unfed(found), *(f'<p class="soft">{text(note)}</p>' for note in found.notes)]
    by = f"logproof {traced.version}{f' on {traced.today}' if traced.today else ''}"
    parts.append(f'<p class="soft">By {text(by)}.</p>')
    return page(title, "\n".join(parts) + "\n", f"{matrix.STYLE}{graph.STYLE}{_STYLE}")


def _rows(found: Matrix) -> Iterator[str]:
    """Each event's chains; those that do not get through are unfolded."""
    left = _MOST
    for row in found.rows():
        yield f"<h3>{text(row.name)} {_badge(row)}</h3>"
        for chain in row.chains[: max(left, 0)]:
            yield _chain(chain)
        if len(row.chains) > max(left, 0):
            yield f'<p class="soft">and {len(row.chains) - max(left, 0):,} more places</p>'
        left -= len(row.chains)


def _badge(row: Row) -> str:
    return f'<span class="verdict {_CLASSES[row.verdict]}">{text(row.verdict.value)}</span>'


def _chain(chain: Chain) -> str:
    opened = " open" if chain.verdict is not Verdict.OK or chain.late else ""
    head = f"<summary>{code(told.place(chain.event))} {text(told.outcome(chain))}</summary>"
    return f'<details class="chain"{opened}>{head}{_hops(chain.way)}{"".join(_other(way) for way in chain.others)}</details>'


def _hops(way: Way) -> str:
    return f'<ol class="hops">{"".join(map(_hop, way.hops))}</ol>'


def _hop(hop: Hop) -> str:
    place = f" {code(told.place(hop))}" if hop.span is not None else ""
    time = f' <span class="soft">{text(said)}</span>' if (said := told.time(hop)) else ""
    shown = f'<span class="shown">{text(hop.shown)}</span>' if hop.shown else ""
    head = f'<span class="kind">{told.HEADS[hop.kind]}</span><b>{text(hop.what)}</b>{place}{time}'
    state = f"<span class='verdict {_CLASSES[hop.verdict]}'>{hop.verdict.value}</span> " if hop.verdict is not Verdict.OK else ""
    return f'<li class="{_CLASSES[hop.verdict]}">{head}<span class="why">{state}{text(hop.why)}</span>{shown}</li>'


def _other(way: Way) -> str:
    hop = told.ends(way)
    if hop is None:
        receiver = way.hop("receiver")
        return f"<details><summary>It also reaches {text(receiver.what if receiver else 'somebody')}</summary>{_hops(way)}</details>"
    told_end = f"Another way ends at the {told.HEADS[hop.kind].lower()} {hop.what}"
    return f"<details><summary>{text(told_end)}</summary>{_hops(way)}</details>"


def _unfed(found: Matrix) -> Iterator[str]:
    if not found.unfed:
        return
    yield "<h2>Alert rules with no event before them</h2><ul>"
    for one in found.unfed:
        badge = f'<span class="verdict {_CLASSES[one.verdict]}">{text(one.verdict.value)}</span>'
        yield f"<li>{badge} {text(one.name)} {code(f'{one.span.path}:{one.span.line}')} {text(one.why)}</li>"
    yield "</ul>"
