"""Logstash's conditions on a record: ``[type] == "app" and "login" in [message]`` (Logstash's reference, "Conditionals")."""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.trace.collecting.carried import Carried, asked, is_listed, opposite, present, same
from checker.trace.matching.patterns import matches
from checker.trace.wording import Match, Text, contains, every, known, some

_TOKEN = re.compile(
    r"\s+|(?P<path>(?:\[[^\[\]\",']+\])+)|(?P<text>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|(?P<regex>/(?:\\.|[^/\\])+/)"
    r"|(?P<number>-?\d+(?:\.\d+)?)|(?P<word>[A-Za-z_][\w.@]*)|(?P<op>==|!=|=~|!~|<=|>=|[<>()\[\],!])"
)
_UNKNOWN = Match(outcome=None, why="a condition is not followed")
_DEEPEST = 30


def condition(text: str, carried: Carried) -> Match:
    """Whether a condition holds of a record."""
    tokens = [(match.lastgroup or "", match[0]) for match in _TOKEN.finditer(text) if match.lastgroup]
    parser = _Parser(tokens, carried)
    found = parser.either(0)
    return found if parser.at == len(tokens) else _UNKNOWN


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]], carried: Carried) -> None:
        self.tokens = tokens
        self.carried = carried
        self.at = 0

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("", "")

    def take(self, *wanted: str) -> bool:
        if self.peek()[1] in wanted and self.peek()[0] != "text":
            self.at += 1
            return True
        return False

    def either(self, depth: int) -> Match:
        found = [self.both(depth)]
        while self.take("or"):
            found.append(self.both(depth))
        return some(found) if self.peek()[1] not in ("xor", "nand") else _UNKNOWN

    def both(self, depth: int) -> Match:
        found = [self.one(depth)]
        while self.take("and"):
            found.append(self.one(depth))
        return every(found)

    def one(self, depth: int) -> Match:
        if depth > _DEEPEST:
            return _UNKNOWN
        if self.take("!"):
            return opposite(self.one(depth + 1))
        if self.take("("):
            found = self.either(depth + 1)
            return found if self.take(")") else _UNKNOWN
        return self.comparison()

    def comparison(self) -> Match:
        kind, left = self.peek()
        self.at += 1
        if kind == "op" and left == "[" and self.peek()[0] in ("text", "word"):
            self.at -= 1
            return _UNKNOWN
        if self.take("in"):
            return self.inside(kind, left)
        if self.peek() == ("word", "not"):
            self.at += 1
            return opposite(self.inside(kind, left)) if self.take("in") else _UNKNOWN
        operator = self.peek()[1] if self.peek()[0] == "op" else ""
        if operator not in ("==", "!=", "=~", "!~", "<", ">", "<=", ">="):
            return present(self.carried, left) if kind == "path" else _UNKNOWN
        self.at += 1
        kind_of, right = self.peek()
        self.at += 1
        if kind != "path" or kind_of not in ("text", "number", "regex"):
            return _UNKNOWN
        return _compared(operator, left, right[1:-1] if kind_of in ("text", "regex") else right, self.carried)

    def inside(self, kind: str, left: str) -> Match:
        """``"x" in [tags]`` and ``[level] in ["a", "b"]``."""
        if self.peek()[0] == "path" and kind in ("text", "number"):
            path = self.peek()[1]
            self.at += 1
            return _holds(path, left.strip("\"'"), self.carried)
        if not self.take("["):
            return _UNKNOWN
        values = []
        while self.peek()[0] in ("text", "number", "regex"):
            values.append(self.peek()[1].strip("\"'"))
            self.at += 1
            self.take(",")
        if not self.take("]") or kind != "path":
            return _UNKNOWN
        return some(asked(self.carried, left, _equal(left, one)) for one in values)


def _equal(path: str, wanted: str) -> Callable[[Text], Match]:
    return lambda held: same(held, wanted, path)


def _holds(path: str, wanted: str, carried: Carried) -> Match:
    """A text has it as a part, a list as an item."""
    if is_listed(carried, path):
        return asked(carried, path, _equal(path, wanted))
    return asked(carried, path, lambda held: contains(held, wanted, what=path))


def _compared(operator: str, path: str, wanted: str, carried: Carried) -> Match:
    if operator in ("=~", "!~"):
        found = asked(carried, path, lambda held: matches(held, wanted, what=path))
        return found if operator == "=~" else opposite(found)
    if operator in ("==", "!="):
        found = asked(carried, path, _equal(path, wanted))
        return found if operator == "==" else opposite(found)
    value = carried.text(path)
    try:
        number, limit = float((value or known("")).literal or ""), float(wanted)
    except ValueError:
        return Match(outcome=None, why=f"how large {path} is is not known")
    held = {"<": number < limit, ">": number > limit, "<=": number <= limit, ">=": number >= limit}[operator]
    return Match(outcome=held, why="" if held else f"{path} is {value.shown if value else ''}")
