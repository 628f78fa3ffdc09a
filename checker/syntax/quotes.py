"""F-strings as Python 3.11 and older take them: no quote, backslash, comment or line's end in an expression that would end the string."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any, Literal

import libcst as cst

Braced = cst.FormattedString | cst.TemplatedString
_Expression = cst.FormattedStringExpression | cst.TemplatedStringExpression
_Quote = Literal['"', "'", '"""', "'''"]
_QUOTES: dict[str, tuple[_Quote, _Quote, _Quote, _Quote]] = {'"': ('"', '"""', "'", "'''"), "'": ("'", "'''", '"', '"""')}
"""A string's own quote, once and three times, and the other."""
_DEEPEST = 3
"""Strings in each other inside of one f-string for which there are quotes."""
_STRING = re.compile(r"([A-Za-z]*)(\"\"\"|'''|\"|')((?s:.)*)\2")
_REFUSED = re.compile(r"\\[^\r\n]|[\\\"'#]")
"""What no expression may hold there, not even in a string of its own."""
_BREAK = re.compile(r"[\r\n]")
_EMPTY = cst.Module([])
_PARTS = [field.name for field in fields(cst.FormattedStringExpression)]


def is_newer(node: Braced) -> bool:
    """Whether only Python 3.12 takes it."""
    quote = node.end
    return any(quote in code or _has_newer(code, quote) for code in _codes(node))


def _has_newer(code: str, quote: str) -> bool:
    return "\\" in code or "#" in code or (len(quote) == 1 and _BREAK.search(code) is not None)


def requoted(node: Braced) -> str | None:
    """Its source as an f-string in quotes that no string inside repeats; ``None`` where there are no such quotes.

    What a nested string says with an escape, a quote or a hash is filled with underscores, and has its length.
    """
    depth = _depth(node)
    if depth > _DEEPEST:
        return None
    one, three, other, other_three = _QUOTES[node.end[0]]
    wide = len(node.end) == 3 or depth > 1 or any(_BREAK.search(code) for code in _codes(node))
    inner = [other_three, one, other] if depth == _DEEPEST else [other, one]
    transformer = _Requoted([three if wide else one, *inner])
    changed = node.visit(transformer)
    return _EMPTY.code_for_node(changed) if isinstance(changed, cst.CSTNode) and not transformer.failed else None


class _Requoted(cst.CSTTransformer):
    """Gives each string the quotes of its depth, from the outermost on."""

    def __init__(self, quotes: Sequence[_Quote]) -> None:
        self.quotes = quotes
        self.depth = 0
        self.failed = False

    def on_visit(self, node: cst.CSTNode) -> bool:
        self.depth += isinstance(node, Braced)
        return True

    def on_leave(self, original_node: cst.CSTNode, updated_node: Any) -> Any:
        match updated_node:
            case cst.FormattedString() | cst.TemplatedString():
                self.depth -= 1
                return self._string(updated_node)
            case cst.TemplatedStringExpression():
                return cst.FormattedStringExpression(**{name: getattr(updated_node, name) for name in _PARTS})
            case cst.FormattedStringText(value=value) | cst.TemplatedStringText(value=value):
                return cst.FormattedStringText(_filled(value) if self.depth > 1 else value)
            case cst.SimpleString():
                return self._plain(updated_node)
            case cst.TrailingWhitespace() | cst.EmptyLine():
                return updated_node.with_changes(comment=None)
        return updated_node

    def _string(self, node: Braced) -> cst.FormattedString:
        kept = {name: getattr(node, name) for name in ("parts", "lpar", "rpar")}
        prefix = node.start.rstrip("\"'").replace("t", "f").replace("T", "F")
        quote = self.quotes[self.depth]
        return cst.FormattedString(start=prefix + quote, end=quote, **kept)

    def _plain(self, node: cst.SimpleString) -> cst.SimpleString:
        match = _STRING.fullmatch(node.value)
        quote = self.quotes[self.depth]
        if match is None or (len(match[2]) == 1 and _BREAK.search(match[3])):
            self.failed = True  # a backslash goes on with it on the next line
            return node
        if len(match[2]) == 3:
            quote = _QUOTES[quote[0]][1]  # it keeps its length
        return node.with_changes(value=f"{match[1]}{quote}{_filled(match[3])}{quote}")


def _filled(body: str) -> str:
    """The text of a string with nothing that an expression may not hold; lines stay lines."""
    return _REFUSED.sub(lambda found: "_" * len(found[0]), body)


def _depth(node: Braced) -> int:
    """How many strings lie in each other inside of a string: 0 for none, 1 for a plain one."""
    counting = _Depth()
    node.visit(counting)
    return counting.deepest - 1


class _Depth(cst.CSTVisitor):
    def __init__(self) -> None:
        self.here = 0
        self.deepest = 0

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.SimpleString | cst.FormattedString | cst.TemplatedString):
            self.here += 1
            self.deepest = max(self.deepest, self.here)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.SimpleString | cst.FormattedString | cst.TemplatedString):
            self.here -= 1


def _codes(node: Braced) -> Iterator[str]:
    """The text of each expression in braces, those in a format included."""
    for part in node.parts:
        if isinstance(part, _Expression):
            yield from _codes_in(part)


def _codes_in(part: _Expression) -> Iterator[str]:
    around = (part.whitespace_before_expression, part.expression, part.whitespace_after_expression)
    yield "".join(_EMPTY.code_for_node(item) for item in around)
    for inner in part.format_spec or ():
        if isinstance(inner, _Expression):
            yield from _codes_in(inner)
