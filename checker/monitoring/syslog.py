"""rsyslog's configuration: the old lines (`$Directive`, `authpriv.* /var/log/secure`), and RainerScript's objects, conditions and rulesets.

After rsyslog's manual (8.x). A statement keeps its place, its parameters and the conditions that it stands under.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.logconfig.text.placeholders import filled
from checker.model import Span

_OBJECT = re.compile(
    r"(?P<name>module|input|action|global|main_queue|ruleset|template|include|parser|timezone|lookup_table|dyn_stats|constant|property)\s*\("
)
_QUOTED = r"\"(?:\{\{.*?\}\}|\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\[[^\]]*\]|`[^`]*`"
_PARAMETER = re.compile(rf"(?<![\w.\-])(?P<key>[A-Za-z_][\w.\-]*)\s*=\s*(?P<value>{_QUOTED})|(?P<end>\))|#[^\n]*", re.DOTALL)
_SELECTOR = re.compile(r"(?P<selector>[*\w,]+\.[!=*\w,;.\-]+)\s+(?P<rest>\S[^\n]*)")
_PROPERTY = re.compile(
    r":(?P<property>[\w.$!\-]+)\s*,\s*(?P<not>!?)(?P<op>\w+)\s*,\s*\"(?P<value>(?:\\.|[^\"\\\n])*)\"\s*(?P<rest>\S[^\n]*)"
)
_DIRECTIVE = re.compile(r"\$(?P<name>[A-Za-z]\w*)[ \t]+(?P<value>[^\n]*)|\$(?P<bare>InputRunFileMonitor|RepeatedMsgReduction)\b[^\n]*")
_IF = re.compile(r"if\b")
_THEN = re.compile(r"\bthen\b")
_FORWARD = re.compile(r"(?P<at>@@?)(?P<options>\([^)]*\))?\[?(?P<host>\{\{.*?\}\}|[^\s:\];]+)\]?(?::(?P<port>\d+))?")
_WORD = re.compile(r"(?:stop|discard|continue|call\s+[\w\-]+|set\s+[^;\n]+;|unset\s+[^;\n]+;|reset\s+[^;\n]+;)")
_BLANK = re.compile(r"(?:\s+|#[^\n]*|/\*.*?\*/|\{%.*?%\}|\{\{-?\s*(?:if|else|end|range|with)[^\n}]*\}\}|\{\{-?\s*\$[^\n]*\}\})+", re.DOTALL)
_TEXTS = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'")
_WRITTEN = frozenset(("template", "constant", "property"))
"""Objects whose texts are rsyslog's own templates."""
_MOST = 20_000
_DEEPEST = 30


class Statement(msgspec.Struct):
    """One object, action or directive."""

    name: str
    """``module``, ``input``, ``action`` ...; ``$`` and its name for an old directive; ``stop``."""
    span: Span
    parameters: dict[str, Setting] = msgspec.field(default_factory=dict)
    """Names in lower case."""
    conditions: tuple[str, ...] = ()
    """The selectors and expressions that it stands under."""
    ruleset: str = ""

    def text(self, *names: str) -> str:
        """The first of the parameters, ``""`` where none is there or known."""
        found = next((self.parameters[name] for name in names if name in self.parameters), None)
        return str(found.value) if found is not None and found.value is not None else ""


def statements(text: str, path: str) -> tuple[list[Statement], bool]:
    """The statements in order, and whether everything was understood; never raises."""
    reader = _Reader(text, path)
    reader.block((), "", 0)
    return reader.found, reader.whole


