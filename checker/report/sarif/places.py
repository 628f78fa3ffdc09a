"""SARIF's locations, regions and messages."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from checker.model import Span
from checker.report.escape import visible, well_formed
from checker.report.lines import split, text_of

_LONGEST = 4_000
"""Characters of a snippet; a longer one is left out, since a viewer has the file."""
_AROUND = 2
"""Lines of context before and after."""


def plain(text: str) -> str:
    """Untrusted text for a message: hiding characters spelled out, no embedded link (standard, 3.11.6)."""
    return visible(text, keep="\n\t").replace("](", "] (")


def uri(path: str) -> str:
    """A relative reference (RFC 3986); a byte of the path that was no UTF-8 is percent-encoded as it was."""
    try:
        raw = path.encode(errors="surrogateescape")
    except UnicodeEncodeError:  # no file system gives such a path
        raw = path.encode(errors="replace")
    encoded = quote(raw, safe="/-._~!$&'()*+,;=@")
    return f"./{encoded}" if encoded.startswith("/") else encoded


def artifact(path: str) -> dict[str, Any]:
    """A file below the project's root."""
    return {"uri": uri(path), "uriBaseId": "%SRCROOT%"}


def location(span: Span, sources: dict[str, str], text: str = "") -> dict[str, Any]:
    """A location with region, snippet, context and, where given, a message."""
    physical: dict[str, Any] = {"artifactLocation": artifact(span.path), "region": region(span, sources)}
    if context := _context(span, sources):
        physical["contextRegion"] = context
    place: dict[str, Any] = {"physicalLocation": physical}
    if text:
        place["message"] = {"text": plain(text)}
    return place


def region(span: Span, sources: dict[str, str] | None = None) -> dict[str, Any]:
    """A region with its text where that is at hand and short."""
    area: dict[str, Any] = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    snippet = text_of(sources, span) if sources else None
    if snippet and len(snippet) <= _LONGEST:
        area["snippet"] = {"text": well_formed(snippet)}
    return area


def _context(span: Span, sources: dict[str, str]) -> dict[str, Any] | None:
    """Whole lines around a region; ``None`` where they would not be more than the region, or too much."""
    lines = split(sources[span.path]) if span.path in sources else ()
    if not 1 <= span.line <= span.end_line <= len(lines):
        return None
    first, last = max(1, span.line - _AROUND), min(len(lines), span.end_line + _AROUND)
    text = "\n".join(lines[first - 1 : last])
    if len(text) > _LONGEST or text == text_of(sources, span):
        return None
    return {
        "startLine": first,
        "startColumn": 1,
        "endLine": last,
        "endColumn": len(lines[last - 1]) + 1,
        "snippet": {"text": well_formed(text)},
    }
