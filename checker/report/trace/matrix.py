"""The matrix as SVG: each event a line through the stations of its way, as far as it comes, with the reason where it ends."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import msgspec

from checker.report.page import DARK, LIGHT, text
from checker.report.trace import told
from checker.trace.model import Chain, Hop, Matrix, Row, Verdict

STYLE = """
svg.matrix { display: block; font: 13px system-ui, sans-serif; }
.matrix text { fill: var(--ink, #1b1f24); } .matrix .name { font-weight: 600; } .matrix .soft { fill: var(--soft, #57606a); }
.matrix .head { fill: var(--soft, #57606a); font-weight: 600; text-anchor: middle; }
.matrix .what { font-size: 10.5px; fill: var(--soft, #57606a); text-anchor: middle; }
.matrix .rule { stroke: var(--line, #d0d7de); stroke-width: 1; }
.matrix .way { stroke: var(--good, #116329); stroke-width: 3; } .matrix .doubt { stroke: var(--odd, #8a5300); stroke-dasharray: 6 4; }
.matrix .never { stroke: var(--line, #d0d7de); stroke-width: 2; stroke-dasharray: 2 5; }
.matrix .ok circle { fill: var(--good-paper, #e3f5e6); stroke: var(--good, #116329); stroke-width: 2; }
.matrix .broken circle { fill: var(--bad, #b42318); stroke: var(--bad, #b42318); stroke-width: 2; }
.matrix .unknown circle { fill: var(--odd-paper, #fff4dc); stroke: var(--odd, #8a5300); stroke-width: 2; stroke-dasharray: 3 2; }
.matrix .dot { fill: var(--paper, #ffffff); stroke: var(--line, #d0d7de); stroke-width: 1.5; }
.matrix .sign { fill: none; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.matrix .ok .sign { stroke: var(--good, #116329); } .matrix .broken .sign { stroke: var(--paper, #ffffff); }
.matrix .unknown .sign { stroke: var(--odd, #8a5300); }
.matrix .bad { fill: var(--bad, #b42318); } .matrix .odd { fill: var(--odd, #8a5300); } .matrix .good { fill: var(--good, #116329); }
"""
MOST = 60
"""Rows; those that are broken stay before others, and what stays away is counted."""
_PITCH, _RADIUS, _MARGIN, _HEAD = 90, 10, 14, 34
_BOLD, _PLAIN, _SMALL = 7.8, 7.0, 10.5
"""Width of a letter, at most on the average, in the sizes of the text: bold, plain; the size of what stands below a station."""
_WIDE, _NARROW = "mwMW@%&\u2026", "iljI.,:;'|!() []ft/"
_WIDTHS = {**dict.fromkeys(_WIDE, 1.0), **dict.fromkeys(_NARROW, 0.4)}
"""Width of a letter as a share of its size, in DejaVu Sans, the widest of the usual system fonts; of capitals 0.72, of others 0.62."""
_LONGEST_NAME, _LAST, _REASON = 32, 110, 17
_CLASSES = {Verdict.OK: "ok", Verdict.BROKEN: "broken", Verdict.UNKNOWN: "unknown"}
_SIGNS = {
    Verdict.OK: "M-4.5 .5L-1.5 3.5L4.5 -3.5",
    Verdict.BROKEN: "M-3.8 -3.8L3.8 3.8M3.8 -3.8L-3.8 3.8",
    Verdict.UNKNOWN: "M-2.6 -2.4C-2.6 -6 2.8 -6 2.8 -2.6C2.8 -.4 0 -.4 0 2M0 5.2L0 5.3",
}
_RANK = {Verdict.BROKEN: 0, Verdict.UNKNOWN: 1, Verdict.OK: 2}


class _Sheet(msgspec.Struct, frozen=True):
    """Where columns stand."""

    kinds: tuple[str, ...]
    left: float
    width: float

    def x(self, kind: str) -> float:
        """The middle of a column."""
        return self.left + _PITCH * (self.kinds.index(kind) + 0.5)

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.left + _PITCH * len(self.kinds)


def drawing(matrix: Matrix, prefix: str, *, alone: bool = False) -> str:
    """The picture; ``prefix`` makes its ids differ from those of others. ``alone``: a file of its own, with its colours and background."""
    rows = chosen(matrix)
    left = list(matrix.rows())[MOST:]
    kinds = told.kinds(matrix)
    longest = max((len(_name(row)) for row in rows), default=0)
    start = _MARGIN + _BOLD * min(longest, _LONGEST_NAME + 4) + 8
    sheet = _Sheet(kinds, start, start + _PITCH * len(kinds) + _LAST)
    parts, y = [], float(_HEAD)
    for row in rows:
        made, height = _row(row, sheet, y)
        parts += made
        y += height
    if left:
        parts.append(f'<text class="soft" x="{_MARGIN}" y="{y + 18:g}">and {len(left):,} more events</text>')
        y += 28
    size = f'viewBox="0 0 {sheet.width:g} {y + 4:g}" width="{sheet.width:g}" height="{y + 4:g}"'
    own = f"<style>svg {{ {LIGHT} }} @media (prefers-color-scheme: dark) {{ svg {{ {DARK} }} }}{STYLE}</style>" if alone else ""
    paper = f'<rect width="{sheet.width:g}" height="{y + 4:g}" rx="8" fill="var(--paper, #ffffff)"/>' if alone else ""
    return "\n".join(
        [
            f'<svg class="matrix" role="img" aria-labelledby="{prefix}-title {prefix}-desc" {size} xmlns="http://www.w3.org/2000/svg">',
            f'<title id="{prefix}-title">From the line of code to the person told</title>',
            f'<desc id="{prefix}-desc">{text(_said(matrix, rows))}</desc>{own}{paper}',
            *_heads(sheet),
            *parts,
            "</svg>",
        ]
    )


def chosen(matrix: Matrix) -> list[Row]:
    """The rows that are drawn, by name; where there are too many, first those that end before somebody is told."""
    rows = list(matrix.rows())
    if len(rows) > MOST:
        rows = sorted(sorted(rows, key=lambda row: _RANK[row.verdict])[:MOST], key=lambda row: row.name)
    return rows


def _heads(sheet: _Sheet) -> Iterator[str]:
    for kind in sheet.kinds:
        yield f'<text class="head" x="{sheet.x(kind):g}" y="20">{told.HEADS[kind]}</text>'


def _name(row: Row) -> str:
    name = row.name if len(row.name) <= _LONGEST_NAME else f"{row.name[: _LONGEST_NAME - 1]}…"
    return f"{name} ×{len(row.chains)}" if len(row.chains) > 1 else name


def _row(row: Row, sheet: _Sheet, y: float) -> tuple[list[str], float]:
    """A row and its height."""
    chain = told.worst(row)
    middle = y + 20
    parts = [f'<path class="rule" d="M0 {y:g}H{sheet.width:g}"/>']
    parts.append(f'<text class="name" x="{_MARGIN}" y="{middle + 5:g}"><title>{text(row.name)}</title>{text(_name(row))}</text>')
    parts += _line(chain, sheet, middle)
    parts += [_station(hop, sheet.x(hop.kind), middle) for hop in _last_of_each(chain)]
    parts += _end(chain, sheet, middle)
    height = 50.0
    for line in _reason(row, chain, sheet):
        colour = "bad" if chain.verdict is Verdict.BROKEN or chain.late else "odd"
        parts.append(f'<text class="{colour}" x="{_MARGIN}" y="{y + height + 8:g}">{text(line)}</text>')
        height += _REASON
    return [f"<g>{''.join(parts)}</g>"], height + 6


def _last_of_each(chain: Chain) -> list[Hop]:
    """The hops by kind, in their order; of several of one kind the one that decides."""
    found: dict[str, Hop] = {}
    for hop in chain.hops:
        if hop.kind not in found or _RANK[hop.verdict] <= _RANK[found[hop.kind].verdict]:
            found[hop.kind] = hop
    return list(found.values())


def _line(chain: Chain, sheet: _Sheet, y: float) -> Iterator[str]:
    """The way from station to station, and what it does not come to."""
    hops = _last_of_each(chain)
    at, doubt = sheet.x(hops[0].kind) if hops else sheet.left, False
    for hop in hops[1:]:
        doubt = doubt or hop.verdict is Verdict.UNKNOWN
        x = sheet.x(hop.kind)
        yield f'<path class="way{" doubt" if doubt else ""}" d="M{at:g} {y:g}H{x:g}"/>'
        at = x
    later = [sheet.x(kind) for kind in sheet.kinds if sheet.x(kind) > at]
    if later and told.ends(chain.way) is not None:
        yield f'<path class="never" d="M{at:g} {y:g}H{later[-1]:g}"/>'
        yield from (f'<circle class="dot" cx="{x:g}" cy="{y:g}" r="4"/>' for x in later)


def _station(hop: Hop, x: float, y: float) -> str:
    what = _fitting(hop.what, _PITCH - 4)
    whole = f"<title>{text(f'{told.HEADS[hop.kind]} {hop.what}: {told.why(hop)}')}</title>"
    mark = f'<g transform="translate({x:g} {y:g})"><circle r="{_RADIUS}"/><path class="sign" d="{_SIGNS[hop.verdict]}"/></g>'
    return f'<g class="{_CLASSES[hop.verdict]}">{whole}{mark}<text class="what" x="{x:g}" y="{y + 23:g}">{text(what)}</text></g>'


def _fitting(words: str, room: float) -> str:
    """As much of a name as fits between its neighbours."""
    if _width(words) <= room:
        return words
    kept = 0
    while kept < len(words) and _width(f"{words[: kept + 1]}…") <= room:
        kept += 1
    return f"{words[:kept].rstrip()}…"


def _width(words: str) -> float:
    """In pixels, at most."""
    return _SMALL * sum(_WIDTHS.get(one, 1.0 if ord(one) > 0x2FF else 0.72 if one.isupper() else 0.62) for one in words)


def _end(chain: Chain, sheet: _Sheet, y: float) -> Iterator[str]:
    if told.ends(chain.way) is None and chain.way.hop("rule") is not None:
        colour = "bad" if chain.late else "good"
        yield f'<text class="{colour}" x="{sheet.right + 4:g}" y="{y + 5:g}">{text(f"≤ {told.duration(chain.seconds)}")}</text>'


def _reason(row: Row, chain: Chain, sheet: _Sheet) -> list[str]:
    hop = told.ends(chain.way)
    if hop is None:
        return [told.outcome(chain)] if chain.late else []
    same = sum(one.verdict is chain.verdict for one in row.chains)
    several = f" ({same} of {len(row.chains)} places)" if len(row.chains) > 1 else ""
    lines = textwrap.wrap(f"{told.why(hop)}{several}", int((sheet.width - 2 * _MARGIN) / _PLAIN))
    return [*lines[:2], *(["…"] if len(lines) > 2 else [])]


def _said(matrix: Matrix, rows: list[Row]) -> str:
    """The picture in words, for who does not see it."""
    ways = [f"{row.name} {told.outcome(chain)}{_because(chain)}" for row in rows for chain in (told.worst(row),)]
    return f"{told.summary(matrix)}. {'. '.join(ways)}." if ways else told.summary(matrix)


def _because(chain: Chain) -> str:
    hop = told.ends(chain.way)
    return f", {told.why(hop)}" if hop is not None else ""
