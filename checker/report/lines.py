"""Lines and ranges of the sources that a report carries, counted as Python counts them."""

from __future__ import annotations

from functools import lru_cache

from checker import patterns as re
from checker.model import Span

_BREAK = re.compile(r"\r\n|\r|\n")


@lru_cache(maxsize=8)
def split(text: str) -> tuple[str, ...]:
    """The lines without their ends; only CR, LF and CR LF end one (`str.splitlines` knows ten more)."""
    return tuple(_BREAK.split(text))


def line_of(sources: dict[str, str], path: str, number: int) -> str | None:
    """One line, 1-based; ``None`` where the source or the line is not there."""
    if path not in sources:
        return None
    lines = split(sources[path])
    return lines[number - 1] if 1 <= number <= len(lines) else None


def text_of(sources: dict[str, str], span: Span) -> str | None:
    """The text of a range with its line breaks as LF; ``None`` where the source does not hold it all."""
    lines = split(sources[span.path]) if span.path in sources else ()
    if not 1 <= span.line <= span.end_line <= len(lines):
        return None
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    last = lines[span.end_line - 1][: span.end_column - 1]
    return "\n".join((lines[span.line - 1][span.column - 1 :], *lines[span.line : span.end_line - 1], last))
