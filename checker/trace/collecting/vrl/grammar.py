"""A program of Vector's remap language as a tree (VRL reference, 0.50): assignments, calls, conditions, ``if`` and ``abort``."""

from __future__ import annotations

import re

import msgspec

_TOKEN = re.compile(
    r"(?P<space>[ \t\r]+|#[^\n]*|\\\n)|(?P<line>[\n;])|(?P<raw>[rs]'(?:\\.|[^'\\])*')|(?P<text>\"(?:\\.|[^\"\\])*\")|(?P<time>t'[^']*')"
    r"|(?P<path>[.%](?:[A-Za-z_@][\w@]*|\"[^\"]*\")?(?:\.(?:[A-Za-z_@][\w@]*|\"[^\"]*\")|\[-?\d+\])*)|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<name>[A-Za-z_]\w*)|(?P<op>\?\?=|\|=|\?\?|&&|\|\||==|!=|<=|>=|->|[=<>!+\-*/|(){}\[\],:])"
)
_LEVELS = (("??",), ("||",), ("&&",), ("==", "!=", "<", ">", "<=", ">="), ("+", "-", "|"), ("*", "/"))
_DEEPEST = 40
_LONGEST = 20_000


class Node(msgspec.Struct, frozen=True):
    """One part of a program."""

    kind: str
    """``path``, ``text``, ``number``, ``name``, ``call``, ``op``, ``not``, ``object``, ``list``, ``part``, ``set``, ``if``, ``block``,
    ``abort``, or ``of``: a path in the value of its part (``parsed.level``)."""
    text: str = ""
    """The path, the value, the function's or the operator's name; of an object's part its key."""
    parts: tuple[Node, ...] = ()


class NotVrlError(ValueError):
    """It has a form that is not followed."""


def program(text: str) -> Node:
    """The program as a block; raises `NotVrlError`."""
    if len(text) > _LONGEST:
        raise NotVrlError("the program is too long")
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise NotVrlError(f"{text[at : at + 20]!r} is not followed")
        at = match.end()
        if match.lastgroup != "space":
            tokens.append((str(match.lastgroup), match[0]))
    return _Parser(tokens).block("", 0)


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self, ahead: int = 0) -> tuple[str, str]:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else ("", "")

    def take(self, *wanted: str) -> str:
        kind, told = self.peek()
        if told in wanted and kind in ("op", "name"):
            self.at += 1
            return told
        return ""

    def need(self, wanted: str) -> None:
        self.lines()
        if not self.take(wanted):
            raise NotVrlError(f"{self.peek()[1] or 'the end'!r} stands where {wanted!r} should")

    def lines(self) -> None:
        while self.peek()[0] == "line":
            self.at += 1

    def block(self, closing: str, depth: int) -> Node:
        if depth > _DEEPEST:
            raise NotVrlError("it goes too deep")
        found: list[Node] = []
        self.lines()
        while self.peek()[0] and self.peek()[1] != closing:
            found.append(self.statement(depth))
            if self.peek()[0] not in ("line", "") and self.peek()[1] != closing:
                raise NotVrlError(f"{self.peek()[1]!r} is not followed")
            self.lines()
        if closing:
            self.need(closing)
        return Node("block", "", tuple(found))

    def statement(self, depth: int) -> Node:
        if self.take("abort"):
            if self.peek()[0] == "text":
                self.at += 1
            return Node("abort")
        start = self.at
        targets = [self.target()]
        if self.take(","):
            targets.append(self.target())
        operator = self.take("=", "|=", "??=") if all(targets) else ""
        if not operator:
            self.at = start
            return self.expression(depth + 1)
        self.lines()
        return Node("set", operator, (self.expression(depth + 1), *(one for one in targets if one is not None)))

    def target(self) -> Node | None:
        kind, told = self.peek()
        self.at += 1
        if kind not in ("path", "name"):
            return None
        return self.within(Node(kind, told)) if kind == "name" else Node(kind, told)

    def within(self, node: Node) -> Node:
        """A value, or what stands at a path in it."""
        kind, told = self.peek()
        if kind != "path":
            return node
        self.at += 1
        return Node("of", told, (node,))

    def expression(self, depth: int, level: int = 0) -> Node:
        if depth > _DEEPEST:
            raise NotVrlError("it goes too deep")
        if level == len(_LEVELS):
            return self.single(depth)
        left = self.expression(depth, level + 1)
        while True:
            before = self.at
            self.lines() if self.peek()[0] == "line" and self._goes_on(_LEVELS[level]) else None
            operator = self.take(*_LEVELS[level])
            if not operator:
                self.at = before
                return left
            self.lines()
            left = Node("op", operator, (left, self.expression(depth, level + 1)))

    def _goes_on(self, operators: tuple[str, ...]) -> bool:
        """Whether the next line begins with an operator."""
        ahead = next((self.peek(count) for count in range(1, 50) if self.peek(count)[0] != "line"), ("", ""))
        return ahead[0] == "op" and ahead[1] in operators and ahead[1] in ("&&", "||", "??", "|", "+")

    def single(self, depth: int) -> Node:
        kind, told = self.peek()
        self.at += 1
        if kind == "op" and told == "!":
            return Node("not", "", (self.single(depth + 1),))
        if kind == "op" and told == "(":
            self.lines()
            found = self.expression(depth + 1)
            self.need(")")
            return self.within(found)
        if kind == "op" and told in ("{", "["):
            return self.collection(told, depth)
        if kind in ("text", "raw", "time"):
            return Node("text", _unescaped(told[1:-1]) if kind == "text" else told[2:-1])
        if kind in ("path", "number"):
            return Node(kind, told)
        if kind == "name" and told == "if":
            return self.branch(depth)
        if kind == "name":
            self.take("!")
            return self.within(self.call(told, depth) if self.take("(") else Node("name", told))
        raise NotVrlError(f"{told or 'the end'!r} is not followed")

    def call(self, name: str, depth: int) -> Node:
        found: list[Node] = []
        self.lines()
        while not self.take(")"):
            if self.peek()[0] == "name" and self.peek(1) == ("op", ":"):
                self.at += 2  # arguments by name come in the usual order
            found.append(self.expression(depth + 1))
            self.lines()
            self.take(",")
            self.lines()
        if self.peek()[1] == "->":
            raise NotVrlError(f"{name} with a closure is not followed")
        return Node("call", name, tuple(found))

    def branch(self, depth: int) -> Node:
        condition = self.expression(depth + 1)
        self.need("{")
        parts = [condition, self.block("}", depth + 1)]
        before = self.at
        self.lines()
        if self.take("else"):
            parts.append(self.branch(depth + 1) if self.take("if") else self._block(depth))
        else:
            self.at = before
        return Node("if", "", tuple(parts))

    def _block(self, depth: int) -> Node:
        self.need("{")
        return self.block("}", depth + 1)

    def collection(self, opening: str, depth: int) -> Node:
        closing = "}" if opening == "{" else "]"
        found: list[Node] = []
        self.lines()
        while not self.take(closing):
            key = ""
            if opening == "{":
                key = self.peek()[1].strip('"')
                self.at += 1
                self.need(":")
                self.lines()
            found.append(Node("part", key, (self.expression(depth + 1),)))
            self.lines()
            self.take(",")
            self.lines()
            if not self.peek()[0]:
                raise NotVrlError("a bracket is not closed")
        return Node("object" if opening == "{" else "list", "", tuple(found))


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), text)