class _Reader:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.at = 0
        self.starts = [0, *(one.end() for one in re.finditer("\n", text))]
        self.thens = [one.span() for one in _THEN.finditer(text)]
        self.found: list[Statement] = []
        self.whole = True
        self.asked: dict[int, str] = {}
        """By depth the condition of the last ``if``, which an ``else`` turns round."""

    def span(self, start: int, end: int) -> Span:
        line, last = bisect_right(self.starts, start), bisect_right(self.starts, end)
        return Span(self.path, line, start - self.starts[line - 1] + 1, last, end - self.starts[last - 1] + 1)

    def skip(self) -> None:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match is not None else self.at

    def line_end(self) -> int:
        end = self.text.find("\n", self.at)
        return len(self.text) if end < 0 else end

    def block(self, conditions: tuple[str, ...], ruleset: str, depth: int) -> None:
        """Statements up to the closing brace or the end."""
        while len(self.found) < _MOST:
            self.skip()
            if self.at >= len(self.text):
                self.whole = self.whole and depth == 0
                return
            if self.text[self.at] == "}":
                self.at += 1
                if depth:
                    return
                self.whole = False
                continue
            before = self.at
            self.statement(conditions, ruleset, depth)
            if self.at == before:  # whatever it is, its line is passed over
                self.whole = False
                self.at = self.line_end()

    def statement(self, conditions: tuple[str, ...], ruleset: str, depth: int) -> None:
        text, at = self.text, self.at
        for pattern, read in (
            (_OBJECT, self.object), (_SELECTOR, self.selector), (_PROPERTY, self.property), (_DIRECTIVE, self.directive),
            (_WORD, self.word),
        ):  # fmt: skip
            match = pattern.match(text, at)
            if match is not None:
                read(match, conditions, ruleset, depth)
                return
        if _IF.match(text, at):
            self.branch(conditions, ruleset, depth)
        elif text.startswith("else", at):
            self.at += 4
            told = self.asked.get(depth)
            self.body((*conditions, f"not ({told})") if told else conditions, ruleset, depth)
        elif text[at] == "&":
            self.at += 1
            self.skip()
            self.action(conditions, ruleset, self.last_conditions())
        elif text[at] == "{":
            self.at += 1
            self.block(conditions, ruleset, depth + 1) if depth < _DEEPEST else None

    def last_conditions(self) -> tuple[str, ...] | None:
        return self.found[-1].conditions if self.found else None

    def object(self, match: re.Match[str], conditions: tuple[str, ...], ruleset: str, depth: int) -> None:
        made = Statement(match["name"], self.span(match.start(), match.end() - 1), {}, conditions, ruleset)
        self.found.append(made)
        self.at = match.end()
        for one in _PARAMETER.finditer(self.text, self.at):
            self.at = one.end()
            if one["end"]:
                break
            if one["key"]:
                place = self.span(one.start("value"), one.end("value"))
                written = Setting(one["value"][1:-1], place) if made.name in _WRITTEN else _setting(one["value"], place)
                made.parameters[one["key"].lower()] = written
        else:
            self.whole = False
            self.at = len(self.text)
        self.skip()
        if made.name in ("ruleset", "template") and self.text[self.at : self.at + 1] == "{" and depth < _DEEPEST:
            self.at += 1
            self.block(conditions, made.text("name") if made.name == "ruleset" else ruleset, depth + 1)

    def selector(self, match: re.Match[str], conditions: tuple[str, ...], ruleset: str, depth: int) -> None:
        self.at = match.start("rest")
        self.action((*conditions, match["selector"]), ruleset, None)

    def property(self, match: re.Match[str], conditions: tuple[str, ...], ruleset: str, depth: int) -> None:
        self.at = match.start("rest")
        told = f'${match["property"]} {match["op"]} "{match["value"]}"'
        self.action((*conditions, f"not ({told})" if match["not"] else told), ruleset, None)

    def directive(self, match: re.Match[str], conditions: tuple[str, ...], ruleset: str, depth: int) -> None:
        name = match["name"] or match["bare"]
        value = re.sub(r"\s+#.*$", "", match["value"] or "").strip()
        place = self.span(match.start(), match.end())
        held = Setting(value, place) if name.lower() == "template" else _setting(value, place)
        self.found.append(Statement(f"${name.lower()}", place, {"value": held}, conditions, ruleset))
        self.at = match.end()

    def word(self, match: re.Match[str], conditions: tuple[str, ...], ruleset: str, depth: int) -> None:
        word = match[0].split()[0]
        place = self.span(match.start(), match.end())
        told = {"value": Setting(match[0].partition(" ")[2].strip(" ;"), place)}
        self.found.append(Statement("stop" if word == "discard" else word, place, told, conditions, ruleset))
        self.at = match.end()

    def branch(self, conditions: tuple[str, ...], ruleset: str, depth: int) -> None:
        start = self.at
        near = self.thens[bisect_left(self.thens, (start, 0)) : bisect_left(self.thens, (start + 20_000, 0))]
        then, end = next((one for one in near if not self.quoted(start, one[0])), (None, 0))
        if then is None:
            return
        told = " ".join(self.text[start + 2 : then].split())
        self.at = end
        self.body((*conditions, told), ruleset, depth)
        self.asked[depth] = told

    def quoted(self, start: int, at: int) -> bool:
        """Whether a place lies within a text of a condition."""
        return any(one.start() < at < one.end() for one in _TEXTS.finditer(self.text, start, at + 2_000))

    def body(self, conditions: tuple[str, ...], ruleset: str, depth: int) -> None:
        self.skip()
        if self.text[self.at : self.at + 1] == "{" and depth < _DEEPEST:
            self.at += 1
            self.block(conditions, ruleset, depth + 1)
        elif self.at < len(self.text):
            before = self.at
            self.statement(conditions, ruleset, depth + 1) if depth < _DEEPEST else None
            if self.at == before:
                self.action(conditions, ruleset, None)

    def action(self, conditions: tuple[str, ...], ruleset: str, inherited: tuple[str, ...] | None) -> None:
        """What stands behind a selector: an object, a file, an address, a user, ``~`` or ``stop``."""
        held = inherited if inherited is not None else conditions
        told = _OBJECT.match(self.text, self.at)
        if told is not None or self.text[self.at : self.at + 1] == "{":
            if told is not None:
                self.object(told, held, ruleset, _DEEPEST)
            else:
                self.at += 1
                self.block(held, ruleset, 1)
            return
        end = self.line_end()
        written = re.sub(r"\s+#.*$", "", self.text[self.at : end]).strip()
        place = self.span(self.at, self.at + len(written))
        self.found.append(Statement("stop" if written in ("~", "stop") else "action", place, _written(written, place), held, ruleset))
        self.at = end


