"""What the stages of a LogQL pipeline make of a line and its labels: parsers, formats, labels that are left out (Loki 3, "Log queries").

A parser that does not fit leaves the line without labels; ``json`` and ``unpack`` alone also set ``__error__``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.tree import Argument, Stage
from checker.trace.collecting.carried import objects
from checker.trace.collecting.dissecting import patterned
from checker.trace.matching.gotemplates import filled
from checker.trace.matching.patterns import captured, matches, value_fits
from checker.trace.rendering.line import Field, Line, is_list
from checker.trace.wording import Hole, Text, anything, known

_PAIR = re.compile(r'(?:^|\s)([\w.@-]+)=("(?:[^"\\]|\\.)*"|\S*)')
_GROUP = re.compile(r"\(\?P?<(\w+)>")
_COLOUR = re.compile("\x1b\\[[0-9;]*[A-Za-z]")
_CAPTURE = re.compile(r"<([A-Za-z_]\w*)>")


class State(msgspec.Struct):
    """A line between two stages."""

    labels: dict[str, Text]
    """The stream's, and what formats made of them."""
    open: bool
    """Whether it may have further labels."""
    line: Line
    fields: dict[str, Text] = msgspec.field(default_factory=dict)
    """What parsers found."""
    open_fields: bool = False
    failed: str = ""
    """Why a parser found nothing."""
    error: str = ""
    """The same where Loki sets ``__error__``."""

    def held(self, name: str) -> Text | None:
        """A label's value: one that the stream has already is not overwritten, and what was found is called ``name_extracted``."""
        if name in self.labels:
            return self.labels[name]
        stem = name.removesuffix("_extracted")
        return self.fields.get(name, self.fields.get(stem) if stem != name and (stem in self.labels or self.open) else None)

    def told(self, name: str) -> Text:
        """What a template writes for a label: nothing for one that is not there."""
        value = self.held(name)
        return value if value is not None else anything(f"the label {name}") if self.open or self.open_fields else Text()

    def reread(self, text: Text) -> None:
        """Another line takes the place of this one."""
        found = objects(text)
        self.line = Line(text, "json" if found is not None else "text" if text.free is None else "", found or {})


def parsed(stage: Stage, state: State) -> None:
    """Do what a stage does that lets every line through."""
    kind = stage.kind
    if kind in ("json", "logfmt"):
        _structured(kind, stage, state)
    elif kind == "pattern" and stage.texts:
        _found(patterned(state.line.text, stage.texts[0]), _CAPTURE.findall(stage.texts[0]), "pattern", state)
    elif kind == "regexp" and stage.texts:
        _by_regexp(stage.texts[0], state)
    elif kind == "unpack":
        _unpack(state)
    elif kind == "line_format":
        state.reread(filled(stage.texts[0], state.told, state.line.text) if stage.texts else anything("the line as line_format makes it"))
    elif kind == "label_format":
        _renamed(stage.arguments, state)
    elif kind == "decolorize":
        state.reread(_plain(state.line.text)) if _coloured(state.line.text) else None
    elif kind in ("drop", "keep"):
        _left_out(stage, state)


def _found(found: Mapping[str, Text] | None, names: list[str], kind: str, state: State) -> None:
    """What a parser found, anything where that is not known."""
    if found is None:
        found = {name: anything(f"what stands at <{name}>") for name in names if name != "_"}
    elif not found and set(names) != {"_"}:
        state.failed = state.failed or f"the {kind} does not fit the line"
    state.fields |= found


def _by_regexp(pattern: str, state: State) -> None:
    names = _GROUP.findall(pattern)
    outcome = matches(state.line.text, pattern).outcome
    taken = captured(state.line.text, pattern) if outcome else {}
    _found({} if outcome is False else {name: taken.get(name) or anything(f"what the expression finds as {name}") for name in names}, names,
           "regexp", state)  # fmt: skip


def _structured(kind: str, stage: Stage, state: State) -> None:
    line = state.line
    if kind == "json" and line.form == "json":
        _chosen(dict(_flat(line.fields, "")), stage.arguments, state, open_=line.open)
    elif kind == "logfmt" and line.form in ("logfmt", "text", "json"):
        pairs = dict(_pairs(line.text))
        state.failed = state.failed or ("" if pairs else "the line has no key=value")
        _chosen(pairs, stage.arguments, state, open_=line.text.free is not None)
    elif line.form in ("text", "logfmt"):
        state.failed = f"the line is {'text' if line.form == 'text' else 'logfmt'}, of which {kind} reads nothing"
        state.error = state.error or state.failed
    else:
        state.open_fields = True


