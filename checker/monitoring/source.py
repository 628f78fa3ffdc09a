"""A file as readers see it: its documents and the documents in its blocks of text, every mapping once, with exact places.

A ConfigMap, a Secret or a chart's values hold whole configurations as blocks of text; these are read where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.text.placeholders import is_template
from checker.logconfig.values import Items, Map, Value
from checker.model import Span
from checker.text import readable

LARGEST = 4_000_000
"""Bytes of a file that is read."""
_MOST = 60_000
"""Mappings of one file."""
_DEEPEST = 40
_CONTROL = re.compile(
    r"^[ \t]*(?:\{\{-?[ \t]*(?:if|else|end|range|with|define|template|include|block|toYaml|/\*|\$[\w.]+[ \t]*:?=)[^\n]*?\}\}"
    r"|\{%[^\n]*?%\})[ \t]*$",
    re.MULTILINE,
)
_QUOTED = re.compile(r"\{\{-?\s*[`\"](.*?)[`\"]\s*-?\}\}")
_FILLED = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}")
_STATEMENT = re.compile(r"\{%(?:(?!\{%).)*?%\}")
_LOOKS_LIKE_YAML = re.compile(r"^[ \t]*[\"']?[A-Za-z_][\w.-]*[\"']?[ \t]*:(?:\s|$)|^[ \t]*- ", re.MULTILINE)
_NAMED_TOML = re.compile(r"vector|(?:^|/)(?:detection_)?rules?/", re.IGNORECASE)
"""Files of TOML whose name says that a program reads them that is looked for here; others with the same words may be anything."""
_CONF = re.compile(r"^[ \t]*\[[A-Za-z_]+\][ \t]*\r?$", re.MULTILINE)


class Block(msgspec.Struct, frozen=True):
    """A text in a format of its own; the lines before it are empty, so that places in it are places in the file."""

    path: str
    text: str
    name: str = ""
    """The key that it stands at, or the file's name."""
    environment: str = "production"
    whole: bool = False
    """Whether it holds the files beside it too."""


class Place(msgspec.Struct, frozen=True):
    """A mapping of a document, and where it stands."""

    value: Value
    entries: dict[str, Value]
    path: str
    keys: tuple[str, ...] = ()
    """The keys that lead to it."""
    parents: tuple[Value, ...] = ()
    """The mappings that it stands in, the outermost first."""
    environment: str = "production"
    templated: bool = False
    block: str = ""
    """The name of the text that it stands in: the file's own, or the key of a block of text in it."""

    def key(self, name: str) -> Span:
        """Where a key of it stands."""
        found: Span = self.value.data.keys.get(name, self.value.span)
        return found


class Source(msgspec.Struct):
    """One file; ``problem`` says why it cannot be parsed, where it should be."""

    path: str
    data: bytes
    wanted: Callable[[bytes], bool]
    """Whether a block of text may hold something that a reader wants."""
    problem: tuple[int, str] | None = None
    """Line and reason."""
    templated: bool = False
    """Whether it had to be read as a template."""
    blocks: list[Block] = msgspec.field(default_factory=list)
    """Texts that are no YAML; whole after `places` came to its end."""

    def places(self) -> Iterator[Place]:
        """Every mapping, the outer ones first."""
        text = readable(self.data)
        whole = Block(self.path, text, self.path.rpartition("/")[2], environment_of(self.path))
        if not re.search(r"\.(?:ya?ml|json|toml)(?:\.\w+)?$|\.rules?$", self.path, re.IGNORECASE):
            self.blocks.append(whole)
            return
        seen: dict[int, Map | Items] = {}
        lines = text.split("\n")
        waiting: list[tuple[Block, int]] = [(whole, 0)]
        while waiting and len(seen) < _MOST:
            block, depth = waiting.pop(0)
            for document in self._documents(block, outer=depth == 0):
                walk = _Walk(block, lines, seen, self.wanted, self.templated)
                yield from walk.places(document)
                if depth < 2:
                    waiting += [(one, depth + 1) for one in walk.inner]
                self.blocks += walk.other

    def _documents(self, block: Block, *, outer: bool) -> list[Value]:
        from checker.logconfig.text.yaml_tree import NotYamlError, documents  # brings PyYAML, which few projects need

        if outer and re.search(r"\.toml(?:\.\w+)?$", self.path, re.IGNORECASE):
            return self._of_toml(block.text)
        text = block.text.replace("\t", " ") if self.path.lower().endswith(".json") and outer else block.text
        try:
            return documents(text, self.path, _as_written)
        except NotYamlError as error:
            if is_template(text):
                self.templated = True
                try:
                    return documents(untemplated(text), self.path, _as_written)
                except NotYamlError:
                    return []
            if outer:
                self.problem = error.line, str(error)
            return []

    def _of_toml(self, text: str) -> list[Value]:
        from checker.logconfig.text.toml_tree import document  # few projects need it

        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        try:
            return [document(untemplated(text) if is_template(text) else text, self.path, _as_written)]
        except (ValueError, RecursionError) as error:
            told = re.search(r"^(.{1,200}?) \(at line (\d+), column \d+\)", str(error))
            if _NAMED_TOML.search(self.path) and not is_template(text):
                self.problem = (int(told[2]), told[1]) if told else (len(text.split("\n")), str(error)[:200] or "it is no TOML")
            return []


