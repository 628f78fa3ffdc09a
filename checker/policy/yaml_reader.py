"""YAML to plain data with places, by a reader of our own over PyYAML's events.

Nothing is constructed but text, numbers, booleans, null, lists and mappings. What YAML 1.1 reads as something else than it looks like
(``no``, ``1.10``, ``010``, ``12:30``) is an error, as are tags, duplicate keys, aliases that blow up, and several documents.
The tree is built from events and not with ``yaml.compose``, whose recursion in C ends the process on deep input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

from checker.errors import LogproofError, Problem
from checker.policy.document import DEPTH, Document, Path, Place, decoded, quoted

COUNT = 100_000
"""How many values a document may have once its aliases are followed."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"yes", "on", "true"})
_FALSE = frozenset({"no", "off", "false"})
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,18})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_OTHER_NUMBER = re.compile(r"[-+]?(?:0[0-9_]+|0[oO][0-7_]+|0[xX][0-9a-fA-F_]+|0[bB][01_]+|[0-9][0-9_]*_[0-9_]*|[0-9]{20,})(?:\.[0-9_]*)?")
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")


class _Node(msgspec.Struct):
    """One event's worth of the tree."""

    kind: type[str | list[Any] | dict[Any, Any]]
    line: int
    column: int
    text: str = ""
    plain: bool = False
    children: list[_Node] = msgspec.field(default_factory=list)
    """Items; of a mapping, key and value in turn."""
    closed: bool = True


def read_yaml(data: bytes, label: str) -> Document:
    """Parse one document; traps are collected in its ``problems``, what leaves nothing to go on with raises `LogproofError`."""
    text = decoded(data, label)
    problems: list[Problem] = []
    try:
        root = _compose(text, label, problems)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (None, None)
        message = f"this is not YAML: {error.problem or error.context or 'it cannot be parsed'}"
        raise LogproofError(*problems, Problem(message, label, *place)) from error
    except yaml.YAMLError as error:
        raise LogproofError(*problems, Problem(f"this is not YAML: {_first_bad(text)}", label, *_bad_place(text))) from error
    if root is None:
        return Document(label, None, {}, {(): (1, 1)}, tuple(problems))
    builder = _Builder(label, problems)
    value = builder.build(root, ())
    return Document(label, value, builder.keys, builder.values, tuple(problems))


_BAD = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _first_bad(text: str) -> str:
    match = _BAD.search(text)
    return f"the character {ascii(match[0])[1:-1]} is not allowed" if match else "it cannot be parsed"


def _bad_place(text: str) -> tuple[int | None, int | None]:
    match = _BAD.search(text)
    if match is None:
        return (None, None)
    before = text[: match.start()]
    return (before.count("\n") + 1, len(before) - before.rfind("\n"))


def _events(text: str) -> Iterator[Any]:
    """PyYAML's stubs know its events too little to say more."""
    return iter(yaml.parse(text, Loader=_LOADER))


def _compose(text: str, label: str, problems: list[Problem]) -> _Node | None:
    """Events to a tree in which an alias is the very node that it names."""
    root: _Node | None = None
    stack: list[_Node] = []
    anchors: dict[str, _Node] = {}
    documents = 0
    for event in _events(text):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise LogproofError(
                    *problems, Problem("a second document begins here", label, *_start(event), "keep one document in one file")
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop().closed = True
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, label, anchors, problems)
            if stack:
                stack[-1].children.append(node)
            else:
                root = node
            if isinstance(event, yaml.CollectionStartEvent):
                stack.append(node)
            if len(stack) > DEPTH:
                problem = Problem(f"lists and mappings nest deeper than {DEPTH}", label, node.line, node.column)
                raise LogproofError(*problems, problem)
    return root


def _start(event: Any) -> Place:
    return (event.start_mark.line + 1, event.start_mark.column + 1)


def _node(event: Any, label: str, anchors: dict[str, _Node], problems: list[Problem]) -> _Node:
    line, column = _start(event)
    if isinstance(event, yaml.AliasEvent):
        target = anchors.get(str(event.anchor))
        if target is None or not target.closed:
            wrong = "is not defined before it is used" if target is None else "contains itself"
            raise LogproofError(*problems, Problem(f"the alias {quoted(event.anchor)} {wrong}", label, line, column))
        return target
    if event.tag is not None:
        problems.append(Problem(f"tags are not accepted: {quoted(event.tag)}", label, line, column, "write the plain value"))
    if isinstance(event, yaml.ScalarEvent):
        node = _Node(str, line, column, event.value, bool(event.implicit[0]) and event.tag is None)
    else:
        node = _Node(list if isinstance(event, yaml.SequenceStartEvent) else dict, line, column, closed=False)
    if event.anchor is not None:
        anchors[event.anchor] = node
    return node


