"""Logstash's configuration language: sections of plugins, options with ``=>``, conditions around them (Logstash's reference, 8.x).

A plugin keeps its options with their places, and the conditions that it stands under.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.logconfig.text.placeholders import filled
from checker.model import Span

_TOKEN = re.compile(
    r"(?P<space>[ \t\r\n]+|#[^\n]*)|(?P<text>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|(?P<arrow>=>)"
    r"|(?P<regex>[=!]~[ \t]*/(?:\\.|[^/\\\n])*/)|(?P<word>(?:[\w@\-.$:%/]|\$?\{\{[^{}\n]*\}\}|\$\{[^{}\n]*\}|<%=[^\n]*?%>)+)|(?P<sign>.)",
    re.DOTALL,
)
_JINJA = re.compile(r"\{%(?:(?!\{%).)*?%\}|<%(?!=)(?:(?!<%).)*?%>|\{#(?:(?!\{#).)*?#\}", re.DOTALL)
SECTIONS = frozenset(("input", "filter", "output"))
_MOST = 60_000
_DEEPEST = 40


class Condition(msgspec.Struct, frozen=True):
    """``if "health" in [message]``; of an ``else`` the conditions before it, negated."""

    text: str
    span: Span
    negated: bool = False


class Plugin(msgspec.Struct):
    """``beats { port => 5044 }``"""

    section: str
    name: str
    span: Span
    conditions: tuple[Condition, ...] = ()
    options: list[tuple[str, Setting]] = msgspec.field(default_factory=list)
    """By path: the keys of hashes and the plugin of a codec stand behind a dot, items of arrays behind a number."""

    def get(self, *names: str) -> Setting | None:
        """The last value of the first name that is there; of an array its first item."""
        for name in names:
            found = [one for key, one in self.options if key in (name, f"{name}.0")]
            if found:
                return found[0] if any(key == f"{name}.0" for key, _ in self.options) else found[-1]
        return None

    def all(self, name: str) -> list[Setting]:
        """A value, or every item of an array."""
        return [one for key, one in self.options if key == name or re.fullmatch(rf"{re.escape(name)}\.\d+", key)]


class _Token(msgspec.Struct, frozen=True):
    kind: str
    text: str
    at: int


class NotAPipelineError(ValueError):
    """It is none."""


def pipeline(text: str, path: str) -> tuple[list[Plugin], bool, Span | None]:
    """The plugins in order, whether everything was understood, and the place of what is opened and never closed.

    Raises `NotAPipelineError` where it begins with no section.
    """
    parser = _Parser(_JINJA.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), text), path)
    parser.sections()
    return parser.plugins, parser.whole, parser.open


class _Parser:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.tokens = list(_tokens(text))
        self.at = 0
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.plugins: list[Plugin] = []
        self.whole = True
        self.open: Span | None = None

    def span(self, start: int, end: int) -> Span:
        line, last = bisect_right(self.starts, start), bisect_right(self.starts, end)
        return Span(self.path, line, start - self.starts[line - 1] + 1, last, end - self.starts[last - 1] + 1)

    def peek(self, ahead: int = 0) -> _Token:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else _Token("end", "", len(self.text))

    def sections(self) -> None:
        first = self.peek()
        if first.text not in SECTIONS or self.peek(1).text != "{":
            message = "it begins with no section"
            raise NotAPipelineError(message)
        while self.peek().kind != "end":
            name = self.peek().text
            if name not in SECTIONS or self.peek(1).text != "{":
                self.whole = False
                self.at += 1
                continue
            self.at += 2
            self.body(name, (), 0)

    def body(self, section: str, conditions: tuple[Condition, ...], depth: int) -> None:
        """Plugins and conditions up to the closing brace."""
        opened = self.peek(-1)
        before: tuple[Condition, ...] = ()
        while self.peek().kind != "end":
            token = self.peek()
            if token.text == "}":
                self.at += 1
                return
            if token.text in ("if", "else") and depth < _DEEPEST:
                before = self.branch(section, conditions, before, depth)
            elif token.kind in ("word", "text") and self.peek(1).text == "{" and depth < _DEEPEST:
                self.at += 2
                before = ()
                self.plugin(section, token, conditions, depth)
            else:
                self.whole = False
                self.at += 1
        self.unclosed(opened)

    def unclosed(self, opened: _Token) -> None:
        """Note that the text ends in what was opened there: innermost first."""
        self.whole = False
        if len(self.tokens) < _MOST:
            self.open = self.open or self.span(opened.at, opened.at + len(opened.text))

    def branch(self, section: str, outer: tuple[Condition, ...], before: tuple[Condition, ...], depth: int) -> tuple[Condition, ...]:
        """One branch; with what the next ``else`` must not have matched."""
        start = self.peek()
        following = start.text == "else"
        self.at += 1
        if following and self.peek().text == "if":
            self.at += 1
        begin = self.peek().at
        brace = _brace(self.text, begin)
        if brace is None:
            self.whole = False
            self.at = len(self.tokens)
            return ()
        written = " ".join(self.text[begin:brace].split())
        while self.peek().kind != "end" and self.peek().at <= brace:
            self.at += 1
        here = Condition(written, self.span(start.at, max(brace - 1, start.at + 1))) if written else None
        earlier = before if following else ()
        held = (*outer, *earlier, *((here,) if here is not None else ()))
        self.body(section, held, depth + 1)
        return (*earlier, Condition(here.text, here.span, negated=True)) if here is not None else earlier

    def plugin(self, section: str, name: _Token, conditions: tuple[Condition, ...], depth: int) -> None:
        made = Plugin(section, name.text.strip("\"'"), self.span(name.at, name.at + len(name.text)), conditions)
        self.plugins.append(made)
        while self.peek().kind != "end":
            token = self.peek()
            if token.text == "}":
                self.at += 1
                return
            if token.kind in ("word", "text") and self.peek(1).kind == "arrow":
                self.at += 2
                self.value(made, token.text.strip("\"'"), depth + 1)
            elif token.text == "if" or (token.kind == "word" and self.peek(1).text == "{"):
                self.whole = False  # a plugin holds no plugins
                self.body(section, conditions, depth + 1)
                return
            else:
                self.whole = False
                self.at += 1
        self.unclosed(name)

    def value(self, made: Plugin, path: str, depth: int) -> None:
        token = self.peek()
        self.at += 1
        if token.text == "[":
            self.array(made, path, depth)
        elif token.text == "{" and depth < _DEEPEST:
            self.hash(made, path, depth)
        elif token.kind in ("word", "text") and self.peek().text == "{" and path.rpartition(".")[2] == "codec" and depth < _DEEPEST:
            made.options.append((path, self.setting(token)))
            self.at += 1
            self.hash(made, f"{path}.{token.text}", depth)
        elif token.kind in ("word", "text"):
            made.options.append((path, self.setting(token)))
        else:
            self.whole = False
            self.at -= token.text == "}"

    def array(self, made: Plugin, path: str, depth: int) -> None:
        count = 0
        while self.peek().kind != "end":
            token = self.peek()
            if token.text in ("]", "}"):
                self.at += token.text == "]"
                return
            if token.text == ",":
                self.at += 1
            elif token.text in ("[", "{") and depth < _DEEPEST:
                self.value(made, f"{path}.{count}", depth + 1)
                count += 1
            else:
                made.options.append((f"{path}.{count}", self.setting(token)))
                self.at += 1
                count += 1

    def hash(self, made: Plugin, path: str, depth: int) -> None:
        while self.peek().kind != "end":
            token = self.peek()
            if token.text == "}":
                self.at += 1
                return
            if token.kind in ("word", "text") and self.peek(1).kind == "arrow":
                self.at += 2
                self.value(made, f"{path}.{token.text.strip(chr(34) + chr(39))}", depth + 1)
            else:
                self.whole = self.whole and token.text == ","
                self.at += 1

    def setting(self, token: _Token) -> Setting:
        span = self.span(token.at, token.at + len(token.text))
        written = token.text[1:-1] if token.kind == "text" and len(token.text) > 1 else token.text
        made = filled(written, span)
        return Setting(made.data if made.known else None, span, made.reason, made.open)


def _tokens(text: str) -> Iterator[_Token]:
    count = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "space":
            count += 1
            if count > _MOST:
                return
            yield _Token(str(match.lastgroup), match[0], match.start())


_PARTS = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|=~\s*/(?:\\.|[^/\\\n])*/|!~\s*/(?:\\.|[^/\\\n])*/|#[^\n]*|\{")


def _brace(text: str, start: int) -> int | None:
    """The brace that opens a branch: behind the condition's texts and patterns."""
    return next((match.start() for match in _PARTS.finditer(text, start, start + 20_000) if match[0] == "{"), None)
