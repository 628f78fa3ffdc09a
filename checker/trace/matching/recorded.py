"""Rules that look at what a recording rule keeps under a name of its own: what stands behind that name.

An alert on ``job:login_failures:rate5m`` is fed by what feeds the expression that is recorded so, in PromQL or, by Loki's ruler, in LogQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from msgspec.structs import replace

from checker.monitoring.expressions.grammar import parse
from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.tokens import NotAnExpressionError
from checker.monitoring.expressions.tree import LabelFilter, Node, Selector, Stage
from checker.monitoring.model import RecordingRule
from checker.trace.matching.patterns import value_fits
from checker.trace.matching.promql import feeding
from checker.trace.wording import known

Recordings: TypeAlias = Mapping[str, RecordingRule]
_DEEPEST = 6
"""Recordings of recordings."""


def fed_by(node: Node, recordings: Recordings, depth: int = 0) -> Iterator[Selector]:
    """The selectors that feed an expression, those of recorded names in their place."""
    for one in feeding(node):
        rule = recordings.get(one.name)
        tree = tree_of(rule.expression) if rule is not None and depth < _DEEPEST else None
        if rule is None or tree is None:
            yield one
        elif not any(_never(matcher, rule) for matcher in one.matchers):
            asked = [matcher for matcher in one.matchers if matcher.label not in rule.labels and matcher.label != "__name__"]
            yield from (_narrowed(inner, asked) for inner in fed_by(tree, recordings, depth + 1))


def _never(matcher: Matcher, rule: RecordingRule) -> bool:
    """Whether a label that the recording sets has another value than is asked for."""
    held = rule.labels.get(matcher.label)
    return held is not None and not held.unknown and value_fits(known(str(held.value)), matcher, what="it").outcome is False


def _narrowed(inner: Selector, asked: list[Matcher]) -> Selector:
    """With what is asked of the recorded series asked of what it is made of."""
    if not inner.log:
        return replace(inner, matchers=(*inner.matchers, *asked))
    filters = (Stage("label", filter=LabelFilter("" if one.unknown else one.op, one.label, one.value)) for one in asked)
    return replace(inner, stages=(*inner.stages, *filters))


@lru_cache(maxsize=500)
def tree_of(expression: str) -> Node | None:
    """A recording rule's expression; ``None`` where it is none that is understood."""
    try:
        return parse(expression)
    except NotAnExpressionError:
        return None
