"""Conditions of rsyslog's rules: selectors, property filters, and RainerScript's expressions, as far as they are the common ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from checker.text import whole
from checker.trace.collecting.carried import opposite, same
from checker.trace.collecting.rsyslogd.message import FACILITIES, SEVERITIES, Message
from checker.trace.matching.patterns import matches
from checker.trace.wording import YES, Match, Text, every, some

_TOKEN = re.compile(
    r"\s+|(?P<text>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|(?P<name>\$[!.]?[\w!.-]+)|(?P<number>\d+)"
    r"|(?P<op>==|!=|<=|>=|<>|[<>()\[\],])|(?P<word>[A-Za-z_]\w*)"
)
_SELECTOR = re.compile(r"[*\w,;.=!-]+")
_ALIASES = {"error": "err", "warn": "warning", "panic": "emerg", "security": "auth"}
_UNKNOWN = Match(outcome=None, why="a condition is not followed")
_MOST, _DEEPEST = 400, 20


class Token(msgspec.Struct, frozen=True):
    """One token."""

    kind: str
    text: str


def holds(condition: str, message: Message) -> Match:
    """Whether a message satisfies a selector or an expression; never raises."""
    if _SELECTOR.fullmatch(condition) and "." in condition:
        return _selected(condition, message)
    tokens = list(_tokens(condition))
    if any(one.kind == "other" for one in tokens) or len(tokens) > _MOST:
        return _UNKNOWN
    reading = _Reading(tokens, message)
    found = reading.either(0)
    return found if found is not None and reading.at == len(tokens) else _UNKNOWN


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            yield Token("other", text[at])
            return
        if match.lastgroup:
            yield Token(match.lastgroup, match[0])
        at = match.end()


def _selected(selector: str, message: Message) -> Match:
    """``auth,authpriv.*;mail.none``: of several parts the last one that speaks of the facility holds."""
    if not message.facility or not message.severity:
        return YES if selector == "*.*" else Match(outcome=None, why=f"whether {selector} takes it is not known")
    taken = False
    for part in selector.split(";"):
        facilities, _, priority = part.rpartition(".")
        names = {_ALIASES.get(one, one) for one in facilities.lower().split(",")}
        if "*" not in names and message.facility not in names:
            continue
        if not names - {"*"} <= set(FACILITIES):
            return _UNKNOWN
        taken = _at_priority(priority.lower(), message.severity, before=taken)
    return Match(outcome=taken, why="" if taken else f"the selector {selector} does not take {message.facility}.{message.severity}")


def _at_priority(priority: str, severity: str, *, before: bool) -> bool:
    """``warning`` and what is more urgent, ``=info`` alone, ``!err`` not from there on, ``none``."""
    if priority in ("*", "none"):
        return priority == "*"
    turned, exact = priority.startswith("!"), "=" in priority[:2]
    name = priority.lstrip("!=")
    name = _ALIASES.get(name, name)
    if name not in SEVERITIES:
        return before
    at, mine = SEVERITIES.index(name), SEVERITIES.index(severity)
    fits = mine == at if exact else mine <= at
    return (False if fits else before) if turned else fits or before


class _Reading:
    def __init__(self, tokens: list[Token], message: Message) -> None:
        self.tokens = tokens
        self.message = message
        self.at = 0

    def peek(self) -> Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else Token("end", "")

    def take(self) -> Token:
        found = self.peek()
        self.at += 1
        return found

    def word(self, *words: str) -> str:
        if self.peek().kind in ("word", "op") and self.peek().text.lower() in words:
            return self.take().text.lower()
        return ""

    def either(self, depth: int) -> Match | None:
        return self._joined("or", depth)

    def _joined(self, word: str, depth: int) -> Match | None:
        found = []
        while True:
            one = self._joined("and", depth) if word == "or" else self.one(depth)
            if one is None:
                return None
            found.append(one)
            if not self.word(word):
                return found[0] if len(found) == 1 else some(found) if word == "or" else every(found)

    def one(self, depth: int) -> Match | None:
        if depth > _DEEPEST:
            return None
        if self.word("not"):
            if self.peek().kind == "name":
                return self.misplaced()
            found = self.one(depth + 1)
            return opposite(found) if found is not None else None
        if self.word("("):
            found = self.either(depth + 1)
            return found if self.word(")") else None
        return self.call() if self.peek().kind == "word" else self.comparison()

    def misplaced(self) -> Match | None:
        """``not $msg contains "x"``: it turns the property round and not the comparison, which then asks of a number."""
        name = self.peek().text
        if self.comparison() is None:
            return None
        wanted = self.tokens[self.at - 1].text.strip("\"'")
        if wanted.isdecimal() or wanted == "]":
            return _UNKNOWN
        return Match(outcome=False, why=f"`not` binds to {name} alone")

    def call(self) -> Match | None:
        name = self.take().text.lower()
        if not self.word("("):
            return None
        of, comma, pattern, end = self.take(), self.word(","), self.take(), self.word(")")
        if name not in ("re_match", "re_match_i") or of.kind != "name" or not comma or pattern.kind != "text" or not end:
            return None
        prefix = "(?i)" if name.endswith("_i") else ""
        return matches(self.message.value(of.text), prefix + _plain(pattern.text), what=of.text)

    def comparison(self) -> Match | None:
        name = self.take()
        negated = bool(self.word("not"))
        op = self.take().text.lower()
        wanted = self.wanted()
        if name.kind != "name" or not wanted:
            return None
        value = self.message.value(name.text)
        found = [_compared(value, op, one, name.text) for one in wanted]
        held = every(found) if op in ("!=", "<>") else some(found)
        return opposite(held) if negated else held

    def wanted(self) -> list[str]:
        """A text, a number, or a list of texts."""
        if not self.word("["):
            token = self.take()
            return [_plain(token.text)] if token.kind in ("text", "number") else []
        found: list[str] = []
        while self.peek().kind == "text":
            found.append(_plain(self.take().text))
            self.word(",")
        return found if self.word("]") else []


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda one: one[1] if one[1] in "\"'\\" else one[0], text[1:-1]) if text[:1] in ('"', "'") else text


def _compared(value: Text, op: str, wanted: str, what: str) -> Match:
    if op in ("==", "isequal"):
        return same(value, wanted, what)
    if op in ("!=", "<>"):
        return opposite(same(value, wanted, what))
    if op in ("<", ">", "<=", ">="):
        return _ordered(value, op, wanted, what)
    insensitive = op.endswith("_i")
    around = {"contains": ("", ""), "startswith": ("^", ""), "endswith": ("", "$")}.get(op.removesuffix("_i"))
    if op in ("regex", "ereregex"):
        return matches(value, wanted, what=what)
    if around is None:
        return _UNKNOWN
    quoted = re.sub(r"[^\w\s]", lambda one: f"\\{one[0]}" if one[0].isascii() else one[0], wanted)
    return matches(value, f"(?s){'(?i)' if insensitive else ''}{around[0]}{quoted}{around[1]}", what=what)


def _ordered(value: Text, op: str, wanted: str, what: str) -> Match:
    literal = value.literal
    mine, yours = whole(literal or ""), whole(wanted)
    if mine is None or yours is None:
        return Match(outcome=None, why=f"whether {what} is {op} {wanted} is not known")
    held = {"<": mine < yours, ">": mine > yours, "<=": mine <= yours, ">=": mine >= yours}[op]
    return Match(outcome=held, why="" if held else f"{what} is {literal}")