def untemplated(text: str) -> str:
    """A template without its statements, with a placeholder for each of its expressions; lines stay where they are."""
    text = _CONTROL.sub("", text)
    text = _QUOTED.sub(r"\1", text) if "{{" in text else text
    return _STATEMENT.sub("", _FILLED.sub(lambda one: one[0] if "$labels" in one[0] or "$value" in one[0] else "${TEMPLATE}", text))


def _as_written(text: str, span: Span) -> Value:
    """Placeholders are looked at where it is known what the text is for."""
    return Value(text, span)


class _Walk(msgspec.Struct):
    block: Block
    lines: list[str]
    """Of the file."""
    seen: dict[int, Map | Items]
    """What was looked at, by its identity: kept, so that no other value is given the same one."""
    wanted: Callable[[bytes], bool]
    templated: bool
    inner: list[Block] = msgspec.field(default_factory=list)
    other: list[Block] = msgspec.field(default_factory=list)

    def places(self, document: Value) -> Iterator[Place]:
        waiting: list[tuple[Value, tuple[str, ...], tuple[Value, ...]]] = [(document, (), ())]
        while waiting and len(self.seen) < _MOST:
            value, keys, parents = waiting.pop()
            data = value.data
            if id(data) in self.seen or len(keys) > _DEEPEST:
                continue
            if isinstance(data, Map):
                self.seen[id(data)] = data
                entries = {str(key): one for key, one in data.entries.items()}
                yield Place(value, entries, self.block.path, keys, parents, self.block.environment, self.templated, self.block.name)
                self._texts(entries)
                inner = [(one, (*keys, key), (*parents, value)) for key, one in entries.items() if isinstance(one.data, Map | Items)]
                waiting += reversed(inner)
            elif isinstance(data, Items):
                self.seen[id(data)] = data
                waiting += [(one, keys, parents) for one in reversed(data.values) if isinstance(one.data, Map | Items)]

    def _texts(self, entries: dict[str, Value]) -> None:
        """Blocks of text that may be configurations."""
        found = [(key, one) for key, one in entries.items() if isinstance(one.data, str) and "\n" in one.data and self._is_block(one)]
        found = [(key, one) for key, one in found if self.wanted(str(one.data).encode("utf-8", "replace"))]
        sections: list[Block] = []
        for key, one in found:
            block = Block(self.block.path, self._raw(one), key, self.block.environment)
            if _CONF.search(block.text):
                sections.append(block)
            elif _LOOKS_LIKE_YAML.search(str(one.data)) and not key.endswith((".conf", ".alloy", ".river")):
                self.inner.append(block)
            else:
                self.other.append(block)
        if sections:
            self.other.append(_joined(sections))

    def _is_block(self, value: Value) -> bool:
        span = value.span
        line = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        return line[span.column - 1 : span.column] in ("|", ">") and span.end_line > span.line

    def _raw(self, value: Value) -> str:
        """The lines of a block as they stand in the file, with empty ones before."""
        span = value.span
        last = span.end_line if span.end_column > 1 else span.end_line - 1
        return "\n" * span.line + "\n".join(self.lines[span.line : last]) + "\n"


def _joined(blocks: list[Block]) -> Block:
    """Blocks of sections beside each other as one: a ConfigMap holds the files that include each other, a chart's values their parts."""
    whole: list[str] = []
    for block in blocks:
        for number, line in enumerate(block.text.split("\n")):
            if number >= len(whole):
                whole.append(line)
            elif line:
                whole[number] = line
    return Block(blocks[0].path, "\n".join(whole), blocks[0].name, blocks[0].environment, len(blocks) > 1)
