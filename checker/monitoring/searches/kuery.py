"""Kibana's query language: ``event.outcome : failure and user.name : (admin* or root) and not source.ip : 10.*`` (Kibana's guide, 8.x).

Words are as in the field's analysis; ``and`` binds more than ``or``. What stands in braces (nested fields) is not followed.
"""

from __future__ import annotations

from checker import patterns as re
from checker.monitoring.searches.tree import Asked, Group, Query, unknown

_TOKEN = re.compile(r"\s+|(?P<text>\"(?:\\.|[^\"\\])*\")|(?P<sign><=|>=|[():{}<>])|(?P<word>(?:\\.|[^\s\"\\(){}:<>])+)", re.DOTALL)
_SIDES = {"<": (False, False), "<=": (False, True), ">": (True, False), ">=": (True, True)}
"""A comparison's sign to whether it bounds from below, and whether the bound itself is in."""
_DEEPEST = 30
_LONGEST = 20_000
_JOINING = frozenset(("and", "or", "not"))


def kuery(text: str) -> Query:
    """The search; one that is not understood is `unknown`."""
    if len(text) > _LONGEST:
        return unknown("its query is too long")
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return unknown("its query is not understood")
        if match.lastgroup:
            tokens.append((match.lastgroup, match[0]))
        at = match.end()
    if not tokens:
        return Asked("all")
    parser = _Parser(tokens)
    found = parser.either("", 0)
    return found if parser.at == len(tokens) and not parser.broken else unknown("its query is not understood")


class _Parser:
    """By recursive descent; ``field`` is what values stand for in the parentheses behind a field's colon."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.broken = False

    def peek(self, ahead: int = 0) -> tuple[str, str]:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else ("", "")

    def joins(self, word: str) -> bool:
        kind, told = self.peek()
        if kind == "word" and told.lower() == word:
            self.at += 1
            return True
        return False

    def either(self, field: str, depth: int) -> Query:
        parts = [self.both(field, depth)]
        while self.joins("or"):
            parts.append(self.both(field, depth))
        return parts[0] if len(parts) == 1 else Group(should=tuple(parts), least=1)

    def both(self, field: str, depth: int) -> Query:
        parts = [self.single(field, depth)]
        while self.joins("and"):
            parts.append(self.single(field, depth))
        return parts[0] if len(parts) == 1 else Group(must=tuple(parts))

    def single(self, field: str, depth: int) -> Query:
        if depth > _DEEPEST:
            self.broken = True
            return unknown("its query is too deep")
        if self.joins("not"):
            return Group(must_not=(self.single(field, depth + 1),))
        kind, told = self.peek()
        if (kind, told) == ("sign", "("):
            self.at += 1
            found = self.either(field, depth + 1)
            self.broken = self.broken or self.peek() != ("sign", ")")
            self.at += 1
            return found
        after = self.peek(1)
        if not field and kind in ("word", "text") and after[0] == "sign" and (after[1] in _SIDES or after[1] == ":"):
            self.at += 2
            return self.of_field(_plain(told.strip('"')), after[1], depth)
        return self.value(field)

    def of_field(self, field: str, sign: str, depth: int) -> Query:
        if sign in _SIDES:
            told = self.taken()
            below, within = _SIDES[sign]
            return Asked("range", field, "", told if below else "", "" if below else told, (within, within))
        if self.peek() == ("sign", "("):
            return self.single(field, depth + 1)
        if self.peek() == ("sign", "{"):
            return self.nested()
        return self.value(field)

    def nested(self) -> Query:
        depth = 0
        while self.peek()[0]:
            sign = self.peek()
            self.at += 1
            depth += (sign == ("sign", "{")) - (sign == ("sign", "}"))
            if not depth:
                return unknown("nested fields are not followed")
        self.broken = True
        return unknown("its query is not understood")

    def taken(self) -> str:
        kind, told = self.peek()
        self.broken = self.broken or kind not in ("word", "text")
        self.at += 1
        return _plain(told.strip('"'))

    def value(self, field: str) -> Query:
        """A text, or the words up to an operator, of which each will do."""
        kind, told = self.peek()
        if kind == "text":
            self.at += 1
            return Asked("phrase", field, _plain(told[1:-1]))
        words = []
        while self.peek()[0] == "word" and self.peek()[1].lower() not in _JOINING:
            words.append(self.peek()[1])
            self.at += 1
        if not words:
            self.broken = True
            return unknown("its query is not understood")
        whole = " ".join(words)
        if whole == "*":
            return Asked("exists", field) if field and field != "*" else Asked("all")
        if re.search(r"(?<!\\)\*", whole):
            return Asked("wildcard", field, whole.replace("?", "\\?")) if len(words) == 1 else unknown("a pattern of several words")
        return Asked("word", field, _plain(whole))


def _plain(text: str) -> str:
    """Without the backslashes."""
    return re.sub(r"\\(.)", r"\1", text)
