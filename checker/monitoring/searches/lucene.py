"""Lucene's query string: ``level:error AND (message:"login failed" OR user.name:adm*) -path:/health`` (Elasticsearch's reference, 8.x).

Operators work as in Lucene's own parser: ``AND`` makes both its sides required, and where something is required, what is not is optional.
"""

from __future__ import annotations

import msgspec

from checker import patterns as re
from checker.monitoring.searches.tree import Asked, Group, Query, unknown

_TOKEN = re.compile(
    r"\s+|(?P<text>\"(?:\\.|[^\"\\])*\")|(?P<regex>/(?:\\.|[^/\\])*/)|(?P<range>[\[{][^\[\]{}]{0,500}?\s+TO\s+[^\[\]{}]*[\]}])"
    r"|(?P<sign>&&|\|\||[()+!:]|-(?=\S))|(?P<word>(?:\\.|[^\s()\":\[\]{}\\])+)|(?P<other>.)",
    re.DOTALL,
)
_RANGE = re.compile(r"(?P<open>[\[{])\s*(?P<low>\S+)\s+TO\s+(?P<high>\S+?)\s*(?P<close>[\]}])", re.DOTALL)
_ONE_SIDED = re.compile(r"(?P<op>[<>]=?)(?P<bound>.+)")
_DEEPEST = 30
_LONGEST = 10_000


class _Clause(msgspec.Struct):
    query: Query
    occurs: str
    """``should``, ``must`` or ``must_not``."""


def lucene(text: str, *, field: str = "", every: bool = False) -> Query:
    """The search; ``field`` is what words without one look at, ``every`` makes ``AND`` the default operator."""
    if len(text) > _LONGEST:
        return unknown("its query is too long")
    tokens = [(match.lastgroup or "", match[0]) for match in _TOKEN.finditer(text) if match.lastgroup]
    parser = _Parser(tokens, every=every)
    found = parser.group(field, 0)
    return found if parser.at == len(parser.tokens) and not parser.broken else unknown("its query is not understood")


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]], *, every: bool) -> None:
        self.tokens = tokens
        self.every = every
        self.at = 0
        self.broken = False

    def peek(self, ahead: int = 0) -> tuple[str, str]:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else ("", "")

    def group(self, field: str, depth: int) -> Query:
        """Clauses up to a closing parenthesis or the end."""
        clauses: list[_Clause] = []
        while self.peek()[0] and self.peek() != ("sign", ")"):
            joined = self.joining()
            modified = self.modifier()
            if self.peek() == ("", "") or self.peek() == ("sign", ")"):
                self.broken = True
                break
            _add(clauses, joined, modified, self.clause(field, depth), every=self.every)
        return _grouped(clauses)

    def joining(self) -> str:
        kind, told = self.peek()
        word = {"AND": "and", "OR": "or", "&&": "and", "||": "or"}.get(told, "") if kind in ("word", "sign") else ""
        self.at += bool(word)
        return word

    def modifier(self) -> str:
        kind, told = self.peek()
        word = {"NOT": "must_not", "!": "must_not", "-": "must_not", "+": "must"}.get(told, "") if kind in ("word", "sign") else ""
        self.at += bool(word)
        return word

    def clause(self, field: str, depth: int) -> Query:
        kind, told = self.peek()
        if kind == "word" and self.peek(1) == ("sign", ":"):
            self.at += 2
            return self.value(_plain(told), depth)
        return self.value(field, depth)

    def value(self, field: str, depth: int) -> Query:
        kind, told = self.peek()
        self.at += 1
        if (kind, told) == ("sign", "(") and depth < _DEEPEST:
            found = self.group(field, depth + 1)
            self.broken = self.broken or self.peek() != ("sign", ")")
            self.at += 1
            return found
        if kind == "text":
            if self.peek()[0] == "word" and self.peek()[1][:1] in ("~", "^"):
                self.at += 1  # nearness and weight: words in another order are no near miss
            return Asked("phrase", field, _plain(told[1:-1]))
        if kind == "regex":
            return Asked("regex", field, told[1:-1])
        if kind == "range":
            return _range(field, told)
        if kind != "word":
            self.broken = True
            return unknown("its query is not understood")
        return _word(field, told)


def _add(clauses: list[_Clause], joined: str, modified: str, query: Query, *, every: bool) -> None:
    """As ``QueryParserBase.addClause`` does."""
    if clauses and joined == "and" and clauses[-1].occurs != "must_not":
        clauses[-1].occurs = "must"
    if clauses and every and joined == "or" and clauses[-1].occurs != "must_not":
        clauses[-1].occurs = "should"
    required = joined == "and" or (every and joined != "or")
    clauses.append(_Clause(query, modified or ("must" if required else "should")))


def _grouped(clauses: list[_Clause]) -> Query:
    must, should, must_not = (tuple(one.query for one in clauses if one.occurs == kind) for kind in ("must", "should", "must_not"))
    if len(clauses) == 1 and not must_not:
        return clauses[0].query
    if not clauses:
        return Asked("all")
    return Group(must, should, must_not, 1 if should and not must else 0)


def _range(field: str, text: str) -> Asked:
    match = _RANGE.fullmatch(text)
    if match is None:
        return unknown("a range of its query is not understood")
    low, high = (_plain(one.strip('"')) for one in (match["low"], match["high"]))
    return Asked("range", field, "", "" if low == "*" else low, "" if high == "*" else high, (match["open"] == "[", match["close"] == "]"))


def _word(field: str, text: str) -> Asked:
    bare = re.sub(r"(?<!\\)\^[\d.]+$", "", text)
    if field == "_exists_":
        return Asked("exists", _plain(bare))
    if bare == "*":
        return Asked("exists", field) if field and field != "*" else Asked("all")
    sided = _ONE_SIDED.fullmatch(bare)
    if sided is not None and field:
        bound, within = _plain(sided["bound"]), len(sided["op"]) == 2
        return Asked("range", field, "", bound if sided["op"][0] == ">" else "", bound if sided["op"][0] == "<" else "", (within, within))
    if re.search(r"(?<!\\)~[\d.]*$", bare):
        return unknown("a search for similar words is not followed")
    if re.search(r"(?<!\\)[*?]", bare):
        return Asked("wildcard", field, bare)
    return Asked("word", field, _plain(bare))


def _plain(text: str) -> str:
    """Without the backslashes."""
    return re.sub(r"\\(.)", r"\1", text)