class _Builder:
    """Walks the tree once per way to it, counting as it goes."""

    def __init__(self, label: str, problems: list[Problem]) -> None:
        self.label = label
        self.problems = problems
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.count = 0

    def bounded(self, node: _Node, more: int) -> None:
        """Count further values, and raise `LogproofError` beyond the bound."""
        self.count += more
        if self.count > COUNT:
            message = f"the file holds more than {COUNT:,} values"
            raise LogproofError(*self.problems, Problem(message, self.label, node.line, node.column, "do without so many aliases"))

    def build(self, node: _Node, path: Path) -> Any:
        """The plain value of a node; raises `LogproofError` beyond the bounds."""
        self.bounded(node, 1)
        if len(path) > DEPTH:
            raise LogproofError(*self.problems, Problem(f"aliases nest deeper than {DEPTH}", self.label, node.line, node.column))
        self.values[path] = (node.line, node.column)
        if node.kind is str:
            return self.scalar(node)
        if node.kind is list:
            return [self.build(child, (*path, index)) for index, child in enumerate(node.children)]
        made: dict[str, Any] = {}
        self.fill(made, node, path, 0)
        return made

    def scalar(self, node: _Node) -> Any:
        """Text, or what a plain scalar stands for; a trap is noted and stands for its text."""
        if not node.plain:
            return node.text
        value, trap = plain(node.text)
        if trap:
            self.problems.append(Problem(trap[0], self.label, node.line, node.column, trap[1]))
        return value

    def fill(self, made: dict[str, Any], node: _Node, path: Path, level: int) -> None:
        """Own keys first, then what merge keys (``<<``) add; ``level`` counts the merges on the way here."""
        if level > DEPTH:
            raise LogproofError(*self.problems, Problem(f"merge keys nest deeper than {DEPTH}", self.label, node.line, node.column))
        self.bounded(node, level and len(node.children))
        merged: list[_Node] = []
        for key, child in zip(node.children[::2], node.children[1::2], strict=True):
            if key.kind is str and key.plain and key.text == "<<":
                merged += child.children if child.kind is list else [child]
            else:
                self.entry(made, key, child, path, merging=level > 0)
        self.bounded(node, len(merged))
        for source in merged:
            if source.kind is dict:
                self.fill(made, source, path, level + 1)
            else:
                self.problems.append(Problem("only a mapping can be merged with `<<`", self.label, source.line, source.column))

    def entry(self, made: dict[str, Any], key: _Node, child: _Node, path: Path, *, merging: bool) -> None:
        """Add one key and its value, or say why not; a merged one gives way to one that is there."""
        name = self.scalar(key) if key.kind is str else None
        if not isinstance(name, str):
            hint = f'write "{key.text}"' if key.kind is str and key.text.isprintable() and key.text else None
            self.problems.append(Problem("a key must be text", self.label, key.line, key.column, hint))
            return
        here: Path = (*path, name)
        if name in made and merging:
            return
        if name in made:
            first = self.keys[here][0]
            message = f"the key {quoted(name)} stands here twice"
            self.problems.append(Problem(message, self.label, key.line, key.column, f"the first is on line {first}"))
            return
        self.keys[here] = (key.line, key.column)
        made[name] = self.build(child, here)


def plain(text: str) -> tuple[Any, tuple[str, str] | None]:
    """What an unquoted scalar stands for, and where YAML versions disagree about that, a message and a hint."""
    if text in _NULL:
        return None, None
    if text in ("true", "false"):
        return text == "true", None
    low = text.lower()
    if low in _TRUE or low in _FALSE:
        hint = f'write {"true" if low in _TRUE else "false"}, or "{text}" for the text'
        return low in _TRUE, (f"{quoted(text)} is a boolean to some YAML readers and text to others", hint)
    return _number(text) if text[0] in "+-.0123456789" else (text, None)


def _number(text: str) -> tuple[Any, tuple[str, str] | None]:
    if _OTHER_NUMBER.fullmatch(text) or _SEXAGESIMAL.fullmatch(text):
        hint = f'write "{text}", or the number in plain digits'
        return text, (f"{quoted(text)} is one number to some YAML readers and another, or text, to others", hint)
    if _INTEGER.fullmatch(text):
        return int(text), None
    if not _FLOAT.fullmatch(text):
        return text, None
    if text[-1] in "fFnN":
        return text, (f"{quoted(text)} is a number that is none", f'write "{text}" for the text')
    number = float(text)
    if repr(number) == text.lstrip("+"):
        return number, None
    return text, (f"{quoted(text)} would be read as the number {number}", f'write "{text}" for the text')
