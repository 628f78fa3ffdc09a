"""LogQL's selectors on what arrives: stream labels, line filters, parsers, label filters, in their order (Loki 3, "Log queries")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec.structs import replace

from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.tree import LabelFilter, Selector, Stage
from checker.trace.collecting.arrival import Arrival
from checker.trace.matching.logql_parsers import State, parsed
from checker.trace.matching.names import like
from checker.trace.matching.patterns import matches, value_fits
from checker.trace.wording import YES, Match, Text, contains, every, some

_ADDED = frozenset(("__error__", "__error_details__", "detected_level", "service_name", "__tenant_id__"))
"""What Loki itself adds."""


def selected(selector: Selector, arrival: Arrival, *, brief: bool = False) -> Match:
    """Whether a selector takes what arrives; ``brief`` as `every` has it."""
    if arrival.line is None:
        return Match(outcome=False, why="nothing arrives")
    if selector.alternatives:
        return Match(outcome=None, why="its stream selector is not understood")
    stream = [_stream(one, arrival) for one in selector.matchers]
    if brief and (failed := next((one for one in stream if one.outcome is False and not one.near), None)):
        return failed
    state = State(dict(arrival.labels), arrival.open, arrival.line)
    if brief:
        return every(chain(_stages(selector.stages, state), stream), brief=True)
    stages = list(_stages(selector.stages, state))
    found = every([*stages, *stream])
    looked = any(stage.kind in ("|=", "|~") and set(stage.texts) != {""} for stage in selector.stages)
    if found.outcome is False and looked and every(stages).outcome:
        return replace(found, close=True)  # the line is the one that it looks for, in another stream
    return found


def content(selector: Selector) -> bool:
    """Whether it asks for what stands in a line, and not only for a stream."""
    if any(stage.kind in ("|=", "|~", "|>", "label") for stage in selector.stages):
        return True
    return any(one.label in ("level", "severity", "detected_level", "logger", "event", "event_type") for one in selector.matchers)


def _stream(matcher: Matcher, arrival: Arrival) -> Match:
    held = arrival.labels.get(matcher.label)
    if held is not None:
        return value_fits(held, matcher, what=f"the label {matcher.label}")
    return _missing(matcher, arrival.open or matcher.label in _ADDED, arrival.labels, f"the stream has no label {matcher.label}")


def _missing(matcher: Matcher, open_: bool, held: Mapping[str, Text], why: str) -> Match:
    if matcher.unknown:
        return Match(outcome=None, why=f"the matcher {matcher} is not known")
    if open_:
        return Match(outcome=None, why=f"whether there is a label {matcher.label} is not known" if not like(matcher.label, held) else why)
    empty = value_fits(Text(), matcher, what="it")
    if empty.outcome:
        return YES
    other = like(matcher.label, held)
    return Match(outcome=False, why=f"{why}{f', and has {other}' if other else ''}", near=bool(other))


def _stages(stages: tuple[Stage, ...], state: State) -> Iterator[Match]:
    for stage in stages:
        if stage.kind in ("|=", "!=", "|~", "!~"):
            yield _line_filter(stage, state)
        elif stage.kind in ("|>", "!>", "other"):
            yield Match(outcome=None, why="a line filter is not followed")
        elif stage.kind == "label" and stage.filter is not None:
            yield _filter(stage.filter, state)
        elif stage.kind == "unwrap" and stage.texts:
            yield _exists(stage.texts[-1], state)
        else:
            parsed(stage, state)


_FILLED_IN = re.compile(r"\$\{\w{1,60}\}|\{\{")
"""What another program puts in the place of a name, before the rule is loaded."""


def _line_filter(stage: Stage, state: State) -> Match:
    pattern = stage.kind in ("|~", "!~")
    filled_in = next((text for text in stage.texts if _FILLED_IN.search(text)), None)
    if filled_in is not None:
        return Match(outcome=None, why=f"what {filled_in!r} stands for is not known")
    found = some(matches(state.line.text, text) if pattern else contains(state.line.text, text) for text in stage.texts)
    if stage.kind in ("|=", "|~"):
        return found
    if found.outcome:
        return Match(outcome=False, why=f"the line has {stage.texts[0]!r}, which the rule excludes")
    return YES if found.outcome is False else found


def _filter(one: LabelFilter, state: State) -> Match:
    if one.op == "and":
        return every(_filter(part, state) for part in one.parts)
    if one.op == "or":
        return some(_filter(part, state) for part in one.parts)
    if one.op == "":
        return Match(outcome=None, why=f"a filter on {one.label} is not followed")
    value = state.held(one.label)
    if one.label == "__error__":
        return _no_error(one, state)
    if isinstance(one.value, str):
        matcher = Matcher(one.label, "=" if one.op == "==" else one.op, one.value)
        if value is not None:
            return value_fits(value, matcher, what=f"the field {one.label}")
        return _missing(
            matcher, state.open or state.open_fields, {**state.labels, **state.fields}, state.failed or f"the line has no field {one.label}"
        )
    return _number(one, value, state)


def _no_error(one: LabelFilter, state: State) -> Match:
    if one.value != "" or not state.error:
        return YES
    return Match(outcome=False, why=state.error, near=True) if one.op == "=" else YES


def _number(one: LabelFilter, value: Text | None, state: State) -> Match:
    if value is None:
        open_ = state.open or state.open_fields
        other = like(one.label, {**state.labels, **state.fields})
        why = state.failed or f"the line has no field {one.label}{f', and has {other}' if other else ''}"
        return Match(outcome=None if open_ else False, why=why, near=bool(other or state.failed))
    try:
        number = float(value.literal or "")
    except ValueError:
        return Match(outcome=None, why=f"the value of {one.label} is not known")
    wanted = float(one.value or 0)
    held = {"==": number == wanted, "=": number == wanted, "!=": number != wanted, ">": number > wanted, ">=": number >= wanted,
            "<": number < wanted, "<=": number <= wanted}[one.op]  # fmt: skip
    return YES if held else Match(outcome=False, why=f"{one.label} is {value.literal}, and the rule wants {one.op} {one.value:g}")


def _exists(name: str, state: State) -> Match:
    if name in state.fields or name in state.labels or state.open or state.open_fields:
        return YES
    return Match(outcome=False, why=state.failed or f"the line has no field {name}", near=bool(like(name, state.fields)))
