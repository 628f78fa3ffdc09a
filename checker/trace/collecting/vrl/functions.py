"""Functions of Vector's remap language on values (VRL reference, 0.50)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from checker.trace.collecting.carried import may_be_json, objects
from checker.trace.collecting.grok import grokked
from checker.trace.collecting.vrl.values import FailedError, Unknown, Value, field
from checker.trace.matching.patterns import captured, matches
from checker.trace.wording import Match, Text, anything, contains


def _parse_json(arguments: Sequence[Value]) -> Value:
    text = arguments[0]
    if not isinstance(text, Text):
        if isinstance(text, Unknown):
            return text
        raise FailedError
    found = objects(text)
    if found is not None:
        return found
    if may_be_json(text):
        return Unknown()
    raise FailedError


def _parse_regex(arguments: Sequence[Value]) -> Value:
    text, pattern = (*arguments, None)[:2]
    if not isinstance(text, Text) or not isinstance(pattern, Text) or pattern.literal is None:
        return Unknown()
    found = matches(text, pattern.literal)
    if found.outcome is None:
        return Unknown()
    if not found.outcome:
        raise FailedError
    names = re.findall(r"\(\?P?<(\w+)>", pattern.literal)
    taken = captured(text, pattern.literal)
    return {name: taken.get(name) or anything(name) for name in names}


def _parse_grok(arguments: Sequence[Value]) -> Value:
    text, pattern = (*arguments, None)[:2]
    if not isinstance(text, Text) or not isinstance(pattern, Text) or pattern.literal is None:
        return Unknown()
    fits, found = grokked(text, pattern.literal)
    if fits is None:
        return Unknown()
    if not fits:
        raise FailedError
    return found


def _cased(change: Callable[[str], str]) -> Callable[[Sequence[Value]], Value]:
    def done(arguments: Sequence[Value]) -> Value:
        text = arguments[0]
        return Text(tuple(change(one) if isinstance(one, str) else one for one in text.parts)) if isinstance(text, Text) else Unknown()

    return done


def _typed(kind: type) -> Callable[[Sequence[Value]], Value]:
    """``string!(.x)`` fails where it is of another type."""

    def done(arguments: Sequence[Value]) -> Value:
        if isinstance(arguments[0], (kind, Unknown)):
            return arguments[0]
        raise FailedError

    return done


def _merge(arguments: Sequence[Value]) -> Value:
    left, right = (*arguments, None)[:2]
    return {**left, **right} if isinstance(left, Mapping) and isinstance(right, Mapping) else Unknown()


FUNCTIONS: Mapping[str, Callable[[Sequence[Value]], Value]] = {
    "parse_json": _parse_json, "parse_regex": _parse_regex, "parse_grok": _parse_grok, "merge": _merge, "downcase": _cased(str.lower),
    "upcase": _cased(str.upper), "strip_whitespace": _cased(str.strip), "trim": _cased(str.strip), "string": _typed(Text),
    "object": _typed(Mapping), "to_string": lambda arguments: field(arguments[0], "a value") if arguments[0] is not None else Text(),
}  # fmt: skip
TESTS: Mapping[str, Callable[[Text, str], Match]] = {
    "contains": lambda text, wanted: contains(text, wanted, what="it"),
    "match": lambda text, wanted: matches(text, wanted, what="it"),
    "starts_with": lambda text, wanted: matches(text, f"^{re.escape(wanted)}", what="it"),
    "ends_with": lambda text, wanted: matches(text, f"{re.escape(wanted)}$", what="it"),
    "exists": lambda text, wanted: Match(outcome=None), "is_null": lambda text, wanted: Match(outcome=None),
    "is_nullish": lambda text, wanted: Match(outcome=None), "includes": lambda text, wanted: Match(outcome=None),
}  # fmt: skip
"""Functions that answer yes or no; those that look at more than a text are done where the record is."""
