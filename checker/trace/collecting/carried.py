"""A record as shippers carry it: fields by path, what may be lost, and what is not known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

import msgspec

from checker.model import Span
from checker.trace.model import Hop, Verdict
from checker.trace.rendering.line import Field, is_list
from checker.trace.wording import Hole, Match, Text, known, some

_BRACKETS = re.compile(r"\[([^\[\]]+)\]")


class Carried(msgspec.Struct):
    """One record on its way through a shipper."""

    fields: dict[str, Field]
    open: bool = False
    """Whether it may hold further fields, or others than these."""
    doubt: str = ""
    """Why it is not known whether it comes through as it is."""
    dropped: Hop | None = None

    @property
    def lost(self) -> bool:
        """Whether it is certain that it comes no further."""
        return self.dropped is not None

    def at(self, path: str) -> Field | None:
        """What stands at a path: ``user.name``, ``[user][name]``, ``$.user.name``; a key with dots in it comes first."""
        if path in self.fields:
            return self.fields[path]
        held: Field | None = self.fields
        for name in parts(path):
            held = held.get(name) if isinstance(held, Mapping) else None
        return held

    def text(self, path: str) -> Text | None:
        """The text at a path; ``None`` where there is none, or an object."""
        held = self.at(path)
        return held if isinstance(held, Text) else None

    def put(self, path: str, value: Field) -> None:
        """Set a field, making the objects around it."""
        names = parts(path)
        self.fields = _with(self.fields, names, value) if names else self.fields

    def remove(self, path: str) -> Field | None:
        """Take a field away; what it was."""
        held = self.at(path)
        if path in self.fields:
            self.fields = {key: one for key, one in self.fields.items() if key != path}
        elif held is not None:
            self.fields = _without(self.fields, parts(path))
        return held

    def may_hold(self, path: str) -> bool:
        """Whether it has a field, or may have it."""
        return self.open or self.at(path) is not None

    def lose(self, shipper: str, why: str, span: Span) -> None:
        """It is certain that it comes no further."""
        self.dropped = self.dropped or Hop("shipper", Verdict.BROKEN, shipper, why, span)

    def decide(self, match: Match, shipper: str, what: str, span: Span, *, keeps: bool = False) -> None:
        """Drop it where the test holds, or where it does not (``keeps``); what is not known stays a doubt."""
        if match.outcome is None:
            self.doubt = self.doubt or f"{what} in line {span.line} may drop it: {match.why}"
        elif match.outcome is not keeps:
            self.lose(shipper, f"{what} drops it{f', because {match.why}' if keeps and match.why else ''}", span)

    def unsure(self, why: str) -> None:
        """Something happened to it that is not followed: it goes on, and may be another."""
        self.doubt = self.doubt or why
        self.open = True


def parts(path: str) -> list[str]:
    """The keys that a path names, in the notations of shippers."""
    found = _BRACKETS.findall(path) if path.startswith(("[", "$[", "$.[")) else path.lstrip("$").lstrip(".").split(".")
    return [one.strip("\"'") for one in found if one.strip("\"'")]


def _with(fields: Mapping[str, Field], names: list[str], value: Field) -> dict[str, Field]:
    first, *rest = names
    inner = fields.get(first)
    made = _with(inner if isinstance(inner, Mapping) else {}, rest, value) if rest else value
    return {**fields, first: made}


def _without(fields: Mapping[str, Field], names: list[str]) -> dict[str, Field]:
    first, *rest = names
    inner = fields.get(first)
    if not rest or not isinstance(inner, Mapping):
        return {key: one for key, one in fields.items() if key != first}
    return {**fields, first: _without(inner, rest)}


def asked(carried: Carried, path: str, test: Callable[[Text], Match]) -> Match:
    """A test of the text at a path; what is not there fails it, unless there may be more."""
    value = carried.at(path)
    if isinstance(value, Text):
        return test(value)
    if value is not None and is_list(value):
        return some(test(one) for one in value.values() if isinstance(one, Text))
    if value is not None or carried.open:
        return Match(outcome=None, why=f"what {path} holds is not known")
    return Match(outcome=False, why=f"it has no field {path}")


def is_listed(carried: Carried, path: str) -> bool:
    """Whether a list stands at a path."""
    held = carried.at(path)
    return isinstance(held, Mapping) and is_list(held)


def present(carried: Carried, path: str) -> Match:
    """Whether there is a field."""
    if carried.at(path) is not None:
        return Match(outcome=True)
    if carried.open:
        return Match(outcome=None, why=f"whether it has {path} is not known")
    return Match(outcome=False, why=f"it has no field {path}")


def same(held: Text, wanted: str, what: str) -> Match:
    """Whether a text is another, to the letter; a value that is not known may be."""
    if held.literal is None:
        return Match(outcome=None, why=f"whether {what} is {wanted!r} depends on {held.shown}")
    return Match(outcome=held.literal == wanted, why="" if held.literal == wanted else f"{what} is {held.literal!r} and not {wanted!r}")


def opposite(match: Match) -> Match:
    """What ``not`` makes of it."""
    if match.outcome is None:
        return match
    return Match(outcome=not match.outcome, why=match.why or "the line has what is excluded")


def objects(text: Text) -> dict[str, Field] | None:
    """The fields of a text that is JSON, holes and all; ``None`` where it is none."""
    try:
        found = json.loads(text.sample)
    except (ValueError, RecursionError):
        return None
    holes = [one for one in text.parts if isinstance(one, Hole) and one.sample]

    def value(one: object) -> Field:
        if isinstance(one, dict):
            return {str(key): value(inner) for key, inner in one.items()}
        if isinstance(one, list) and one:
            return {str(number): value(inner) for number, inner in enumerate(one)}
        return _reopened(one if isinstance(one, str) else json.dumps(one), holes)

    return {str(key): value(one) for key, one in found.items()} if isinstance(found, dict) else None


def _reopened(sample: str, holes: list[Hole]) -> Text:
    """The text that a sample stands for."""
    found = next(((hole, at) for hole in holes if (at := sample.find(hole.sample)) >= 0), None)
    if found is None:
        return known(sample)
    hole, at = found
    before, behind = _reopened(sample[:at], holes), _reopened(sample[at + len(hole.sample) :], holes)
    return Text((*before.parts, hole, *behind.parts))


def may_be_json(text: Text) -> bool:
    """Whether a text that is no JSON with sentinels in it could be JSON all the same: its beginning is not known."""
    return bool(text.parts) and not isinstance(text.parts[0], str) and text.parts[0].free
