"""The fix that gives a record's values the placeholders of its logger: ``%s`` for ``logging``, ``{}`` for loguru."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Edit, Fix, Span
from checker.rule import Message
from checker.rules.noise._literals import hides_percent, leaves
from checker.source.facts.records import Record

if TYPE_CHECKING:
    import libcst as cst  # takes 0.2 s, and only the walk needs it

_BRACES = re.compile(r"\{(?:!r)?\}")
_PERCENT = re.compile(r"%(?:(?P<sign>%)|(?P<plain>[sdi])|(?P<shown>r)|(?P<form>0?\d*(?:\.\d+)?[xXof]))|[{}]")
_QUOTES = re.compile(r"\"\"\"|'''|\"|'")


def placed(record: Record, message: Message, around: Any) -> Message:
    """The message with the fix: ``"failed:", error`` becomes ``"failed: %s", error``, a ``{}`` a ``%s``; for loguru a ``%s`` a ``{}``."""
    call, position = around.node, 1 if record.method == "log" else 0
    braced = record.sink == "loguru" and record.fields == 0 and record.wanted == record.given
    if not (braced or (record.sink == "logging" and record.wanted == 0)) or not record.given or type(call).__name__ != "Call":
        return message
    if len(call.args) <= position or call.args[position].keyword or call.args[position].value.lpar:
        return message
    edits = _edits(list(leaves(call.args[position].value)), record, around)
    return replace(message, fix=Fix("Give each value its placeholder", edits, safe=False)) if edits else message


def _edits(texts: list[cst.CSTNode], record: Record, around: Any) -> tuple[Edit, ...]:
    """What changes in the literals; nothing where these are not plain, or hold a sign that a template would read another way."""
    import libcst as cst

    literals = [text.value for text in texts if isinstance(text, cst.SimpleString)]
    if len(literals) != len(texts) or any(map(hides_percent, literals)):
        return ()
    braces = sum(len(_BRACES.findall(one)) for one in literals)
    if record.sink == "loguru":
        made = [_PERCENT.sub(_braced, one) for one in literals]
        if any("%" in _PERCENT.sub("", one) for one in literals):
            return ()
    elif any("%" in one for one in literals):
        return ()
    elif braces == record.given:
        made = [_BRACES.sub(lambda found: "%r" if "!" in found[0] else "%s", one) for one in literals]
    elif braces or any("{" in one for one in literals):
        return ()
    else:
        made = [*literals[:-1], _extended(literals[-1], record.given)]
    changed = ((around.range(text), new) for text, old, new in zip(texts, literals, made, strict=True) if new != old)
    return tuple(Edit(Span(place.path, place.line, place.column, place.end_line, place.end_column), new) for place, new in changed)


def _extended(literal: str, given: int) -> str:
    """The literal with a placeholder for each value at its end."""
    found = _QUOTES.search(literal)
    ends = len(literal) - len(found[0]) if found else 0
    said = literal[:ends]
    gap = "" if found is None or said[-1:] in " =([" or ends == found.end() or said.endswith(("\\n", "\\t")) else " "
    return f"{said}{gap}{' '.join(['%s'] * given)}{literal[ends:]}"


def _braced(found: re.Match[str]) -> str:
    """A ``%`` placeholder as one of loguru's, or a sign as it stands in a template of these."""
    if found["form"]:
        return f"{{:{found['form']}}}"
    return "{}" if found["plain"] else "{!r}" if found["shown"] else "%" if found["sign"] else found[0] * 2
