"""From boxes and ways to SVG: columns from left to right, with no script and no picture but itself."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from checker.report.page import text
from checker.report.picture.boxes import Box, Graph, ordered

STYLE = """
svg.flow { display: block; font: 12px ui-monospace, monospace; }
.flow .box { fill: var(--box, #f6f8fa); stroke: var(--line, #d0d7de); } .flow text { fill: var(--ink, #1b1f24); }
.flow .soft, .flow .head { fill: var(--soft, #57606a); } .flow .name { font-weight: 600; }
.flow .dropped .box { fill: var(--bad-paper, #fdecea); stroke: var(--bad, #b42318); } .flow .dropped .soft { fill: var(--bad, #b42318); }
.flow .unknown .box { fill: var(--odd-paper, #fff4dc); stroke: var(--odd, #8a5300); stroke-dasharray: 5 3; }
.flow .unknown .soft { fill: var(--odd, #8a5300); }
.flow .good .box { fill: var(--good-paper, #e3f5e6); stroke: var(--good, #116329); }
.flow .way { fill: none; stroke: var(--soft, #57606a); stroke-width: 1.3; } .flow .tip { fill: var(--soft, #57606a); }
"""
_LETTER = 7.25
"""Width of one letter of the font, which is as wide as it is in most systems' own."""
_LINE, _PAD, _GAP, _HEAD = 16, 9, 12, 30
_LONGEST = 34
"""Letters of a line; what is cut stands whole in the box's title."""


class _Placed(msgspec.Struct, frozen=True):
    box: Box
    x: float
    y: float
    width: float
    height: float


def drawing(made: Graph, prefix: str, title: str, told: str, longest: int = _LONGEST, between: int = 64) -> str:
    """The picture; ``prefix`` makes the ids of several on one page differ, ``told`` is the same in words, for who does not see it.

    ``longest`` is how many letters of a line are shown, ``between`` the space between two columns.
    """
    placed, width, height = _laid_out(made, longest, between)
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    tip = f'<marker id="{prefix}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    parts = [
        f'<svg class="flow" role="img" aria-labelledby="{prefix}-title {prefix}-desc" {size} xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{prefix}-title">{text(title)}</title>',
        f'<desc id="{prefix}-desc">{text(told)}</desc>',
        f'<defs>{tip}<path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>',
        *_heads(made.columns, placed),
        *(_way(placed[start], placed[end], prefix) for start, end in made.ways if start in placed and end in placed),
        *(_drawn(one, longest) for one in placed.values()),
        "</svg>",
    ]
    return "\n".join(parts)


def _laid_out(made: Graph, longest: int, between: int) -> tuple[dict[str, _Placed], float, float]:
    """Every box with its place, and the size of the whole; a column that is shorter stands in the middle."""
    parts = ordered(made)
    heights = [sum(_height(box) + _GAP for box in part) for part in parts]
    placed: dict[str, _Placed] = {}
    x = 1.0
    for part, height in zip(parts, heights, strict=True):
        if not part:
            continue
        width = max(_LETTER * max(len(_cut(line, longest)) for line in box.lines) for box in part) + 2 * _PAD
        width = max(width, _LETTER * len(made.columns[part[0].column]))
        y = _HEAD + (max(heights) - height) / 2
        for box in part:
            placed[box.key] = _Placed(box, x, y, width, _height(box))
            y += _height(box) + _GAP
        x += width + between
    return placed, round(max(x - between + 1, 200.0), 1), round(_HEAD + max(heights, default=0.0) + 1, 1)


def _height(box: Box) -> float:
    return len(box.lines) * _LINE + 2 * _PAD - 4


def _cut(line: str, longest: int) -> str:
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _heads(columns: tuple[str, ...], placed: dict[str, _Placed]) -> Iterator[str]:
    for number, words in enumerate(columns):
        first = next((one for one in placed.values() if one.box.column == number), None)
        if first is not None:
            yield f'<text class="head" x="{first.x:g}" y="16">{words}</text>'


def _drawn(one: _Placed, longest: int) -> str:
    box = one.box
    rows = "".join(_row(one, at, _cut(line, longest)) for at, line in enumerate(box.lines))
    whole = text("; ".join(box.lines))
    outline = f'<rect class="box" x="{one.x:g}" y="{one.y:g}" width="{one.width:g}" height="{one.height:g}" rx="4"/>'
    return f'<g class="{box.mark or "plain"}"><title>{whole}</title>{outline}{rows}</g>'


def _row(one: _Placed, at: int, line: str) -> str:
    place = f'x="{one.x + _PAD:g}" y="{one.y + _PAD + 9 + at * _LINE:g}"'
    return f'<text class="{"soft" if at else "name"}" {place}>{text(line)}</text>'


def _way(start: _Placed, end: _Placed, prefix: str) -> str:
    x1, y1 = start.x + start.width, start.y + start.height / 2
    x2, y2 = end.x, end.y + end.height / 2
    if end.box.column <= start.box.column:  # a handler that hands on to another
        x2 = end.x + end.width
        bend = f"C{x1 + 40:g} {y1:g} {x2 + 40:g} {y2:g} {x2:g} {y2:g}"
    else:
        middle = (x1 + x2) / 2
        bend = f"C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
    return f'<path class="way" marker-end="url(#{prefix}-tip)" d="M{x1:g} {y1:g}{bend}"/>'
