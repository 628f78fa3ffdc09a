"""Fluentd's configuration language: directives in angle brackets, with parameters and directives in them (Fluentd's manual, 1.x).

A comment behind a value needs a blank before its sign; lists and hashes may go on over several lines; Ruby in a text is not run.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.logconfig.text.placeholders import filled
from checker.model import Span

_OPEN = re.compile(r"^(?P<blank>\s*)<(?P<name>[a-zA-Z_@]\w*)(?:\s+(?P<argument>[^>]*(?:>[^>\n]+)*?))?\s*>\s*(?:#.*)?$")
_CLOSE = re.compile(r"^\s*</(?P<name>[a-zA-Z_@]\w*)\s*>")
_PARAMETER = re.compile(r"^(?P<blank>\s*)(?P<key>@?[\w.\-$\"'\[\]]+)(?P<gap>\s+)?(?P<value>.*)$")
_RUBY = re.compile(r"#\{.*?\}")
_COMMENT = re.compile(r"(?<!\s)\s+#(?!\{).*$")
_MOST = 20_000
_LINES = 200
"""Lines of one list or hash."""
_DEEPEST = 20


class Directive(msgspec.Struct):
    """``<match app.**> ... </match>``; the file itself has no name."""

    name: str
    argument: str
    span: Span
    """Of its heading."""
    parameters: dict[str, Setting] = msgspec.field(default_factory=dict)
    inner: list[Directive] = msgspec.field(default_factory=list)

    def get(self, *names: str) -> Setting | None:
        """The first of the parameters that is there."""
        return next((self.parameters[name] for name in names if name in self.parameters), None)

    def text(self, *names: str) -> str:
        """The same as text, ``""`` where it is missing or unknown."""
        found = self.get(*names)
        return str(found.value) if found is not None and found.value is not None else ""

    @property
    def kind(self) -> str:
        """The plugin; very old files write ``type``."""
        return self.text("@type", "type").lower()

    def below(self, name: str) -> list[Directive]:
        """Directives in it that are called so."""
        return [one for one in self.inner if one.name == name]

    def flat(self, before: str = "", depth: int = 0) -> dict[str, Setting]:
        """Every parameter by its path."""
        made = {f"{before}{key}": one for key, one in self.parameters.items()}
        for one in self.inner if depth < _DEEPEST else ():
            made |= one.flat(f"{before}{one.name}.", depth + 1)
        return made


class File(msgspec.Struct):
    """What a text says."""

    root: Directive
    includes: str = ""
    """The first file that it includes."""
    whole: bool = True
    broken: tuple[int, str] | None = None
    """The first line that Fluentd refuses, and why."""


def directives(text: str, path: str) -> File:
    """The file; never raises."""
    made = File(Directive("", "", Span(path, 1, 1, 1, 1)))
    stack = [made.root]
    lines = text.split("\n")[:_MOST]
    numbers = iter(range(len(lines)))
    for number in numbers:
        line = lines[number].rstrip()
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        opened, closed = _OPEN.match(line), _CLOSE.match(line)
        if opened is not None:
            at = len(opened["blank"]) + 1
            one = Directive(opened["name"], (opened["argument"] or "").strip(), Span(path, number + 1, at, number + 1, len(line) + 1))
            stack[-1].inner.append(one)
            if len(stack) < _DEEPEST:
                stack.append(one)
        elif closed is not None:
            if len(stack) == 1 or stack[-1].name != closed["name"]:
                made.whole = False
                made.broken = made.broken or (number + 1, f"</{closed['name']}> closes nothing")
            if len(stack) > 1:
                stack.pop()
        else:
            for _ in range(_parameter(lines, number, path, stack[-1], made)):
                next(numbers, None)
    if len(stack) > 1 and len(lines) < _MOST:
        made.broken = made.broken or (stack[-1].span.line, f"<{stack[-1].name}> is never closed")
    made.whole = made.whole and len(stack) == 1
    return made


def _parameter(lines: list[str], number: int, path: str, holder: Directive, file: File) -> int:
    """Keep one parameter; the number of further lines that it takes."""
    match = _PARAMETER.match(lines[number].rstrip())
    if match is None:
        return 0
    key, value = match["key"], match["value"]
    if key == "@include" or (key == "include" and not holder.name):
        file.includes = file.includes or value.strip() or "another file"
        return 0
    more = _more(lines, number, value) if value[:1] in ("[", "{") else 0
    whole = "\n".join((value, *(one.rstrip() for one in lines[number + 1 : number + 1 + more])))
    at = len(match["blank"]) + len(key) + len(match["gap"] or "") + 1
    told = whole if more else _plain(value)
    end = len(lines[number + more].rstrip()) + 1 if more else at + len(told)
    holder.parameters[key] = _setting(told, Span(path, number + 1, at, number + 1 + more, end), of_record=holder.name == "record")
    return more


def _more(lines: list[str], number: int, value: str) -> int:
    """How many lines a list or hash goes on."""
    depth = _brackets(value)
    count = 0
    while depth > 0 and count < _LINES and number + count + 1 < len(lines):
        count += 1
        depth += _brackets(lines[number + count])
    return count if depth <= 0 else 0


@lru_cache(maxsize=4_096)
def _brackets(line: str) -> int:
    return sum(line.count(sign) for sign in "[{") - sum(line.count(sign) for sign in "]}")


def _plain(value: str) -> str:
    return value.strip() if value[:1] in ('"', "'") else _COMMENT.sub("", value).strip()


def _setting(text: str, span: Span, *, of_record: bool) -> Setting:
    """A text without its quotes; Ruby in it is not known."""
    ruby = _RUBY.search(text)
    if ruby is not None and text[:1] != "'":
        bare = text.strip('"')
        unknown = f"the expression {ruby[0][:60]}"
        return Setting(None, span, unknown) if _RUBY.fullmatch(bare) else Setting(_RUBY.sub("…", bare), span, "", unknown)
    closed = re.match(r"^(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')\s*(?:#.*)?$", text)
    bare = closed[1][1:-1] if closed is not None else text
    if of_record:
        return Setting(bare, span)  # Fluentd fills it in for each record
    made = filled(bare, span)
    return Setting(made.data if made.known else None, span, made.reason, made.open)


def walk(root: Directive, depth: int = 0) -> Iterator[Directive]:
    """The directive and those below it."""
    yield root
    for one in root.inner if depth < _DEEPEST else ():
        yield from walk(one, depth + 1)
