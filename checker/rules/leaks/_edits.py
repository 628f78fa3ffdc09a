"""Small fixes by text: the walk hands over the statement as it stands, and an edit changes a few characters of it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Edit, Fix, Span
from checker.rule import Message
from checker.source.facts.records import LogCall, SetupCall

_PLACEHOLDER = re.compile(r"%(?:%|[-#0 +]*\d*(?:\.\d+)?[hlL]?(?P<kind>[a-zA-Z]))")


def switched_off(setup: SetupCall, message: Message, around: Any, keyword: str, *, safe: bool) -> Message:
    """The message with a fix that makes ``keyword=True`` ``False``; without one where the text leaves a doubt."""
    found = list(re.finditer(rf"\b{keyword}\s*=\s*(True|1)\b", around.source))
    start = _call(around.source, setup.text)
    if len(found) != 1 or not 0 <= start < found[0].start():
        return message
    edit = Edit(_span(setup.span, around.source, start, found[0].start(1), found[0].end(1)), "False")
    return replace(message, fix=Fix(f"Write {keyword}=False", (edit,), safe=safe))


def quoted(call: LogCall, message: Message, around: Any, positions: frozenset[int]) -> Message:
    """The message with a fix that writes these arguments of a ``%`` template by ``%r``; without one where the text leaves a doubt."""
    start, template = _call(around.source, call.callee), _only(around.source, call.template)
    kinds = [match for match in _PLACEHOLDER.finditer(call.template) if match["kind"]]
    if start < 0 or template < start or not positions or not all(1 <= position <= len(kinds) for position in positions):
        return message
    chosen = [kinds[position - 1] for position in sorted(positions)]
    if any(match[0] != "%s" for match in chosen):
        return message
    edits = tuple(Edit(_span(call.span, around.source, start, template + match.start(), template + match.end()), "%r") for match in chosen)
    return replace(message, fix=Fix("Write the value with %r", edits, safe=False))


def _call(source: str, callee: str) -> int:
    """Where the call begins: at the statement's own beginning, or at the only call of that name; -1 where that is not known."""
    last = re.escape(callee.rpartition(".")[2])
    begins = [match.start() for match in re.finditer(rf"(?<![\w.)\]])[\w.]*\b{last}\s*\(", source)]
    return begins[0] if begins and (len(begins) == 1 or begins[0] == 0) else -1


def _only(source: str, part: str) -> int:
    """Where the part stands; -1 unless it stands there exactly once."""
    return source.find(part) if part and source.count(part) == 1 else -1


def _span(call: Span, source: str, start: int, begin: int, end: int) -> Span:
    """The range of ``source[begin:end]`` in the file, known from where the call's text starts in both."""
    line = call.line + source.count("\n", start, begin)
    base = call.column - start if line == call.line else -source.rfind("\n", 0, begin)
    return Span(call.path, line, base + begin, line, base + end)
