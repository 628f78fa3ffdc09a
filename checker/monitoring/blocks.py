"""Alloy's configuration language as blocks with attributes and places; expressions are kept as text, unless they are one literal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import msgspec

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.model import Span

_TOKEN = re.compile(
    r"(?P<space>[ \t\r]+|//[^\n]*|/\*.*?(?:\*/|\Z))|(?P<line>\n)|(?P<text>\"(?:\\.|[^\"\\\n])*\"|`[^`]*`)"
    r"|(?P<word>[A-Za-z_][\w.]*)|(?P<sign>.)",
    re.DOTALL,
)
_MOST = 60_000
_DEEPEST = 30
_NO_VALUE = ("", "=", ":", ",", "}", ")", "]", "*", "/", "<", ">", "&", "|")
"""What no expression begins with."""
_LITERAL = re.compile(r"^(?:\"(?:\\.|[^\"\\])*\"|`[^`]*`)$", re.DOTALL)


class Body(msgspec.Struct):
    """``name "label" { ... }``; the file itself has neither name nor label."""

    name: str
    label: str
    span: Span
    """Of its heading."""
    attributes: dict[str, Setting] = msgspec.field(default_factory=dict)
    blocks: list[Body] = msgspec.field(default_factory=list)
    broken: tuple[int, str] | None = None
    """Where and how the text makes no sense, or which block it ends within."""

    def inner(self, name: str) -> list[Body]:
        """The blocks of a name."""
        return [one for one in self.blocks if one.name == name]

    def flat(self, before: str = "", depth: int = 0) -> dict[str, Setting]:
        """Every attribute by its path."""
        made = {f"{before}{key}": one for key, one in self.attributes.items()}
        for one in self.blocks if depth < _DEEPEST else ():
            made |= one.flat(f"{before}{one.name}.", depth + 1)
        return made


def body(text: str, path: str) -> Body:
    """The file."""
    root = Body("", "", Span(path, 1, 1, 1, 1))
    stack, words, line, start = [root], list[tuple[str, int, int]](), 1, 0
    tokens = islice(_TOKEN.finditer(text), _MOST)
    for match in tokens:
        kind, told = match.lastgroup, match[0]
        if kind == "line":
            words, line, start = [], line + 1, match.end()
        elif kind == "space":
            line, start = _counted(told, match.start(), line, start)
        elif kind in ("word", "text"):
            words.append((told, line, match.start() - start + 1))
            line, start = _counted(told, match.start(), line, start)
        elif told == "{" and words and len(stack) < _DEEPEST:
            name, at, column = words[0]
            label = words[1][0].strip('"`') if len(words) > 1 else ""
            made = Body(name, label, Span(path, at, column, at, match.start() - start + 1))
            stack[-1].blocks.append(made)
            stack.append(made)
            words = []
        elif told == "}" and len(stack) > 1:
            stack.pop()
            words = []
        elif told == "=" and words:
            at, column = line, match.end() - start + 1
            value, line, start, closed = _value(text, match.end(), line, start, tokens)
            if value[:1] in _NO_VALUE:
                root.broken = root.broken or (at, f"no value stands behind {words[-1][0]} =")
            stack[-1].attributes[words[-1][0]] = _setting(value, Span(path, at, column, line, column + len(value.split("\n", 1)[0])))
            words = []
            if closed and len(stack) > 1:
                stack.pop()
        elif told not in (",", ";"):
            root.broken = root.broken or (
                line,
                f"nothing is opened or set by {told!r}" if told != "}" else "a block ends that was not begun",
            )
    if len(stack) > 1:
        root.broken = root.broken or (stack[-1].span.line, f"the block {stack[-1].name} does not end")
    return root


def _counted(told: str, at: int, line: int, start: int) -> tuple[int, int]:
    """The line and where it begins, behind a text that may hold line ends."""
    inside = told.count("\n")
    return (line + inside, at + told.rindex("\n") + 1) if inside else (line, start)


def _value(text: str, at: int, line: int, start: int, tokens: Iterator[re.Match[str]]) -> tuple[str, int, int, bool]:
    """The expression up to the end of its line, or of the brackets that are open there; moves the tokens on.

    With it the line, where that begins, and whether the block ended behind it.
    """
    depth = 0
    end = at
    for match in tokens:
        told = match[0]
        if match.lastgroup == "line":
            line, start = line + 1, match.end()
            if depth <= 0:
                return text[at:end].strip(), line, start, False
        else:
            line, start = _counted(told, match.start(), line, start)
            depth += 1 if told in ("[", "{", "(") else -1 if told in ("]", "}", ")") else 0
        if depth < 0:
            return text[at:end].strip(), line, start, True
        end = match.end() if match.lastgroup not in ("space", "line") else end
    return text[at:end].strip(), line, start, False


def _setting(value: str, span: Span) -> Setting:
    """A literal as its text; an expression stands as it is, and one that asks for something is unknown but for its text."""
    if _LITERAL.match(value):
        inner = value[1:-1]
        return Setting(inner if value[0] == "`" else inner.replace('\\"', '"').replace("\\\\", "\\"), span)
    if re.search(r"\b(?:sys\.env|env|remote\.|local\.|argument\.|convert\.|string\.|coalesce|json_path|module\.)", value):
        return Setting(value, span, "an expression")
    return Setting(value, span)
