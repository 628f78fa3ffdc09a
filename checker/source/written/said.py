"""What one record says: its message part by part, the constant and the source of each field."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.facts.events import Part
from checker.source.flow.backwards import Follower
from checker.source.index.templates import FIELD, PLACEHOLDER
from checker.source.logs.sinks import Use, Written
from checker.source.names.elements import Fn

_DEEPEST = 3


class Said:
    """Takes messages and fields apart."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names

    def dumped(self, fn: Fn, node: int) -> tuple[list[tuple[str, str, str]], bool] | None:
        """The fields of ``json.dumps({...})``."""
        record = fn.body.nodes[node]
        if record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        if record[0] != ir.CALL or not record[2] or record[2][0] < 0:
            return None
        entity = self._names.entity(fn, record[1])
        if entity is None or entity[0] != "lib" or entity[1] not in ("json.dumps", "orjson.dumps", "ujson.dumps", "simplejson.dumps"):
            return None
        found, more = self.mapping(fn, record[2][0])
        return (found, more) if found else None

    def message(self, fn: Fn, message: Written, rest: list[Written], use: Use) -> Iterator[Part]:
        """Text and holes of a message, with the values that fill them."""
        parts = list(self.parts(fn, message.node, 0))
        if len(parts) == 1 and parts[0][0] and rest:
            braces = use.kind == "loguru" and "{" in parts[0][0]
            values = [self._follower.text(fn, one.node) for one in rest]
            yield from _filled(parts[0][0], values, braces=braces)
        elif len(parts) == 1 and parts[0][0] and use.kind == "loguru" and "{" in parts[0][0]:
            keywords = [one.name for one in use.arguments if one.name]
            yield from _filled(parts[0][0], keywords, braces=bool(keywords))
        else:
            yield from parts

    def parts(self, fn: Fn, node: int, depth: int = 0) -> Iterator[Part]:
        """What a text is made of: known pieces, and the source of those that are not."""
        record = fn.body.nodes[node]
        if record[0] == ir.CONST:
            yield (str(record[1]), "") if isinstance(record[1], str | int | float) else ("", "...")
        elif record[0] == ir.VAR and depth < _DEEPEST:
            inner = list(self.parts(fn, record[2], depth + 1))
            yield from inner if any(text for text, _ in inner) else [("", str(record[1]))]
        elif record[0] == ir.JOIN:
            yield from self._joined(fn, record, depth)
        elif record[0] == ir.CALL and fn.body.nodes[record[1]][0] == ir.ATTR and fn.body.nodes[record[1]][2] == "format":
            yield from self._formatted(fn, record)
        elif record[0] == ir.CALL and len(record[2]) == 1 and record[2][0] >= 0 and fn.body.nodes[record[2][0]][0] == ir.CONST:
            yield from self.parts(fn, record[2][0], depth + 1)  # a translation's marker
        elif record[0] in (ir.GLOBAL, ir.ATTR, ir.IMPORT) and depth < _DEEPEST:
            yield from self._named(fn, node, depth)
        else:
            yield "", self._follower.text(fn, node)

    def _joined(self, fn: Fn, record: ir.Node, depth: int) -> Iterator[Part]:
        first = fn.body.nodes[record[1][0]] if record[1] else [ir.OPAQUE]
        if first[0] == ir.CONST and isinstance(first[1], str) and len(_holes(first[1])) == len(record[1]) - 1 > 0:
            yield from _filled(first[1], [self._follower.text(fn, one) for one in record[1][1:]], braces=False)
            return
        for one in record[1][:40]:
            yield from self.parts(fn, one, depth + 1) if depth < _DEEPEST else [("", self._follower.text(fn, one))]

    def _formatted(self, fn: Fn, record: ir.Node) -> Iterator[Part]:
        template = fn.body.nodes[fn.body.nodes[record[1]][1]]
        if template[0] == ir.CONST and isinstance(template[1], str):
            values = [self._follower.text(fn, one) for one in record[2] if one >= 0]
            yield from _filled(template[1], values, braces=True)
        else:
            yield "", "..."

    def _named(self, fn: Fn, node: int, depth: int) -> Iterator[Part]:
        """A constant by its name: ``events.LOGIN_FAILED``, ``Event.LOGIN_FAILED.value``."""
        record = fn.body.nodes[node]
        if record[0] == ir.ATTR and record[2] in ("value", "name"):
            yield from self._named(fn, record[1], depth)
            return
        found = self._constant(fn, record)
        yield (found, "") if found else ("", self._follower.text(fn, node))

    def _constant(self, fn: Fn, record: ir.Node) -> str:
        place = None
        if record[0] == ir.GLOBAL:
            place = self._names.binding(fn, record[1])
        elif record[0] == ir.ATTR:
            owner = self._names.entity(fn, record[1])
            if owner is not None and owner[0] == "mod":
                place = self._names.global_value(owner[1], record[2])
            elif owner is not None and owner[0] in ("cls", "inst"):
                held = owner[1].attributes.get(record[2], ())
                place = held[0][:2] if len(held) == 1 else None
        if place is not None and place[0].body.nodes[place[1]][0] == ir.IMPORT:
            place = self._names.imported_value(place[0].body.nodes[place[1]][1], fn.module)
        if place is None:
            return ""
        value = place[0].body.nodes[place[1]]
        for _ in range(3):
            if value[0] != ir.VAR:
                break
            value = place[0].body.nodes[value[2]]
        return value[1] if value[0] == ir.CONST and isinstance(value[1], str) else ""

    def value(self, fn: Fn, node: int) -> tuple[str, str]:
        """The constant and the source of a value."""
        parts = list(self.parts(fn, node, 0))
        known = "".join(text for text, _ in parts) if all(text for text, _ in parts) else ""
        return known, self._follower.text(fn, node)

    def mapping(self, fn: Fn, node: int, depth: int = 0) -> tuple[list[tuple[str, str, str]], bool]:
        """Keys and values of a dictionary, and whether there may be others."""
        record = fn.body.nodes[node]
        if record[0] in (ir.VAR, ir.TOUCHED, ir.CHECKED) and depth < 8:
            return self.mapping(fn, record[2] if record[0] == ir.VAR else record[1], depth + 1)
        if record[0] == ir.SET and depth < 8:
            known, more = self.mapping(fn, record[1], depth + 1)
            key = record[2]
            return ([*known, (key, *self.value(fn, record[3]))], more) if isinstance(key, str) else (known, True)
        if record[0] == ir.CALL and not record[2] and self._names.entity(fn, record[1]) == ("lib", "dict"):
            return [(name, *self.value(fn, value)) for name, value in record[3] if name], any(not name for name, _ in record[3])
        if record[0] != ir.DICT:
            return [], True
        found: list[tuple[str, str, str]] = []
        more = False
        for key, value in zip(record[1], record[2], strict=True):
            if key == "**" and depth < 8:
                inner, further = self.mapping(fn, value, depth + 1)
                found += inner
                more = more or further
            elif isinstance(key, str):
                found.append((key, *self.value(fn, value)))
                if key in ("extra", "details", "data", "context", "extra_fields", "json_fields"):
                    found += [(f"{key}.{name}", known, source) for name, known, source in self.mapping(fn, value, depth + 1)[0]]
            else:
                more = True
        return found, more


def _holes(template: str) -> list[str]:
    return [match[0] for match in PLACEHOLDER.finditer(template) if match["kind"] != "%"]


def _filled(template: str, values: list[str], *, braces: bool) -> Iterator[Part]:
    """A template's text with the sources of its values."""
    pattern = FIELD if braces else PLACEHOLDER
    at, number = 0, 0
    for match in pattern.finditer(template):
        before = template[at : match.start()]
        if not braces and match["kind"] == "%":
            before += "%"
            value = None
        else:
            name = match["name"] if braces else match["key"]
            value = values[number] if number < len(values) and not (braces and name and not name.isdigit()) else name or "..."
            number += 1
        if before:
            yield before, ""
        if value is not None:
            yield "", value
        at = match.end()
    if template[at:]:
        yield template[at:], ""
