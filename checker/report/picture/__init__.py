"""A logging configuration as a picture: loggers, handlers, formatters and where records end, with what is dropped and what is unknown."""

from __future__ import annotations

from collections.abc import Sequence

from checker.logconfig import LogPipeline
from checker.report.page import page, text
from checker.report.picture.drawing import STYLE, drawing
from checker.report.picture.graph import graph, told
from checker.report.picture.words import lines

__all__ = ["STYLE", "drawn", "figure", "lines", "whole_page"]
_MOST = 100


def whole_page(pipelines: Sequence[LogPipeline]) -> str:
    """A page of its own with a picture of each configuration."""
    figures = [figure(one, number) for number, one in enumerate(pipelines[:_MOST])]
    left = len(pipelines) - _MOST
    figures += [f"<p>{left:,} more configurations are left out.</p>"] if left > 0 else []
    body = "\n".join(figures) if figures else "<p>There is no logging configuration.</p>"
    return page("Where records go", f"<h1>Where records go</h1>\n{body}\n", STYLE)


def figure(pipeline: LogPipeline, number: int) -> str:
    """The picture with its caption, and the same in words, as HTML."""
    caption = f"{pipeline.span.path}:{pipeline.span.line}, {pipeline.kind}, {pipeline.environment}"
    said = "".join(f"{text(line) if line.strip() else ''}\n" for line in _indented(pipeline))
    return (
        f"<figure><figcaption>{text(caption)}</figcaption>\n{drawn(pipeline, f'p{number}')}\n"
        f"<details><summary>The same in words</summary><pre>{said}</pre></details></figure>"
    )


def drawn(pipeline: LogPipeline, prefix: str) -> str:
    """The picture alone, as SVG; ``prefix`` makes the ids of several on one page differ."""
    made = graph(pipeline)
    return drawing(made, prefix, f"Where records go: {pipeline.span.path}", told(made))


def _indented(pipeline: LogPipeline) -> list[str]:
    """`lines`, whose indents survive the folding of white space."""
    return [line.replace("  ", "\u00a0 ") for line in lines(pipeline)]
