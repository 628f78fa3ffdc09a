"""YAML and JSON to values with places, as ``yaml.safe_load`` reads them: YAML 1.1's booleans and numbers, anchors, merge keys.

The tree is built from PyYAML's events and not by ``yaml.compose``, whose recursion in C ends the process on deep input. An alias is the
very value that it names, so that no number of aliases takes memory; what an alias bomb unfolds to is bounded where it is walked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import yaml

from checker import patterns as re
from checker.logconfig.text.placeholders import filled
from checker.logconfig.values import Items, Map, Value, unknown
from checker.model import Span

DEEPEST = 100
_REPEATED = 20
"""Repeated keys of one mapping that are kept."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TRUE, _FALSE = frozenset(("yes", "on", "true")), frozenset(("no", "off", "false"))
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9_]*)")
_BASED = re.compile(r"(?P<sign>[-+]?)(?:0b(?P<two>[01_]+)|0x(?P<sixteen>[0-9a-fA-F_]+)|0(?P<eight>[0-7_]+))")
_BASES = {"two": 2, "eight": 8, "sixteen": 16}
_FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_]*)?\.[0-9_]+(?:[eE][-+][0-9]+)?")
_TAGS = {"tag:yaml.org,2002:str": str, "tag:yaml.org,2002:int": int, "tag:yaml.org,2002:bool": bool}


class NotYamlError(ValueError):
    """The text does not parse; says where."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


class _Open(msgspec.Struct):
    """A collection being filled."""

    value: Value
    key: Value | None = None
    merged: list[Value] = msgspec.field(default_factory=list)


def documents(text: str, path: str, fill: Callable[[str, Span], Value] = filled) -> list[Value]:
    """Every document; raises `NotYamlError`. ``fill`` makes a value of a text, with what it holds of placeholders."""
    try:
        return list(_Composer(path, fill).documents(text))
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        raise NotYamlError(mark.line + 1 if mark else 1, error.problem or error.context or "it cannot be parsed") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise NotYamlError(1, "it cannot be parsed") from error


class _Composer:
    """Events to values."""

    def __init__(self, path: str, fill: Callable[[str, Span], Value]) -> None:
        self.path = path
        self.fill = fill
        self.anchors: dict[str, Value] = {}
        self.unfinished: set[int] = set()

    def documents(self, text: str) -> Iterator[Value]:
        stack: list[_Open] = []
        root: Value | None = None
        events: Any = yaml.parse(text, Loader=_LOADER)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                root, self.anchors = None, {}
            elif isinstance(event, yaml.DocumentEndEvent):
                if root is not None:
                    yield root
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(stack.pop(), event)
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event)
                if stack:
                    self._add(stack[-1], value, event)
                else:
                    root = value
                if isinstance(event, yaml.CollectionStartEvent):
                    stack.append(_Open(value))
                    self.unfinished.add(id(value))
                if len(stack) > DEEPEST:
                    raise NotYamlError(value.span.line, f"it nests deeper than {DEEPEST}")

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _value(self, event: Any) -> Value:
        span = self._span(event)
        if isinstance(event, yaml.AliasEvent):
            target = self.anchors.get(str(event.anchor))
            if target is None or id(target) in self.unfinished:
                return unknown(span, f"the alias {event.anchor} " + ("contains itself" if target else "is not defined"))
            return Value(target.data, target.span, target.reason, target.open)
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, span)
        else:
            value = Value(Items() if isinstance(event, yaml.SequenceStartEvent) else Map(), span)
            if event.tag is not None and not event.tag.startswith("tag:yaml.org,2002:"):
                value = Value(value.data, span, open=f"the tag {event.tag}")
        if event.anchor is not None:
            self.anchors[event.anchor] = value
        return value

    def _scalar(self, event: Any, span: Span) -> Value:
        if event.tag is not None and event.tag not in _TAGS:
            return unknown(span, f"the tag {event.tag}")
        if not event.implicit[0] and event.tag is None:
            return self.fill(event.value, span)
        if event.tag == "tag:yaml.org,2002:str":
            return Value(event.value, span)
        found = plain(event.value)
        return self.fill(found, span) if isinstance(found, str) else Value(found, span)

    def _add(self, owner: _Open, value: Value, event: Any) -> None:
        data = owner.value.data
        if isinstance(data, Items):
            data.values.append(value)
        elif owner.key is None:
            owner.key = value
        else:
            key, owner.key = owner.key, None
            if key.data == "<<":
                owner.merged.append(value)
            elif isinstance(key.data, str | int | float | bool | None) and key.known:
                if key.data in data.entries:
                    data.repeated = (*data.repeated, (str(key.data), key.span))[:_REPEATED]
                data.put(key.data, value, key.span)
            else:
                data.more = data.more or key.reason or "a key that is no text"

    def _close(self, done: _Open, event: Any) -> None:
        """The end of a collection; a merged mapping gives way to the entries that are there, an earlier one to none."""
        data, end = done.value.data, event.end_mark
        self.unfinished.discard(id(done.value))
        span = done.value.span
        last = max(span.line, end.line + (end.column > 0))
        done.value.span = Span(span.path, span.line, span.column, last, end.column + 1)
        for source in (one for held in done.merged for one in (held.data.values if isinstance(held.data, Items) else [held])):
            if isinstance(source.data, Map):
                source.data.used = True
                for key, value in source.data.entries.items():
                    if key not in data.entries:
                        data.put(key, value, source.data.keys.get(key))
                data.more = data.more or source.data.more
            elif isinstance(data, Map):
                data.more = data.more or source.reason or "what is merged is no mapping"


def plain(text: str) -> Any:
    """What an unquoted scalar stands for in YAML 1.1 as PyYAML reads it."""
    if text in _NULL:
        return None
    low = text.lower()
    if low in _TRUE or low in _FALSE:
        return low in _TRUE if text in (low, low.upper(), low.capitalize()) else text
    if _INTEGER.fullmatch(text):
        return int(text.replace("_", "")) if len(text) < 20 else text
    based = _BASED.fullmatch(text)
    if based and based.lastgroup and len(text) < 20 and based[based.lastgroup].strip("_"):
        number = int(based[based.lastgroup].replace("_", ""), _BASES[based.lastgroup])
        return -number if based["sign"] == "-" else number
    if _FLOAT.fullmatch(text):
        try:
            return float(text.replace("_", ""))
        except ValueError:
            return text
    return text