def _chosen(found: Mapping[str, Text], arguments: tuple[Argument, ...], state: State, *, open_: bool) -> None:
    """All that there is, or only what the stage asks for."""
    if not arguments:
        state.fields |= found
        state.open_fields = state.open_fields or open_
    for one in arguments:
        path = (one.value or one.name).replace('["', ".").replace('"]', "")
        value = found.get(re.sub(r"\W", "_", path))
        if value is not None or open_ or "[" in path:
            state.fields.setdefault(one.name, value if value is not None else anything(one.name))


def _pairs(text: Text) -> Iterator[tuple[str, Text]]:
    for match in _PAIR.finditer(text.sample):
        value = match[2].strip('"')
        hole = next((one for one in text.parts if not isinstance(one, str) and one.sample and one.sample in value), None)
        yield re.sub(r"\W", "_", match[1]), Text((hole,)) if hole is not None else known(value)


def _flat(fields: Mapping[str, Field], before: str) -> Iterator[tuple[str, Text]]:
    """As Loki names what it extracts: nested names joined by underscores, other signs replaced."""
    for key, value in fields.items():
        name = re.sub(r"\W", "_", f"{before}{key}")
        if isinstance(value, Text):
            yield name, value
        elif not is_list(value):  # Loki leaves lists out
            yield from _flat(value, f"{name}_")


def _unpack(state: State) -> None:
    """What a shipper packed: labels, and the line itself under ``_entry``."""
    line = state.line
    if line.form == "json":
        packed = {key: value for key, value in line.fields.items() if isinstance(value, Text)}
        state.fields |= {re.sub(r"\W", "_", key): value for key, value in packed.items() if key != "_entry"}
        state.open_fields = state.open_fields or line.open
        if "_entry" in packed:
            state.reread(packed["_entry"])
    elif line.form:
        state.failed = state.error = "the line is no JSON, of which unpack reads nothing"
    else:
        state.open_fields = True
        state.line = replace(line, text=anything("the line as unpack leaves it"))


def _renamed(arguments: tuple[Argument, ...], state: State) -> None:
    """``to=from`` renames, ``to="{{.from}}"`` fills in; what is set so hides what was there."""
    for one in arguments:
        if one.value is None:
            state.labels[one.name] = anything(f"the label {one.name}")
        elif one.quoted:
            state.labels[one.name] = filled(one.value, state.told, state.line.text)
        else:
            value = state.held(one.value)
            _forget(one.value, state)
            if value is not None or state.open or state.open_fields:
                state.labels[one.name] = value if value is not None else anything(f"the label {one.value}")


def _left_out(stage: Stage, state: State) -> None:
    kept = {one.name for one in stage.arguments}
    for name in [*state.labels, *state.fields]:
        matching = [one for one in stage.arguments if one.name == name and _holds(one, state.told(name))]
        if bool(matching) is (stage.kind == "drop"):
            _forget(name, state)
    if stage.kind == "keep" and not any(one.op for one in stage.arguments):
        state.fields |= {
            name: anything(f"the label {name}") for name in kept - state.labels.keys() - state.fields.keys() if state.open_fields
        }
        state.open_fields = False


def _holds(one: Argument, value: Text) -> bool:
    return not one.op or (one.value is not None and value_fits(value, Matcher(one.name, one.op, one.value), what=one.name).outcome is True)


def _forget(name: str, state: State) -> None:
    state.labels.pop(name, None)
    state.fields.pop(name, None)


def _coloured(text: Text) -> bool:
    return _COLOUR.search(text.sample) is not None


def _plain(text: Text) -> Text:
    """Without the colours of a terminal."""
    parts = (_COLOUR.sub("", one) if isinstance(one, str) else one for one in text.parts if not _is_colour(one))
    return Text(tuple(one for one in parts if one))


def _is_colour(one: str | Hole) -> bool:
    return isinstance(one, Hole) and _COLOUR.fullmatch(one.sample) is not None
