"""Sigma's detections on a line: keywords anywhere in it, field tests on what is structured (Sigma specification 2.0)."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from checker.monitoring.sigma import Condition, Detection, FieldTest, Selection
from checker.trace.matching.patterns import matches
from checker.trace.rendering.line import Field, Line
from checker.trace.wording import YES, Match, Text, contains, every, known, nearly, some

_FOLLOWED = frozenset(("contains", "startswith", "endswith", "all", "re", "cased", "exists"))


def detected(detection: Detection, line: Line) -> Match:
    """Whether the detection finds a line."""
    if detection.condition is None or detection.undefined:
        return Match(outcome=None, why="its condition is not known")
    return _condition(detection.condition, detection.selections, line)


def _condition(one: Condition, selections: Mapping[str, Selection], line: Line) -> Match:
    if one.op == "name":
        return _selection(selections[one.name], line) if one.name in selections else Match(outcome=None, why=f"{one.name} is not defined")
    found = [_condition(part, selections, line) for part in one.parts]
    if one.op == "and":
        return every(found)
    if one.op == "or":
        return some(found)
    inner = found[0]
    if inner.outcome is None:
        return inner
    return Match(outcome=False, why="the line has what the rule excludes") if inner.outcome else YES


def _selection(selection: Selection, line: Line) -> Match:
    return some(every(_test(test, line) for test in tests) for tests in selection.alternatives)


def _test(test: FieldTest, line: Line) -> Match:
    if not _FOLLOWED.issuperset(test.modifiers):
        return Match(outcome=None, why=f"the modifier {next(one for one in test.modifiers if one not in _FOLLOWED)} is not followed")
    if test.field == "":
        found = [_keyword(line, str(value)) for value in test.values]
        return every(found) if "all" in test.modifiers else some(found)
    value, why = _field(line, test.field)
    if "exists" in test.modifiers:
        return YES if (value is not None) == (test.values[:1] == (True,)) else Match(outcome=False, why=why)
    if value is None:
        return Match(outcome=None if line.open or line.form != "json" else False, why=why, near=_like(line.fields, test.field))
    found = [_value(value, one, test) for one in test.values]
    return every(found) if "all" in test.modifiers else some(found)


def _keyword(line: Line, keyword: str) -> Match:
    """Keywords do not ask for the case. Hundreds of rules ask every line for plain ones, which need no pattern."""
    if not _WILD.search(keyword) and keyword.lower() not in line.text.low:
        return _missing(line, keyword)
    found = matches(line.text, f"(?i){_pattern(keyword)}")
    if found.outcome is False and not found.near:
        return _missing(line, keyword)
    if found.outcome is None:
        return Match(outcome=None, why=f"whether {keyword!r} stands in the line is not known")
    return found


def _missing(line: Line, keyword: str) -> Match:
    near = nearly(line.text.sample, keyword)
    if near:
        return Match(outcome=False, why=f"the line has {near[0]!r}, and the rule looks for {keyword!r}: {near[1]}", near=True)
    if line.text.free is not None:
        return Match(outcome=None, why=f"whether {keyword!r} stands in the line is not known")
    return Match(outcome=False, why=f"{keyword!r} does not stand in the line")


_WILD = re.compile(r"[*?\\]")


@functools.lru_cache(maxsize=4_096)  # every line is held against every rule's
def _pattern(value: str) -> str:
    """``*`` and ``?`` are wildcards unless a backslash stands before."""
    parts = re.split(r"(\\.|[*?])", value)
    return "".join(
        ".*" if one == "*" else "." if one == "?" else re.escape(one[1:] if one[:1] == "\\" and len(one) > 1 else one) for one in parts
    )


def _field(line: Line, name: str) -> tuple[Text | None, str]:
    if line.form != "json":
        return None, f"the line is {line.form or 'unknown'}: whether what reads it makes a field {name} is not known"
    held: Field | None = line.fields.get(name)
    if held is None:
        held = line.fields
        for part in name.split("."):
            held = held.get(part) if held is not None and not isinstance(held, Text) else None
    return (held, "") if isinstance(held, Text) else (None, f"the line has no field {name}")


def _like(fields: Mapping[str, Field], name: str) -> bool:
    return any(one.lower().replace("_", "") == name.lower().replace("_", "") for one in fields)


def _value(value: Text, wanted: object, test: FieldTest) -> Match:
    what = f"the field {test.field}"
    if wanted is None:
        return Match(outcome=False, why=f"{what} is not empty")
    if "re" in test.modifiers:
        return matches(value, str(wanted), what=what)
    pattern = _pattern(str(wanted))
    before = "" if "startswith" in test.modifiers else ".*" if {"contains", "endswith"} & set(test.modifiers) else ""
    behind = "" if "endswith" in test.modifiers else ".*" if {"contains", "startswith"} & set(test.modifiers) else ""
    flag = "" if "cased" in test.modifiers else "(?i)"
    found = matches(value, f"{flag}{before}{pattern}{behind}", whole=True, what=what)
    if found.outcome is False:
        return (
            contains(value, str(wanted), what=what)
            if not found.near and "contains" not in test.modifiers and _near(value, wanted)
            else found
        )
    if found.outcome is None and value.literal is None:
        return Match(outcome=None, why=f"whether {what} is {wanted!r} is not known")
    return found


def _near(value: Text, wanted: object) -> bool:
    return nearly(value.sample, str(wanted)) is not None and known(str(wanted)).literal != value.literal
