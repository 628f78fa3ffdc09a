"""Styled text: pieces of lines with the names of their styles, and what a terminal makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.report.escape import log_line

Line = list[tuple[str, str]]
"""Pieces of a line, each with the name of its style."""
_STYLES = {
    "low": "cyan", "medium": "yellow", "high": "red", "critical": "bold white on red", "strong": "bold", "place": "bold cyan",
    "frame": "blue", "quiet": "dim", "label": "bold", "good": "green", "removed": "red", "added": "green", "": "",
}  # fmt: skip


def written(lines: Iterable[Line], *, color: bool) -> str:
    """The lines as one text, with nothing in them that a CI runner obeys; coloured and plain differ in nothing but the colours."""
    harmless = (list(_harmless(line)) for line in lines)
    if color:
        return _colored(harmless)
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in harmless)


def _harmless(line: Line) -> Iterator[tuple[str, str]]:
    start = True
    for text, style in line:
        yield log_line(text, start=start), style
        start = start and not text.strip()


def _colored(lines: Iterable[Line]) -> str:
    import io

    from rich.console import Console
    from rich.text import Text

    stream = io.StringIO()
    console = Console(
        file=stream, force_terminal=True, color_system="standard", no_color=False, legacy_windows=False, highlight=False, _environ={}
    )
    for line in lines:
        text = Text.assemble(*((piece, _STYLES[style]) for piece, style in line))
        text.rstrip()
        console.print(text, soft_wrap=True)
    return stream.getvalue()