def _written(text: str, place: Span) -> dict[str, Setting]:
    """The parameters of an action of the old form."""
    forward = _FORWARD.match(text)
    if forward is not None:
        protocol = "tcp" if forward["at"] == "@@" else "udp"
        made = {"type": Setting("omfwd", place), "protocol": Setting(protocol, place), "target": _setting(forward["host"], place)}
        return made | ({"port": Setting(forward["port"], place)} if forward["port"] else {}) | _template(text, place)
    if text[:1] in ("/", "-", "?"):
        return {"type": Setting("omfile", place), "file": _setting(text.lstrip("-").partition(";")[0], place), **_template(text, place)}
    if text.startswith(":"):
        return {"type": Setting(text[1:].partition(":")[0].partition(";")[0], place), **_template(text, place)}
    if text.startswith("|"):
        return {"type": Setting("ompipe", place), "pipe": Setting(text[1:].strip(), place)}
    return {"type": Setting("omusrmsg" if text not in ("~", "stop") else "", place)}


def _template(text: str, place: Span) -> dict[str, Setting]:
    """``;name`` behind an action."""
    match = re.search(r";(?P<name>[\w-]+)\s*$", text)
    return {"template": Setting(match["name"], place)} if match else {}


def _setting(text: str, span: Span) -> Setting:
    bare = text[1:-1] if text[:1] in ('"', "'") and len(text) > 1 else text
    if text[:1] == "`":
        return Setting(None, span, "it is asked of the environment")
    made = filled(bare, span)
    return Setting(made.data if made.known else None, span, made.reason, made.open)


def named(found: list[Statement], name: str) -> Iterator[Statement]:
    """Those of a name."""
    return (one for one in found if one.name == name)
