"""What a stage of Promtail or Alloy throws away by a selector of LogQL (Promtail's `match` with ``action: drop``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.model import Setting
from checker.model import Span
from checker.monitoring.expressions.grammar import parse
from checker.monitoring.expressions.tokens import NotAnExpressionError
from checker.monitoring.expressions.tree import LabelFilter, Selector

_LEVELS = frozenset(("level", "severity", "detected_level", "log_level", "loglevel", "levelname", "lvl"))


def filtered(selector: str, span: Span) -> tuple[tuple[Setting, ...], tuple[Setting, ...]]:
    """What a line that is thrown away holds, and what a line holds that is kept; none where it is no selector that is understood."""
    try:
        tree = parse(selector)
    except NotAnExpressionError:
        return (), ()
    if not isinstance(tree, Selector):
        return (), ()
    told = list(_told(tree))
    return (tuple(Setting(one, span) for op, one in told if op == "="), tuple(Setting(one, span) for op, one in told if op == "!"))


def _told(tree: Selector) -> Iterator[tuple[str, str]]:
    """Each text or pattern of a line, or of its level; ``!`` where that is kept."""
    for one in tree.matchers:
        if one.label in _LEVELS and not one.unknown:
            yield one.op[:1], one.value
    for stage in tree.stages:
        if stage.kind in ("|=", "|~", "!=", "!~"):
            yield from (("=" if stage.kind[0] == "|" else "!", re.escape(text) if stage.kind[1] == "=" else text) for text in stage.texts)
        elif stage.filter is not None:
            yield from _of_filter(stage.filter)


def _of_filter(one: LabelFilter) -> Iterator[tuple[str, str]]:
    if one.op == "and":
        for part in one.parts:
            yield from _of_filter(part)
    elif one.label in _LEVELS and isinstance(one.value, str) and one.op in ("=", "==", "=~", "!=", "!~"):
        yield "!" if one.op[0] == "!" else "=", one.value
